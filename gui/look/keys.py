"""The keys that mean the same in every form."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QKeyCombination, Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QWidget


def send_by_ctrl_enter(form: QWidget, send: Callable[[], object]) -> None:
    """Ctrl with either Enter key agrees from any field, also from one where Enter breaks a line.

    By key codes: as words both keys are “Enter” in our Chinese, and two shortcuts of the same
    words keep each other from working.
    """
    for key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
        keys = QKeyCombination(Qt.KeyboardModifier.ControlModifier, key)
        QShortcut(QKeySequence(keys), form).activated.connect(send)
