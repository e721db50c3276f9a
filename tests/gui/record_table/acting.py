"""What a user does to a table, and what is seen of it."""

from __future__ import annotations

from PySide6.QtCore import QItemSelection, QItemSelectionModel, QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

from gui.record_form.editors import Editor
from gui.record_table import RecordTable

CONTENT, CATEGORY, LEVEL, FOUND, PUBLIC, OWNER, STATE = range(1, 8)


def go_to(table: RecordTable, row: int, column: int) -> None:
    """Make a cell the current one by a click."""
    click(table, table.visualRect(table.records.index(row, column)).center())


def click(table: RecordTable, place: QPoint) -> None:
    QTest.mouseClick(table.viewport(), Qt.MouseButton.LeftButton, pos=place)


def double_click(table: RecordTable, row: int, column: int) -> None:
    place = table.visualRect(table.records.index(row, column)).center()
    click(table, place)
    QTest.mouseDClick(table.viewport(), Qt.MouseButton.LeftButton, pos=place)


def choose(table: RecordTable, top: int, left: int, bottom: int, right: int) -> None:
    """Select a block of cells, its first cell being the current one."""
    go_to(table, top, left)
    block = QItemSelection(table.records.index(top, left), table.records.index(bottom, right))
    table.selectionModel().select(block, QItemSelectionModel.SelectionFlag.ClearAndSelect)


def current(table: RecordTable) -> tuple[int, int]:
    index = table.currentIndex()
    return index.row(), index.column()


def editor(table: RecordTable) -> Editor:
    """The open editor."""
    opened = table.editing.editor
    assert opened is not None
    return opened


def press(widget: QWidget, key: Qt.Key, modifier: Qt.KeyboardModifier | None = None) -> None:
    QTest.keyClick(widget, key, modifier or Qt.KeyboardModifier.NoModifier)


def note(table: RecordTable) -> str:
    """What the note beside the cell says."""
    return table.editing.note.words()
