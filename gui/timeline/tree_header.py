"""The headings of the tree, as high as the header of the chart; a click sorts."""

from __future__ import annotations

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QHeaderView, QWidget

from gui.look import Look, paint
from gui.timeline.outline import Order
from gui.timeline.tree_model import HEADINGS, NAME, OWNER, STATUS

HEIGHT = 72
WORDS = (43, 26)  # top and height of the line of words
ORDERS = {NAME: Order.PLAN, OWNER: Order.OWNER, STATUS: Order.DUE}


class TreeHeader(QHeaderView):
    """Paints the headings at the foot of its height, with an arrow at the one that sorts."""

    def __init__(self, look: Look, parent: QWidget) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self._look = look
        self.order = Order.PLAN
        self.setObjectName("timeline_tree_header")
        self.setAccessibleName("阶段与任务的表头")
        self.setSectionsMovable(False)
        self.setMinimumSectionSize(40)

    def sizeHint(self) -> QSize:
        return QSize(super().sizeHint().width(), HEIGHT)

    def paintSection(self, painter: QPainter, rect: QRect, section: int) -> None:
        look, tokens = self._look, self._look.tokens
        area = QRectF(rect)
        painter.fillRect(area, tokens.head)
        indent = 16 if section == NAME else 8
        top, height = WORDS
        place = QRectF(area.left() + indent, area.top() + top, area.width() - indent, height)
        sorts = ORDERS[section] is self.order is not Order.PLAN
        ink = tokens.accent if sorts else tokens.ink2
        used = look.texts.line(painter, place, HEADINGS[section], "label", ink)
        if sorts:
            spot = QRectF(place.left() + used + 2, place.top(), 16, height)
            look.paint_icon(painter, spot, "down", tokens.accent, 12)
        paint.across(painter, tokens.line2, area.left(), area.right(), area.bottom() - 1)

    def chosen_order(self, section: int) -> Order:
        """The order that a click on this heading asks for; the one that sorts goes back."""
        wanted = ORDERS[section]
        return Order.PLAN if wanted is self.order else wanted
