"""What is not our file is refused before it is touched; what is ours is opened safely."""

import os
import shutil
import sqlite3
from dataclasses import replace
from datetime import datetime
from pathlib import Path

import pytest

from model.backups import Reason, folder_of, take
from model.backups.restoring import Restoring
from model.changes import Change
from model.opening import open_ledger
from model.records import Person
from model.refused import Refused
from model.store import Store
from model.store import connection as connections
from model.store.identity import APPLICATION_ID
from tests.model.conftest import LEADER


def test_the_settings_that_keep_data_safe_are_in_force(store: Store, path: Path) -> None:
    connection, _ = connections.connect(path)
    wanted = {"journal_mode": "truncate", "synchronous": 3, "cache_spill": 0, "foreign_keys": 1,
              "trusted_schema": 0, "cell_size_check": 1}  # fmt: skip
    for name, value in wanted.items():
        assert connection.execute(f"PRAGMA {name}").fetchone() == (value,)
    connection.close()


def test_every_table_is_strict(store: Store, path: Path) -> None:
    connection, _ = connections.connect(path)
    tables = connection.execute("PRAGMA table_list").fetchall()
    loose = [row[1] for row in tables if not row[5] and not row[1].startswith(("sqlite_", "_"))]
    assert loose == []
    connection.close()


@pytest.mark.parametrize("content", [b"", b"hello", b"PK\x03\x04" * 400, b"SQLite format 3\x00"])
def test_a_file_that_is_not_ours_is_refused_untouched(tmp_path: Path, content: bytes) -> None:
    foreign = tmp_path / "foreign.db"
    foreign.write_bytes(content)
    with pytest.raises(Refused, match="不是活动台账的文件"):
        Store(foreign)
    assert foreign.read_bytes() == content
    assert os.listdir(tmp_path) == ["foreign.db"]


def test_another_programs_database_is_refused_untouched(tmp_path: Path) -> None:
    foreign = tmp_path / "foreign.db"
    other = sqlite3.connect(foreign)
    other.execute("CREATE TABLE account (id)")
    other.commit()
    other.close()
    before = foreign.read_bytes()
    with pytest.raises(Refused, match="不是活动台账的文件"):
        Store(foreign)
    assert foreign.read_bytes() == before


def test_a_newer_file_opens_read_only(store: Store, path: Path) -> None:
    store.close()
    newer = sqlite3.connect(path)
    newer.execute("PRAGMA user_version=99")
    newer.close()
    opened = Store(path)
    assert "更新版本" in opened.read_only
    opened.close()


def test_a_damaged_file_says_so(store: Store, path: Path) -> None:
    store.close()
    whole = path.read_bytes()
    path.write_bytes(whole[:4096] + b"\xff" * (len(whole) - 4096))
    with pytest.raises(Refused, match="损坏"):
        Store(path).undoable()


def test_a_missing_file_and_a_place_that_takes_none_are_said(tmp_path: Path) -> None:
    with pytest.raises(Refused, match="没有找到文件"):
        Store(tmp_path / "none.db")
    blocked = tmp_path / "file"
    blocked.write_text("x")
    with pytest.raises(Refused, match="建不了文件"):
        Store.open_or_create(blocked / "ledger.db")


@pytest.mark.parametrize(
    ("make", "what"), [("mkdir", "一个文件夹"), ("mkfifo", "系统的设备或管道")]
)
def test_what_is_there_but_no_file_is_named(tmp_path: Path, make: str, what: str) -> None:
    if not hasattr(os, make):
        pytest.skip("no such thing on this system")
    getattr(os, make)(tmp_path / "ledger.db")
    with pytest.raises(Refused, match=f"是{what}，不是文件"):
        Store(tmp_path / "ledger.db")


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no such thing on this system")
def test_nobody_waits_for_ever_at_what_is_no_journal(store: Store, path: Path) -> None:
    store.close()
    os.mkfifo(f"{path}-journal")
    with pytest.raises(Refused, match=r"“ledger\.db-journal”不是文件"):
        Store(path)


def test_a_name_that_leaves_no_room_for_what_lies_beside_is_refused(tmp_path: Path) -> None:
    room = 430 - len(os.fsencode(tmp_path))
    longest = tmp_path / ("账" * min(65, (room // 2 - 3) // 3) + ".db")
    Store.open_or_create(longest).close()
    made = take(longest, folder_of(longest), datetime(2011, 4, 20, 10, 32), Reason.BEFORE_RESTORE)
    Restoring(longest, made, datetime(2011, 4, 20, 10, 32)).run()
    before = sorted(tmp_path.iterdir())
    with pytest.raises(Refused, match="太长"):
        open_ledger(tmp_path / ("账" * 80 + ".db"), new=True)
    assert sorted(tmp_path.iterdir()) == before


def test_creating_never_replaces_what_is_there(store: Store, path: Path) -> None:
    with pytest.raises(Refused, match="已经存在"):
        connections.create(path)
    assert {each.name for each in path.parent.iterdir()} <= {"ledger.db", "ledger.db-journal"}


def test_a_full_disk_is_said_and_nothing_is_lost(store: Store, path: Path) -> None:
    pages = store._connection.execute("PRAGMA page_count").fetchone()[0]
    store._connection.execute(f"PRAGMA max_page_count={pages}")
    with pytest.raises(Refused, match="磁盘已满"):
        store.apply([Change(LEADER, replace(LEADER, post="长" * 100_000))], "改")
    assert store.get(Person, 1) == LEADER


def half_written(folder: Path, application_id: int) -> Path:
    """A ledger as a power cut leaves it in the middle of a commit: pages new, journal hot."""
    path, cut = folder / "whole.db", folder / "cut.db"
    connections.create(path)
    connection = sqlite3.connect(path, isolation_level=None)
    connection.execute(f"PRAGMA application_id={application_id}")
    connection.execute("INSERT INTO person (id, name) VALUES (1, '张明')")
    connection.execute("PRAGMA cache_size=5")
    connection.execute("PRAGMA cache_spill=5")
    connection.execute("BEGIN IMMEDIATE")
    connection.execute("UPDATE person SET name = '还没写完'")
    for number in range(2, 2000):
        connection.execute("INSERT INTO person (id, name) VALUES (?, '还没写完')", [number])
    shutil.copy(path, cut)
    shutil.copy(f"{path}-journal", f"{cut}-journal")
    connection.execute("ROLLBACK")
    connection.close()
    return cut


def test_a_commit_cut_off_by_a_power_cut_is_taken_back(tmp_path: Path) -> None:
    cut = half_written(tmp_path, APPLICATION_ID)
    connection, _version = connections.connect(cut, read_only=True)
    assert connection.execute("SELECT name FROM person").fetchall() == [("张明",)]
    connection.close()


def test_a_foreign_file_cut_off_is_not_touched(tmp_path: Path) -> None:
    cut = half_written(tmp_path, 7)
    before = cut.read_bytes()
    with pytest.raises(Refused):
        connections.connect(cut)
    assert cut.read_bytes() == before
    assert Path(f"{cut}-journal").stat().st_size > 512
