"""How a table is filtered, sorted and laid out, as the plain words of a view, and back."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

from gui.record_table import ColumnFilter, RecordTable
from gui.record_table.filters import SPANS

Told = Mapping[str, Any]


def told_filters(table: RecordTable) -> dict[str, Told]:
    """The filters that are on, by path, as a view keeps them."""
    return {path: _told(each) for path, each in table.records.column_filters.items()}


def _told(chosen: ColumnFilter) -> Told:
    days = {"since": chosen.since, "until": chosen.until}
    told = {
        "ticked": None if chosen.ticked is None else sorted(chosen.ticked),
        "holds": chosen.holds,
        "span": chosen.span,
        **{name: day.isoformat() if day else "" for name, day in days.items()},
    }
    return {name: value for name, value in told.items() if value not in (None, "")}


def filter_of(told: Told) -> ColumnFilter | None:
    """The filter that a view tells of; None for a garbled one."""
    try:
        since, until = (_day(told.get(name, "")) for name in ("since", "until"))
        ticked = told.get("ticked")
        found = ColumnFilter(
            ticked=None if ticked is None else frozenset(map(str, ticked)),
            holds=str(told.get("holds", "")),
            span=told["span"] if told.get("span") in SPANS else "",
            since=since,
            until=until,
        )
    except (TypeError, ValueError, AttributeError):
        return None
    return found if found != ColumnFilter() else None


def _day(text: str) -> date | None:
    return date.fromisoformat(text) if text else None


def filter_table(table: RecordTable, filters: Mapping[str, Told]) -> None:
    """Put these filters on the table in place of those that are on."""
    table.filtering.clear()
    for path in _known(table, filters):
        table.filtering.put(path, filter_of(filters[path]))


def told_columns(table: RecordTable) -> dict[str, Any]:
    """Sort, order and hidden columns as a view keeps them."""
    columns, header = table.records.columns, table.headings
    sorting = table.records.rows.sorting
    return {
        "group": table.fitting.grouped,
        "sort": columns[sorting.column].path if sorting.column >= 0 else "",
        "reverse": sorting.reverse,
        "hidden": sorted(table.fitting.hidden),
        "order": [columns[header.logicalIndex(place)].path for place in range(header.count())],
    }


def arrange_columns(table: RecordTable, told: Told) -> None:
    """Sort, order and hide columns as a view tells; what is not told of is shown as it comes."""
    hidden = set(told.get("hidden", ()))
    for column in table.records.columns:
        table.fitting.hide(column.path, column.path in hidden)
    header = table.headings
    for place, path in enumerate(_known(table, told.get("order", ()))):
        header.moveSection(header.visualIndex(table.records.column_of(path)), place)
    table.group_by("".join(_known(table, [told.get("group", "")])))
    sort = str(told.get("sort", ""))
    table.sort_by(sort if _known(table, [sort]) else "", bool(told.get("reverse")))


def _known(table: RecordTable, paths: Any) -> list[str]:
    present = {column.path for column in table.records.columns}
    return [path for path in paths if path in present]
