"""Typed letters find a text by how the ledger says that it reads, and mark it in its place."""

from __future__ import annotations

from dataclasses import replace

import pytest

from gui.record_table import TableModel
from gui.record_table.finding import Finder
from model.initials import ALSO
from tests.gui.record_table.acting import CONTENT
from tests.gui.record_table.samples import CONTEXT, ROWS

READINGS = {"长期走过场": "cqzgc", "覃丽华": f"qlh{ALSO}tlh"}


@pytest.fixture
def finder(model: TableModel) -> Finder:
    rows = [
        (*row[: CONTENT + 1], text, *row[CONTENT + 2 :])
        for row, text in zip(ROWS, READINGS, strict=False)
    ]
    model.show_rows(rows, replace(CONTEXT, readings=lambda: READINGS))
    return Finder(model)


def found(finder: Finder, letters: str) -> list[tuple[int, int, int]]:
    finder.find(letters)
    hits = [hit for row in (0, 1) for hit in finder.places(row, CONTENT)]
    assert finder.total == len(hits)
    return [(hit.row, hit.start, hit.length) for hit in hits]


def test_a_reading_of_the_ledger_is_found(finder: Finder) -> None:
    assert found(finder, "cqzg") == [(0, 0, 4)]
    assert found(finder, "zqzg") == []


@pytest.mark.parametrize("letters", ["ql", "tl"])
def test_a_name_is_found_by_either_reading(finder: Finder, letters: str) -> None:
    assert found(finder, letters) == [(1, 0, 2)]
    assert finder.current is not None


def test_what_both_readings_share_is_one_place(finder: Finder) -> None:
    assert found(finder, "lh") == [(1, 1, 2)]


def test_the_filter_knows_the_readings(model: TableModel, finder: Finder) -> None:
    model.filter(text="tlh")
    assert [model.rows.text(row, CONTENT) for row in range(model.rowCount())] == ["覃丽华"]
