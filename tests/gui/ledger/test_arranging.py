"""A filter and the columns of a table come back from a view as they were."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from gui.ledger.arranging import (
    arrange_columns,
    filter_of,
    filter_table,
    told_columns,
    told_filters,
)
from gui.ledger.room import LedgerRoom
from gui.record_table import ColumnFilter
from model.views import Arrangement, packed, unpacked

FILTERS = {
    "level": ColumnFilter(ticked=frozenset({"科室", ""})),
    "content": ColumnFilter(holds="培训"),
    "found_on": ColumnFilter(span="本周"),
    "source": ColumnFilter(ticked=frozenset({"自查"})),
}


@pytest.mark.parametrize(
    "chosen", [*FILTERS.values(), ColumnFilter(since=date(2011, 3, 1), until=date(2011, 3, 9))]
)
def test_a_filter_comes_back(wide_room: LedgerRoom, chosen: ColumnFilter) -> None:
    wide_room.table.filtering.put("found_on", chosen)
    told = unpacked(packed(Arrangement(filters=told_filters(wide_room.table)))).filters
    assert filter_of(told["found_on"]) == chosen


@pytest.mark.parametrize(
    "told",
    [{}, {"ticked": 3}, {"since": "gestern"}, {"span": "昨天"}, {"made": "up"}, {"since": 3}],
)
def test_a_garbled_filter_is_none(told: dict[str, Any]) -> None:
    assert filter_of(told) is None


def test_filters_take_the_place_of_those_that_were_on(wide_room: LedgerRoom) -> None:
    table = wide_room.table
    for path, chosen in FILTERS.items():
        table.filtering.put(path, chosen)
    filter_table(table, {"level": {"ticked": ["个人"]}, "nowhere": {"holds": "x"}})
    assert table.records.column_filters == {"level": ColumnFilter(ticked=frozenset({"个人"}))}


def test_columns_come_back(wide_room: LedgerRoom) -> None:
    table = wide_room.table
    usual = told_columns(table)
    table.fitting.hide("cause", True)
    table.headings.moveSection(0, 3)
    table.group_by("category")
    table.sort_by("found_on", reverse=True)
    other = told_columns(table)
    arrange_columns(table, usual)
    assert told_columns(table) == usual
    arrange_columns(table, other)
    assert told_columns(table) == other
    assert (other["group"], table.fitting.grouped) == ("category", "category")
    assert (other["sort"], other["reverse"], other["hidden"]) == ("found_on", True, ["cause"])


def test_what_a_view_does_not_know_is_left_out(wide_room: LedgerRoom) -> None:
    arrange_columns(wide_room.table, {"sort": "nowhere", "order": ["nowhere", "state"]})
    assert told_columns(wide_room.table)["order"][0] == "state"
