"""Paints one line of the chart: its bar or diamond, how late it is, and the words beside it."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QPainter

from gui.look import Look, paint
from gui.timeline import marks
from gui.timeline.drag import Span
from gui.timeline.outline import Line
from gui.timeline.scale import Scale
from gui.timeline.shapes import bar, bar_of, diamond_of
from model.judgements.timeline import Row, RowKind

WORDS_GAP = 7  # from a diamond to its words
TO_DRAW = "在这一行里拖动，画出起止日期"
BASE_DROP = 9  # from the middle of a bar to the line of the original plan


class LinePainter:
    """Holds what all lines have in common; the painter stands on the scale's 0 px."""

    def __init__(self, look: Look, scale: Scale, today: date, with_planned: bool) -> None:
        self._look = look
        self._scale = scale
        self._today = today
        self._with_planned = with_planned

    def paint(self, painter: QPainter, line: Line, middle: float, is_chosen: bool) -> None:
        """Paint a line around the height ``middle``."""
        row = line.row
        if row.kind is RowKind.SUBMISSION:
            self._paint_submission(painter, row, middle, is_chosen)
        elif row.kind is RowKind.TASK:
            self._paint_task(painter, row, middle, is_chosen)
        else:
            self._paint_heading(painter, line, middle, is_chosen)

    def _paint_heading(self, painter: QPainter, line: Line, middle: float, is_chosen: bool) -> None:
        rect = bar_of(line.row, self._scale, middle)
        if rect is None:
            return
        marks.phase_bar(painter, self._look, rect, line.row.share)
        for row in line.pinned:
            centre = diamond_of(row, self._scale, rect.center().y())
            if centre is not None:
                marks.halo(painter, self._look, centre)
                marks.diamond(painter, self._look, centre, row.done)
        if is_chosen and line.row.kind is RowKind.PHASE:
            marks.chosen(painter, self._look, rect.adjusted(0, -2, 0, 2), with_handles=True)

    def _paint_task(self, painter: QPainter, row: Row, middle: float, is_chosen: bool) -> None:
        rect = bar_of(row, self._scale, middle)
        if rect is None:
            if is_chosen:
                self._paint_hint(painter, middle)
            return
        if row.planned and self._with_planned:
            rect.moveTop(rect.top() - 1)
            base = bar(Span(*row.planned), self._scale, middle + BASE_DROP, marks.BASE_HEIGHT)
            assert base is not None
            marks.base_line(painter, self._look, base)
        marks.task_bar(painter, self._look, rect, row.share)
        if is_chosen:
            marks.chosen(painter, self._look, rect, with_handles=not row.done)
        if row.late_since and self._scale.holds(self._today):
            left = self._scale.right(row.late_since) + 3
            marks.late_tail(painter, self._look, left, self._scale.middle(self._today), middle)

    def _paint_hint(self, painter: QPainter, middle: float) -> None:
        """How a task gets its dates."""
        held = self._scale.holds(self._today)
        left = self._scale.middle(self._today) + WORDS_GAP if held else WORDS_GAP
        place = QRectF(left, middle - 10, self._scale.width - left, 20)
        self._look.texts.line(painter, place, TO_DRAW, "label", self._look.tokens.ink3)

    def _paint_submission(
        self, painter: QPainter, row: Row, middle: float, is_chosen: bool
    ) -> None:
        centre = diamond_of(row, self._scale, middle)
        if centre is None:
            return
        marks.diamond(painter, self._look, centre, row.done)
        if is_chosen:
            marks.chosen_diamond(painter, self._look, centre)
        self._paint_words(painter, row, centre)

    def _paint_words(self, painter: QPainter, row: Row, centre: QPointF) -> None:
        """To the right of the diamond; to its left where they would leave the chart."""
        look, role = self._look, paint.light_role(row.light)
        width = look.fonts.width(role, row.beside) + 1
        left = centre.x() + marks.DIAMOND / 2 + WORDS_GAP
        if left + width > self._scale.width:
            left = centre.x() - marks.DIAMOND / 2 - WORDS_GAP - width
        place = QRectF(left, centre.y() - 10, width, 20)
        look.texts.line(painter, place, row.beside, role, paint.light_ink(look.tokens, row.light))
