"""The search field: it says how many were found, and can be emptied."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QLineEdit, QWidget

from gui.look.buttons import icon_button
from gui.look.look import Look

LENS = 24  # place of the lens at the left, beyond the field's own padding
CLEAR = 24


class SearchField(QLineEdit):
    """Says 第2处，共7处 at its right while it holds text; the cross empties it."""

    def __init__(self, look: Look, name: str, hint: str, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._fact = ""
        self.setObjectName(name)
        self.setAccessibleName(hint)
        self.setPlaceholderText(hint)
        self._clear_button = icon_button(look, f"{name}_clear", "close", "清空", parent=self)
        self._clear_button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._clear_button.setCursor(Qt.CursorShape.ArrowCursor)
        self._clear_button.setFixedSize(CLEAR, 22)
        self._clear_button.clicked.connect(self.clear)
        self.textChanged.connect(self._make_room)
        self._make_room()

    def set_fact(self, text: str) -> None:
        """How many were found and which is shown; empty for none."""
        self._fact = text
        self._make_room()
        self.update()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        button = self._clear_button
        button.move(self.width() - CLEAR - 4, (self.height() - button.height()) // 2)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        painter = QPainter(self)
        tokens = self._look.tokens
        lens = QRectF(8, 0, 16, self.height())
        self._look.paint_icon(painter, lens, "search", tokens.ink2, 16)
        if self._fact:
            place = QRectF(0, 0, self.width() - self._clear_width() - 8, self.height())
            edge = Qt.AlignmentFlag.AlignRight
            self._look.texts.line(painter, place, self._fact, "label", tokens.ink3, edge)

    def _make_room(self) -> None:
        self._clear_button.setVisible(bool(self.text()))
        fact = round(self._look.fonts.width("label", self._fact)) + 8 if self._fact else 0
        self.setTextMargins(LENS - 2, 0, fact + self._clear_width(), 0)

    def _clear_width(self) -> int:
        return CLEAR if self.text() else 0
