"""Ctrl with the wheel enlarges rows, columns and what is typed in them; the size is remembered."""

from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QAction, QWheelEvent
from PySide6.QtWidgets import QApplication, QPlainTextEdit

from gui.record_table import SHEET, RecordTable
from gui.settings import Settings
from tests.gui.record_table.acting import CONTENT, go_to, press
from tests.gui.record_table.conftest import Tables

CONTROL = Qt.KeyboardModifier.ControlModifier


def wheel(table: RecordTable, delta: int, keys: Qt.KeyboardModifier = CONTROL) -> None:
    place, plain = QPointF(40, 40), QPoint()
    event = QWheelEvent(
        place, place, plain, QPoint(0, delta), Qt.MouseButton.NoButton, keys,
        Qt.ScrollPhase.NoScrollPhase, False,
    )  # fmt: skip
    QApplication.sendEvent(table.viewport(), event)


def sizes(table: RecordTable) -> tuple[int, int, float]:
    """Height of the first row, width of the first column, size of the type."""
    return table.rowHeight(0), table.columnWidth(0), table.look.font("body").pointSizeF()


def test_rows_columns_and_type_grow_and_shrink(sheet: RecordTable) -> None:
    height, width, points = sizes(sheet)
    wheel(sheet, 120)
    wheel(sheet, 120)
    assert sheet.zooming.percent == 120
    assert sizes(sheet) == (pytest.approx(height * 1.2, abs=1), round(width * 1.2), points * 1.2)
    wheel(sheet, -240)
    assert sizes(sheet) == (height, width, points)


def test_small_rows_leave_the_headings_their_room(sheet: RecordTable) -> None:
    height, width, points = sizes(sheet)
    sheet.zooming.put(80)
    assert sizes(sheet) == (pytest.approx(height * 0.8, abs=1), width, points * 0.8)


def test_without_control_it_scrolls(sheet: RecordTable) -> None:
    wheel(sheet, 120, Qt.KeyboardModifier.NoModifier)
    assert sheet.zooming.percent == 100


def test_a_touchpad_sends_parts_of_a_notch(sheet: RecordTable) -> None:
    for _ in range(3):
        wheel(sheet, 50)
    assert sheet.zooming.percent == 110
    for _ in range(3):
        wheel(sheet, -50)
    assert sheet.zooming.percent == 100


def test_it_ends_at_the_largest_and_the_least(sheet: RecordTable) -> None:
    wheel(sheet, 120 * 50)
    assert sheet.zooming.percent == 200
    wheel(sheet, -120 * 50)
    assert sheet.zooming.percent == 80


def test_what_is_typed_is_as_large(sheet: RecordTable) -> None:
    wheel(sheet, 120 * 5)
    go_to(sheet, 0, CONTENT)
    press(sheet, Qt.Key.Key_F2)
    editor = QApplication.focusWidget()
    assert isinstance(editor, QPlainTextEdit)
    assert editor.font().pointSizeF() == sheet.look.font("body").pointSizeF()


def test_the_width_that_was_chosen_is_the_same_at_any_size(sheet: RecordTable) -> None:
    sheet.horizontalHeader().resizeSection(0, 100)
    sheet.headings.let_go.emit()
    wheel(sheet, 120 * 4)
    assert sheet.columnWidth(0) == 150
    sheet.zooming.put(100)
    assert sheet.columnWidth(0) == 100


def test_the_size_is_remembered_and_put_back(table_of: Tables, tmp_path: Path) -> None:
    settings = Settings(tmp_path / "taizhang.ini")
    wheel(table_of(SHEET, settings), 120 * 3)
    again = table_of(SHEET, settings)
    assert again.zooming.percent == 130
    action = again.header_menu(0).findChild(QAction, "reset_size")
    assert action is not None
    assert action.text() == "恢复原来的大小（现在130%）"
    action.trigger()
    assert again.zooming.percent == 100
    assert again.header_menu(0).findChild(QAction, "reset_size") is None


def test_a_key_puts_the_size_back(sheet: RecordTable) -> None:
    sheet.zooming.put(150)
    press(sheet, Qt.Key.Key_0, CONTROL)
    assert sheet.zooming.percent == 100
