"""What can be begun with, as a list; each row has a thumbnail of its phases to scale."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from PySide6.QtCore import QRectF, QSignalBlocker, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QResizeEvent
from PySide6.QtWidgets import (
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from gui.first_start.offer import Offer
from gui.look import Look, paint
from gui.value_list import VALUE, Index, ValueList

ROW_HEIGHTS = (56, 64)  # least and usual: five rows fit a low window
INDENT = 16  # the words stand under the heading, the tinted ground begins before it
THUMBNAIL = 168
LANE, LANE_STEP = 4, 7
MOST_LANES = 5
GAP = 8


class OfferList(ValueList):
    """One row is always chosen, unless there is none."""

    chosen = Signal(object)  # Offer

    def __init__(self, look: Look, name: str, title: str, parent: QWidget | None = None) -> None:
        super().__init__(name, title, parent)
        self._rows = _Row(look, self)
        self.setItemDelegate(self._rows)

    def show_offers(self, offers: Iterable[Offer]) -> None:
        """Show these and choose the first, without telling."""
        with QSignalBlocker(self):
            self.records.show(offers)
            self.choose(0)
        self._fit()

    def offer(self) -> Offer | None:
        """What is chosen."""
        value: Offer | None = self.value()
        return value

    def turned_to(self, value: Offer) -> None:
        """Tell that it is chosen."""
        self.chosen.emit(value)

    def _fit(self) -> None:
        """Rows a little lower where that spares the scroll bar."""
        least, usual = ROW_HEIGHTS
        room = self.viewport().height() // max(self.records.rowCount(), 1)
        self._rows.height = min(usual, room) if room >= least else usual
        self.scheduleDelayedItemsLayout()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()


class _Row(QStyledItemDelegate):
    def __init__(self, look: Look, parent: QWidget) -> None:
        super().__init__(parent)
        self._look = look
        self.height = ROW_HEIGHTS[1]

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(320, self.height)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        offer: Offer = index.data(VALUE)
        rect = QRectF(option.rect)
        self._paint_ground(painter, rect, option.state, index.row())
        saved = (ROW_HEIGHTS[1] - rect.height()) / 2
        inner = rect.adjusted(INDENT, -saved, -INDENT, saved)
        self._paint_words(painter, inner.adjusted(0, 0, -THUMBNAIL - 16, 0), offer)
        self._paint_phases(painter, inner.adjusted(inner.width() - THUMBNAIL, 0, 0, 0), offer)

    def _paint_ground(
        self, painter: QPainter, rect: QRectF, state: QStyle.StateFlag, row: int
    ) -> None:
        tokens = self._look.tokens
        if state & QStyle.StateFlag.State_Selected:
            paint.outline(painter, rect.adjusted(0, 2, 0, -2), tokens.tint, tokens.tint, 4)
            paint.row_bar(painter, self._look, rect.adjusted(0, 8, 0, -8))
        elif state & QStyle.StateFlag.State_MouseOver:
            ground = rect.adjusted(0, 2, 0, -2)
            paint.outline(painter, ground, tokens.hover, tokens.hover, 4)
        elif row:
            left, right = rect.left() + INDENT, rect.right() - INDENT
            paint.across(painter, tokens.line, left, right, rect.top())

    def _paint_words(self, painter: QPainter, rect: QRectF, offer: Offer) -> None:
        texts, tokens = self._look.texts, self._look.tokens
        first = QRectF(rect.left(), rect.top() + 10, rect.width(), 22)
        used = texts.line(painter, first, offer.name, "strong", tokens.ink)
        # A full-width opening mark brings its own gap.
        gap = 0 if offer.theme.startswith(("“", "（")) else GAP
        beside = first.adjusted(used + gap, 0, 0, 0)
        if beside.width() > 0:
            texts.line(painter, beside, offer.theme, "body", tokens.ink2)
        second = QRectF(rect.left(), rect.top() + 33, rect.width(), 20)
        texts.line(painter, second, offer.facts, "label", tokens.ink3)

    def _paint_phases(self, painter: QPainter, rect: QRectF, offer: Offer) -> None:
        look, tokens = self._look, self._look.tokens
        top = QRectF(rect.left(), rect.top() + 8, rect.width(), 20)
        edge = Qt.AlignmentFlag.AlignRight
        look.texts.line(painter, top, offer.span, "label", tokens.ink2, edge)
        colours = (tokens.phase, tokens.slate, tokens.slate_o, tokens.slate2)
        painter.setPen(Qt.PenStyle.NoPen)
        with paint.smooth(painter):
            for number, phase in enumerate(offer.phases):
                painter.setBrush(colours[number % len(colours)])
                lane = rect.top() + 31 + number % MOST_LANES * LANE_STEP
                painter.drawRoundedRect(_bar(rect, lane, phase, offer), 2, 2)


def _bar(rect: QRectF, top: float, phase: tuple[date, date], whole: Offer) -> QRectF:
    """A phase to scale, true to its overlaps."""
    days = (whole.last - whole.first).days + 1
    left = (phase[0] - whole.first).days / days * rect.width()
    width = ((phase[1] - phase[0]).days + 1) / days * rect.width()
    return QRectF(rect.left() + left, top, max(width - 1, LANE), LANE)
