"""The painted marks of the chart: bars, diamonds, hatching, the line of today.

Measures are logical px; like those of ``gui.look.paint`` these functions change pen and brush.
"""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSizeF, Qt
from PySide6.QtGui import QBrush, QColor, QPainter, QPen, QPolygonF

from gui.look import Look, paint

PHASE_HEIGHT = 8
FOOT = (2, 13)  # width, height from the top of the bar
TASK_HEIGHT = 12
BASE_HEIGHT = 3
RADIUS = 2.5
DIAMOND = 14
HANDLE = (5, 10)
TODAY_WIDTH = 2
HATCH_STEP = 5


def phase_bar(painter: QPainter, look: Look, rect: QRectF, share: float) -> None:
    """A bar with feet at both ends, filled from the left by ``share`` (0 to 1)."""
    tokens = look.tokens
    painter.fillRect(rect, tokens.slate2)
    painter.fillRect(_part(painter, rect, share), tokens.phase)
    width, height = FOOT
    painter.fillRect(QRectF(rect.left(), rect.top(), width, height), tokens.phase)
    painter.fillRect(QRectF(rect.right() - width, rect.top(), width, height), tokens.phase)


def task_bar(painter: QPainter, look: Look, rect: QRectF, share: float) -> None:
    """A rounded bar, filled from the left by ``share``; a finished one has no outline."""
    tokens = look.tokens
    with paint.smooth(painter):
        if share >= 1:
            _rounded(painter, rect, tokens.slate, None)
            return
        _rounded(painter, rect.adjusted(0.5, 0.5, -0.5, -0.5), tokens.slate2, tokens.slate_o)
        if share > 0:
            painter.save()
            painter.setClipRect(_part(painter, rect, share))
            _rounded(painter, rect, tokens.slate, None)
            painter.restore()


def base_line(painter: QPainter, look: Look, rect: QRectF) -> None:
    """The original plan, below a bar that turned out otherwise."""
    with paint.smooth(painter):
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(look.tokens.base)
        painter.drawRoundedRect(rect, 1.5, 1.5)


def late_tail(painter: QPainter, look: Look, left: float, right: float, middle: float) -> None:
    """The dashes from a planned end to today, and the red square behind the line of today."""
    pen = QPen(look.tokens.red, 1.5)
    pen.setDashPattern([2.5, 1.5])
    pen.setCapStyle(Qt.PenCapStyle.FlatCap)
    painter.setPen(pen)
    painter.drawLine(QPointF(left, middle), QPointF(right - TODAY_WIDTH, middle))
    paint.light(painter, look, QRectF(right + 5, middle - 6, 12, 12), "red")


def diamond(
    painter: QPainter, look: Look, centre: QPointF, filled: bool, size: float = DIAMOND
) -> None:
    """A submission: filled when it is sent."""
    tokens = look.tokens
    half = size / 2 - (0 if filled else 0.75)
    painter.setPen(Qt.PenStyle.NoPen if filled else QPen(tokens.phase, 1.5))
    painter.setBrush(tokens.phase if filled else tokens.surface)
    _rhomb(painter, centre, half)


def halo(painter: QPainter, look: Look, centre: QPointF) -> None:
    """Clear ground around a diamond that stands on the bar of its phase."""
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(look.tokens.surface)
    _rhomb(painter, centre, DIAMOND / 2 + 3)


def chosen(painter: QPainter, look: Look, rect: QRectF, with_handles: bool) -> None:
    """The outline of the selected bar and the two handles that it is resized by."""
    tokens = look.tokens
    with paint.smooth(painter):
        painter.setPen(QPen(tokens.accent, 1.5))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(rect.adjusted(-1, -1, 1, 1), 3.5, 3.5)
        if not with_handles:
            return
        width, height = HANDLE
        painter.setBrush(tokens.surface)
        for x in (rect.left(), rect.right()):
            grip = QRectF(x - width / 2, rect.center().y() - height / 2, width, height)
            painter.drawRoundedRect(grip, 2.5, 2.5)


def chosen_diamond(painter: QPainter, look: Look, centre: QPointF) -> None:
    """The outline of the selected submission, which has no length and so no handles."""
    painter.setPen(QPen(look.tokens.accent, 1.5))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    _rhomb(painter, centre, DIAMOND / 2 + 3)


def ghost(painter: QPainter, look: Look, rect: QRectF, refused: bool) -> None:
    """Where the bar under the mouse would come to lie."""
    tokens = look.tokens
    colour = tokens.red if refused else tokens.accent
    ground = QColor(colour)
    ground.setAlphaF(0.14)
    pen = QPen(colour, 1.5)
    pen.setDashPattern([3, 2])
    with paint.smooth(painter):
        painter.setPen(pen)
        painter.setBrush(ground)
        painter.drawRoundedRect(rect, 3.5, 3.5)


def label_size(look: Look, text: str) -> QSizeF:
    return QSizeF(look.fonts.width("label_strong", text) + 16, 20)


def label(painter: QPainter, look: Look, rect: QRectF, text: str, refused: bool) -> None:
    """Words on a small filled ground."""
    tokens = look.tokens
    ground = tokens.accent_fill if not refused else tokens.surface
    edge = tokens.accent_fill if not refused else tokens.red
    paint.outline(painter, rect, ground, edge, 4)
    ink = tokens.on_accent if not refused else tokens.red_t
    look.texts.line(painter, rect.adjusted(8, 0, 0, 0), text, "label_strong", ink)


def today_line(painter: QPainter, look: Look, x: float, top: float, bottom: float) -> None:
    left = paint.on_device(painter, x - TODAY_WIDTH / 2)
    painter.fillRect(QRectF(left, top, TODAY_WIDTH, bottom - top), look.tokens.accent)


def hatching(painter: QPainter, look: Look, rect: QRectF) -> None:
    """Slanted lines where phases overlap."""
    painter.save()
    painter.setClipRect(rect)
    painter.setPen(QPen(look.tokens.line2, 1))
    height = rect.height()
    first = int(rect.left() - height) // HATCH_STEP * HATCH_STEP
    with paint.smooth(painter):
        for x in range(first, int(rect.right()) + 1, HATCH_STEP):
            painter.drawLine(QPointF(x, rect.bottom()), QPointF(x + height, rect.top()))
    painter.restore()


def _part(painter: QPainter, rect: QRectF, share: float) -> QRectF:
    right = paint.on_device(painter, rect.left() + rect.width() * min(1.0, max(0.0, share)))
    return QRectF(rect.left(), rect.top(), right - rect.left(), rect.height())


def _rounded(painter: QPainter, rect: QRectF, ground: QColor, edge: QColor | None) -> None:
    painter.setPen(QPen(edge, 1) if edge is not None else Qt.PenStyle.NoPen)
    painter.setBrush(QBrush(ground))
    painter.drawRoundedRect(rect, RADIUS, RADIUS)


def _rhomb(painter: QPainter, centre: QPointF, half: float) -> None:
    offsets = ((0, -half), (half, 0), (0, half), (-half, 0))
    corners = [QPointF(centre.x() + x, centre.y() + y) for x, y in offsets]
    with paint.smooth(painter):
        painter.drawPolygon(QPolygonF(corners))
