"""What is written of the past cannot change by itself unnoticed."""

import sqlite3
from pathlib import Path

import pytest

from model.store import Store
from model.store.checking import check
from model.store.sealing import is_whole
from tests.model.store.test_damage import spoil


@pytest.fixture
def closed(store: Store, path: Path) -> Path:
    store.close()
    return path


def faults(path: Path) -> list[str]:
    return [fault for each in check(path) if each.name == "变更历史" for fault in each.faults]


def test_a_past_that_nobody_touched_is_whole(closed: Path) -> None:
    assert faults(closed) == []


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE operation SET label = '建立活劫'",
        "UPDATE operation SET at = '2011-04-20T10:33:00'",
        "UPDATE operation SET token = 'x' || substr(token, 2)",
        "UPDATE change SET after = replace(after, '院长', '院镾') WHERE record = 1",
        "DELETE FROM change WHERE id = 1",
        "UPDATE change SET operation = 2 WHERE id = 1",
    ],
)
def test_what_changed_by_itself_is_named(closed: Path, statement: str) -> None:
    connection = sqlite3.connect(closed, isolation_level=None)
    connection.execute(statement)
    connection.close()
    assert faults(closed)[0] == "第1次操作的记录和写入时不一样。"


def test_a_token_that_is_no_text_any_more_is_not_whole() -> None:
    assert not is_whole(5, (), ())


def test_what_was_written_before_there_were_seals_passes(closed: Path) -> None:
    spoil(closed, "UPDATE operation SET token = substr(token, 1, 36)")
    assert faults(closed) == []


def test_a_copy_from_between_two_writes_is_found(closed: Path) -> None:
    """A plain copy beside a writer may hold the last operation and the count before it."""
    spoil(closed, "UPDATE file SET generation = generation - 1")
    assert ["写入次数" in fault for fault in faults(closed)] == [True]
