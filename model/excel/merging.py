"""Cells of neighbouring rows that read alike and become one."""

from collections.abc import Collection, Sequence

from model.excel.sheet import Cell
from model.frozen import Frozen


class Merge(Frozen):
    """A cell over the rows ``first`` to ``last`` of a column, all counted from 0 and included."""

    column: int
    first: int
    last: int


def merges_of(
    rows: Sequence[Sequence[Cell]], columns: Sequence[int], breaks: Collection[int]
) -> tuple[Merge, ...]:
    """The merged cells of these columns; none runs over a row of ``breaks``, where a page begins.

    Rows share a cell as far as they read alike in it and in the merged columns before it.
    """
    found = []
    for place, column in enumerate(columns):
        seen = columns[: place + 1]
        first = 0
        for index in range(1, len(rows) + 1):
            alike = (
                index < len(rows)
                and index not in breaks
                and all(rows[index][each] == rows[first][each] for each in seen)
            )
            if not alike:
                if index - first > 1:
                    found.append(Merge(column, first, index - 1))
                first = index
    return tuple(found)
