"""A small picture of a ledger: lights, lines and bars, so that one sees what the sample is."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from gui.look import Look, paint

# Light, length of the line of words, progress.
ROWS = (
    ("red", 0.62, 0.3),
    ("amber", 0.48, 0.6),
    ("amber", 0.55, 0.5),
    ("green", 0.38, 0.7),
    ("green", 0.58, 0.4),
    ("green", 0.41, 0.9),
    ("grey", 0.51, 1.0),
)
LEAST_ROW = 28
MARGIN = 16
BAR = 32


class LedgerPicture(QWidget):
    """Seven rows on paper."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)

    def sizeHint(self) -> QSize:
        return QSize(188, LEAST_ROW * len(ROWS) + 20)

    def minimumSizeHint(self) -> QSize:
        return QSize(120, LEAST_ROW * 3)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        tokens = self._look.tokens
        paint.outline(painter, QRectF(self.rect()), tokens.alt, tokens.alt, 3)
        shown = min(len(ROWS), (self.height() - 20) // LEAST_ROW)
        height = (self.height() - 20) / shown
        for number, (light, words, done) in enumerate(ROWS[:shown]):
            row = QRectF(MARGIN, 10 + number * height, self.width() - 2 * MARGIN, height)
            self._paint_row(painter, row, light, words, done)
            if number < shown - 1:
                paint.across(painter, tokens.line, row.left(), row.right(), row.bottom())

    def _paint_row(
        self, painter: QPainter, row: QRectF, light: str, words: float, done: float
    ) -> None:
        spot = QRectF(row.left(), row.top(), paint.LIGHT_SIZE, row.height())
        paint.light(painter, self._look, spot, light)
        room = row.width() - spot.width() - BAR - 16
        line = QRectF(spot.right() + 8, row.center().y() - 2, room * words / 0.62, 4)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._look.tokens.slate2)
        with paint.smooth(painter):
            painter.drawRoundedRect(line, 2, 2)
        bar = QRectF(row.right() - BAR, row.center().y() - 2, BAR, 4)
        paint.progress(painter, self._look, bar, done)
