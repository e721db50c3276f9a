"""The header of a table: names of columns, the mark of the sorted one, places for funnels."""

from __future__ import annotations

from collections.abc import Callable, Collection

from PySide6.QtCore import QEvent, QPointF, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QHelpEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QHeaderView, QToolTip, QWidget

from gui.look import Look, paint
from gui.record_table.freezing import Freezing
from gui.record_table.ordering import AS_LOADED, Sorting
from gui.record_table.style import HEADER_HEIGHT, NUMBERS_WIDTH, PADDING, TableStyle

ICON = 16
FUNNEL = 14
MARK_GAP = 4
LEAST_WIDTH = 40


class RecordHeader(QHeaderView):
    """Click sorts, drag moves a column, a drag at a border widens it, a double click there fits.

    A click on the funnel asks for the filter of its column.
    """

    let_go = Signal()  # the mouse was released: a width or the order may have changed
    filter_wanted = Signal(int)  # the column whose funnel was clicked

    def __init__(self, look: Look, style: TableStyle, parent: QWidget | None = None) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self._look = look
        self._style = style
        self._sorting = AS_LOADED
        self.can_filter = False
        self._filtering: Collection[int] = ()
        self.freezing = Freezing(self)
        self._pressed = -1  # the column on whose funnel the mouse went down
        self.setObjectName("record_header")
        self.setAccessibleName("表头")
        self.setSectionsClickable(True)
        self.setSectionsMovable(True)
        self.setMinimumSectionSize(LEAST_WIDTH)
        self.setFixedHeight(HEADER_HEIGHT)

    def first(self) -> int:
        """The leftmost column that is shown; -1 when there is none."""
        order = (self.logicalIndex(place) for place in range(self.count()))
        return next((column for column in order if not self.isSectionHidden(column)), -1)

    def show_sorting(self, sorting: Sorting) -> None:
        """Mark the column that the rows are sorted by."""
        self._sorting = sorting
        self.viewport().update()

    def show_filtering(self, columns: Collection[int]) -> None:
        """Mark the columns that let not every row through."""
        self._filtering = columns
        self.viewport().update()

    def section_rect(self, section: int) -> QRect:
        """Where a column's heading is on the header."""
        return QRect(self.freezing.left(section), 0, self.sectionSize(section), self.height())

    def funnel_rect(self, section: int) -> QRect:
        """Where the funnel of a column is; it ends where the words of the cells end."""
        rect = self.section_rect(section)
        return QRect(rect.right() - PADDING - FUNNEL + 2, 0, FUNNEL, rect.height() - 1)

    # -- the mouse -------------------------------------------------------------------------

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._pressed = self._funnel_at(event)
        if self._pressed < 0:
            super().mousePressEvent(self._as_scrolled(event))

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self._pressed < 0:
            super().mouseMoveEvent(self._as_scrolled(event))

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        if self._funnel_at(event) < 0:
            super().mouseDoubleClickEvent(self._as_scrolled(event))

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if self._pressed >= 0:
            if self._funnel_at(event) == self._pressed:
                self.filter_wanted.emit(self._pressed)
            self._pressed = -1
            return
        super().mouseReleaseEvent(self._as_scrolled(event))
        self.let_go.emit()

    def _as_scrolled(self, event: QMouseEvent) -> QMouseEvent:
        """The event at the place where Qt believes a frozen column to be."""
        shift = self.freezing.shift(round(event.position().x()))
        if not shift:
            return event
        place = event.position() - QPointF(shift, 0)
        buttons = event.button(), event.buttons(), event.modifiers()
        return QMouseEvent(event.type(), place, event.globalPosition(), *buttons)

    def _funnel_at(self, event: QMouseEvent) -> int:
        """The column whose funnel is under the mouse; -1 for none."""
        place = event.position().toPoint()
        section = self.freezing.column_at(place.x())
        is_left = event.button() == Qt.MouseButton.LeftButton and self._has_funnels()
        on_funnel = section >= 0 and self.funnel_rect(section).contains(place)
        return section if is_left and on_funnel else -1

    # -- painting --------------------------------------------------------------------------

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if not self.freezing.works:
            return
        painter = QPainter(self.viewport())
        last = self.visualIndex(self.freezing.last)
        for section in (self.logicalIndex(place) for place in range(last + 1)):
            if not self.isSectionHidden(section):
                self.paintSection(painter, self.section_rect(section), section)
        edge = self.freezing.edge - 1
        paint.down(painter, self._look.tokens.ctl, edge, 0, self.height())

    def paintSection(self, painter: QPainter, rect: QRect, section: int) -> None:
        tokens = self._look.tokens
        painter.fillRect(rect, tokens.head)
        words = self._words_place(QRectF(rect), section)
        width = self._look.texts.line(painter, words, self._title(section), "label", tokens.ink2)
        if self._sorting.column == section:
            left = words.left() + width + MARK_GAP
            self._mark(painter, QRectF(left, words.top(), ICON, words.height()))
        if self._has_funnels():
            self._funnel(painter, rect, section)
        self._edges(painter, rect)

    def _has_funnels(self) -> bool:
        """A list that stands in an order of its own is neither sorted nor filtered."""
        return self.can_filter and self.sectionsClickable()

    def _funnel(self, painter: QPainter, rect: QRect, section: int) -> None:
        tokens = self._look.tokens
        funnel = QRectF(rect.right() - PADDING - FUNNEL + 2, rect.top(), FUNNEL, rect.height() - 1)
        ink = tokens.accent if section in self._filtering else tokens.off
        self._look.paint_icon(painter, funnel, "filter", ink, FUNNEL)

    def viewportEvent(self, event: QEvent) -> bool:
        if isinstance(event, QHelpEvent):
            section = self.freezing.column_at(event.pos().x())
            QToolTip.showText(event.globalPos(), self.whole_title(section), self.viewport())
            return True
        return super().viewportEvent(event)

    def whole_title(self, section: int) -> str:
        """What the tooltip of a column says; blank where nothing is cut."""
        if section < 0:
            return ""
        place = QRectF(0, 0, self.sectionSize(section), self.height())
        width = self._words_place(place, section).width()
        title = self._title(section)
        return title if self._look.texts.is_cut(title, "label", width) else ""

    def _title(self, section: int) -> str:
        return str(self.model().headerData(section, self.orientation()))

    def _words_place(self, rect: QRectF, section: int) -> QRectF:
        left = self._style.first_padding if section == self.first() else PADDING
        mark = ICON + MARK_GAP if self._sorting.column == section else 0
        funnel = FUNNEL if self._has_funnels() else 0
        return rect.adjusted(left, 0, -PADDING - funnel - mark, -1)

    def _mark(self, painter: QPainter, rect: QRectF) -> None:
        painter.save()
        if self._sorting.reverse:
            painter.translate(0, 2 * rect.center().y())
            painter.scale(1, -1)
        self._look.paint_icon(painter, rect, "sort", self._look.tokens.accent, ICON)
        painter.restore()

    def _edges(self, painter: QPainter, rect: QRect) -> None:
        line = self._look.tokens.line2
        paint.across(painter, line, rect.left(), rect.right() + 1, rect.bottom())
        if self._style.cell_lines:
            paint.down(painter, line, rect.right(), rect.top() + 8, rect.bottom() - 8)


class RowNumbers(QHeaderView):
    """The numbers at the left of a sheet; a click selects the row."""

    def __init__(
        self, look: Look, band_of: Callable[[int], int], parent: QWidget | None = None
    ) -> None:
        """``band_of`` tells how high the heading of a group above a row is."""
        super().__init__(Qt.Orientation.Vertical, parent)
        self._look = look
        self._band_of = band_of
        self.setObjectName("row_numbers")
        self.setAccessibleName("行号")
        self.setSectionsClickable(True)
        self.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)

    def sizeHint(self) -> QSize:
        widest = self._look.fonts.width("label", str(self.count()))
        return QSize(max(NUMBERS_WIDTH, round(widest) + 2 * PADDING), 0)

    def paintSection(self, painter: QPainter, rect: QRect, section: int) -> None:
        tokens = self._look.tokens
        if band := self._band_of(section):
            painter.fillRect(rect.adjusted(0, 0, 0, band - rect.height()), tokens.head)
            rect = rect.adjusted(0, band, 0, 0)
            paint.across(painter, tokens.line, rect.left(), rect.right() + 1, rect.top() - 1)
        painter.fillRect(rect, tokens.alt)
        place = QRectF(rect).adjusted(0, 0, -PADDING, -1)
        edge = Qt.AlignmentFlag.AlignRight
        words = str(self.model().headerData(section, self.orientation()))
        self._look.texts.line(painter, place, words, "label", tokens.ink2, edge)
        paint.across(painter, tokens.line, rect.left(), rect.right() + 1, rect.bottom())
        paint.down(painter, tokens.line, rect.right(), rect.top(), rect.bottom() + 1)
