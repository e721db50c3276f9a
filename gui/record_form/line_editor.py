"""The editor of one line of text, on which those of days and choices are built."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import (
    QFocusEvent,
    QInputMethodEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
)
from PySide6.QtWidgets import QLineEdit, QWidget

from gui.look import Look
from gui.record_form.editor_state import ENTER, is_left, show_refused

ICON = 16
ICON_ROOM = 22


class LineEditor(QLineEdit):
    """One line of text; while an input method composes, Enter belongs to it."""

    altered = Signal()  # the user typed or chose something
    picked = Signal()  # the user chose a whole value: it may be written
    left = Signal()  # the user went on to something else
    icon = ""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self.composing = False
        self.textEdited.connect(self.altered)
        if self.icon:
            self.setTextMargins(0, 0, ICON_ROOM, 0)

    def typed(self) -> str:
        """What stands in the editor."""
        return self.text()

    def fill(self, text: str) -> None:
        """Put a value's words into the editor, their beginning in sight."""
        self.setText(text)
        self.setCursorPosition(0)

    def set_refused(self, refused: bool) -> None:
        show_refused(self, refused)

    def settle(self) -> bool:
        """Take what the user pointed at as the text; False when that failed."""
        return True

    def press_icon(self) -> None:
        """What a click on the icon does."""

    def inputMethodEvent(self, event: QInputMethodEvent) -> None:
        super().inputMethodEvent(event)
        self.composing = bool(event.preeditString())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if self.composing and event.key() in ENTER:
            event.accept()
        else:
            super().keyPressEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.composing = False
        if is_left(event):
            self.left.emit()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        super().mouseMoveEvent(event)
        over = Qt.CursorShape.ArrowCursor if self._on_icon(event) else Qt.CursorShape.IBeamCursor
        self.setCursor(over)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if self._on_icon(event) and not self.isReadOnly():
            self.press_icon()
        else:
            super().mousePressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if self.icon:
            place = QRectF(self.width() - 8 - ICON, 0, ICON, self.height())
            ink = self._look.tokens.ink2 if self.isEnabled() else self._look.tokens.off
            self._look.paint_icon(QPainter(self), place, self.icon, ink, ICON)

    def _on_icon(self, event: QMouseEvent) -> bool:
        return bool(self.icon) and event.position().x() > self.width() - ICON_ROOM - 4
