"""The painted elements that tables, panels and charts share.

All measures are logical px. Each function leaves the painter's font, pen and brush changed and
its antialiasing as it found it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from math import floor

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen, QPolygonF

from gui.look.fonts import Role
from gui.look.look import Look
from gui.look.palette import Tokens

LIGHT_SIZE = 12
LIGHT_GAP = 7  # between a light and its words
BAR_HEIGHT = 6
PIP = (18, 4)  # width and gap
TICK_BOX = 16


@contextmanager
def smooth(painter: QPainter) -> Iterator[None]:
    """Antialiasing for a round or slanted shape."""
    before = painter.testRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, True)
    yield
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, before)


def on_device(painter: QPainter, value: float) -> float:
    """The nearest place that is a whole pixel of the device."""
    ratio = painter.device().devicePixelRatioF()
    return round(value * ratio) / ratio


def across(painter: QPainter, colour: QColor, left: float, right: float, top: float) -> None:
    """A horizontal hairline; `top` is its upper edge."""
    width = _hair(painter)
    painter.fillRect(QRectF(left, on_device(painter, top), right - left, width), colour)


def down(painter: QPainter, colour: QColor, left: float, top: float, bottom: float) -> None:
    """A vertical hairline; `left` is its left edge."""
    width = _hair(painter)
    painter.fillRect(QRectF(on_device(painter, left), top, width, bottom - top), colour)


def light(painter: QPainter, look: Look, rect: QRectF, kind: str) -> None:
    """The light "red", "amber", "green", "grey" or "none", 12 px, in the middle of `rect`."""
    tokens = look.tokens
    left = on_device(painter, rect.center().x() - LIGHT_SIZE / 2)
    top = on_device(painter, rect.center().y() - LIGHT_SIZE / 2)
    with smooth(painter):
        if kind == "red":
            _alarm(painter, left, top, tokens.red)
        elif kind == "amber":
            _triangle(painter, left, top, tokens.amber, tokens.amber_o)
        elif kind == "green":
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(tokens.green)
            painter.drawEllipse(QRectF(left + 1, top + 1, 10, 10))
        elif kind == "grey":
            painter.setPen(QPen(tokens.grey, 1.5))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawEllipse(QRectF(left + 1.75, top + 1.75, 8.5, 8.5))


def light_ink(tokens: Tokens, kind: str) -> QColor:
    """The colour of the words beside a light."""
    words = {"red": tokens.red_t, "amber": tokens.amber_t, "green": tokens.ink2}
    return words.get(kind, tokens.ink3)


def light_role(kind: str) -> Role:
    """Overdue words are bold, the others are not."""
    return "label_strong" if kind == "red" else "label"


def light_words(painter: QPainter, look: Look, rect: QRectF, kind: str, words: str) -> float:
    """A light at the left of `rect` and its words, in its colours; returns the width of both."""
    spot = QRectF(rect.left(), rect.top(), LIGHT_SIZE, rect.height())
    light(painter, look, spot, kind)
    indent = LIGHT_SIZE + LIGHT_GAP if kind != "none" else 0
    place = rect.adjusted(indent, 0, 0, 0)
    colour = light_ink(look.tokens, kind)
    return indent + look.texts.line(painter, place, words, light_role(kind), colour)


def progress(painter: QPainter, look: Look, rect: QRectF, share: float) -> None:
    """A bar that fills `rect`; `share` from 0 to 1."""
    painter.setPen(Qt.PenStyle.NoPen)
    with smooth(painter):
        _pill(painter, rect, look.tokens.slate3)
        if share > 0:
            width = max(rect.height(), rect.width() * min(1.0, share))
            _pill(
                painter,
                QRectF(rect.topLeft(), rect.size()).adjusted(0, 0, width - rect.width(), 0),
                look.tokens.slate,
            )


def mini_bar(
    painter: QPainter, look: Look, rect: QRectF, share: float, due: float | None = None
) -> None:
    """A bar 6 high in the middle of `rect`; the notch beneath stands at `due`, the elapsed time."""
    top = on_device(painter, rect.center().y() - BAR_HEIGHT / 2)
    progress(painter, look, QRectF(rect.left(), top, rect.width(), BAR_HEIGHT), share)
    if due is not None:
        left = rect.left() + min(1.0, max(0.0, due)) * rect.width() - 1
        left = on_device(painter, min(max(left, rect.left()), rect.right() - 2))
        painter.fillRect(QRectF(left, top + BAR_HEIGHT + 2, 2, 5), look.tokens.ink2)


def pips(painter: QPainter, look: Look, rect: QRectF, done: int, needed: int) -> None:
    """One pip for each that is needed, the done ones filled, from the left of `rect`.

    Those that it has no room for are left out.
    """
    width, gap = PIP
    needed = min(needed, int((rect.width() + gap) // (width + gap)))
    top = on_device(painter, rect.center().y() - BAR_HEIGHT / 2)
    painter.setPen(Qt.PenStyle.NoPen)
    with smooth(painter):
        for number in range(needed):
            pip = QRectF(rect.left() + number * (width + gap), top, width, BAR_HEIGHT)
            _pill(painter, pip, look.tokens.slate if number < done else look.tokens.slate3)


def tick_box(painter: QPainter, look: Look, rect: QRectF, ticked: bool) -> None:
    """A check box of 16 px in the middle of `rect`."""
    tokens = look.tokens
    left = on_device(painter, rect.center().x() - TICK_BOX / 2)
    top = on_device(painter, rect.center().y() - TICK_BOX / 2)
    with smooth(painter):
        painter.setPen(QPen(tokens.slate if ticked else tokens.ctl, 1))
        painter.setBrush(tokens.slate if ticked else tokens.field)
        painter.drawRoundedRect(QRectF(left + 0.5, top + 0.5, 15, 15), 3, 3)
        if ticked:
            _tick(painter, left, top, tokens.on_slate)


def number_disc(painter: QPainter, look: Look, rect: QRectF, number: str) -> None:
    """A disc of 22 px with a bold number, in the middle of `rect`."""
    tokens = look.tokens
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(tokens.tint2)
    with smooth(painter):
        painter.drawEllipse(rect.center(), 11, 11)
    centre = Qt.AlignmentFlag.AlignHCenter
    look.texts.line(painter, rect, number, "label_strong", tokens.red_t, centre)


def row_bar(painter: QPainter, look: Look, rect: QRectF) -> None:
    """The 3 px bar at the left of a selected row."""
    painter.fillRect(QRectF(rect.left(), rect.top(), 3, rect.height()), look.tokens.accent)


def current_frame(painter: QPainter, look: Look, rect: QRectF) -> None:
    """The 2 px frame of the current cell, inside `rect`."""
    _frame(painter, rect, look.tokens.accent, 2)


def block_frame(painter: QPainter, look: Look, rect: QRectF) -> None:
    """The frame around a selected block of cells."""
    _frame(painter, rect, look.tokens.slate, 1.5)


def refused_frame(painter: QPainter, look: Look, rect: QRectF) -> None:
    """A cell whose text was refused: frame and the alarm at its upper right; ground is `tint`."""
    _frame(painter, rect, look.tokens.red, 1.5)
    corner = QRectF(rect.right() - 18, rect.top() + 6, LIGHT_SIZE, LIGHT_SIZE)
    light(painter, look, corner, "red")


def hits(painter: QPainter, look: Look, rects: Iterable[QRectF], current: bool = False) -> None:
    """The ground behind found words; places come from `Texts.places`."""
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(look.tokens.hit2 if current else look.tokens.hit)
    with smooth(painter):
        for rect in rects:
            painter.drawRoundedRect(rect.adjusted(-1, 0, 1, 0), 2, 2)


def outline(
    painter: QPainter, rect: QRectF, ground: QColor | None, edge: QColor, radius: float
) -> None:
    """A rounded ground with a 1 px edge inside `rect`."""
    with smooth(painter):
        painter.setPen(QPen(edge, 1))
        painter.setBrush(ground if ground is not None else Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(rect.adjusted(0.5, 0.5, -0.5, -0.5), radius, radius)


def shadow(painter: QPainter, look: Look, rect: QRectF, radius: float) -> None:
    """The soft shadow under a popup or a page: 4 px down, at most 8 px wide."""
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(look.tokens.shadow)
    with smooth(painter):
        for grown in range(6, 0, -1):
            fallen = rect.adjusted(2 - grown, 4 - grown, grown - 2, grown)
            painter.drawRoundedRect(fallen, radius + grown, radius + grown)


def _hair(painter: QPainter) -> float:
    """One px, but a whole number of device pixels."""
    ratio = painter.device().devicePixelRatioF()
    return max(1, floor(ratio)) / ratio


def _frame(painter: QPainter, rect: QRectF, colour: QColor, width: float) -> None:
    inset = width / 2
    pen = QPen(colour, width)
    pen.setJoinStyle(Qt.PenJoinStyle.MiterJoin)
    painter.setPen(pen)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    with smooth(painter):
        painter.drawRect(rect.adjusted(inset, inset, -inset, -inset))


def _pill(painter: QPainter, rect: QRectF, colour: QColor) -> None:
    painter.setBrush(colour)
    painter.drawRoundedRect(rect, rect.height() / 2, rect.height() / 2)


def _alarm(painter: QPainter, left: float, top: float, colour: QColor) -> None:
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(colour)
    painter.drawRoundedRect(QRectF(left, top, LIGHT_SIZE, LIGHT_SIZE), 2.5, 2.5)
    painter.setBrush(Qt.GlobalColor.white)
    painter.drawRect(QRectF(left + 5, top + 2.5, 2, 4.5))
    painter.drawRect(QRectF(left + 5, top + 8, 2, 2))


def _triangle(painter: QPainter, left: float, top: float, fill: QColor, edge: QColor) -> None:
    pen = QPen(edge, 1)
    pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
    painter.setPen(pen)
    painter.setBrush(fill)
    corners = ((6, 1.25), (11.5, 10.75), (0.5, 10.75))
    painter.drawPolygon(QPolygonF([QPointF(left + x, top + y) for x, y in corners]))


def _tick(painter: QPainter, left: float, top: float, colour: QColor) -> None:
    pen = QPen(colour, 1.75)
    pen.setCapStyle(Qt.PenCapStyle.RoundCap)
    pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
    painter.setPen(pen)
    stops = ((4, 8.5), (7, 11.5), (12.5, 5))
    painter.drawPolyline(QPolygonF([QPointF(left + x, top + y) for x, y in stops]))
