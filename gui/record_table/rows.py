"""The rows behind a table, without Qt: what is shown is an index list into a list of tuples."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from datetime import date
from operator import itemgetter
from typing import Any

from gui.record_table.columns import Row, TableColumn
from gui.record_table.filters import ColumnFilter, Option
from gui.record_table.grouping import Group, headings, labels_of, parted
from gui.record_table.ordering import (
    AS_LOADED,
    Accepts,
    Sorting,
    accepted,
    passing,
    ranks,
    sorted_by,
)
from gui.record_table.search import SearchTexts
from gui.record_table.values import ordered_by, shown_by
from model.kinds import Context, Serial

FEW_QUESTIONS = 5  # after so many it pays to make a table of all places
MOST_PREPARED = 20_000  # rows; more would hold up the window while they are sorted ahead
NEW = 0  # the id of a row that is no record yet


class Rows:
    """All rows of a table, and which of them are shown in which order.

    ``accepts``, ``needle`` and ``filters`` (by column) let rows through, ``sorting`` orders them;
    ``grouping`` (a column, -1: none) parts them before that; ``arrange`` applies all. Positions
    are those on the screen; ``fresh`` is the row behind the last, whose cells wait to become a
    record.
    """

    def __init__(self, columns: Sequence[TableColumn], context: Context) -> None:
        self.columns = tuple(columns)
        self.all: list[Row] = []
        self.accepts: Accepts | None = None
        self.needle = ""
        self.filters: dict[int, ColumnFilter] = {}
        self.today: Callable[[], date] = date.today
        self.sorting: Sorting = AS_LOADED
        self.grouping = -1
        self._order: list[int] = []
        self._shown: dict[int, int] = {}  # by index, made when asked for often
        self._asked = 0
        self._indexes: dict[int, int] = {}  # by id
        self._keys: tuple[int, list[Any]] | None = None
        self._sorted: dict[int, list[int]] = {}  # all rows, by column
        self._labels: tuple[int, list[str]] | None = None  # of all rows, for groups
        self._groups: dict[int, Group] | None = None
        self.blank: Row = (NEW, *(column.field.kind.empty for column in self.columns))
        self.fresh = self.blank
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
        self._forget_order()

    def arrange(self) -> None:
        """Filter and sort anew."""
        order = self._let_through(self.filters)
        if self.sorting.column >= 0:
            order = self._in_order(order)
        if self.grouping >= 0:
            order = self._in_groups(order)
        self._place(order)

    def _let_through(self, columns: Collection[int]) -> list[int]:
        """The indexes of the rows that pass, of the columns' filters only these."""
        order = accepted(self.all, self.accepts)
        if self.needle:
            order = self._search.matching(order, self.needle)
        for column in columns:
            values = list(map(itemgetter(column + 1), map(self.all.__getitem__, order)))
            chosen, listed = self.filters[column], self.listed_by(column)
            order = passing(order, values, listed, chosen, self.today)
        return order

    def holding(self, needle: str) -> int:
        """How many rows hold ``needle``, shown or not."""
        return len(self._search.matching(range(len(self.all)), needle))

    # -- sorting ---------------------------------------------------------------------------

    def prepare(self) -> bool:
        """Sort all rows by one more column, for whoever clicks its heading next.

        False when nothing is left to prepare: to be asked while nothing else is to be done.
        """
        left = [column for column in range(len(self.columns)) if column not in self._sorted]
        if not left or len(self.all) > MOST_PREPARED:
            return False
        self._sort(left[0])
        return True

    def _in_order(self, order: list[int]) -> list[int]:
        column, reverse = self.sorting.column, self.sorting.reverse
        if reverse:
            return sorted_by(self._keys_of(column), order, reverse)
        upward = self._sorted.get(column) or self._sort(column)
        if len(order) == len(upward):
            return upward
        passing = set(order)
        return [index for index in upward if index in passing]

    def _sort(self, column: int) -> list[int]:
        """All rows, sorted upward; kept until something is altered."""
        keys = self._keys_of(column)
        self._sorted[column] = sorted_by(keys, range(len(self.all)), reverse=False)
        return self._sorted[column]

    def _keys_of(self, column: int) -> list[Any]:
        """The sort keys of a column, kept for its other direction."""
        if self._keys is None or self._keys[0] != column:
            values = list(map(itemgetter(column + 1), self.all))
            self._keys = column, ranks(values, ordered_by(self.columns[column], self.context))
        return self._keys[1]

    def _forget_order(self) -> None:
        self._keys = None
        self._sorted = {}
        self._labels = self._groups = None

    # -- groups ----------------------------------------------------------------------------

    @property
    def groups(self) -> Mapping[int, Group]:
        """The groups by the position of their first row; none where nothing is grouped.

        A row that was altered or added since ``arrange`` stands where it was, as its own group.
        """
        if self._groups is None:
            labels = self._labels_of(self.grouping) if self.grouping >= 0 else []
            self._groups = headings(map(labels.__getitem__, self._order)) if labels else {}
        return self._groups

    def _in_groups(self, order: list[int]) -> list[int]:
        """Groups stand as sorting by their column puts them, blanks last."""
        column, sorting = self.grouping, self.sorting
        values = {self.all[index][column + 1] for index in order}
        reverse = sorting.column == column and sorting.reverse
        return parted(order, self._labels_of(column), self._named(column, values, reverse))

    def _labels_of(self, column: int) -> list[str]:
        """What each row is filed under in a column."""
        if self._labels is None or self._labels[0] != column:
            values = list(map(itemgetter(column + 1), self.all))
            self._labels = column, labels_of(values, self.listed_by(column))
        return self._labels[1]

    def _named(self, column: int, values: Iterable[Any], reverse: bool = False) -> list[str]:
        """What the filter of a column calls these values, in the order of sorting, blanks last."""
        listed = self.listed_by(column)
        firsts = {listed(value): value for value in values}
        words = list(firsts)
        keys = ordered_by(self.columns[column], self.context)(list(firsts.values()))
        ordered = sorted_by(keys, range(len(words)), reverse)
        return sorted((words[index] for index in ordered), key=lambda text: text == "")

    # -- filtering -------------------------------------------------------------------------

    def listed_by(self, column: int) -> Callable[[Any], str]:
        """What gives the words by which the filter of a column lists a value."""
        return self.columns[column].filed_under or self._shows[column]

    def options(self, column: int) -> list[Option]:
        """What the filter of a column can offer, in the order that sorting gives, blanks last."""
        order = self._let_through(self.filters.keys() - {column})
        place, listed = column + 1, self.listed_by(column)
        counts = Counter([listed(self.all[index][place]) for index in order])
        values = {self.all[index][place] for index in reversed(order)}
        return [Option(text, counts[text]) for text in self._named(column, values)]

    # -- reading ---------------------------------------------------------------------------

    def title(self, row: int) -> str:
        """What the office calls a row: by the record's number, else by its place."""
        if row >= len(self._order):
            return "新的一行"
        kinds = [column.field.kind for column in self.columns]
        numbers = (at for at, kind in enumerate(kinds) if isinstance(kind, Serial))
        return next((self.text(row, column) for column in numbers), f"第{row + 1}行")

    def __len__(self) -> int:
        """How many records are shown."""
        return len(self._order)

    def at(self, row: int) -> Row:
        """The row at a position; behind the last one those that are no records yet."""
        if row < len(self._order):
            return self.all[self._order[row]]
        return self.fresh if row == len(self._order) else self.blank

    def id_at(self, row: int) -> int:
        return int(self.at(row)[0])

    def row_of(self, id: int) -> int | None:
        """Where the record is shown; None when it is filtered out or not here."""
        index = self.index_of().get(id)
        if index is None:
            return None
        self._asked += 1
        if self._asked <= FEW_QUESTIONS:
            return self._order.index(index) if index in self._order else None
        if not self._shown:
            self._shown = {index: row for row, index in enumerate(self._order)}
        return self._shown.get(index)

    def value(self, row: int, column: int) -> Any:
        return self.at(row)[column + 1]

    def text(self, row: int, column: int) -> str:
        """The words of a cell; blank in a row that is no record yet, where nothing was typed."""
        value = self.at(row)[column + 1]
        if row >= len(self._order) and value == self.blank[column + 1]:
            return ""
        return self._shows[column](value)

    def words(self, column: int, value: Any) -> str:
        """The words of a value of this column."""
        return self._shows[column](value)

    def search_texts(self, needle: str, rows: Iterable[int] | None = None) -> list[str]:
        """What ``needle`` is sought in: a string per shown row, its cells parted by BETWEEN."""
        order = self._order if rows is None else [self._order[row] for row in rows]
        return self._search.texts(order, needle)

    # -- rows altered ----------------------------------------------------------------------

    def index_of(self) -> dict[int, int]:
        """The place of each id among all rows."""
        if not self._indexes:
            ids = map(itemgetter(0), self.all)
            self._indexes = {id: index for index, id in enumerate(ids)}
        return self._indexes

    def replace(self, index: int, row: Row) -> None:
        self.all[index] = row
        self._search.forget(index)
        self._forget_order()

    def append(self, rows: Sequence[Row]) -> None:
        """More rows, shown last."""
        first = len(self.all)
        self.all.extend(rows)
        self._search.grow(len(rows))
        self._indexes = {}
        self._forget_order()
        self._place([*self._order, *range(first, len(self.all))])

    def hide(self, rows: Collection[int]) -> None:
        """Show the rows at these positions no more."""
        out = set(rows)
        self._place([index for row, index in enumerate(self._order) if row not in out])

    def drop(self, gone: set[int]) -> None:
        """Forget rows that are shown no more; the others keep their positions."""
        ids = [self.id_at(row) for row in range(len(self))]
        self._take([row for row in self.all if row[0] not in gone])
        places = self.index_of()
        self._place([places[id] for id in ids])

    def _place(self, order: list[int]) -> None:
        self._order = order
        self._shown, self._asked = {}, 0
        self._groups = None
