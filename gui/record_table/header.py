"""The header of a table: names of columns, the mark of the sorted one, places for funnels."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QHelpEvent, QMouseEvent, QPainter
from PySide6.QtWidgets import QHeaderView, QToolTip, QWidget

from gui.look import Look, paint
from gui.record_table.ordering import AS_LOADED, Sorting
from gui.record_table.style import HEADER_HEIGHT, NUMBERS_WIDTH, PADDING, TableStyle

ICON = 16
MARK_GAP = 4
LEAST_WIDTH = 40


class RecordHeader(QHeaderView):
    """Click sorts, drag moves a column, a drag at a border widens it, a double click there fits."""

    let_go = Signal()  # the mouse was released: a width or the order may have changed

    def __init__(self, look: Look, style: TableStyle, parent: QWidget | None = None) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self._look = look
        self._style = style
        self._sorting = AS_LOADED
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

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        super().mouseReleaseEvent(event)
        self.let_go.emit()

    def paintSection(self, painter: QPainter, rect: QRect, section: int) -> None:
        tokens = self._look.tokens
        painter.fillRect(rect, tokens.head)
        words = self._words_place(QRectF(rect), section)
        width = self._look.texts.line(painter, words, self._title(section), "label", tokens.ink2)
        if self._sorting.column == section:
            left = words.left() + width + MARK_GAP
            self._mark(painter, QRectF(left, words.top(), ICON, words.height()))
        self._edges(painter, rect)

    def viewportEvent(self, event: QEvent) -> bool:
        if isinstance(event, QHelpEvent):
            section = self.logicalIndexAt(event.pos())
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
        return rect.adjusted(left, 0, -PADDING - mark, -1)

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

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(Qt.Orientation.Vertical, parent)
        self._look = look
        self.setObjectName("row_numbers")
        self.setAccessibleName("行号")
        self.setSectionsClickable(True)
        self.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)

    def sizeHint(self) -> QSize:
        widest = self._look.fonts.width("label", str(self.count()))
        return QSize(max(NUMBERS_WIDTH, round(widest) + 2 * PADDING), 0)

    def paintSection(self, painter: QPainter, rect: QRect, section: int) -> None:
        tokens = self._look.tokens
        painter.fillRect(rect, tokens.alt)
        place = QRectF(rect).adjusted(0, 0, -PADDING, -1)
        edge = Qt.AlignmentFlag.AlignRight
        self._look.texts.line(painter, place, str(section + 1), "label", tokens.ink2, edge)
        paint.across(painter, tokens.line, rect.left(), rect.right() + 1, rect.bottom())
        paint.down(painter, tokens.line, rect.right(), rect.top(), rect.bottom() + 1)
