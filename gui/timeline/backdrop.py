"""What lies behind the bars and hardly ever changes, kept as two pixmaps: header and grid."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import QPointF, QRect, QRectF
from PySide6.QtGui import QPainter, QPixmap

from gui.look import Look, paint
from gui.timeline import header
from gui.timeline.band import in_sight, places
from gui.timeline.scale import Scale, months, rests
from model.calendar import Calendar
from model.judgements.phases import Overlap, Stage

TILE = 64  # the grid is the same at every height, so a low strip of it is repeated


class Backdrop:
    """Paints header and grid of a scale that is scrolled to an offset."""

    def __init__(self, look: Look, calendar: Calendar, scale: Scale) -> None:
        self._look = look
        self._calendar = calendar
        self._scale = scale
        self._width = 0
        self._today = scale.first
        self._stages: Sequence[Stage] = ()
        self._overlaps: Sequence[Overlap] = ()
        self._kept: dict[str, tuple[int, float, QPixmap]] = {}

    def set_band(self, stages: Sequence[Stage], overlaps: Sequence[Overlap], today: date) -> None:
        self._stages, self._overlaps, self._today = stages, overlaps, today
        self._kept.clear()

    def set_scale(self, scale: Scale, width: int) -> None:
        """The scale, and how much of it is in sight at once."""
        self._scale, self._width = scale, width
        self._kept.clear()

    def paint_header(self, painter: QPainter, offset: int) -> None:
        painter.drawPixmap(0, 0, self._pixmap(painter, "header", offset))

    def paint_grid(self, painter: QPainter, area: QRect, offset: int) -> None:
        """Shading and lines of the months behind ``area`` of the viewport."""
        strip = self._pixmap(painter, "grid", offset)
        painter.drawTiledPixmap(QRectF(area), strip, QPointF(area.left(), 0))

    def _pixmap(self, painter: QPainter, what: str, offset: int) -> QPixmap:
        ratio = painter.device().devicePixelRatioF()
        if what not in self._kept or self._kept[what][:2] != (offset, ratio):
            self._kept[what] = (offset, ratio, self._drawn(what, offset, ratio))
        return self._kept[what][2]

    def _drawn(self, what: str, offset: int, ratio: float) -> QPixmap:
        height = header.HEIGHT if what == "header" else TILE
        pixmap = QPixmap(round(self._width * ratio), round(height * ratio))
        pixmap.setDevicePixelRatio(ratio)
        painter = QPainter(pixmap)
        painter.translate(-offset, 0)
        view = QRectF(offset, 0, self._width, height)
        self._draw_header(painter, view) if what == "header" else self._draw_grid(painter, view)
        painter.end()
        return pixmap

    def _draw_header(self, painter: QPainter, view: QRectF) -> None:
        def measure(stage: Stage) -> float:
            return self._look.fonts.width(header.role_of(stage), header.label_of(stage))

        band = places(self._stages, self._overlaps, self._scale, measure)
        band = in_sight(band, view.left())
        header.paint_header(
            painter, self._look, self._scale, view, band, self._overlaps, self._today
        )

    def _draw_grid(self, painter: QPainter, view: QRectF) -> None:
        tokens, scale = self._look.tokens, self._scale
        painter.fillRect(view, tokens.surface)
        for left, width in rests(scale, view.left(), view.right(), self._calendar.is_working):
            painter.fillRect(QRectF(left, 0, width, TILE), tokens.weekend)
        for cell in months(scale, view.left(), view.right())[1:]:
            paint.down(painter, tokens.line, cell.left, 0, TILE)
