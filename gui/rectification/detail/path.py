"""The painted path of an issue: five discs on a line."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QWidget

from gui.look import Look, paint
from model.dates import show_date
from model.lifecycle.path import Passed, Stop

HEIGHT = 52
DISC = 14
INSET = 22  # from the edge to the middle of the first and last disc


def note_of(stop: Stop, year: int | None) -> str:
    """What stands below the name: the round while work goes on in it, else the day."""
    if stop.round and stop.passed is Passed.HERE:
        return f"第{stop.round}轮"
    return show_date(stop.on, year)


class PathStrip(QWidget):
    """Where the issue stands: done stops ticked in slate, the current one in accent."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._stops: Sequence[Stop] = ()
        self._year: int | None = None
        self.setObjectName("path")
        self.setFixedHeight(HEIGHT)

    def show_stops(self, stops: Sequence[Stop], year: int | None) -> None:
        """Paint these stops; dates of ``year`` are shown without it."""
        self._stops, self._year = stops, year
        here = next((stop.name for stop in stops if stop.passed is Passed.HERE), "已完成")
        self.setAccessibleName(f"流转路径，现在：{here}")
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        if not self._stops:
            return
        step = (self.width() - 2 * INSET) / (len(self._stops) - 1)
        centres = [QPointF(INSET + place * step, DISC / 2 + 1) for place in range(len(self._stops))]
        for place, stop in enumerate(self._stops):
            if place:
                self._paint_link(painter, centres[place - 1], centres[place], stop)
            self._paint_disc(painter, centres[place], stop.passed)
            self._paint_words(painter, centres[place], stop)

    def _paint_link(self, painter: QPainter, start: QPointF, end: QPointF, stop: Stop) -> None:
        tokens = self._look.tokens
        colour = tokens.line2 if stop.passed is Passed.AHEAD else tokens.slate
        gap = DISC / 2 + 3
        painter.fillRect(
            QRectF(start.x() + gap, start.y() - 1, end.x() - start.x() - 2 * gap, 2), colour
        )

    def _paint_disc(self, painter: QPainter, centre: QPointF, passed: Passed) -> None:
        tokens = self._look.tokens
        with paint.smooth(painter):
            if passed is Passed.DONE:
                painter.setPen(Qt.PenStyle.NoPen)
                painter.setBrush(tokens.slate)
                painter.drawEllipse(centre, DISC / 2, DISC / 2)
                self._paint_tick(painter, centre)
                return
            here = passed is Passed.HERE
            painter.setPen(QPen(tokens.accent if here else tokens.line2, 1.5))
            painter.setBrush(tokens.surface)
            painter.drawEllipse(centre, DISC / 2 - 0.75, DISC / 2 - 0.75)
            if here:
                painter.setPen(Qt.PenStyle.NoPen)
                painter.setBrush(tokens.accent)
                painter.drawEllipse(centre, 3, 3)

    def _paint_tick(self, painter: QPainter, centre: QPointF) -> None:
        pen = QPen(self._look.tokens.on_slate, 1.5)
        pen.setCapStyle(Qt.PenCapStyle.RoundCap)
        painter.setPen(pen)
        corners = ((-3, 0), (-0.75, 2.25), (3, -2.25))
        painter.drawPolyline(QPolygonF([centre + QPointF(x, y) for x, y in corners]))

    def _paint_words(self, painter: QPainter, centre: QPointF, stop: Stop) -> None:
        tokens, texts = self._look.tokens, self._look.texts
        here = stop.passed is Passed.HERE
        ink = tokens.accent if here else tokens.ink if stop.passed is Passed.DONE else tokens.ink3
        name = QRectF(centre.x() - 36, DISC + 3, 72, 18)
        middle = Qt.AlignmentFlag.AlignHCenter
        texts.line(painter, name, stop.name, "label_strong" if here else "label", ink, middle)
        note = note_of(stop, self._year)
        below = name.translated(0, 16)
        colour = tokens.accent if here and stop.round else tokens.ink3
        texts.line(painter, below, note, "caption", colour, middle)
