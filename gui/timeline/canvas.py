"""The painted chart: draws only what is in sight; scrolling moves what is painted already."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import QPoint, QRect, QRectF, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QPalette, QResizeEvent
from PySide6.QtWidgets import QAbstractScrollArea, QFrame, QWidget

from gui.look import Look
from gui.timeline import header, marks
from gui.timeline.backdrop import Backdrop
from gui.timeline.ghost import GhostPainter
from gui.timeline.hand import Ghost
from gui.timeline.header import HeaderEnd
from gui.timeline.lines import LinePainter
from gui.timeline.outline import Key, Line, key_of
from gui.timeline.scale import Scale, Zoom, covering
from gui.timeline.shapes import mark_of
from model.calendar import Calendar
from model.judgements.phases import Overlap, Stage

NOWHERE = covering(date(2000, 1, 4), date(2000, 1, 9), Zoom.WEEK)


class Canvas(QAbstractScrollArea):
    """Shows lines on a scale, one of them chosen. Places are px of the viewport unless said."""

    scrolled = Signal()

    def __init__(self, look: Look, calendar: Calendar, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._ghosts = GhostPainter(look, calendar)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setViewport(QWidget())  # PySide takes 8 ms to find the class of one that Qt made
        self.viewport().setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self._dress_edges(look)
        self._plan = self.scale = NOWHERE
        self._backdrop = Backdrop(look, calendar, NOWHERE)
        self.today = NOWHERE.first
        self.lines: Sequence[Line] = ()
        self.chosen: Key | None = None
        self.with_planned = True
        self.is_fresh = True  # nothing of it was painted yet
        self.row_height = 28

    def _dress_edges(self, look: Look) -> None:
        """The header goes on above the scroll bar; the bars lie on the chart's own ground."""
        self.addScrollBarWidget(HeaderEnd(look), Qt.AlignmentFlag.AlignTop)
        ground = QPalette(self.palette())
        ground.setColor(QPalette.ColorRole.Window, look.tokens.surface)
        self.setPalette(ground)
        self.setAutoFillBackground(True)

    # -- what is shown ---------------------------------------------------------------------

    def set_plan(
        self, scale: Scale, stages: Sequence[Stage], overlaps: Sequence[Overlap], today: date
    ) -> None:
        """Show this stretch of time, with these phases in the band."""
        self._plan, self.today = scale, today
        self._backdrop.set_band(stages, overlaps, today)
        self.measure()

    def set_lines(self, lines: Sequence[Line]) -> None:
        self.lines = lines
        self.measure()

    def set_row_height(self, height: int) -> None:
        self.row_height = height
        self.measure()

    def show_planned(self, on: bool) -> None:
        """Whether the line of the original plan is drawn below what turned out otherwise."""
        self.with_planned = on
        self.viewport().update()

    def choose(self, key: Key | None) -> None:
        """Mark this record's bar as the selected one."""
        self.chosen = key
        self.viewport().update()

    def ghost(self) -> Ghost | None:
        """What is being dragged; a still canvas has none."""
        return None

    # -- places ----------------------------------------------------------------------------

    @property
    def offset(self) -> QPoint:
        """How far is scrolled."""
        return QPoint(self.horizontalScrollBar().value(), self.verticalScrollBar().value())

    def show_day(self, day: date, at: float) -> None:
        """Scroll so that ``day`` stands ``at`` px from the left, as far as there is to scroll."""
        self.horizontalScrollBar().setValue(round(self.scale.middle(day) - at))

    def line_at(self, y: float) -> Line | None:
        number = int(y - header.HEIGHT + self.offset.y()) // self.row_height
        return self.lines[number] if y >= header.HEIGHT and number < len(self.lines) else None

    def place_of(self, key: Key) -> QRect:
        """Where a record's bar or diamond stands; empty where it has none."""
        number = self._number(key)
        if number is None:
            return QRect()
        rect = mark_of(self.lines[number].row, self.scale, self._middle(number))
        return rect.toRect().translated(-self.offset.x(), 0) if rect is not None else QRect()

    def _number(self, key: Key) -> int | None:
        found = (number for number, line in enumerate(self.lines) if key_of(line.row) == key)
        return next(found, None)

    def _middle(self, number: int) -> float:
        """The middle height of a line."""
        return header.HEIGHT + (number + 0.5) * self.row_height - self.offset.y()

    def measure(self) -> None:
        """Fit scale and scroll bars to the size of the window and to what is shown."""
        size = self.viewport().size()
        self.scale = self._plan.fitted(size.width())
        self._backdrop.set_scale(self.scale, size.width())
        across, down = self.horizontalScrollBar(), self.verticalScrollBar()
        days = (self._plan.last - self._plan.first).days + 1
        fits = days * self.scale.pixels <= size.width()
        across.setRange(0, 0 if fits else self.scale.width - size.width())
        across.setPageStep(size.width())
        across.setSingleStep(self.scale.pixels)
        body = size.height() - header.HEIGHT
        down.setRange(0, max(0, len(self.lines) * self.row_height - body))
        down.setPageStep(max(1, body))
        down.setSingleStep(self.row_height)
        self.viewport().update()

    # -- painting --------------------------------------------------------------------------

    def paintEvent(self, event: QPaintEvent) -> None:
        self.is_fresh = False
        painter = QPainter(self.viewport())
        body = event.rect().intersected(self._body())
        if not body.isEmpty():
            painter.setClipRect(body)
            self._paint_body(painter, body)
            painter.setClipping(False)
        if event.rect().top() < header.HEIGHT:
            self._backdrop.paint_header(painter, self.offset.x())

    def _body(self) -> QRect:
        return self.viewport().rect().adjusted(0, header.HEIGHT, 0, 0)

    def _paint_body(self, painter: QPainter, body: QRect) -> None:
        x = self.offset.x()
        self._backdrop.paint_grid(painter, body, x)
        top = header.HEIGHT - self.offset.y()
        first = (body.top() - top) // self.row_height
        last = min(len(self.lines), (body.bottom() - top) // self.row_height + 1)
        self._paint_rules(painter, body, range(first, last))
        painter.translate(-x, 0)
        lines = LinePainter(self._look, self.scale, self.today, self.with_planned)
        for number in range(first, last):
            line = self.lines[number]
            is_chosen = self.chosen == (line.row.table, line.row.id)
            lines.paint(painter, line, self._middle(number), is_chosen)
        if self.scale.holds(self.today):
            at = self.scale.middle(self.today)
            marks.today_line(painter, self._look, at, body.top(), body.bottom() + 1)
        self._paint_ghost(painter, self.ghost())
        painter.translate(x, 0)

    def _paint_rules(self, painter: QPainter, body: QRect, numbers: range) -> None:
        top = header.HEIGHT - self.offset.y() - 1
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._look.tokens.line)
        painter.drawRects(
            [
                QRect(body.left(), top + (number + 1) * self.row_height, body.width(), 1)
                for number in numbers
            ]
        )

    def _paint_ghost(self, painter: QPainter, ghost: Ghost | None) -> None:
        number = self._number(key_of(ghost.row)) if ghost is not None else None
        if ghost is not None and number is not None:
            view = QRectF(self._body()).translated(self.offset.x(), 0)
            self._ghosts.paint(painter, ghost.span, self.scale, self._middle(number), view)

    def scrollContentsBy(self, dx: int, dy: int) -> None:
        view = self.viewport()
        if self.ghost() is None:
            view.scroll(dx, dy, self._body())
        else:
            view.update()  # the words of the ghost stay in sight, so they do not move along
        if dx:
            view.update(0, 0, view.width(), header.HEIGHT)
        self.scrolled.emit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        self.measure()
