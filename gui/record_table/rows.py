"""The rows behind a table, without Qt: what is shown is an index list into a list of tuples."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from gui.record_table.columns import Row, TableColumn
from gui.record_table.ordering import AS_LOADED, Accepts, Sorting, accepted, sorted_by
from gui.record_table.search import SearchTexts
from gui.record_table.values import ordered_by, shown_by
from model.kinds import Context


class Rows:
    """All rows of a table, and which of them are shown in which order.

    ``accepts`` and ``needle`` are the filter, ``sorting`` the order; ``arrange`` applies them.
    Positions are those on the screen.
    """

    def __init__(self, columns: Sequence[TableColumn], context: Context) -> None:
        self.columns = tuple(columns)
        self.all: list[Row] = []
        self.accepts: Accepts | None = None
        self.needle = ""
        self.sorting: Sorting = AS_LOADED
        self._order: list[int] = []
        self._shown: dict[int, int] = {}  # by id, made when asked for
        self._indexes: dict[int, int] = {}  # the same of all rows
        self.set_context(context)

    def set_context(self, context: Context) -> None:
        """Names and dates read differently from now on."""
        self.context = context
        self._shows = [shown_by(column, context) for column in self.columns]
        self._take(self.all)

    def load(self, rows: Iterable[Row]) -> None:
        self._take(list(rows))
        self.arrange()

    def _take(self, rows: list[Row]) -> None:
        self.all = rows
        self._indexes = {}
        self._search = SearchTexts(rows, self._shows, self.context)
        self._keys: tuple[int, list[Any]] | None = None

    def arrange(self) -> None:
        """Filter and sort anew."""
        order = accepted(self.all, self.accepts)
        if self.needle:
            order = self._search.matching(order, self.needle)
        if self.sorting.column >= 0:
            order = sorted_by(self._keys_of(self.sorting.column), order, self.sorting.reverse)
        self._place(order)

    def _keys_of(self, column: int) -> list[Any]:
        """The sort keys of a column, kept until something is altered: reversing is for nothing."""
        if self._keys is None or self._keys[0] != column:
            values = [row[column + 1] for row in self.all]
            self._keys = column, ordered_by(self.columns[column], self.context)(values)
        return self._keys[1]

    # -- reading ---------------------------------------------------------------------------

    def __len__(self) -> int:
        """How many are shown."""
        return len(self._order)

    def at(self, row: int) -> Row:
        return self.all[self._order[row]]

    def id_at(self, row: int) -> int:
        return int(self.all[self._order[row]][0])

    def row_of(self, id: int) -> int | None:
        """Where the record is shown; None when it is filtered out or not here."""
        if not self._shown:
            self._shown = {self.all[i][0]: row for row, i in enumerate(self._order)}
        return self._shown.get(id)

    def value(self, row: int, column: int) -> Any:
        return self.all[self._order[row]][column + 1]

    def text(self, row: int, column: int) -> str:
        """The words of a cell."""
        return self._shows[column](self.all[self._order[row]][column + 1])

    def search_texts(self, needle: str, rows: Iterable[int] | None = None) -> list[str]:
        """What ``needle`` is sought in: a string per shown row, its cells parted by BETWEEN."""
        order = self._order if rows is None else [self._order[row] for row in rows]
        return self._search.texts(order, needle)

    # -- one row altered -------------------------------------------------------------------

    def index_of(self) -> dict[int, int]:
        """The place of each id among all rows."""
        if not self._indexes:
            self._indexes = {row[0]: index for index, row in enumerate(self.all)}
        return self._indexes

    def replace(self, index: int, row: Row) -> None:
        self.all[index] = row
        self._search.forget(index)
        self._keys = None

    def append(self, row: Row) -> None:
        """One more row, shown last."""
        self.all.append(row)
        self._search.grow()
        self._indexes, self._keys = {}, None
        self._place([*self._order, len(self.all) - 1])

    def hide(self, row: int) -> None:
        """Show the row at this position no more."""
        self._place(self._order[:row] + self._order[row + 1 :])

    def drop(self, gone: set[int]) -> None:
        """Forget rows that are shown no more; the others keep their positions."""
        ids = [self.id_at(row) for row in range(len(self))]
        self._take([row for row in self.all if row[0] not in gone])
        places = self.index_of()
        self._place([places[id] for id in ids])

    def _place(self, order: list[int]) -> None:
        self._order = order
        self._shown = {}
