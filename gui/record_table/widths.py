"""Who gets how much of a table's width: fixed columns theirs, the others share what is left."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence

from gui.record_table.columns import TableColumn

LEAST = 160  # px of a column that shares


def widths(
    columns: Sequence[TableColumn],
    available: int,
    chosen: Mapping[str, int],
    hidden: Collection[str],
) -> list[int]:
    """The width of each column in px, 0 for one that is not shown.

    ``chosen`` are the widths and ``hidden`` the columns (by path) that the user picked.
    Too narrow: the optional columns go, the highest first; then the sum exceeds ``available``.
    """
    shown = [
        column for column in columns if column.path not in hidden and column.shown_from <= available
    ]
    while not _fits(shown, available, chosen) and any(column.optional for column in shown):
        shown.remove(max(shown, key=lambda column: column.optional))
    given = _shared(shown, available, chosen)
    return [given.get(column.path, 0) for column in columns]


def _fixed(column: TableColumn, chosen: Mapping[str, int]) -> int:
    return chosen.get(column.path, column.width)


def _fits(shown: Sequence[TableColumn], available: int, chosen: Mapping[str, int]) -> bool:
    return sum(_fixed(column, chosen) or LEAST for column in shown) <= available


def _shared(
    shown: Sequence[TableColumn], available: int, chosen: Mapping[str, int]
) -> dict[str, int]:
    given = {column.path: _fixed(column, chosen) for column in shown}
    sharing = [column for column in shown if not given[column.path]]
    left = available - sum(given.values())
    # Those whose share is smallest first: what they get beyond it, the others get less.
    sharing.sort(key=lambda column: column.share)
    shares = sum(column.share for column in sharing)
    for column in sharing:
        given[column.path] = max(LEAST, left * column.share // shares)
        left -= given[column.path]
        shares -= column.share
    return given
