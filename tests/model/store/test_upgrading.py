"""A ledger of every released schema is brought up to date, and nothing of it is lost."""

import shutil
import sqlite3
from datetime import datetime
from pathlib import Path

import pytest

from model.backups import folder_of
from model.changes import Way
from model.initials import initials
from model.opening import bring_up_to_date
from model.pinyin import read
from model.records import KINDS, Campaign, Evidence, Issue, Opinion
from model.refused import Refused
from model.store import Store, upgrading
from model.store.checking import glance
from model.store.connection import recognise
from model.store.identity import VERSION

KEPT = sorted((Path(__file__).parent / "released").glob("*.db"))
RELEASED = [path for path in KEPT if recognise(path) < VERSION]
NOW = datetime(2026, 1, 2, 3, 4, 5)


@pytest.fixture(params=RELEASED, ids=lambda path: path.stem)
def older(request: pytest.FixtureRequest, tmp_path: Path) -> Path:
    path = tmp_path / "taizhang.db"
    shutil.copy(request.param, path)
    return path


def upgraded(path: Path) -> Store:
    assert bring_up_to_date(path, user="张明", now=lambda: NOW)
    return Store(path)


def rows(path: Path, table: str) -> list[tuple[object, ...]]:
    connection = sqlite3.connect(path)
    try:
        return connection.execute(f'SELECT * FROM "{table}" ORDER BY 1').fetchall()
    finally:
        connection.close()


def test_every_schema_is_kept_as_a_file() -> None:
    assert [recognise(path) for path in KEPT] == list(range(1, VERSION + 1))


def test_this_schema_is_still_what_its_file_has() -> None:
    """Whoever needs another table or column takes the next version, and keeps its file here."""
    assert [fault for each in glance(KEPT[-1]) for fault in each.faults] == []


def test_every_row_is_there_afterwards(older: Path) -> None:
    before = {table: rows(older, table) for table in ("issue", "step", "blob", "change")}
    upgraded(older).close()
    for table, expected in before.items():
        found = rows(older, table)[: len(expected)]
        assert [row[: len(old)] for row, old in zip(found, expected, strict=True)] == expected


def test_every_kind_can_be_read_and_written(older: Path) -> None:
    store = upgraded(older)
    assert all(store.all(kind) is not None for kind in KINDS)
    campaign = store.all(Campaign)[0]
    assert store.all(Issue, campaign=campaign.id)
    assert store.blob(store.all(Evidence)[0].sha256) == b"before"
    assert all(each.content for each in store.all(Opinion))
    store.close()


def test_texts_from_before_are_found_by_their_initials(older: Path) -> None:
    store = upgraded(older)
    content = store.all(Issue)[0].content
    assert store.readings().get(content, initials(content, {})) == read(content)
    store.close()


def test_the_upgrade_is_in_the_history_and_undo_stops_at_it(older: Path) -> None:
    store = upgraded(older)
    last = store.history.entry(store.history.last_id())
    assert last is not None
    assert (last.way, last.at, last.by) == (Way.UPGRADE, NOW, "张明")
    assert store.undoable() is None
    assert store.redoable() is None
    store.close()


def test_the_file_as_it_was_lies_among_the_backups(older: Path) -> None:
    before = rows(older, "change")
    upgraded(older).close()
    (kept,) = folder_of(older).glob("*.db")
    assert kept.name == "taizhang_20260102_030405_升级前.db"
    assert recognise(kept) < VERSION
    assert rows(kept, "change") == before


def test_an_upgrade_that_fails_leaves_the_file_as_it_was(
    older: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = older.read_bytes()

    def fail(*given: object) -> None:
        raise sqlite3.OperationalError("database or disk is full")

    monkeypatch.setattr(upgrading, "_bring_up_to_date", fail)
    with pytest.raises((Refused, sqlite3.OperationalError)):
        bring_up_to_date(older, now=lambda: NOW)
    assert older.read_bytes() == before
    assert not list(older.parent.glob(".taizhang*"))


def test_an_older_file_is_not_opened_as_it_is(older: Path) -> None:
    with pytest.raises(Refused, match="旧版本"):
        Store(older)


def test_a_file_of_this_version_is_left_alone(tmp_path: Path) -> None:
    path = tmp_path / "taizhang.db"
    Store.open_or_create(path).close()
    before = path.read_bytes()
    assert not bring_up_to_date(path)
    assert path.read_bytes() == before
    assert not folder_of(path).exists()
