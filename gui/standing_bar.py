"""A calm bar under the menu: why nothing can be written now, and the button to try again."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QSizePolicy, QWidget

from gui.look import Look, paint
from gui.look.buttons import plain_button
from gui.look.panels import label

HEIGHT = 40
ICON = 16


class StandingBar(QWidget):
    """Hidden, and empty, while the ledger can be written."""

    retry_wanted = Signal()

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._words: QLabel | None = None
        self.setObjectName("standing_bar")
        self.setFixedHeight(HEIGHT)
        self.hide()

    def show_words(self, words: str, can_retry: bool) -> None:
        """Say why the ledger is read-only; blank words hide the bar."""
        if words and self._words is None:
            self._words = self._build()
        if self._words is not None:
            self._words.setText(words)
            self._words.setToolTip(words)
            self._retry_button.setVisible(can_retry)
        self.setAccessibleName(words)
        self.setVisible(bool(words))

    def _build(self) -> QLabel:
        """Only a ledger that is read-only pays for the parts."""
        look = self._look
        picture = QLabel(self)
        picture.setPixmap(look.icon("lock", ICON, look.tokens.ink2).pixmap(ICON, ICON))
        words = label(look, "standing_label", "", "body", "ink")
        words.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self._retry_button = plain_button(look, "standing_retry", "重试")
        self._retry_button.clicked.connect(self.retry_wanted)
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 0, 16, 1)
        row.setSpacing(8)
        row.addWidget(picture)
        row.addWidget(words, 1)
        row.addWidget(self._retry_button, 0, Qt.AlignmentFlag.AlignVCenter)
        return words

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, tokens = QPainter(self), self._look.tokens
        painter.fillRect(self.rect(), tokens.head)
        paint.across(painter, tokens.line2, 0, self.width(), self.height() - 1)
