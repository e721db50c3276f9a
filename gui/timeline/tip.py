"""What hovers beside a bar: its dates, how it stands, and what the mouse can do with it."""

from __future__ import annotations

from PySide6.QtCore import QMargins, QPoint, QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from gui.look import Look, paint
from model.frozen import Frozen
from model.judgements.lights import Light
from model.judgements.timeline import Row, RowKind

PADDING = 12
MARGIN = 6  # room for the shadow
OFFSET = 16  # from the mouse
WIDEST = 420


class Told(Frozen):
    """The lines of a tip; blank ones are left out."""

    title: str
    dates: str = ""
    light: str = "none"
    status: str = ""
    hint: str = ""


HINT = "拖动改日期，拖右缘改工期"


def told_of(row: Row, hint: str) -> Told:
    """What there is to tell of a row; ``hint`` says what the mouse can do."""
    dates = " · ".join(part for part in (row.dates or "未定日期", row.owner) if part)
    light = row.light if row.light in (Light.RED, Light.AMBER) else "none"
    return Told(row.name, dates, light, row.full, hint)


def hint_of(row: Row) -> str:
    """What the mouse can do with a row."""
    if row.kind is RowKind.CAMPAIGN:
        return ""
    if row.end is None:
        return "在右边这一行里拖动，画出起止日期"
    if row.table == "task" and row.done:
        return "双击修改"
    return "拖动改日期" if row.kind is RowKind.SUBMISSION else HINT


class Tip(QWidget):
    """Lies over the room, lets the mouse through, and stays inside of its parent.

    A child rather than a window, for shadow and round corners need no compositor then.
    """

    def __init__(self, look: Look, parent: QWidget) -> None:
        super().__init__(parent)
        self._look = look
        self._room = parent
        self.told = Told("")
        self.setObjectName("timeline_tip")
        self.setAccessibleName("提示")
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.hide()

    def tell(self, told: Told, at: QPoint) -> None:
        """Show the lines beside ``at``, a place in the parent."""
        self.told = told
        self.resize(self._width(), 2 * MARGIN + sum(height for _, height in self._lines()) + 10)
        bounds = self._room.rect()
        x, y = at.x() + OFFSET, at.y() + OFFSET
        if x + self.width() > bounds.right():
            x = at.x() - OFFSET - self.width()
        if y + self.height() > bounds.bottom():
            y = at.y() - OFFSET // 2 - self.height()
        self.move(max(0, x), max(0, y))
        self.setAccessibleDescription("；".join(text for text, _ in self._lines()))
        self.update()
        self.show()
        self.raise_()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        tokens = self._look.tokens
        box = QRectF(self.rect().marginsRemoved(_margins()))
        paint.shadow(painter, self._look, box, 5)
        paint.outline(painter, box, tokens.surface, tokens.line2, 5)
        top = box.top() + 5
        for text, height in self._lines():
            place = QRectF(box.left() + PADDING, top, box.width() - 2 * PADDING + 1, height)
            self._paint_line(painter, place, text)
            top += height

    def _paint_line(self, painter: QPainter, place: QRectF, text: str) -> None:
        told, tokens, line = self.told, self._look.tokens, self._look.texts.line
        if text == told.title:
            line(painter, place, text, "strong", tokens.ink)
        elif text == told.dates:
            line(painter, place, text, "label", tokens.ink2)
        elif text == told.status:
            indent = paint.LIGHT_SIZE + 6 if told.light != "none" else 0
            spot = QRectF(place.left(), place.top(), paint.LIGHT_SIZE, place.height())
            paint.light(painter, self._look, spot, told.light)
            ink = paint.light_ink(tokens, told.light)
            line(painter, place.adjusted(indent, 0, 0, 0), text, "label", ink)
        else:
            line(painter, place, text, "caption", tokens.ink3)

    def _lines(self) -> list[tuple[str, int]]:
        told = self.told
        lines = ((told.title, 22), (told.dates, 20), (told.status, 20), (told.hint, 18))
        return [(text, height) for text, height in lines if text]

    def _width(self) -> int:
        told, width = self.told, self._look.fonts.width
        light = paint.LIGHT_SIZE + 6 if told.light != "none" else 0
        widths = (
            width("strong", told.title),
            width("label", told.dates),
            width("label", told.status) + light,
            width("caption", told.hint),
        )
        return min(WIDEST, round(max(widths)) + 1) + 2 * PADDING + 2 * MARGIN


def _margins() -> QMargins:
    return QMargins(MARGIN, MARGIN, MARGIN, MARGIN)
