"""Where the cells of a table are on the screen, with first columns that do not scroll."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPoint, QRect, QRectF
from PySide6.QtWidgets import QAbstractItemView, QTableView, QWidget

from gui.look import Look
from gui.record_table.header import RecordHeader
from gui.record_table.model import Index, TableModel
from gui.record_table.painting import Block, Span
from gui.record_table.style import BAND_HEIGHT, PADDING, TableStyle

ENSURE_VISIBLE = QAbstractItemView.ScrollHint.EnsureVisible
MOST_TRIES = 20  # a screen holds no more rows of the greatest height


class PlacedTable(QTableView):
    """A QTableView that finds its cells where the frozen columns put them."""

    def __init__(
        self, model: TableModel, look: Look, style: TableStyle, parent: QWidget | None
    ) -> None:
        super().__init__(parent)
        self.look = look
        self.records = model
        self.style_of_rows = style
        self.headings = RecordHeader(look, style, self)
        self.setHorizontalHeader(self.headings)
        self.freezing = self.headings.freezing
        self.horizontalScrollBar().valueChanged.connect(self.headings.viewport().update)

    # -- what Qt asks ----------------------------------------------------------------------

    def visualRect(self, index: Index) -> QRect:
        rect = super().visualRect(index)
        if index.isValid():
            rect.setTop(rect.top() + self.band_of(index.row()))
        if index.isValid() and self.freezing.works:
            rect.moveLeft(self.freezing.left(index.column()))
        return rect

    def indexAt(self, place: QPoint) -> QModelIndex:
        if self.on_band(place):
            return QModelIndex()
        shift = self.freezing.shift(place.x())
        if not shift:
            return super().indexAt(place)
        return self.records.index(self.rowAt(place.y()), self.freezing.column_at(place.x()))

    def scrollTo(self, index: Index, hint: QAbstractItemView.ScrollHint = ENSURE_VISIBLE) -> None:
        across = self.horizontalScrollBar()
        before_across = across.value()
        super().scrollTo(index, hint)
        for _ in range(MOST_TRIES):
            # Rows that came in sight have their height now, so the place may have moved.
            before = self.verticalScrollBar().value(), self.visualRect(index)
            self.updateGeometries()
            super().scrollTo(index, hint)
            if before == (self.verticalScrollBar().value(), self.visualRect(index)):
                break
        if self.freezing.holds(index.column()):
            across.setValue(before_across)
        elif self.freezing.works:
            hidden = self.freezing.edge - self.columnViewportPosition(index.column())
            across.setValue(across.value() - max(0, hidden))

    def scrollContentsBy(self, dx: int, dy: int) -> None:
        super().scrollContentsBy(dx, dy)
        if dx and self.freezing.edge:
            self.viewport().update()

    # -- places ----------------------------------------------------------------------------

    def place_of(self, block: Block) -> QRectF:
        """Where a block is on the screen, with the lines around it; none is before the first."""
        top, left, bottom, right = block
        first = self.visualRect(self.records.index(top, left))
        last = self.visualRect(self.records.index(bottom, right))
        cells = QRectF(first.united(last))
        return cells.adjusted(-1 if cells.left() else 0, -1 if cells.top() else 0, 0, 0)

    def rows_in(self, rect: QRect) -> list[Span]:
        """The rows that this part of the viewport shows."""
        first, last = self.rowAt(rect.top()), self.rowAt(rect.bottom())
        if first < 0:
            return []
        last = self.records.rowCount() - 1 if last < 0 else last
        return [self.row_span(row) for row in range(first, last + 1)]

    def row_span(self, row: int) -> Span:
        """Where the cells of a row are on the screen, below the heading of its group."""
        band = self.band_of(row)
        return Span(row, self.rowViewportPosition(row) + band, self.rowHeight(row) - band)

    def band_of(self, row: int) -> int:
        """How high the heading of a group is above this row; 0 where none begins there."""
        return BAND_HEIGHT if row in self.records.rows.groups else 0

    def on_band(self, place: QPoint) -> bool:
        """Whether the heading of a group is at this place of the viewport."""
        row = self.rowAt(place.y())
        return row >= 0 and place.y() < self.rowViewportPosition(row) + self.band_of(row)

    def columns_in(self, rect: QRect) -> list[Span]:
        """The columns that scroll, as far as this part of the viewport shows them."""
        header = self.headings
        first, last = header.visualIndexAt(rect.left()), header.visualIndexAt(rect.right())
        if first < 0:
            return []
        last = header.count() - 1 if last < 0 else last
        return [self.span_of(column) for column in self._shown(first, last)]

    def frozen_columns(self) -> list[Span]:
        """The columns that stay."""
        last = self.headings.visualIndex(self.freezing.last)
        return [self.span_of(column) for column in self._shown(0, last)]

    def _shown(self, first: int, last: int) -> list[int]:
        """The columns from one place in the header to another that are not hidden."""
        columns = (self.headings.logicalIndex(place) for place in range(first, last + 1))
        return [column for column in columns if not self.headings.isSectionHidden(column)]

    def shown_columns(self) -> list[int]:
        """The columns that are shown, from left to right."""
        return self._shown(0, self.headings.count() - 1)

    def span_of(self, column: int) -> Span:
        """Where a column is on the screen."""
        is_first = self.headings.first() == column
        before = self.style_of_rows.first_padding if is_first else PADDING
        return Span(column, self.freezing.left(column), self.columnWidth(column), before)
