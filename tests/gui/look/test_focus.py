"""The focus is always seen by keyboard, and its ring outlives nothing."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit, QTableWidget, QTableWidgetItem, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from gui.look import Look
from gui.look.buttons import plain_button, primary_button
from gui.look.focus import Ring


@pytest.fixture
def window(look: Look, qtbot: QtBot) -> QWidget:
    """A field, a plain and a primary button, shown and active."""
    made = QWidget()
    qtbot.addWidget(made)
    column = QVBoxLayout(made)
    field = QLineEdit()
    field.setObjectName("field")
    column.addWidget(field)
    column.addWidget(plain_button(look, "plain", "导出"))
    column.addWidget(primary_button(look, "primary", "提交验收"))
    with qtbot.waitActive(made):
        made.show()
        made.activateWindow()
    return made


def _ringed(window: QWidget) -> list[str]:
    parents = (ring.parentWidget() for ring in window.findChildren(Ring) if ring.isVisible())
    return [parent.objectName() for parent in parents if parent is not None]


def test_tab_carries_the_ring_along(window: QWidget, qtbot: QtBot) -> None:
    field = window.findChild(QLineEdit, "field")
    assert field is not None
    field.setFocus()
    assert _ringed(window) == ["field"]
    qtbot.keyClick(window, Qt.Key.Key_Tab)
    qtbot.wait(0)
    assert _ringed(window) == ["plain"]
    qtbot.keyClick(window, Qt.Key.Key_Tab)
    assert _ringed(window) == ["primary"]
    qtbot.keyClick(window, Qt.Key.Key_Backtab)
    assert _ringed(window) == ["plain"]


def test_the_ring_grows_with_its_field(window: QWidget, qtbot: QtBot) -> None:
    field = window.findChild(QLineEdit, "field")
    assert field is not None
    field.setFocus()
    before = field.height(), field.sizeHint()
    window.resize(500, 300)
    qtbot.waitUntil(lambda: field.width() > 400)
    ring = field.findChild(Ring)
    assert ring is not None
    qtbot.waitUntil(lambda: ring.geometry() == field.rect())
    assert (field.height(), field.sizeHint()) == before


def test_a_ring_lets_the_mouse_through(window: QWidget, qtbot: QtBot) -> None:
    button = window.findChild(QWidget, "plain")
    assert button is not None
    button.setFocus()
    assert button.childAt(button.rect().center()) is None


def test_a_cell_editor_has_no_ring(look: Look, qtbot: QtBot) -> None:
    table = QTableWidget(1, 1)
    item = QTableWidgetItem("内容")
    table.setItem(0, 0, item)
    qtbot.addWidget(table)
    with qtbot.waitActive(table):
        table.show()
        table.activateWindow()
    table.editItem(item)
    assert table.findChild(QLineEdit) is not None
    assert _ringed(table) == []


def test_a_window_dropped_with_its_focus_does_no_harm(look: Look, qtbot: QtBot) -> None:
    for _round in range(20):
        window = QWidget()
        column = QVBoxLayout(window)
        field = QLineEdit()
        column.addWidget(field)
        window.show()
        window.activateWindow()
        field.setFocus()
        qtbot.wait(1)
        del column, field
        window.close()
        del window
