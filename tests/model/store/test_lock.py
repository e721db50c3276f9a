"""Just one writes, whatever happens to its process, its lock file and its note."""

import json
import os
import signal
import sqlite3
import sys
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path

import pytest

from model.refused import Refused
from model.store.lock import WriterLock, is_held, lock_of
from model.store.owner import Owner, note_of, own_self, read_note
from tests.model.store.contenders import LOST, TAKEN, Contender, contenders, race

NOW = datetime(2011, 4, 20, 9, 10)
QUICK = 0.02


def take(ledger: Path, user: str = "李") -> WriterLock | Owner:
    return WriterLock.take(ledger, user, NOW, QUICK)


def taken(ledger: Path, user: str = "李") -> WriterLock:
    lock = take(ledger, user)
    assert isinstance(lock, WriterLock)
    return lock


@pytest.fixture
def ledger(tmp_path: Path) -> Path:
    path = tmp_path / "taizhang.db"
    path.touch(0o600)
    return path


@pytest.fixture
def lock(ledger: Path) -> Iterator[WriterLock]:
    made = taken(ledger)
    yield made
    made.release()


@pytest.fixture
def other(ledger: Path) -> Iterator[Contender]:
    """Another process, which has the lock."""
    with contenders(ledger, ["王"]) as (contender,):
        contender.take()
        assert contender.answer() == TAKEN
        yield contender


def test_the_second_hears_who_has_it_since_when(lock: WriterLock, ledger: Path) -> None:
    second = take(ledger, "王")
    assert second == Owner("李", own_self("", NOW).host, NOW, os.getpid())
    assert is_held(ledger)


def test_a_released_lock_is_free_and_leaves_no_note(ledger: Path) -> None:
    taken(ledger).release()
    assert not is_held(ledger)
    assert read_note(ledger) == Owner()
    taken(ledger, "王").release()


def test_lock_and_note_lie_beside_and_are_its_owners_alone(lock: WriterLock, ledger: Path) -> None:
    beside = {path.name: path.stat().st_mode & 0o777 for path in ledger.parent.iterdir()}
    assert beside == dict.fromkeys(("taizhang.db", "taizhang.db.lock", "taizhang.db.owner"), 0o600)


def test_in_a_shared_folder_the_others_may_lock_too(ledger: Path) -> None:
    ledger.chmod(0o660)
    lock = taken(ledger)
    assert lock_of(ledger).stat().st_mode & 0o777 == 0o660
    assert note_of(ledger).stat().st_mode & 0o040
    lock.release()


def test_another_ledger_has_another_lock(lock: WriterLock, tmp_path: Path) -> None:
    taken(tmp_path / "别的.db").release()


def test_a_link_leads_to_the_same_lock(lock: WriterLock, ledger: Path, tmp_path: Path) -> None:
    link = tmp_path / "快捷.db"
    link.symlink_to(ledger)
    assert isinstance(take(link), Owner)


def test_another_process_has_it(other: Contender, ledger: Path) -> None:
    second = take(ledger)
    assert isinstance(second, Owner)
    assert (second.user, second.pid) == ("王", other.process.pid)


def test_a_killed_owner_has_it_no_more(other: Contender, ledger: Path) -> None:
    other.process.kill()
    other.process.wait()
    assert read_note(ledger).user == "王", "its note is stale"
    assert not is_held(ledger)
    lock = taken(ledger)
    assert read_note(ledger).user == "李"
    lock.release()


@pytest.mark.skipif(sys.platform == "win32", reason="Windows freezes nobody")
def test_a_frozen_owner_still_has_it(other: Contender, ledger: Path) -> None:
    other.process.send_signal(signal.SIGSTOP)
    assert isinstance(take(ledger), Owner)
    other.process.send_signal(signal.SIGCONT)
    other.release()


@pytest.mark.parametrize("note", ["", "{", "[]", '{"user": 7}', json.dumps({"since": "早上"})])
def test_a_garbled_note_decides_nothing(lock: WriterLock, ledger: Path, note: str) -> None:
    note_of(ledger).write_text(note, "utf-8")
    assert take(ledger, "王") == Owner()


def test_a_note_without_a_lock_bars_nobody(lock: WriterLock, ledger: Path, tmp_path: Path) -> None:
    left = tmp_path / "别的.db"
    note_of(left).write_bytes(note_of(ledger).read_bytes())
    taken(left).release()


def test_a_deleted_lock_is_noticed_by_its_holder(lock: WriterLock, ledger: Path) -> None:
    assert lock.holds()
    lock_of(ledger).unlink()
    assert not lock.holds()
    second = taken(ledger, "王")
    assert not lock.holds()
    assert second.holds()
    second.release()


def test_the_note_of_a_successor_is_left(lock: WriterLock, ledger: Path) -> None:
    lock_of(ledger).unlink()
    second = taken(ledger, "王")
    lock.release()
    assert read_note(ledger).user == "王"
    second.release()


def test_something_written_into_the_lock_bars_nobody(ledger: Path) -> None:
    lock_of(ledger).write_text("不是锁" * 500, "utf-8")
    assert not is_held(ledger)
    taken(ledger).release()
    assert lock_of(ledger).stat().st_size == 0


def test_a_place_that_takes_no_lock_is_refused(tmp_path: Path) -> None:
    with pytest.raises(Refused, match="不能写入"):
        take(tmp_path / "没有" / "taizhang.db")


def test_a_folder_in_the_place_of_the_lock_is_refused(ledger: Path) -> None:
    lock_of(ledger).mkdir()
    with pytest.raises(Refused):
        take(ledger)


def test_a_disk_that_takes_no_note_still_locks(
    ledger: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    note_of(ledger).mkdir()
    lock = taken(ledger)
    assert is_held(ledger)
    assert sorted(path.name for path in ledger.parent.iterdir()) == [
        "taizhang.db", "taizhang.db.lock", "taizhang.db.owner"]  # fmt: skip
    lock.release()


def test_of_two_who_ask_at_one_moment_one_gets_it(ledger: Path) -> None:
    assert race(ledger, rounds=8) == [1] * 8


def test_the_race_can_be_lost(ledger: Path) -> None:
    """The control: a lock that is no lock lets both in."""
    with contenders(ledger, ["一", "二"]) as (first, second):
        first.take()
        assert first.answer() == TAKEN
        second.take()
        assert second.answer() == f"{LOST} 一"
        lock_of(ledger).unlink()
        second.take()
        assert second.answer() == TAKEN


def test_it_is_held_by_sqlite_itself(lock: WriterLock, ledger: Path) -> None:
    stranger = sqlite3.connect(lock_of(ledger), timeout=0)
    with pytest.raises(sqlite3.OperationalError, match="locked"):
        stranger.execute("BEGIN IMMEDIATE")
    stranger.close()
