"""Where Home, End and Ctrl with the arrows lead in a table, as they do in WPS."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from PySide6.QtCore import (
    QEvent,
    QItemSelection,
    QItemSelectionModel,
    QModelIndex,
    QPersistentModelIndex,
    QRect,
    Qt,
)
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QWidget

from gui.look import Look
from gui.record_table.model import Index, TableModel
from gui.record_table.placing import PlacedTable
from gui.record_table.style import TableStyle
from gui.record_table.view import PaintedTable

Action = QAbstractItemView.CursorAction
Key = Qt.Key
Select = QItemSelectionModel.SelectionFlag
NOWHERE = -1, -1
CONTROL = Qt.KeyboardModifier.ControlModifier
GOING = frozenset(
    (Key.Key_Up, Key.Key_Down, Key.Key_Left, Key.Key_Right, Key.Key_Home, Key.Key_End)
)
STEPS = {
    Action.MoveUp: (-1, 0),
    Action.MoveDown: (1, 0),
    Action.MoveLeft: (0, -1),
    Action.MoveRight: (0, 1),
}


class GoingTable(PaintedTable):
    """Goes about by keys as a sheet does."""

    def __init__(
        self, model: TableModel, look: Look, style: TableStyle, parent: QWidget | None = None
    ) -> None:
        super().__init__(model, look, style, parent)
        self._entry = -1, NOWHERE  # the column where Tabs began, and the cell they led to

    def moveCursor(self, action: Action, modifiers: Qt.KeyboardModifier) -> QModelIndex:
        if action == Action.MoveHome:
            self.horizontalScrollBar().setValue(0)  # frozen columns are in sight anyway
        begun = self._entry_column()
        target = going(self, action, bool(modifiers & CONTROL))
        target = super().moveCursor(action, modifiers) if target is None else target
        if action == Action.MoveNext:
            self._entry = begun, (target.row(), target.column())
        return target

    def step(self, down: int, right: int) -> None:
        """Enter after some Tabs goes on below the cell where they began; in a block, inside it."""
        if self.goes_round(down, right):
            return
        begun = self._entry_column()
        if down and self.currentIndex().column() != begun:
            right = self._columns_between(begun)
        super().step(down, right)
        if right > 0 and not down:
            index = self.currentIndex()
            self._entry = begun, (index.row(), index.column())

    def goes_round(self, down: int, right: int) -> bool:
        """Where several cells are chosen, go on among them, column by column or row by row.

        They stay chosen, as in WPS. False where no such block is.
        """
        blocks, active = self.blocks(), self.active()
        if self.style_of_rows.whole_rows or len(blocks) != 1:
            return False
        top, left, bottom, last = blocks[0]
        columns = [column for column in self.shown_columns() if left <= column <= last]
        rows = bottom - top + 1
        if rows * len(columns) < 2 or active.column() not in columns:
            return False
        row, at = active.row() - top, columns.index(active.column())
        if down:
            at, row = divmod((at * rows + row + down) % (rows * len(columns)), rows)
        else:
            row, at = divmod(
                (row * len(columns) + at + right) % (rows * len(columns)), len(columns)
            )
        index = self.records.index(top + row, columns[at])
        self.anchor = QPersistentModelIndex(index)
        self.selectionModel().setCurrentIndex(index, Select.NoUpdate)
        self.scrollTo(index)
        return True

    def _columns_between(self, column: int) -> int:
        """How many shown columns this one is to the right of the current one."""
        shown = self.shown_columns()
        at = self.currentIndex().column()
        return shown.index(column) - shown.index(at) if {column, at} <= set(shown) else 0

    def _entry_column(self) -> int:
        """Where the Tabs began that led here, one straight after the other; else right here."""
        column, end = self._entry
        index = self.currentIndex()
        return column if end == (index.row(), index.column()) else index.column()

    def selectionCommand(
        self, index: Index, event: QEvent | None = None
    ) -> QItemSelectionModel.SelectionFlag:
        flags = self._command(index, event)
        if flags and not flags & Select.Current:
            self.anchor = QPersistentModelIndex(index)
        return flags

    def _command(self, index: Index, event: QEvent | None) -> QItemSelectionModel.SelectionFlag:
        """In a sheet Ctrl only goes farther; Qt would leave the selection where it was."""
        sheet = not self.style_of_rows.whole_rows
        if self.goes_by_itself:
            alone = Select.ClearAndSelect
            return alone if sheet else alone | Select.Rows
        if sheet and isinstance(event, QKeyEvent) and event.key() in GOING:
            plain = event.modifiers() & ~CONTROL
            event = QKeyEvent(event.type(), event.key(), plain)
        return super().selectionCommand(index, event)

    def active(self) -> QModelIndex:
        """Of a block the cell that it was drawn from, as in WPS; Qt has the other corner."""
        anchor, blocks = self.anchor, self.blocks()
        if self.style_of_rows.whole_rows or not anchor.isValid() or len(blocks) != 1:
            return self.currentIndex()
        top, left, bottom, right = blocks[0]
        inside = top <= anchor.row() <= bottom and left <= anchor.column() <= right
        return self.records.index(anchor.row(), anchor.column()) if inside else self.currentIndex()

    def setSelection(self, rect: QRect, command: QItemSelectionModel.SelectionFlag) -> None:
        """Qt looks up both corners on the screen, where frozen columns may lie over the first."""
        dragged = self.state() == QAbstractItemView.State.DragSelectingState
        end = self.indexAt(rect.bottomRight()) if dragged else self.currentIndex()
        if not (self.freezing.works and self.anchor.isValid() and end.isValid()):
            super().setSelection(rect, command)
            return
        self.selectionModel().select(self._between(self.anchor, end), command)

    def _between(self, one: Index, other: Index) -> QItemSelection:
        """The cells between two corners as the columns stand on the screen."""
        top, bottom = sorted((one.row(), other.row()))
        place, cell = self.headings.visualIndex, self.records.index
        first, last = sorted((place(one.column()), place(other.column())))
        columns = sorted(map(self.headings.logicalIndex, range(first, last + 1)))
        found = QItemSelection()
        for left, right in runs(columns):
            found.select(cell(top, left), cell(bottom, right))
        return found


def runs(numbers: Iterable[int]) -> list[tuple[int, int]]:
    """First and last of each stretch of numbers that follow each other."""
    found: list[tuple[int, int]] = []
    for number in numbers:
        if found and number == found[-1][1] + 1:
            found[-1] = found[-1][0], number
        else:
            found.append((number, number))
    return found


def going(table: PlacedTable, action: Action, control: bool) -> QModelIndex | None:
    """The cell that a key leads to; None for what Qt knows itself."""
    current, rows = table.currentIndex(), table.records.rowCount()
    shown = table.shown_columns()
    if not rows or not shown:
        return None
    if action in (Action.MoveHome, Action.MoveEnd):
        return _at_an_end(table, action == Action.MoveEnd, control)
    if not control or action not in STEPS or current.column() not in shown:
        return None
    down, right = STEPS[action]
    text = table.records.rows.text
    if down:
        filled = [bool(text(row, current.column())) for row in range(rows)]
        return table.records.index(_edge(filled, current.row(), down), current.column())
    filled = [bool(text(current.row(), column)) for column in shown]
    place = _edge(filled, shown.index(current.column()), right)
    return table.records.index(current.row(), shown[place])


def _at_an_end(table: PlacedTable, last: bool, control: bool) -> QModelIndex:
    """Of the row; with Ctrl, or where whole rows are chosen, of the table."""
    shown, current = table.shown_columns(), table.currentIndex()
    row, column = current.row(), shown[-1 if last else 0]
    if table.style_of_rows.whole_rows:
        column = max(current.column(), shown[0])
    if control or table.style_of_rows.whole_rows:
        row = max(0, len(table.records.rows) - 1) if last else 0
    return table.records.index(max(row, 0), column)


def _edge(filled: Sequence[bool], start: int, step: int) -> int:
    """From ``start`` to the end of the filled cells, or over blank ones to the next filled."""
    end = len(filled) - 1 if step > 0 else 0
    if start == end:
        return start
    place = start + step
    inside = filled[start] and filled[place]
    while place != end and filled[place + step if inside else place] == inside:
        place += step
    return place
