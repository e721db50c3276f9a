"""A cell that this program cannot have written is said to be damage, wherever it is met."""

import sqlite3
from dataclasses import replace
from pathlib import Path

import pytest

from model.changes import Change
from model.kinds import Day
from model.records import Phase, Step
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
