"""Which file is whose."""

import getpass
from pathlib import Path

import pytest

from gui.ledgers import sample_copy, user_name
from model import sample
from model.records import Issue
from model.refused import Refused
from model.store import Store


def test_a_copy_of_the_sample_is_whole_and_its_own(tmp_path: Path) -> None:
    path = sample_copy(tmp_path)
    store = Store(path)
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


def test_of_a_name_that_cannot_be_stored_the_rest_stands(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("USERNAME", "张明\udcff\x01")
    assert user_name() == "张明"


def test_the_account_has_a_name_where_the_session_says_none(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    for key in ("USERNAME", "USER"):
        monkeypatch.delenv(key, raising=False)
    monkeypatch.setenv("LOGNAME", "张明")
    assert user_name() == "张明"
    monkeypatch.setenv("USER", "李芳")
    assert user_name() == "李芳"


def test_an_account_without_a_name_is_no_crash(monkeypatch: pytest.MonkeyPatch) -> None:
    def unknown() -> str:
        raise KeyError("uid not found")

    for key in ("USERNAME", "USER"):
        monkeypatch.delenv(key, raising=False)
    monkeypatch.setattr(getpass, "getuser", unknown)
    assert user_name() == ""
