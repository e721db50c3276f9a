"""What all editors have in common: how they look when refused, and when they are really left."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import QWidget

ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
BY_TAB = (Qt.FocusReason.TabFocusReason, Qt.FocusReason.BacktabFocusReason)
FOR_A_MOMENT = (
    Qt.FocusReason.PopupFocusReason,  # a menu or the calendar
    Qt.FocusReason.ActiveWindowFocusReason,  # another program
)


def is_left(event: QFocusEvent) -> bool:
    """Whether the user went on to another field."""
    return event.reason() not in FOR_A_MOMENT


def show_refused(widget: QWidget, refused: bool) -> None:
    """Put the look of a refused field onto ``widget``, or take it off."""
    if bool(widget.property("refused")) != refused:
        widget.setProperty("refused", refused)
        widget.style().unpolish(widget)
        widget.style().polish(widget)
        widget.update()
