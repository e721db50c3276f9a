"""Plain Qt widgets take the measures of the design from the style sheet."""

from __future__ import annotations

import re

import pytest
from PySide6.QtCore import QDir, QEvent, QFile
from PySide6.QtWidgets import (
    QApplication,
    QComboBox,
    QDateEdit,
    QHeaderView,
    QLineEdit,
    QPushButton,
    QSpinBox,
    QTableWidget,
    QToolTip,
    QVBoxLayout,
    QWidget,
)
from pytestqt.qtbot import QtBot

from gui.look import Look, apply, load_look
from gui.look.focus import FocusRings
from gui.look.sheet import sheet


@pytest.mark.parametrize("widget", [QPushButton, QLineEdit, QComboBox, QSpinBox, QDateEdit])
def test_fields_and_buttons_are_28_high(look: Look, qtbot: QtBot, widget: type[QWidget]) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    made = widget()
    column = QVBoxLayout(window)
    column.addWidget(made)
    column.addStretch()
    window.resize(300, 300)
    window.show()
    qtbot.waitUntil(lambda: made.width() > 200)
    assert made.height() == 28


def test_headers_and_tooltips_are_set_in_label_type(look: Look, qtbot: QtBot) -> None:
    table = QTableWidget(1, 1)
    qtbot.addWidget(table)
    table.ensurePolished()
    header = table.findChild(QHeaderView)
    assert header is not None
    header.ensurePolished()
    assert header.font().pointSizeF() == look.font("label").pointSizeF()
    assert QToolTip.font().pointSizeF() == look.font("label").pointSizeF()


@pytest.mark.parametrize("dark", [False, True])
def test_the_sheet_names_no_family_and_only_pictures_that_exist(look: Look, dark: bool) -> None:
    text = sheet(load_look(dark))
    assert "font-family" not in text
    pictures = re.findall(r"url\((.*?)\)", text)
    assert pictures
    assert [name for name in pictures if not QFile.exists(name)] == []


def test_the_colours_of_the_sheet_are_tokens(look: Look) -> None:
    used = set(re.findall(r"#[0-9a-f]{6}", sheet(look), re.IGNORECASE))
    assert used <= set(look.tokens.names().values())


def test_another_look_leaves_one_set_of_rings(look: Look, qapp: QApplication) -> None:
    try:
        apply(qapp, load_look(not look.dark))
        QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
        assert len(qapp.findChildren(FocusRings)) == 1
        assert QDir.searchPaths("look")
    finally:
        apply(qapp, look)


def test_the_same_look_is_not_put_on_twice(look: Look, qapp: QApplication) -> None:
    (before,) = qapp.findChildren(FocusRings)
    apply(qapp, look)
    assert qapp.findChildren(FocusRings) == [before]
