"""Which file is opened how."""

from pathlib import Path

import pytest

from gui import ledgers
from gui.ledgers import open_ledger, sample_copy
from model import sample
from model.records import Campaign, Issue
from model.refused import Refused


def test_a_missing_ledger_is_made_only_where_that_is_wanted(tmp_path: Path) -> None:
    path = tmp_path / "台账.db"
    with pytest.raises(Refused, match="没有找到文件"):
        open_ledger(path, "张明")
    store = open_ledger(path, "张明", create=True)
    assert store.all(Campaign) == []
    store.close()


def test_a_file_that_cannot_be_written_opens_read_only(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = sample_copy(tmp_path)
    monkeypatch.setattr(ledgers, "_is_writable", lambda path: False)
    store = open_ledger(path, "张明")
    assert store.read_only
    store.close()


def test_a_copy_of_the_sample_is_whole_and_its_own(tmp_path: Path) -> None:
    path = sample_copy(tmp_path)
    store = open_ledger(path, "张明")
    assert len(store.all(Issue)) > 30
    store.close()
    assert path != sample.FILE


def test_a_lost_sample_is_said_plainly(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sample, "FILE", tmp_path / "没有.db")
    with pytest.raises(Refused, match="程序文件不全"):
        sample_copy(tmp_path)


def test_a_full_disk_is_said_plainly(tmp_path: Path) -> None:
    with pytest.raises(Refused, match="写不下示例的副本"):
        sample_copy(tmp_path / "没有")
