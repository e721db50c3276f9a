"""Which rows are shown and in what order: indexes into the rows, found by scans and one sort."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date
from typing import Any

from gui.record_table.columns import Row
from gui.record_table.filters import ColumnFilter
from model.frozen import Frozen


class Sorting(Frozen):
    """By which column (index; -1: as the rows came) and whether from last to first."""

    column: int = -1
    reverse: bool = False


Accepts = Callable[[Row], bool]
AS_LOADED = Sorting()
SAMPLE = 200
FEW = 4  # a column holds few different values when each stands in so many rows


def accepted(rows: Sequence[Row], accepts: Accepts | None) -> list[int]:
    """The indexes of the rows that a filter lets through."""
    if accepts is None:
        return list(range(len(rows)))
    return [index for index, row in enumerate(rows) if accepts(row)]


def passing(
    order: Sequence[int],
    values: Sequence[Any],
    listed: Callable[[Any], str],
    chosen: ColumnFilter,
    today: Callable[[], date],
) -> list[int]:
    """Those of ``order`` whose value (one each) the filter of their column lets through."""
    if chosen.is_by_days:
        since, until = chosen.stretch(today())
        let = [value is not None and since <= value <= until for value in values]
    elif chosen.holds:
        sought = chosen.holds.lower()
        let = [sought in listed(value).lower() for value in values]
    else:
        ticked = chosen.ticked or frozenset()
        let = [listed(value) in ticked for value in values]
    return [index for index, passes in zip(order, let, strict=True) if passes]


def sorted_by(keys: Sequence[Any], order: Sequence[int], reverse: bool) -> list[int]:
    """``order`` sorted by the keys of its rows; blanks (None) last either way, equals as before."""
    if None not in keys:
        return sorted(order, key=keys.__getitem__, reverse=reverse)
    filled = [index for index in order if keys[index] is not None]
    blank = [index for index in order if keys[index] is None]
    filled.sort(key=keys.__getitem__, reverse=reverse)
    return filled + blank


def ranks(values: Sequence[Any], keys_of: Callable[[Sequence[Any]], list[Any]]) -> list[Any]:
    """A small number for each value that sorts as its key does; None where the key is None.

    Few different values in many rows are told apart much faster than their keys are compared.
    """
    sample = values[:SAMPLE]
    distinct = list(set(values)) if len(set(sample)) <= len(sample) // FEW else []
    if not 0 < len(distinct) <= len(values) // FEW:
        return keys_of(values)
    keys = keys_of(distinct)
    places = {key: rank for rank, key in enumerate(sorted(set(keys) - {None}))}
    found = {value: places.get(key) for value, key in zip(distinct, keys, strict=True)}
    return [found[value] for value in values]
