"""Ctrl+Enter sends a form, with either Enter key and in the program's own Chinese."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot

from gui.look.keys import send_by_ctrl_enter


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Enter])
def test_either_key_sends_once(chinese: None, qtbot: QtBot, key: Qt.Key) -> None:
    sent: list[str] = []
    form = QLineEdit()
    qtbot.addWidget(form)
    send_by_ctrl_enter(form, lambda: sent.append("sent"))
    form.show()
    form.activateWindow()
    qtbot.waitUntil(form.isActiveWindow)
    QTest.keyClick(form, key, Qt.KeyboardModifier.ControlModifier)
    assert sent == ["sent"]
    QTest.keyClick(form, key)
    assert sent == ["sent"]
