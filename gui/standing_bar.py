"""A calm bar under the menu: why nothing can be written now, and the button to try again."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QSizePolicy, QWidget

from gui.look import Look, paint
from gui.look.buttons import plain_button
from gui.look.panels import label

HEIGHT = 40
ICON = 16


class StandingBar(QWidget):
    """Hidden while the ledger can be written."""

    retry_wanted = Signal()

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self.setObjectName("standing_bar")
        self.setFixedHeight(HEIGHT)
        picture = QLabel(self)
        picture.setPixmap(look.icon("lock", ICON, look.tokens.ink2).pixmap(ICON, ICON))
        self._words = label(look, "standing_label", "", "body", "ink")
        self._words.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self._retry_button = plain_button(look, "standing_retry", "重试")
        self._retry_button.clicked.connect(self.retry_wanted)
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 0, 16, 1)
        row.setSpacing(8)
        row.addWidget(picture)
        row.addWidget(self._words, 1)
        row.addWidget(self._retry_button)

    def show_words(self, words: str, can_retry: bool) -> None:
        """Say why the ledger is read-only; blank words hide the bar."""
        self._words.setText(words)
        self._words.setToolTip(words)
        self.setAccessibleName(words)
        self._retry_button.setVisible(can_retry)
        self.setVisible(bool(words))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, tokens = QPainter(self), self._look.tokens
        painter.fillRect(self.rect(), tokens.head)
        paint.across(painter, tokens.line2, 0, self.width(), self.height() - 1)
