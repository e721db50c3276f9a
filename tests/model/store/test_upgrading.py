"""A ledger of every released schema is brought up to date, and nothing of it is lost."""

import shutil
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from datetime import datetime
from enum import StrEnum
from hashlib import sha256
from pathlib import Path

import pytest

from model.backups import folder_of
from model.changes import Change, Way
from model.fields import Field, Record
from model.initials import initials
from model.kinds import Choice
from model.lifecycle import move
from model.opening import bring_up_to_date
from model.pinyin import read
from model.records import (
    KINDS,
    Campaign,
    Category,
    Evidence,
    Issue,
    Measure,
    Member,
    Opinion,
    Origin,
    Person,
    Phase,
    Progress,
    Publicity,
    Rectification,
    Step,
    Submission,
    Tally,
    Task,
    View,
)
from model.refused import Refused
from model.store import Store, upgrading
from model.store.checking import check, glance
from model.store.connection import recognise
from model.store.identity import VERSION
from model.words import EvidenceKind, Move, Page, PublicityKind

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


def choices() -> Iterator[tuple[type[Record], Field, StrEnum]]:
    """Every word that can stand in a field of fixed words."""
    for kind in KINDS:
        for field in kind.fields:
            if isinstance(field.kind, Choice):
                yield from ((kind, field, word) for word in field.kind.values)


def all_but_a_step(ids: dict[type[Record], int]) -> list[Record]:
    """One record of every kind under these ids; a step comes with a move."""
    day, campaign, issue, task = NOW.date(), ids[Campaign], ids[Issue], ids[Task]
    round, person, opinion = ids[Rectification], ids[Person], ids[Opinion]
    print_of = sha256(b"after").hexdigest()
    found = [
        Campaign(campaign, title="回头看", start=day, end=day),
        Person(person, name="郑伟"),
        Phase(ids[Phase], campaign=campaign, name="查摆", start=day, end=day),
        Task(task, campaign=campaign, title="学习", per_person=True),
        Category(ids[Category], campaign=campaign, name="作风"),
        Issue(issue, campaign=campaign, content="窗口排队久。"),
        Rectification(round, issue=issue),
        Measure(ids[Measure], rectification=round, content="加开窗口。"),
        Progress(ids[Progress], rectification=round, on=day, content="已加开。"),
        Publicity(ids[Publicity], issue=issue, kind=PublicityKind.RESULTS, start=day, end=day),
        Evidence(ids[Evidence], issue=issue, kind=EvidenceKind.AFTER, name="a", sha256=print_of),
        Member(ids[Member], campaign=campaign, person=person, role="组长"),
        Opinion(opinion, campaign=campaign, channel="座谈会", content="排队久。"),
        Origin(ids[Origin], opinion=opinion, issue=issue),
        Tally(ids[Tally], task=task, person=person),
        Submission(
            ids[Submission], campaign=campaign, report="问题台账", recipient="县局",
            submitted_on=day, name="a.xlsx", file=print_of, values=print_of,
        ),
        View(ids[View], campaign=campaign, name="逾期", room=Page.ISSUES, definition="{}"),
    ]  # fmt: skip
    assert {type(record) for record in found} == {*KINDS} - {Step}
    return found


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


@pytest.mark.parametrize("path", KEPT, ids=lambda path: path.stem)
def test_every_word_can_be_stored_in_a_ledger_from_before(path: Path, tmp_path: Path) -> None:
    """Whoever adds a word to a Choice takes the next version, whose migration lets it in."""
    copy = tmp_path / path.name
    shutil.copy(path, copy)
    bring_up_to_date(copy)
    with closing(sqlite3.connect(copy)) as connection:
        for kind, field, word in choices():
            connection.execute(
                f'INSERT INTO "{kind.table}" ("{field.name}") VALUES (?)', [str(word)]
            )


def test_every_row_is_there_afterwards(older: Path) -> None:
    before = {table: rows(older, table) for table in ("issue", "step", "blob", "change")}
    upgraded(older).close()
    for table, expected in before.items():
        found = rows(older, table)[: len(expected)]
        assert [row[: len(old)] for row, old in zip(found, expected, strict=True)] == expected


def test_what_was_there_can_be_read(older: Path) -> None:
    store = upgraded(older)
    campaign = store.all(Campaign)[0]
    assert store.all(Issue, campaign=campaign.id)
    assert store.blob(store.all(Evidence)[0].sha256) == b"before"
    assert all(each.content for each in store.all(Opinion))
    store.close()


def test_one_record_of_each_kind_can_be_written(older: Path) -> None:
    store = upgraded(older)
    new = all_but_a_step({kind: store.fresh_id(kind) for kind in KINDS})
    store.apply([Change(None, record) for record in new], "新增", [b"after"])
    issue, reason = store.all(Issue)[-1].id, {"step.reason": "查无此事"}
    store.apply(move(store, issue, Move.DECLINE, reason, NOW.date(), "张明"), "不予立项")
    store.close()
    store = Store(older)
    assert [each for each in new if store.find(type(each), each.id) is None] == []
    assert store.all(Step, issue=issue)
    assert [fault for each in check(older) for fault in each.faults] == []
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
