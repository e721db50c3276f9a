"""Typing as an input method does it: letters are composed, then a Chinese word is committed."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtWidgets import QWidget


def compose(widget: QWidget, preedits: Iterable[str]) -> None:
    """The letters that stand underlined while a word is being composed."""
    for preedit in preedits:
        QCoreApplication.sendEvent(widget, QInputMethodEvent(preedit, []))


def commit(widget: QWidget, text: str) -> None:
    """The composition ends with ``text``."""
    event = QInputMethodEvent("", [])
    event.setCommitString(text)
    QCoreApplication.sendEvent(widget, event)
