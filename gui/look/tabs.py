"""The row of tabs: an icon and a name each, the active one in accent with a line at its foot."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QPoint, QRectF, QSize
from PySide6.QtGui import QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QTabBar, QWidget

from gui.look import paint
from gui.look.fonts import Role
from gui.look.look import Look

HEIGHT = 44
ICON = 20
BESIDE = 11  # half of the gap between two tabs
PADDING = 4  # what the line at the foot is wider than icon and name
ICON_GAP = 6


class TabRow(QTabBar):
    """A QTabBar that paints itself; fill it with `add`."""

    def __init__(self, look: Look, name: str, meaning: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._icons: list[str] = []
        self._under_mouse = -1
        self.setObjectName(name)
        self.setAccessibleName(meaning)
        self.setExpanding(False)
        self.setDrawBase(False)
        self.setUsesScrollButtons(False)
        self.setMouseTracking(True)
        self.setFont(look.font("heading"))

    def add(self, icon: str, text: str) -> int:
        """Append a tab; returns its index."""
        self._icons.append(icon)
        return self.addTab(text)

    def tabSizeHint(self, index: int) -> QSize:
        words = self._look.fonts.width("heading", self.tabText(index))
        return QSize(round(words) + ICON + ICON_GAP + 2 * (PADDING + BESIDE), HEIGHT)

    def minimumTabSizeHint(self, index: int) -> QSize:
        return self.tabSizeHint(index)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        super().mouseMoveEvent(event)
        self._hover(event.position().toPoint())

    def leaveEvent(self, event: QEvent) -> None:
        super().leaveEvent(event)
        self._hover(QPoint(-1, -1))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        for index in range(self.count()):
            inner = QRectF(self.tabRect(index)).adjusted(BESIDE, 0, -BESIDE, 0)
            self._paint_tab(painter, inner, index)

    def _paint_tab(self, painter: QPainter, rect: QRectF, index: int) -> None:
        tokens = self._look.tokens
        active = index == self.currentIndex()
        colour = tokens.accent if active else tokens.ink2
        if index == self._under_mouse and not active:
            colour = tokens.ink
        if active:
            painter.fillRect(QRectF(rect.left(), rect.bottom() - 2, rect.width(), 2), colour)
            if self.hasFocus():
                paint.outline(painter, rect.adjusted(-4, 6, 4, -6), None, colour, 4)
        spot = QRectF(rect.left() + PADDING, rect.top(), ICON, rect.height())
        self._look.paint_icon(painter, spot, self._icons[index], colour)
        words = QRectF(rect)
        words.setLeft(spot.right() + ICON_GAP)
        role: Role = "heading" if active else "lead"
        self._look.texts.line(painter, words, self.tabText(index), role, colour)

    def _hover(self, place: QPoint) -> None:
        under = self.tabAt(place)
        if under != self._under_mouse:
            self._under_mouse = under
            self.update()
