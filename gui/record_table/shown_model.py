"""The part of a table's model that shows: a thin adapter over a list of tuples."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from itertools import groupby
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from gui.record_table.columns import Row, TableColumn
from gui.record_table.filters import ColumnFilter
from gui.record_table.ordering import Accepts, Sorting
from gui.record_table.rows import Rows
from model.kinds import Context

Index = QModelIndex | QPersistentModelIndex
ValueRole = int(Qt.ItemDataRole.UserRole)  # the native value, which sorting goes by
IdRole = ValueRole + 1
NOWHERE = QModelIndex()
FRESH_MARK = "＋"
MOST_RUNS = 20  # of rows taken out one after the other; more are one reset


class ShownModel(QAbstractTableModel):
    """Rows of ``(id, value per column)``; ``rows`` holds them. ``faded`` rows are written paler."""

    def __init__(
        self,
        columns: Sequence[TableColumn],
        context: Context,
        faded: Accepts | None,
        parent: QObject | None,
    ) -> None:
        super().__init__(parent)
        self.columns = tuple(columns)
        self.rows = Rows(columns, context)
        self.faded = faded
        self._fresh_rows = 0  # 1 where an empty row to type into stands last
        self._answers: dict[int, Callable[[int, int], Any]] = {
            int(Qt.ItemDataRole.DisplayRole): self.rows.text,
            int(Qt.ItemDataRole.EditRole): self.rows.text,
            ValueRole: self.rows.value,
            IdRole: lambda row, _column: self.rows.id_at(row),
        }

    def show_rows(self, rows: Iterable[Row], context: Context | None = None) -> None:
        """Show these from now on, under the filters and the order chosen before."""
        self.beginResetModel()
        if context is not None:
            self.rows.set_context(context)
        self.rows.load(rows)
        self._fresh_rows = int(self._can_grow())
        self.endResetModel()

    def update_rows(self, rows: Iterable[Row], gone: Iterable[int] = ()) -> None:
        """Bring rows up to date by id, where they stand; new ones come at the end.

        Nothing jumps under the user's hand: call ``refresh`` to filter and sort anew.
        """
        self._remove(set(gone))
        places = self.rows.index_of()
        altered, added = [], []
        for row in rows:
            place = places.get(row[0])
            if place is None:
                added.append(row)
            elif row != self.rows.all[place]:
                self.rows.replace(place, row)
                altered.append(row[0])
        self._tell_altered(altered)
        if added:
            self._append(added)

    def follow_rows(self, rows: Sequence[Row], context: Context) -> None:
        """Show these; where only cells altered or rows came last or went, nothing else moves."""
        before = {row[0] for row in self.rows.all}
        after = [row[0] for row in rows]
        gone = before - set(after)
        stay = [row[0] for row in self.rows.all if row[0] not in gone]
        if _same(context, self.context) and after[: len(stay)] == stay:
            self.update_rows(rows, gone)
        else:
            self.show_rows(rows, context)

    # -- filter and order ------------------------------------------------------------------

    def filter(self, accepts: Accepts | None = None, text: str = "") -> None:
        """Show only the rows that ``accepts`` lets through and that hold ``text`` anywhere.

        The filters of the columns hold beside it.
        """
        self.rows.accepts, self.rows.needle = accepts, text.strip().lower()
        self.refresh()

    def filter_columns(self, filters: Mapping[str, ColumnFilter]) -> None:
        """Show only what each of these lets through in its column, by path."""
        self.rows.filters = {self.column_of(path): chosen for path, chosen in filters.items()}
        self.refresh()

    @property
    def column_filters(self) -> dict[str, ColumnFilter]:
        """The filters that are on, by the paths of their columns, from left to right."""
        filters = self.rows.filters
        return {self.columns[column].path: filters[column] for column in sorted(filters)}

    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        """Sort by a column; -1 for the order in which the rows came."""
        self.rows.sorting = Sorting(column, order == Qt.SortOrder.DescendingOrder)
        self.refresh()

    def group(self, column: int) -> None:
        """Part the rows by what a column says, before they are sorted; -1: no longer."""
        self.rows.grouping = column
        self.refresh()

    def refresh(self) -> None:
        """Filter and sort anew, with one reset."""
        self.beginResetModel()
        self.rows.arrange()
        self._fresh_rows = int(self._can_grow())
        self.endResetModel()

    def set_context(self, context: Context) -> None:
        """Show names and dates as ``context`` tells, e.g. after a person was renamed."""
        self.beginResetModel()
        self.rows.set_context(context)
        self.rows.arrange()
        self.endResetModel()

    @property
    def context(self) -> Context:
        return self.rows.context

    def column_of(self, path: str) -> int:
        return next(place for place, column in enumerate(self.columns) if column.path == path)

    def is_fresh(self, row: int) -> bool:
        """Whether this is the row behind the last record, which is to become one."""
        return row >= len(self.rows)

    def _can_grow(self) -> bool:
        return False

    # -- what Qt asks ----------------------------------------------------------------------

    def rowCount(self, parent: Index = NOWHERE) -> int:
        return 0 if parent.isValid() else len(self.rows) + self._fresh_rows

    def columnCount(self, parent: Index = NOWHERE) -> int:
        return 0 if parent.isValid() else len(self.columns)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        answer = self._answers.get(role)
        return answer(index.row(), index.column()) if answer and index.isValid() else None

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        if role != Qt.ItemDataRole.DisplayRole:
            return None
        if orientation == Qt.Orientation.Horizontal:
            return self.columns[section].title
        return FRESH_MARK if self.is_fresh(section) else section + 1

    # -- rows come and go ------------------------------------------------------------------

    def _tell_altered(self, ids: Iterable[int]) -> None:
        shown = [row for id in ids if (row := self.rows.row_of(id)) is not None]
        if shown:
            first = self.index(min(shown), 0)
            self.dataChanged.emit(first, self.index(max(shown), len(self.columns) - 1))

    def _append(self, rows: Sequence[Row]) -> None:
        end = len(self.rows)
        self.beginInsertRows(NOWHERE, end, end + len(rows) - 1)
        self.rows.append(rows)
        self.endInsertRows()

    def _remove(self, gone: set[int]) -> None:
        shown = sorted(row for id in gone if (row := self.rows.row_of(id)) is not None)
        runs = list(_runs(shown))
        if len(runs) > MOST_RUNS:
            self.beginResetModel()
            self.rows.hide(shown)
            self.endResetModel()
            runs = []
        for first, last in reversed(runs):
            self.beginRemoveRows(NOWHERE, first, last)
            self.rows.hide(range(first, last + 1))
            self.endRemoveRows()
        if gone:
            self.rows.drop(gone)


def _same(one: Context, other: Context) -> bool:
    """Also in the order of the names, by which rows are sorted."""
    orders = ([list(ids) for ids in each.names.values()] for each in (one, other))
    return one == other and next(orders) == next(orders)


def _runs(rows: Iterable[int]) -> Iterable[tuple[int, int]]:
    """The first and last of each run of neighbours in a sorted list."""
    for _key, run in groupby(enumerate(rows), key=lambda pair: pair[1] - pair[0]):
        found = [row for _place, row in run]
        yield found[0], found[-1]
