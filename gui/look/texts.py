"""Texts set in one or a few lines, kept, because tables paint the same words again and again."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QTextLayout, QTextLine, QTextOption

from gui.look.fonts import MIDDLE, Fonts, Role

ELLIPSIS = "…"
JOINING = "、，；：· "  # what no line ends with before the ellipsis
KEPT = 4000  # some screens full of different cells; then the store is emptied

Left = Qt.AlignmentFlag.AlignLeft


class Texts:
    """Paints texts by role; remembers how each was cut and broken."""

    def __init__(self, fonts: Fonts) -> None:
        self._fonts = fonts
        self._cut: dict[tuple[str, Role, int], tuple[str, float]] = {}
        self._set: dict[tuple[str, Role, int, int], QTextLayout] = {}

    def line(
        self,
        painter: QPainter,
        rect: QRectF,
        text: str,
        role: Role,
        colour: QColor,
        align: Qt.AlignmentFlag = Left,
    ) -> float:
        """One line, optically centred in the height of `rect` and cut with …; returns its width."""
        shown, width = self.cut(text, role, rect.width())
        left = rect.left()
        if align is Left:
            pass  # the test of a flag takes as long as the rest
        elif align & Qt.AlignmentFlag.AlignRight:
            left = rect.right() - width
        elif align & Qt.AlignmentFlag.AlignHCenter:
            left += (rect.width() - width) / 2
        painter.setFont(self._fonts.font(role))
        painter.setPen(colour)
        painter.drawText(QPointF(left, self._fonts.baseline(role, rect)), shown)
        return width

    def lines(
        self,
        painter: QPainter,
        rect: QRectF,
        text: str,
        role: Role,
        colour: QColor,
        most: int = 2,
    ) -> None:
        """Up to `most` lines broken by Qt's rules, centred in the height, cut with …."""
        layout = self.layout(text, role, rect.width(), most)
        painter.setPen(colour)
        layout.draw(painter, QPointF(rect.left(), self._top(layout, role, rect)))

    def cut(self, text: str, role: Role, width: float) -> tuple[str, float]:
        """The text as it fits into `width` (line breaks as blanks), and how wide that is."""
        key = (text, role, int(width))
        if key not in self._cut:
            _make_room(self._cut)
            self._cut[key] = self._measured(text.replace("\n", " "), role, width)
        return self._cut[key]

    def layout(self, text: str, role: Role, width: float, most: int) -> QTextLayout:
        """The broken text, its first line at y = 0; `lineCount()` tells how many lines it takes."""
        key = (text, role, int(width), most)
        if key not in self._set:
            _make_room(self._set)
            self._set[key] = self._broken(text, role, width, most)
        return self._set[key]

    def places(
        self, rect: QRectF, text: str, role: Role, most: int, found: Iterable[tuple[int, int]]
    ) -> list[QRectF]:
        """Where the words `found` (start, length) stand when `lines` paints the text in `rect`."""
        layout = self.layout(text, role, rect.width(), most)
        top = self._top(layout, role, rect)
        height = self._fonts.line_height(role)
        rects = []
        for start, length in found:
            for number in range(layout.lineCount()):
                span = _span(layout.lineAt(number), start, start + length)
                if span is not None:
                    left, width = span
                    y = top + number * height + 2
                    rects.append(QRectF(rect.left() + left, y, width, height - 4))
        return rects

    def line_count(self, text: str, role: Role, width: float, most: int) -> int:
        """How many lines the text takes, at most `most`."""
        return self.layout(text, role, width, most).lineCount()

    def is_cut(self, text: str, role: Role, width: float, most: int = 1) -> bool:
        """Whether a tooltip has to show the whole."""
        if most == 1:
            return self.cut(text, role, width)[0] != text
        return self.layout(text, role, width, most).text() != _qt_breaks(text)

    def kept(self) -> int:
        """How many cut or broken texts are remembered."""
        return len(self._cut) + len(self._set)

    def _top(self, layout: QTextLayout, role: Role, rect: QRectF) -> float:
        height = layout.lineCount() * self._fonts.line_height(role)
        return rect.top() + max(0.0, (rect.height() - height) / 2)

    def _measured(self, text: str, role: Role, width: float) -> tuple[str, float]:
        metrics = self._fonts.metrics(role)
        whole = metrics.horizontalAdvance(text)
        if whole <= width + 0.5:
            return text, whole
        shown = metrics.elidedText(text, Qt.TextElideMode.ElideRight, width)
        kept, dots = shown[: -len(ELLIPSIS)], shown[-len(ELLIPSIS) :]
        shown = kept.rstrip(JOINING) + dots  # 考察学习… and not 考察学习、…
        return shown, metrics.horizontalAdvance(shown)

    def _broken(self, text: str, role: Role, width: float, most: int) -> QTextLayout:
        layout = self._laid_out(_qt_breaks(text), role, width, most)
        last = layout.lineAt(layout.lineCount() - 1) if layout.lineCount() else None
        if last is None or last.textStart() + last.textLength() >= len(layout.text()):
            return layout
        rest = layout.text()[last.textStart() :].replace("\u2028", " ")
        metrics = self._fonts.metrics(role)
        cut = metrics.elidedText(rest + ELLIPSIS, Qt.TextElideMode.ElideRight, width)
        return self._laid_out(layout.text()[: last.textStart()] + cut, role, width, most)

    def _laid_out(self, text: str, role: Role, width: float, most: int) -> QTextLayout:
        font = self._fonts.font(role)
        layout = QTextLayout(text, font)
        option = QTextOption()
        option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        layout.setTextOption(option)
        layout.setCacheEnabled(True)
        height = self._fonts.line_height(role)
        layout.beginLayout()
        for number in range(most):
            line = layout.createLine()
            if not line.isValid():
                break
            line.setLineWidth(max(1.0, width))
            middle = height * (number + 0.5) + MIDDLE * self._fonts.em(role)
            line.setPosition(QPointF(0, middle - line.ascent()))
        layout.endLayout()
        return layout


def _span(line: QTextLine, start: int, end: int) -> tuple[float, float] | None:
    """Left edge and width of what stands in this line of the characters start to end."""
    first = max(start, line.textStart())
    last = min(end, line.textStart() + line.textLength())
    if first >= last:
        return None
    # The stub calls the answer an object; Qt returns the place and the moved cursor.
    left, right = (line.cursorToX(place)[0] for place in (first, last))  # type: ignore[index]
    return left, right - left


def _qt_breaks(text: str) -> str:
    return text.replace("\n", "\u2028")


def _make_room(kept: dict[Any, Any]) -> None:
    if len(kept) >= KEPT:
        kept.clear()
