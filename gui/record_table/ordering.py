"""Which rows are shown and in what order: indexes into the rows, found by scans and one sort."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from gui.record_table.columns import Row
from gui.record_table.values import Key


@dataclass(frozen=True)
class Sorting:
    """By which column (index; -1: as the rows came) and whether from last to first."""

    column: int = -1
    reverse: bool = False


Accepts = Callable[[Row], bool]
AS_LOADED = Sorting()


def accepted(rows: Sequence[Row], accepts: Accepts | None) -> list[int]:
    """The indexes of the rows that a filter lets through."""
    if accepts is None:
        return list(range(len(rows)))
    return [index for index, row in enumerate(rows) if accepts(row)]


def sorted_by(
    rows: Sequence[Row], order: Iterable[int], sorting: Sorting, key: Key | None
) -> list[int]:
    """``order`` sorted by one column; blanks come last either way, equals stay as they were."""
    if sorting.column < 0:
        return sorted(order)
    place = sorting.column + 1
    values = [row[place] for row in rows]
    keys = values if key is None else list(map(key, values))
    blank: list[int] = []
    filled: list[int] = []
    for index in sorted(order):
        (blank if keys[index] is None else filled).append(index)
    filled.sort(key=keys.__getitem__, reverse=sorting.reverse)
    return filled + blank
