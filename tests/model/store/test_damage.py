"""A cell that this program cannot have written is said to be damage, wherever it is met."""

import sqlite3
from dataclasses import replace
from pathlib import Path

import pytest

from model.changes import Change
from model.kinds import Day
from model.lifecycle import gather, register
from model.records import Campaign, Category, Issue, Phase, Step
from model.refused import Refused
from model.store import Store
from model.store.faults import said_plainly
from model.store.rows import restore_by
from tests.model.conftest import CAMPAIGN


def spoil(path: Path, statement: str) -> None:
    """Alter the file behind the program's back."""
    with sqlite3.connect(path) as connection:
        connection.execute("PRAGMA ignore_check_constraints=1")
        connection.execute(statement)
    connection.close()


def spoil_type(path: Path, table: str, column: str, value: str) -> None:
    """Put a value into a column that does not take its type, as a flipped bit can."""
    with sqlite3.connect(path) as connection:
        connection.execute("PRAGMA writable_schema=1")
        strict = f"type = 'table' AND name = '{table}'"
        (whole,) = connection.execute(f"SELECT sql FROM sqlite_schema WHERE {strict}").fetchone()
        loose = f'CREATE TABLE "{table}" ({", ".join(columns_of(connection, table))})'
        rewrite = f"UPDATE sqlite_schema SET sql = ? WHERE {strict}"
        connection.execute(rewrite, [loose])
        connection.execute("PRAGMA writable_schema=RESET")
        connection.execute(f'UPDATE "{table}" SET "{column}" = {value}')
        connection.execute("PRAGMA writable_schema=1")
        connection.execute(rewrite, [whole])
    connection.close()


def columns_of(connection: sqlite3.Connection, table: str) -> list[str]:
    """The columns without any type, but for the id that the rows are known by."""
    rows = connection.execute(f'PRAGMA table_info("{table}")').fetchall()
    return [f'"{row[1]}"{" INTEGER PRIMARY KEY" if row[5] else ""}' for row in rows]


@pytest.mark.parametrize(
    "setting",
    ["\"start\" = '2011-0#-18'", "\"precision\" = '天'", "\"name\" = CAST(x'B4FF' AS TEXT)"],
)
def test_a_spoilt_cell_is_damage(store: Store, path: Path, setting: str) -> None:
    phase = Phase(1, campaign=1, name="学习动员", start=CAMPAIGN.start, end=CAMPAIGN.end)
    store.apply([Change(None, phase)], "新增阶段")
    spoil(path, f'UPDATE "phase" SET {setting}')
    with pytest.raises(Refused, match="已损坏"):
        store.all(Phase)


@pytest.mark.parametrize(
    ("column", "value"),
    [("name", "NULL"), ("name", "x'B4FF'"), ("name", "5"), ("seq", "'三'"), ("seq", "x'B4'")],
)
def test_a_cell_of_another_type_is_damage_wherever_it_is_read(
    store: Store, path: Path, column: str, value: str
) -> None:
    phase = Phase(1, campaign=1, name="学习动员", start=CAMPAIGN.start, end=CAMPAIGN.end)
    store.apply([Change(None, phase)], "新增阶段")
    spoil_type(path, "phase", column, value)
    with pytest.raises(Refused, match="已损坏"):
        store.all(Phase)
    with pytest.raises(Refused, match="已损坏"):
        store.rows(Phase, [column, "start"])
    if column == Phase.shown_by:
        with pytest.raises(Refused, match="已损坏"):
            store.names(Phase)


def test_a_flag_that_is_neither_yes_nor_no_is_damage(store: Store, path: Path) -> None:
    spoil(path, 'UPDATE "campaign" SET "archived" = 7')
    with pytest.raises(Refused, match="已损坏"):
        store.rows(Campaign, ["archived"])


def test_an_id_that_none_can_follow_is_damage(store: Store, path: Path) -> None:
    spoil(path, f'UPDATE "category" SET "id" = {2**63 - 1}')
    with pytest.raises(Refused, match="已损坏"):
        store.find(Category, store.fresh_id(Category))


def test_an_issue_without_a_round_is_damage(store: Store, path: Path) -> None:
    store.apply(register(store, CAMPAIGN, content="座椅破损。"), "新增问题")
    spoil(path, 'UPDATE "rectification" SET "deleted" = 1')
    assert store.rows(Issue, ["round.round", "round.goal", "number"])
    with pytest.raises(Refused, match="已损坏"):
        gather(store, 1)


@pytest.mark.parametrize("setting", ["\"at\" = '昨天'", "\"way\" = '?'"])
def test_a_spoilt_line_of_the_history_is_damage(store: Store, path: Path, setting: str) -> None:
    spoil(path, f'UPDATE "operation" SET {setting}')
    with pytest.raises(Refused, match="已损坏"):
        store.undoable()


@pytest.mark.parametrize("setting", ['"reverts" = "id" + 1', '"reverts" = 0', '"reverts" = NULL'])
def test_an_undo_of_what_came_later_is_damage_and_no_endless_way(
    store: Store, path: Path, setting: str
) -> None:
    store.apply([Change(CAMPAIGN, replace(CAMPAIGN, title="改名"))], "改名")
    store.undo()
    spoil(path, f'UPDATE "operation" SET {setting} WHERE "way" = \'undo\'')
    for walk in (store.undoable, store.redoable, store.history.course):
        with pytest.raises(Refused, match="已损坏"):
            walk()


def test_a_change_that_says_nothing_is_damage(store: Store, path: Path) -> None:
    spoil(path, 'UPDATE "change" SET "before" = NULL, "after" = NULL')
    history = store.history
    with pytest.raises(Refused, match="已损坏"):
        history.operation(history.entries()[-1])


@pytest.mark.parametrize("kept", ["'{'", "CAST(x'FF' AS TEXT)"])
def test_a_spoilt_change_is_damage(store: Store, path: Path, kept: str) -> None:
    store.apply([Change(CAMPAIGN, replace(CAMPAIGN, title="改名"))], "改名")
    spoil(path, f'UPDATE "change" SET "before" = {kept} WHERE "before" IS NOT NULL')
    with pytest.raises(Refused, match="已损坏"):
        store.undo()


@pytest.mark.parametrize("place", [47, 100])
def test_a_damaged_head_is_damage(store: Store, path: Path, place: int) -> None:
    store.close()
    with path.open("r+b") as file:
        file.seek(place)
        file.write(b"\x0b")
    with pytest.raises(Refused, match="已损坏"):
        Store(path)


def test_a_table_that_is_not_known_any_more_is_damage(store: Store, path: Path) -> None:
    spoil(path, 'ALTER TABLE "step" RENAME TO "stfp"')
    with pytest.raises(Refused, match="已损坏"):
        store.all(Step)


def test_a_value_of_the_wrong_type_is_damage() -> None:
    """A page in the place of another brings numbers where days were."""
    restore = restore_by(Day())
    assert restore is not None
    with pytest.raises(Refused, match="已损坏"):
        restore(20110218)


def test_a_size_that_nothing_has_is_damage() -> None:
    connection = sqlite3.connect(":memory:")
    with pytest.raises(Refused, match="已损坏"), said_plainly():
        connection.execute("SELECT zeroblob(2000000000)").fetchone()
    connection.close()
