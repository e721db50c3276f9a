"""A copy appears whole and proven, or not at all."""

import sqlite3
from pathlib import Path

import pytest

from model.records import Campaign
from model.refused import Refused
from model.store import Store
from model.store.copying import copy_verified, verify


@pytest.fixture
def ledger(tmp_path: Path) -> Path:
    path = tmp_path / "taizhang.db"
    store = Store.open_or_create(path)
    campaign = Campaign(1, title="大讨论")
    store.close()
    connection = sqlite3.connect(path)
    connection.execute(
        "INSERT INTO campaign (id, title) VALUES (?, ?)", (campaign.id, campaign.title)
    )
    connection.commit()
    connection.close()
    return path


def damaged(path: Path) -> Path:
    """Nonsense over the middle of the file."""
    whole = bytearray(path.read_bytes())
    whole[4096 : len(whole) - 4096] = b"\x55" * (len(whole) - 8192)
    path.write_bytes(whole)
    return path


def titles(path: Path) -> list[str]:
    store = Store(path, read_only="现在是只读查看。")
    found = [campaign.title for campaign in store.all(Campaign)]
    store.close()
    return found


def test_a_copy_holds_what_the_ledger_holds(ledger: Path, tmp_path: Path) -> None:
    copy_verified(ledger, tmp_path / "备份" / "copy.db")
    assert titles(tmp_path / "备份" / "copy.db") == ["大讨论"]


def test_a_copy_is_made_beside_a_writer(ledger: Path, tmp_path: Path) -> None:
    store = Store(ledger)
    connection = store._connection
    connection.execute("BEGIN IMMEDIATE")
    connection.execute("UPDATE campaign SET title = '还没写完'")
    copy_verified(ledger, tmp_path / "copy.db")
    connection.execute("ROLLBACK")
    store.close()
    assert titles(tmp_path / "copy.db") == ["大讨论"]


def test_a_damaged_ledger_gives_no_copy(ledger: Path, tmp_path: Path) -> None:
    with pytest.raises(Refused, match="损坏"):
        copy_verified(damaged(ledger), tmp_path / "copy.db")
    assert list(tmp_path.iterdir()) == [ledger]


def test_a_foreign_file_gives_no_copy(tmp_path: Path) -> None:
    foreign = tmp_path / "notes.db"
    foreign.write_text("只是文字" * 1000, "utf-8")
    with pytest.raises(Refused, match="不是活动台账"):
        copy_verified(foreign, tmp_path / "copy.db")
    assert list(tmp_path.iterdir()) == [foreign]


def test_a_copy_that_fails_its_check_leaves_the_old_one(ledger: Path, tmp_path: Path) -> None:
    target = tmp_path / "copy.db"
    copy_verified(ledger, target)
    before = target.read_bytes()

    def orphan(connection: sqlite3.Connection) -> None:
        connection.execute("PRAGMA foreign_keys=off")
        connection.execute("INSERT INTO phase (id, campaign, name) VALUES (9, 77, '没有活动')")

    with pytest.raises(Refused, match="损坏"):
        copy_verified(ledger, target, orphan)
    assert target.read_bytes() == before


def test_a_whole_file_is_verified(ledger: Path) -> None:
    verify(ledger)


def test_a_folder_that_cannot_be_made_is_refused(ledger: Path, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("x")
    with pytest.raises(Refused, match="建不了文件"):
        copy_verified(ledger, tmp_path / "file" / "copy.db")
