"""One place of the leading group as a card: role, name, post; or a place to fill."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QWidget

from gui.look import Look, paint
from model.judgements.roster import HEAD, Seat

RADIUS = 4
STROKE = 3  # the one stroke of red, on the head of the group
SIDE = 8
ROLE_MIDDLE, NAME_MIDDLE, POST_MIDDLE = 17, 37, 55  # px from the top of the card
VACANT = "待定"


class Card(QAbstractButton):
    """Click chooses, double click or Enter opens."""

    opened = Signal()

    def __init__(self, look: Look, seat: Seat, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self.seat = seat
        self._chosen = False
        self.setObjectName(f"card_{seat.member}")
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setProperty("radius", RADIUS)
        self.show_seat(seat)

    def show_seat(self, seat: Seat) -> None:
        """Show this place from now on."""
        self.seat = seat
        said = f"{seat.role} {seat.name or VACANT} {seat.post}".rstrip()
        self.setAccessibleName(said)
        self.setToolTip(f"{said}\n{seat.duties}" if seat.duties else said)
        self.update()

    @property
    def chosen(self) -> bool:
        return self._chosen

    def set_chosen(self, chosen: bool) -> None:
        """Whether this is the place that card and table row share as chosen."""
        self._chosen = chosen
        self.update()

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        self.opened.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.opened.emit()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        tokens = self._look.tokens
        self._paint_ground(painter, QRectF(self.rect()))
        head = self.seat.role == HEAD
        self._line(painter, ROLE_MIDDLE, self.seat.role, "accent" if head else "ink2")
        if self.seat.person is None:
            self._line(painter, NAME_MIDDLE, VACANT, "ink3")
            self._line(painter, POST_MIDDLE, "双击填人", "ink3")
            return
        name = QRectF(SIDE, NAME_MIDDLE - 11, self.width() - 2 * SIDE, 22)
        centre = Qt.AlignmentFlag.AlignHCenter
        self._look.texts.line(painter, name, self.seat.name, "heading", tokens.ink, centre)
        self._line(painter, POST_MIDDLE, self.seat.post, "ink2")

    def _paint_ground(self, painter: QPainter, rect: QRectF) -> None:
        tokens = self._look.tokens
        ground = tokens.hover if self.underMouse() else tokens.surface
        if self._chosen:
            self._frame(painter, rect, tokens.tint, QPen(tokens.accent, 1.5))
        elif self.seat.person is None:
            self._frame(painter, rect, ground, QPen(tokens.ctl, 1, Qt.PenStyle.DashLine))
        else:
            self._frame(painter, rect, ground, QPen(tokens.line2, 1))
        if self.seat.role == HEAD:
            self._stroke(painter, rect)

    def _frame(self, painter: QPainter, rect: QRectF, ground: QColor, pen: QPen) -> None:
        inset = pen.widthF() / 2
        painter.setPen(pen)
        painter.setBrush(ground)
        with paint.smooth(painter):
            inner = rect.adjusted(inset, inset, -inset, -inset)
            painter.drawRoundedRect(inner, RADIUS, RADIUS)

    def _stroke(self, painter: QPainter, rect: QRectF) -> None:
        """The upper edge in red, round where the card is round."""
        painter.save()
        painter.setClipRect(QRectF(rect.left(), rect.top(), rect.width(), STROKE))
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._look.tokens.accent)
        with paint.smooth(painter):
            painter.drawRoundedRect(rect, RADIUS, RADIUS)
        painter.restore()

    def _line(self, painter: QPainter, middle: int, text: str, ink: str) -> None:
        place = QRectF(SIDE, middle - 9, self.width() - 2 * SIDE, 18)
        colour = getattr(self._look.tokens, ink)
        centre = Qt.AlignmentFlag.AlignHCenter
        self._look.texts.line(painter, place, text, "label", colour, centre)
