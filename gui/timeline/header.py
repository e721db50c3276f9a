"""The header of the chart: months, weeks, and the band of the phases."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from gui.look import Look, paint
from gui.look.fonts import Role
from gui.timeline import marks
from gui.timeline.band import Place
from gui.timeline.scale import Cell, Scale, divisions, months
from model.judgements.phases import Overlap, Stage, Tone

HEIGHT = 72
ROW = 24
# Height of the line of a phase and way to the next lane; finer where three phases overlap.
LINES = {False: (3, 4), True: (2, 3)}


def paint_header(
    painter: QPainter,
    look: Look,
    scale: Scale,
    view: QRectF,
    band: Sequence[Place],
    overlaps: Sequence[Overlap],
    today: date,
) -> None:
    """Paint the part of the header that ``view`` shows; the painter stands on the scale's 0 px."""
    tokens = look.tokens
    painter.fillRect(QRectF(view.left(), 0, view.width(), HEIGHT), tokens.head)
    _paint_divisions(painter, look, divisions(scale, view.left(), view.right()), view.left())
    pill = _today_pill(look, scale, today, view) if scale.holds(today) else QRectF()
    _paint_months(painter, look, months(scale, view.left(), view.right()), view.left(), pill)
    for top in (ROW, 2 * ROW):
        paint.across(painter, tokens.line, view.left(), view.right(), top)
    paint.across(painter, tokens.line2, view.left(), view.right(), HEIGHT - 1)
    _paint_band(painter, look, scale, band, overlaps)
    if not pill.isEmpty():
        marks.today_line(painter, look, scale.middle(today), 22, 2 * ROW)
        _paint_pill(painter, look, pill, _today_words(today))


def _paint_months(
    painter: QPainter, look: Look, cells: Sequence[Cell], edge: float, pill: QRectF
) -> None:
    """Each month at its start; the one that began out of sight keeps its words in sight.

    Words that the label of today would cover in part are left out.
    """
    for cell in cells:
        if cell.left > edge:
            paint.down(painter, look.tokens.line2, cell.left, 0, ROW)
        left = max(cell.left, edge) + 8
        place = QRectF(left, 0, look.fonts.width("label", cell.text) + 1, ROW)
        if place.right() <= cell.left + cell.width and not place.intersects(pill):
            look.texts.line(painter, place, cell.text, "label", look.tokens.ink)


def _paint_divisions(painter: QPainter, look: Look, cells: Sequence[Cell], edge: float) -> None:
    for cell in cells:
        paint.down(painter, look.tokens.line, cell.left, ROW, HEIGHT - 1)
        place = QRectF(cell.left + 6, ROW, cell.width - 6, ROW)
        if edge <= place.left() and look.fonts.width("label", cell.text) <= place.width():
            look.texts.line(painter, place, cell.text, "label", look.tokens.ink3)


def _paint_band(
    painter: QPainter,
    look: Look,
    scale: Scale,
    band: Sequence[Place],
    overlaps: Sequence[Overlap],
) -> None:
    tokens, top = look.tokens, 2 * ROW
    deepest = max((place.stage.lane for place in band), default=0)
    line, lane = LINES[deepest > 1]
    room = ROW - line - lane * deepest  # above the lines
    for overlap in overlaps:
        left, right = scale.left(overlap.start), scale.right(overlap.end)
        marks.hatching(painter, look, QRectF(left, top + 1, right - left, room - 1))
    for place in band:
        paint.down(painter, tokens.line2, place.left, top, HEIGHT - line)
        if place.room:
            _paint_name(painter, look, place, QRectF(place.name_left, top, place.room, room))
    for place in band:
        rect = QRectF(place.left, 0, place.right - place.left, line)
        rect.moveTop(HEIGHT - line - lane * place.stage.lane)
        painter.fillRect(rect, _tone(look, place.stage.tone))


def _paint_name(painter: QPainter, look: Look, place: Place, rect: QRectF) -> None:
    tokens, role = look.tokens, role_of(place.stage)
    ink = tokens.accent if place.stage.tone is Tone.CURRENT else tokens.ink2
    painter.fillRect(rect.adjusted(-3, 1, 3, 0), tokens.head)  # clear of the hatching
    look.texts.line(painter, rect, label_of(place.stage), role, ink)


def _today_words(today: date) -> str:
    return f"今天 {today.month}月{today.day}日"


def _today_pill(look: Look, scale: Scale, today: date, view: QRectF) -> QRectF:
    """Where the label of today lies: over its line, but always whole; empty when out of sight."""
    x = scale.middle(today)
    if not view.left() <= x <= view.right():
        return QRectF()
    width = look.fonts.width("label_strong", _today_words(today)) + 16
    left = min(max(x - width / 2, view.left() + 2), view.right() - width - 2)
    return QRectF(left, 2, width, 20)


def _paint_pill(painter: QPainter, look: Look, pill: QRectF, text: str) -> None:
    fill, centre = look.tokens.accent_fill, Qt.AlignmentFlag.AlignHCenter
    pill.moveLeft(paint.on_device(painter, pill.left()))
    paint.outline(painter, pill, fill, fill, 4)
    look.texts.line(painter, pill, text, "label_strong", look.tokens.on_accent, centre)


class HeaderEnd(QWidget):
    """What stands beside the header, above a scroll bar."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self.setFixedHeight(HEIGHT)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), self._look.tokens.head)
        paint.across(painter, self._look.tokens.line2, 0, self.width(), HEIGHT - 1)


def label_of(stage: Stage) -> str:
    """三 整改处理"""
    return f"{stage.numeral} {stage.name}"


def role_of(stage: Stage) -> Role:
    """The current phase is bold."""
    return "label_strong" if stage.tone is Tone.CURRENT else "label"


def _tone(look: Look, tone: Tone) -> QColor:
    tokens = look.tokens
    return {Tone.PAST: tokens.slate, Tone.CURRENT: tokens.accent}.get(tone, tokens.base)
