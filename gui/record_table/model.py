"""The rows of a table as Qt asks for them: a thin adapter over a list of tuples."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from gui.record_table.columns import Row, TableColumn
from gui.record_table.edits import CellEdit, Edit
from gui.record_table.ordering import Accepts, Sorting
from gui.record_table.rows import Rows
from model.kinds import PLAIN, Context
from model.refused import Refused

Index = QModelIndex | QPersistentModelIndex
Locked = Callable[[Row, TableColumn], str]
ValueRole = int(Qt.ItemDataRole.UserRole)  # the native value, which sorting goes by
IdRole = ValueRole + 1
NOWHERE = QModelIndex()


class TableModel(QAbstractTableModel):
    """Rows of ``(id, value per column)``; ``rows`` holds them.

    ``edit`` writes cells (without it nothing can be edited). ``locked`` says in words why a cell
    of this row cannot be typed into now, blank where it can. ``faded`` rows are written paler.
    """

    def __init__(
        self,
        columns: Sequence[TableColumn],
        context: Context = PLAIN,
        *,
        edit: Edit | None = None,
        locked: Locked | None = None,
        faded: Accepts | None = None,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self.columns = tuple(columns)
        self.rows = Rows(columns, context)
        self.faded = faded
        self._edit = edit
        self._locked = locked
        self._answers: dict[int, Callable[[int, int], Any]] = {
            int(Qt.ItemDataRole.DisplayRole): self.rows.text,
            int(Qt.ItemDataRole.EditRole): self.rows.text,
            ValueRole: self.rows.value,
            IdRole: lambda row, _column: self.rows.id_at(row),
        }

    # -- what is shown ---------------------------------------------------------------------

    def show_rows(self, rows: Iterable[Row], context: Context | None = None) -> None:
        """Show these from now on, under the filter and order chosen before."""
        self.beginResetModel()
        if context is not None:
            self.rows.set_context(context)
        self.rows.load(rows)
        self.endResetModel()

    def update_rows(self, rows: Iterable[Row], gone: Iterable[int] = ()) -> None:
        """Bring rows up to date by id, where they stand; new ones come at the end.

        Nothing jumps under the user's hand: call ``refresh`` to filter and sort anew.
        """
        self._remove(set(gone))
        places = self.rows.index_of()
        for row in rows:
            if row[0] in places:
                self._replace(places[row[0]], row)
            else:
                self._append(row)

    def filter(self, accepts: Accepts | None = None, text: str = "") -> None:
        """Show only the rows that ``accepts`` lets through and that hold ``text`` anywhere."""
        self.rows.accepts, self.rows.needle = accepts, text.strip().lower()
        self.refresh()

    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        """Sort by a column; -1 for the order in which the rows came."""
        self.rows.sorting = Sorting(column, order == Qt.SortOrder.DescendingOrder)
        self.refresh()

    def refresh(self) -> None:
        """Filter and sort anew, with one reset."""
        self.beginResetModel()
        self.rows.arrange()
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

    # -- writing ---------------------------------------------------------------------------

    @property
    def editable(self) -> bool:
        """Whether anything in this table can be typed into."""
        return self._edit is not None

    def locked(self, row: int, column: int) -> str:
        """Why this cell cannot be typed into; blank when it can."""
        declared = self.columns[column]
        if self._edit is None or not declared.editable:
            return f"“{declared.title}”不在这里填写。"
        return self._locked(self.rows.at(row), declared) if self._locked else ""

    def parse(self, row: int, column: int, text: str) -> CellEdit:
        """What ``text`` in this cell asks for. Raises Refused."""
        if reason := self.locked(row, column):
            raise Refused(reason)
        declared = self.columns[column]
        value = declared.field.parse(text, self.context)
        return CellEdit(self.rows.id_at(row), declared.path, value)

    def commit(self, row: int, column: int, text: str) -> None:
        """Write ``text`` into a cell; the same value again writes nothing. Raises Refused."""
        edit = self.parse(row, column, text)
        if edit.value != self.rows.value(row, column):
            self.write([edit], f"修改{self.columns[column].field.label}")

    def write(self, edits: Sequence[CellEdit], label: str) -> None:
        """Write cells as one operation; the announcement brings them here. Raises Refused."""
        if self._edit is not None and edits:
            self._edit(edits, label)

    # -- what Qt asks ----------------------------------------------------------------------

    def rowCount(self, parent: Index = NOWHERE) -> int:
        return 0 if parent.isValid() else len(self.rows)

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
        across = orientation == Qt.Orientation.Horizontal
        return self.columns[section].title if across else section + 1

    def flags(self, index: Index) -> Qt.ItemFlag:
        if not index.isValid():
            return Qt.ItemFlag.NoItemFlags
        flags = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        flags |= Qt.ItemFlag.ItemNeverHasChildren
        editable = not self.locked(index.row(), index.column())
        return flags | Qt.ItemFlag.ItemIsEditable if editable else flags

    def setData(self, index: Index, value: Any, role: int = Qt.ItemDataRole.EditRole) -> bool:
        if role != Qt.ItemDataRole.EditRole or not index.isValid():
            return False
        try:
            self.commit(index.row(), index.column(), str(value))
        except Refused:
            return False  # Qt's way to say it; who wants the reason calls commit
        return True

    # -- one row at a time -----------------------------------------------------------------

    def _replace(self, index: int, row: Row) -> None:
        if row == self.rows.all[index]:
            return
        self.rows.replace(index, row)
        shown = self.rows.row_of(row[0])
        if shown is not None:
            last = len(self.columns) - 1
            self.dataChanged.emit(self.index(shown, 0), self.index(shown, last))

    def _append(self, row: Row) -> None:
        end = len(self.rows)
        self.beginInsertRows(NOWHERE, end, end)
        self.rows.append(row)
        self.endInsertRows()

    def _remove(self, gone: set[int]) -> None:
        shown = [row for id in gone if (row := self.rows.row_of(id)) is not None]
        for row in sorted(shown, reverse=True):
            self.beginRemoveRows(NOWHERE, row, row)
            self.rows.hide(row)
            self.endRemoveRows()
        if gone:
            self.rows.drop(gone)
