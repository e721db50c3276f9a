"""One writes, all others read beside, and each is told who has the ledger."""

import os
import sqlite3
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime
from pathlib import Path

import pytest

from model import opening
from model.changes import Change, Operation
from model.opening import open_ledger, open_to_write, try_writing
from model.records import Campaign, Person
from model.refused import Refused
from model.store import Store
from model.store.faults import FREE, GONE, REPLACED
from model.store.lock import is_held, lock_of
from tests.model.conftest import LEADER
from tests.model.store.contenders import ROOT, contenders

pytestmark = pytest.mark.usefixtures("impatient")

NOW = datetime(2011, 4, 20, 9, 10)
READER = LEADER


def opened(path: Path, user: str) -> Store:
    return open_ledger(path, user=user, now=lambda: NOW)


@pytest.fixture
def writer(store: Store, path: Path) -> Iterator[Store]:
    """Who has the ledger."""
    store.close()
    made = opened(path, "李")
    yield made
    made.close()


@pytest.fixture
def reader(writer: Store, path: Path) -> Iterator[Store]:
    """Who came second."""
    made = opened(path, "王")
    yield made
    made.close()


def rename(store: Store, name: str) -> Operation:
    before = store.get(Person, 1)
    return store.apply([Change(before, replace(before, name=name))], "改姓名")


# -- opening -----------------------------------------------------------------------------------


def test_a_missing_ledger_is_made_only_where_that_is_wanted(tmp_path: Path) -> None:
    path = tmp_path / "data" / "taizhang.db"
    with pytest.raises(Refused, match="没有找到文件"):
        open_ledger(path)
    assert list(tmp_path.iterdir()) == []
    store = open_ledger(path, new=True)
    assert store.all(Campaign) == []
    assert is_held(path)
    store.close()
    assert not is_held(path)


def test_a_new_ledger_where_none_can_be_is_refused(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    with pytest.raises(Refused, match="建不了文件"):
        open_ledger(tmp_path / "file" / "taizhang.db", new=True)


def test_nothing_is_left_beside_a_foreign_file(tmp_path: Path) -> None:
    foreign = tmp_path / "信.db"
    foreign.write_text("不是台账", "utf-8")
    with pytest.raises(Refused, match="不是活动台账"):
        open_ledger(foreign)
    assert os.listdir(tmp_path) == ["信.db"]


def test_a_refused_opening_lets_others_write(store: Store, path: Path) -> None:
    store.close()
    whole = path.read_bytes()
    path.write_bytes(whole[:4096] + b"\xff" * (len(whole) - 4096))
    with pytest.raises(Refused, match="损坏"):
        open_ledger(path)
    assert not is_held(path)


def test_the_second_reads_and_hears_who_writes(writer: Store, reader: Store) -> None:
    assert writer.read_only == ""
    assert reader.read_only == "李 在这台电脑上 09:10 起正在使用这个台账，现在只能查看。"
    assert reader.get(Person, 1) == writer.get(Person, 1)
    with pytest.raises(Refused, match="正在使用"):
        rename(reader, "王强")


def test_a_place_that_cannot_be_written_opens_read_only(
    store: Store, path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    store.close()
    monkeypatch.setattr(opening, "can_be_written", lambda path: False)
    read = open_ledger(path)
    assert "不能写入" in read.read_only
    assert not is_held(path)
    read.close()


def test_a_place_that_takes_no_lock_opens_read_only(store: Store, path: Path) -> None:
    store.close()
    lock_of(path).mkdir()
    read = open_ledger(path)
    assert read.read_only
    read.close()


def test_a_newer_ledger_is_held_by_nobody_who_only_reads(store: Store, path: Path) -> None:
    store.close()
    newer = sqlite3.connect(path)
    newer.execute("PRAGMA user_version=99")
    newer.close()
    read = open_ledger(path)
    assert "更新版本" in read.read_only
    assert not is_held(path)
    read.close()


def test_a_command_that_writes_hears_who_has_it(writer: Store, path: Path) -> None:
    with pytest.raises(Refused, match=r"李 .*正在使用这个台账，这次没有写入"):
        open_to_write(path, user="王", now=lambda: NOW)
    writer.close()
    open_to_write(path, user="王").close()


def test_the_process_that_has_the_lock_may_open_anew(writer: Store, path: Path) -> None:
    lock = writer.standing.part_with_lock()
    anew = open_ledger(path, user="李", lock=lock)
    assert anew.read_only == ""
    writer.close()
    assert is_held(path)
    anew.close()
    assert not is_held(path)


# -- reading beside a writer -------------------------------------------------------------------


def test_what_another_one_stored_is_told_once(writer: Store, reader: Store) -> None:
    told: list[Operation] = []
    reader.subscribe(told.append)
    done = [rename(writer, "张一"), rename(writer, "张二")]
    reader.notice()
    assert told == done
    reader.notice()
    assert told == done
    assert reader.get(Person, 1).name == "张二"


def test_the_writer_hears_its_own_deeds_once(writer: Store) -> None:
    told: list[Operation] = []
    writer.subscribe(told.append)
    done = rename(writer, "张一")
    writer.notice()
    assert told == [done]


def test_nobody_waits_for_one_who_is_just_writing(writer: Store, reader: Store, path: Path) -> None:
    busy = sqlite3.connect(path, isolation_level=None)
    busy.execute("BEGIN EXCLUSIVE")
    reader.notice()
    assert reader.read_only.startswith("李")
    busy.execute("ROLLBACK")
    busy.close()
    told: list[Operation] = []
    reader.subscribe(told.append)
    rename(writer, "张一")
    reader.notice()
    assert len(told) == 1


def test_a_free_ledger_is_said_and_taken(writer: Store, reader: Store) -> None:
    try_writing(reader, lambda: NOW)
    assert reader.read_only.startswith("李")
    told: list[Operation] = []
    reader.subscribe(told.append)
    last = rename(writer, "张一")
    writer.close()
    reader.notice()
    assert reader.read_only == FREE
    try_writing(reader, lambda: NOW)
    assert reader.read_only == ""
    assert told == [last]
    rename(reader, "张二")
    assert [each.label for each in told] == ["改姓名", "改姓名"]
    assert is_held(reader.path)


def test_the_ids_that_another_one_took_are_passed_over(writer: Store, reader: Store) -> None:
    assert reader.fresh_id(Person) == 3
    writer.apply([Change(None, Person(5, name="刘洋"))], "新增人员")
    writer.close()
    try_writing(reader)
    assert reader.fresh_id(Person) == 6


def test_the_words_follow_whoever_has_it_now(writer: Store, reader: Store, path: Path) -> None:
    writer.close()
    with contenders(path, ["陈静"]) as (other,):
        other.take()
        other.answer()
        reader.notice()
        assert reader.read_only.startswith("陈静 在这台电脑上")
    reader.notice()
    assert reader.read_only == FREE, "it was killed"


# -- the file is no longer there ---------------------------------------------------------------


def test_a_file_that_vanished_is_said_and_takes_nothing(writer: Store, path: Path) -> None:
    path.rename(path.with_name("移走.db"))
    with pytest.raises(Refused, match="找不到台账文件"):
        rename(writer, "张一")
    assert writer.read_only == GONE
    assert writer.standing.is_lost
    assert writer.get(Person, 1) == LEADER, "what can be read is still shown"


def test_a_file_that_was_replaced_is_said_and_takes_nothing(
    writer: Store, reader: Store, path: Path
) -> None:
    other = path.with_name("备份.db")
    other.write_bytes(path.read_bytes())
    os.replace(other, path)
    for store in (writer, reader):
        store.notice()
        assert store.read_only == REPLACED
    with pytest.raises(Refused, match="换成另一个"):
        rename(writer, "张一")


def test_a_read_that_fails_makes_it_read_only(writer: Store, reader: Store, path: Path) -> None:
    reader._connection.execute("PRAGMA cache_size=0")
    rename(writer, "张一")
    os.truncate(path, 5000)
    reader.notice()
    assert reader.standing.is_lost
    assert reader.read_only
    assert "正在使用" not in reader.read_only


def test_who_lost_the_lock_writes_no_more(writer: Store, path: Path) -> None:
    lock_of(path).unlink()
    second = opened(path, "王")
    assert second.read_only == ""
    with pytest.raises(Refused, match=r"王 .*正在使用"):
        rename(writer, "张一")
    assert second.get(Person, 1) == LEADER
    rename(second, "张二")
    second.close()
    try_writing(writer)
    assert writer.get(Person, 1).name == "张二"
    assert rename(writer, "张三").changes[0].before == replace(LEADER, name="张二")


def test_a_deleted_lock_is_made_anew_by_who_writes(writer: Store, path: Path) -> None:
    lock_of(path).unlink()
    rename(writer, "张一")
    assert is_held(path)
    writer.close()
    assert not is_held(path)


# -- a write that was cut off ------------------------------------------------------------------

CUT_OFF = """
import sqlite3, sys
connection = sqlite3.connect(sys.argv[1], isolation_level=None)
connection.execute("PRAGMA cache_size=5")
connection.execute("PRAGMA cache_spill=5")
connection.execute("BEGIN IMMEDIATE")
connection.execute("UPDATE person SET name = '没写完'")
for number in range(10, 2000):
    connection.execute("INSERT INTO person (id, name) VALUES (?, '没写完')", [number])
print("spilled", flush=True)
sys.stdin.read()
"""


@pytest.fixture
def cut_off(store: Store, path: Path) -> Path:
    """A ledger whose writer was killed when half of its pages were in the file."""
    store.close()
    writer = subprocess.Popen(
        [sys.executable, "-c", CUT_OFF, str(path)],
        cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE,
    )  # fmt: skip
    assert writer.stdout is not None
    writer.stdout.readline()
    writer.kill()
    writer.communicate()
    assert "没写完".encode() in path.read_bytes(), "the control: the file alone is spoilt"
    assert Path(f"{path}-journal").stat().st_size > 0
    return path


@pytest.mark.parametrize("read_only", ["", "现在是只读查看。"])
def test_a_write_that_was_cut_off_is_taken_back(cut_off: Path, read_only: str) -> None:
    store = Store(cut_off, read_only=read_only) if read_only else open_ledger(cut_off)
    assert store.read_only == read_only
    assert store.get(Person, 1) == LEADER
    assert len(store.all(Person)) == 2
    store.close()


def test_where_nothing_can_be_written_it_is_taken_back_in_memory(
    cut_off: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for module in ("model.store.connection", "model.opening"):
        monkeypatch.setattr(f"{module}.can_be_written", lambda path: False)
    before = cut_off.read_bytes(), Path(f"{cut_off}-journal").read_bytes()
    store = open_ledger(cut_off)
    assert store.get(Person, 1) == LEADER
    assert len(store.all(Person)) == 2
    assert "不能写入" in store.read_only
    store.notice()
    store.close()
    assert before == (cut_off.read_bytes(), Path(f"{cut_off}-journal").read_bytes())
