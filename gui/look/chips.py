"""Chips and segments: the switches of filters and views."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPainterPath, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QButtonGroup, QHBoxLayout, QWidget

from gui.look import paint
from gui.look.look import Look

CHIP_HEIGHT = 24
CHIP_PADDING = 12
COUNT_GAP = 6
SEGMENT_HEIGHT = 28


class Chip(QAbstractButton):
    """A filter that is on or off, with the number of rows it stands for and perhaps a light."""

    def __init__(
        self,
        look: Look,
        name: str,
        text: str,
        *,
        light: str = "none",
        count: int | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._look = look
        self._light = light
        self._count = count
        self.setText(text)
        self.setObjectName(name)
        self.setCheckable(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setProperty("radius", CHIP_HEIGHT / 2)
        self._tell()

    def set_count(self, count: int | None) -> None:
        """The number of rows, or None for a chip without one."""
        if count != self._count:
            self._count = count
            self._tell()
            self.updateGeometry()
            self.update()

    def sizeHint(self) -> QSize:
        width = self._look.fonts.width
        inner = width("label", self.text()) + self._light_width()
        if self._count is not None:
            inner += COUNT_GAP + width("label", str(self._count))
        return QSize(round(inner) + 2 * CHIP_PADDING, CHIP_HEIGHT)

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        tokens = self._look.tokens
        rect = QRectF(self.rect())
        on = self.isChecked()
        ground = tokens.chip if on else tokens.hover if self.underMouse() else None
        paint.outline(painter, rect, ground, tokens.chip if on else tokens.line2, CHIP_HEIGHT / 2)
        self._paint_words(painter, rect.adjusted(CHIP_PADDING, 0, -CHIP_PADDING + 2, 0), on)

    def _paint_words(self, painter: QPainter, place: QRectF, on: bool) -> None:
        tokens, texts = self._look.tokens, self._look.texts
        if self._light != "none":
            spot = QRectF(place.left(), place.top(), paint.LIGHT_SIZE, place.height())
            paint.light(painter, self._look, spot, self._light)
            place.setLeft(place.left() + self._light_width())
        enabled = self.isEnabled()
        ink = tokens.on_chip if on else tokens.ink2 if enabled else tokens.off
        used = texts.line(painter, place, self.text(), "label", ink)
        if self._count is not None:
            place.setLeft(place.left() + used + COUNT_GAP)
            ink = tokens.on_chip if on else tokens.ink3 if enabled else tokens.off
            texts.line(painter, place, str(self._count), "label", ink)

    def _light_width(self) -> int:
        return 0 if self._light == "none" else paint.LIGHT_SIZE + 6

    def _tell(self) -> None:
        count = "" if self._count is None else f"{self._count}条"
        self.setAccessibleName(self.text() + count)


class Segments(QWidget):
    """Two or three segments of which one is chosen: 问题 | 意见, 日 | 周 | 月."""

    chosen = Signal(str)  # the id of the segment, when the user chose it

    def __init__(
        self,
        look: Look,
        name: str,
        meaning: str,
        choices: Mapping[str, str],
        *,
        width: int = 44,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self.setAccessibleName(meaning)
        self._buttons = {key: _Segment(look, text, self) for key, text in choices.items()}
        self._group = QButtonGroup(self)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        for number, (key, button) in enumerate(self._buttons.items()):
            button.setObjectName(f"{name}_{key}")
            button.setFixedSize(width, SEGMENT_HEIGHT)
            button.ends = (number == 0, number == len(choices) - 1)
            button.clicked.connect(lambda _checked, key=key: self.chosen.emit(key))
            self._group.addButton(button)
            layout.addWidget(button)
        self.choose(next(iter(choices)))

    def choose(self, key: str) -> None:
        """Show this segment as chosen, without telling."""
        self._buttons[key].setChecked(True)

    def choice(self) -> str:
        """The id of the chosen segment."""
        return next(key for key, button in self._buttons.items() if button.isChecked())

    def set_text(self, key: str, text: str) -> None:
        """Change the words of a segment, e.g. when its count changes."""
        self._buttons[key].setText(text)
        self._buttons[key].setAccessibleName(text)


class _Segment(QAbstractButton):
    def __init__(self, look: Look, text: str, parent: QWidget) -> None:
        super().__init__(parent)
        self._look = look
        self.ends = (False, False)  # whether it is the first, the last
        self.setText(text)
        self.setAccessibleName(text)
        self.setCheckable(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        tokens = self._look.tokens
        on = self.isChecked()
        ground = tokens.chip if on else tokens.hover if self.underMouse() else tokens.field
        with paint.smooth(painter):
            painter.setPen(QPen(tokens.chip if on else tokens.line2, 1))
            painter.setBrush(ground)
            painter.drawPath(self._outline())
        ink = tokens.on_chip if on else tokens.ink if self.isEnabled() else tokens.off
        centre = Qt.AlignmentFlag.AlignHCenter
        place = QRectF(self.rect())
        self._look.texts.line(painter, place, self.text(), "body", ink, centre)

    def _outline(self) -> QPainterPath:
        """Rounded at the outer ends; the right edge parts it from the neighbour."""
        first, last = self.ends
        rect = QRectF(self.rect()).adjusted(0.5 if first else -0.5, 0.5, -0.5, -0.5)
        path = QPainterPath()
        path.setFillRule(Qt.FillRule.WindingFill)
        path.addRoundedRect(rect, 4, 4)
        if not first:
            path.addRect(rect.adjusted(0, 0, -rect.width() / 2, 0))
        if not last:
            path.addRect(rect.adjusted(rect.width() / 2, 0, 0, 0))
        return path.simplified()
