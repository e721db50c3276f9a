"""The part of a table that is seen and pointed at: painting, rows in sight, what is selected."""

from __future__ import annotations

from PySide6.QtCore import QItemSelection, QRect, QRectF, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QTableView, QWidget

from gui.look import Look, paint
from gui.record_table.finding import Finder
from gui.record_table.fitting import Fitting
from gui.record_table.header import RecordHeader, RowNumbers
from gui.record_table.keeping import Keeping
from gui.record_table.model import Index, TableModel
from gui.record_table.painting import Block, Chosen, Span, TablePainter
from gui.record_table.pointing import Pointing
from gui.record_table.style import PADDING, TableStyle

Behavior = QAbstractItemView.SelectionBehavior
Hint = QAbstractItemView.ScrollHint
ENSURE_VISIBLE = Hint.EnsureVisible
BY_PIXEL = QAbstractItemView.ScrollMode.ScrollPerPixel


MOST_TRIES = 20  # a screen holds no more rows of the greatest height


class PaintedTable(QTableView):
    """A QTableView that paints its rows itself and keeps the current record through resets."""

    current_changed = Signal(int)  # the id of the current row, 0 for none
    selection_changed = Signal()

    def __init__(
        self, model: TableModel, look: Look, style: TableStyle, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.look = look
        self.records = model
        self.style_of_rows = style
        self.finder = Finder(model)
        self.fitting = Fitting(self, model, look, style)
        self._painter = TablePainter(look, style, model, self.finder)
        self._keeping = Keeping(self, model, style.whole_rows)
        self.pointing = Pointing(self)
        self._told = 0
        self._set_up(style)
        model.modelAboutToBeReset.connect(self._keeping.take)
        self.setModel(model)
        model.modelReset.connect(self._after_reset)
        for altered in (model.dataChanged, model.rowsInserted, model.rowsRemoved):
            altered.connect(self._after_change)

    def _set_up(self, style: TableStyle) -> None:
        self.setHorizontalHeader(RecordHeader(self.look, style, self))
        numbers = RowNumbers(self.look, self)
        numbers.setMinimumSectionSize(style.least)
        numbers.setDefaultSectionSize(style.least)
        self.setVerticalHeader(numbers)
        numbers.setVisible(style.numbers)
        self.setSelectionBehavior(Behavior.SelectRows if style.whole_rows else Behavior.SelectItems)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        # In a list Tab leaves the table; in a sheet it goes to the next cell.
        self.setTabKeyNavigation(not style.whole_rows)
        self.setShowGrid(False)
        self.setCornerButtonEnabled(False)
        self.setVerticalScrollMode(BY_PIXEL)
        self.setHorizontalScrollMode(BY_PIXEL)
        self.verticalScrollBar().setSingleStep(style.least // 2)

    # -- what is chosen --------------------------------------------------------------------

    def current_id(self) -> int:
        """The id of the current row; 0 when there is none."""
        index = self.currentIndex()
        return self.records.rows.id_at(index.row()) if index.isValid() else 0

    def selected_ids(self) -> list[int]:
        """The ids of all rows with a selected cell, from top to bottom."""
        rows = {row for block in self.blocks() for row in range(block[0], block[2] + 1)}
        return [self.records.rows.id_at(row) for row in sorted(rows)]

    def select_id(self, id: int, path: str = "") -> bool:
        """Make a record (and the cell of ``path``) current and bring it into sight.

        False when it is not shown.
        """
        row = self.records.rows.row_of(id)
        if row is None:
            return False
        current = self.currentIndex().column()
        column = current if current >= 0 else self.horizontalHeader().logicalIndex(0)
        column = self.records.column_of(path) if path else column
        self.setCurrentIndex(self.records.index(row, column))
        return True

    def step(self, down: int, right: int) -> None:
        """Move the current cell, as far as there are cells."""
        index, header = self.currentIndex(), self.horizontalHeader()
        row = min(max(index.row() + down, 0), self.records.rowCount() - 1)
        shown = [place for place in range(header.count()) if not self._is_hidden(place)]
        at = shown.index(header.visualIndex(index.column())) + right
        column = header.logicalIndex(shown[min(max(at, 0), len(shown) - 1)])
        self.setCurrentIndex(self.records.index(row, column))

    def blocks(self) -> list[Block]:
        """The selected blocks of cells."""
        return [
            (each.top(), each.left(), each.bottom(), each.right())
            for each in self.selectionModel().selection().toList()
        ]

    def currentChanged(self, current: Index, previous: Index) -> None:
        super().currentChanged(current, previous)
        # Without this an input method would not be asked for the first letter.
        editable = bool(self.records.flags(current) & Qt.ItemFlag.ItemIsEditable)
        self.setAttribute(Qt.WidgetAttribute.WA_InputMethodEnabled, editable)
        self._tell()

    def selectionChanged(self, selected: QItemSelection, deselected: QItemSelection) -> None:
        super().selectionChanged(selected, deselected)
        # Frames run along the edges of cells that Qt does not repaint.
        self.viewport().update()
        if not self._keeping.busy:
            self.selection_changed.emit()

    def _tell(self) -> None:
        id = self.current_id()
        if not self._keeping.busy and id != self._told:
            self._told = id
            self.current_changed.emit(id)

    def _after_reset(self) -> None:
        self.finder.recount()
        self.fitting.rows()
        self._keeping.put_back()
        self._tell()
        self.selection_changed.emit()

    def _after_change(self) -> None:
        self.finder.recount()
        self.fitting.rows()

    # -- what is seen ----------------------------------------------------------------------

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.fitting.columns()

    def scrollContentsBy(self, dx: int, dy: int) -> None:
        super().scrollContentsBy(dx, dy)
        if dy:
            self.fitting.rows()

    def scrollTo(self, index: Index, hint: Hint = ENSURE_VISIBLE) -> None:
        super().scrollTo(index, hint)
        for _ in range(MOST_TRIES):
            # Rows that came in sight have their height now, so the place may have moved.
            before = self.verticalScrollBar().value(), self.visualRect(index)
            self.updateGeometries()
            super().scrollTo(index, hint)
            if before == (self.verticalScrollBar().value(), self.visualRect(index)):
                break

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self.viewport())
        current = self.currentIndex()
        chosen = Chosen(self.blocks(), (current.row(), current.column()), self.pointing.row)
        rows, columns = self._rows_in(event.rect()), self._columns_in(event.rect())
        self._painter.paint(painter, rows, columns, self.viewport().width(), chosen)
        self._frames(painter, chosen)

    def _frames(self, painter: QPainter, chosen: Chosen) -> None:
        if not self.style_of_rows.whole_rows:
            for block in chosen.blocks:
                if (block[0], block[1]) != (block[2], block[3]):
                    paint.block_frame(painter, self.look, self._place_of(block))
        row, column = chosen.current
        if row >= 0 and self._framed(row, column):
            place = self._place_of((row, column, row, column))
            paint.current_frame(painter, self.look, place)

    def _framed(self, row: int, column: int) -> bool:
        """In a list rows are chosen; there only a cell to type into shows where one is."""
        if not self.style_of_rows.whole_rows:
            return True
        return self.hasFocus() and not self.records.locked(row, column)

    def _place_of(self, block: Block) -> QRectF:
        """Where a block is on the screen, with the lines around it."""
        top, left, bottom, right = block
        first = self.visualRect(self.records.index(top, left))
        last = self.visualRect(self.records.index(bottom, right))
        return QRectF(first.united(last)).adjusted(-1, -1, 0, 0)

    def _rows_in(self, rect: QRect) -> list[Span]:
        first, last = self.rowAt(rect.top()), self.rowAt(rect.bottom())
        if first < 0:
            return []
        last = self.records.rowCount() - 1 if last < 0 else last
        top, height = self.rowViewportPosition, self.rowHeight
        return [Span(row, top(row), height(row)) for row in range(first, last + 1)]

    def _columns_in(self, rect: QRect) -> list[Span]:
        header = self.horizontalHeader()
        first, last = header.visualIndexAt(rect.left()), header.visualIndexAt(rect.right())
        if first < 0:
            return []
        last = header.count() - 1 if last < 0 else last
        return [
            self.span_of(header.logicalIndex(place))
            for place in range(first, last + 1)
            if not self._is_hidden(place)
        ]

    def _is_hidden(self, place: int) -> bool:
        header = self.horizontalHeader()
        return header.isSectionHidden(header.logicalIndex(place))

    def span_of(self, column: int) -> Span:
        """Where a column is on the screen."""
        header = self.horizontalHeader()
        first = isinstance(header, RecordHeader) and header.first() == column
        before = self.style_of_rows.first_padding if first else PADDING
        return Span(column, self.columnViewportPosition(column), self.columnWidth(column), before)

    def words_place(self, row: int, column: int) -> QRectF:
        """Where the words of a cell are on the screen."""
        span = Span(row, self.rowViewportPosition(row), self.rowHeight(row))
        return self._painter.inside(span, self.span_of(column))

    def text_top(self, row: int, column: int) -> float:
        """How far below its cell's upper edge the words of a cell begin."""
        text, rect = self.records.rows.text(row, column), self.words_place(row, column)
        most = self.most_lines(column)
        lines = max(1, self.look.texts.line_count(text, "body", rect.width(), most))
        return (rect.height() - lines * self.look.fonts.line_height("body")) / 2

    def most_lines(self, column: int) -> int:
        """How many lines a cell of this column shows at most."""
        return self._painter.most_lines(self.records.columns[column])
