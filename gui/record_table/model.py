"""The rows of a table as Qt asks for them, with what is typed into their cells."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Sequence
from typing import Any

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, Qt

from gui.record_table.columns import Row, TableColumn
from gui.record_table.edits import CellEdit, Edit
from gui.record_table.ordering import Accepts
from gui.record_table.shown_model import NOWHERE, IdRole, ShownModel, ValueRole
from model.kinds import PLAIN, Context
from model.refused import Refused

__all__ = ["IdRole", "Index", "Locked", "TableModel", "ValueRole"]

Index = QModelIndex | QPersistentModelIndex
Locked = Callable[[Row, TableColumn], str]


class TableModel(ShownModel):
    """Rows of ``(id, value per column)``; ``rows`` holds them.

    ``edit`` writes cells (without it nothing can be edited). ``locked`` says in words why a cell
    of this row cannot be typed into now, blank where it can. ``faded`` rows are written paler.
    With ``adds`` (新增问题, the name of that operation) an empty row stands last: what is typed
    into it waits until no required cell lacks, then ``edit`` gets all its cells with a negative
    id. Cells at the paths ``given`` never lack: whoever makes the record fills them in. They may
    be others from one record to the next.
    """

    def __init__(
        self,
        columns: Sequence[TableColumn],
        context: Context = PLAIN,
        *,
        edit: Edit | None = None,
        locked: Locked | None = None,
        faded: Accepts | None = None,
        adds: str = "",
        given: Collection[str] = (),
        parent: QObject | None = None,
    ) -> None:
        super().__init__(columns, context, faded, parent)
        self._edit = edit
        self._locked = locked
        self._adds = adds
        self.given = frozenset(given)
        self._becoming = False  # whether the fresh row is just being written

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
        """What ``text`` in this cell asks for; the rows behind the last are -1, -2…

        Raises Refused.
        """
        if reason := self.locked(row, column):
            raise Refused(reason)
        declared = self.columns[column]
        value = declared.field.parse(text, self.context)
        behind = row - len(self.rows)
        return CellEdit(self.rows.id_at(row) if behind < 0 else -1 - behind, declared.path, value)

    def commit(self, row: int, column: int, text: str) -> None:
        """Write ``text`` into a cell; the same value again writes nothing. Raises Refused."""
        if self.is_fresh(row) and not text.strip():
            self._keep(self._with(column, self.rows.blank[column + 1]))
            return
        edit = self.parse(row, column, text)
        if edit.value == self.rows.value(row, column):
            return
        if self.is_fresh(row):
            self._type_fresh(self._with(column, edit.value))
        else:
            self.write([edit], f"修改{self.columns[column].field.label}")

    def write(self, edits: Sequence[CellEdit], label: str) -> None:
        """Write cells as one operation; the announcement brings them here. Raises Refused."""
        if self._edit is not None and edits:
            self._edit(edits, label)

    # -- the row that is to become a record ------------------------------------------------

    @property
    def adds(self) -> str:
        """The name of the operation that makes a record of typed cells; blank where none can be."""
        return self._adds if self._fresh_rows else ""

    def forget_fresh(self) -> None:
        """Empty the row that is no record yet, e.g. because another campaign is shown."""
        self._keep(self.rows.blank)

    def is_begun(self) -> bool:
        """Whether something waits in the row that is no record yet."""
        return self.rows.fresh != self.rows.blank

    def lacking(self, cells: Row | None = None) -> int:
        """The first column that a new row still needs; -1 when it could be written."""
        return next(self._lacking(cells or self.rows.fresh), -1)

    def _lacking(self, cells: Row) -> Iterator[int]:
        for place, column in enumerate(self.columns):
            needed = column.editable and column.field.required and column.path not in self.given
            if needed and cells[place + 1] == column.field.kind.empty:
                yield place

    def hinted(self) -> int:
        """The column of the row that is no record yet that says what to type; -1 for none.

        To begin with it is the widest of those that are needed: the words want room.
        """
        if self.is_begun():
            return self.lacking()
        offered = list(self._lacking(self.rows.fresh)) or [
            place for place, each in enumerate(self.columns) if each.editable
        ]
        return max(offered, key=self._room, default=-1)

    def _room(self, column: int) -> float:
        """How wide a column is beside the others: without a width of its own it takes the rest."""
        declared = self.columns[column]
        return declared.width or 1e6 * declared.share

    def fresh_edits(self) -> list[CellEdit]:
        """What waits in the row that is no record yet."""
        return self._edits_of(self.rows.fresh)

    def _can_grow(self) -> bool:
        if not self._adds or self._edit is None:
            return False
        return any(not self.locked(len(self.rows), place) for place in range(len(self.columns)))

    def _with(self, column: int, value: Any) -> Row:
        cells = list(self.rows.fresh)
        cells[column + 1] = value
        return tuple(cells)

    def _edits_of(self, cells: Row) -> list[CellEdit]:
        return [
            CellEdit(-1, column.path, value)
            for column, value, empty in zip(
                self.columns, cells[1:], self.rows.blank[1:], strict=True
            )
            if value != empty
        ]

    def _type_fresh(self, cells: Row) -> None:
        """Make a record of the cells, or keep them until what lacks was typed too."""
        if self.lacking(cells) >= 0:
            self._keep(cells)
            return
        self._becoming = True
        try:
            self.write(self._edits_of(cells), self._adds)
        finally:
            self._becoming = False
        self._keep(self.rows.blank)

    def _keep(self, cells: Row) -> None:
        if cells != self.rows.fresh:
            self.rows.fresh = cells
            row, last = len(self.rows), len(self.columns) - 1
            if self._fresh_rows:
                self.dataChanged.emit(self.index(row, 0), self.index(row, last))

    def _append(self, rows: Sequence[Row]) -> None:
        if not (self._becoming and self._fresh_rows and len(rows) == 1):
            super()._append(rows)
            return
        # The row that was typed into is the record now: what comes is an empty one below it.
        self._becoming = False
        row = len(self.rows)
        self.beginInsertRows(NOWHERE, row + 1, row + 1)
        self._fresh_rows = 2
        self.endInsertRows()
        self.rows.fresh = self.rows.blank
        self.rows.append(rows)
        self._fresh_rows = 1
        self.dataChanged.emit(self.index(row, 0), self.index(row, len(self.columns) - 1))

    # -- what Qt asks ----------------------------------------------------------------------

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
