"""Paints where a dragged bar would come to lie, and tells its dates."""

from __future__ import annotations

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter

from gui.look import Look
from gui.timeline import marks
from gui.timeline.drag import Span, words
from gui.timeline.scale import Scale
from gui.timeline.shapes import bar
from model.calendar import Calendar

MARGIN = 4  # to the words, and from them to the edge
THICKNESS = marks.TASK_HEIGHT + 4


class GhostPainter:
    """The painter stands on the scale's 0 px; ``view`` is what is in sight below the header."""

    def __init__(self, look: Look, calendar: Calendar) -> None:
        self._look = look
        self._calendar = calendar

    def paint(
        self, painter: QPainter, span: Span, scale: Scale, middle: float, view: QRectF
    ) -> None:
        rect = bar(span, scale, middle, THICKNESS)
        if rect is None:
            return
        text = words(span, self._calendar, scale.first.year)
        marks.ghost(painter, self._look, rect, span.is_backward)
        marks.label(painter, self._look, self._beside(rect, text, view), text, span.is_backward)

    def _beside(self, rect: QRectF, text: str, view: QRectF) -> QRectF:
        """Above the ghost, or below it in the first line; always in sight."""
        size = marks.label_size(self._look, text)
        edge = view.left() + MARGIN
        right = view.right() - MARGIN - size.width()
        top = rect.top() - MARGIN - size.height()
        if top < view.top():
            top = rect.bottom() + MARGIN
        return QRectF(max(edge, min(rect.left(), right)), top, size.width(), size.height())
