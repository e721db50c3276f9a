"""The part of a table that is seen and pointed at: painting, rows in sight, what is selected."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import (
    QItemSelection,
    QModelIndex,
    QPersistentModelIndex,
    QRectF,
    Qt,
    Signal,
)
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QFrame, QWidget

from gui.look import Look, paint
from gui.record_table.bands import paint_bands
from gui.record_table.finding import Finder
from gui.record_table.fitting import Fitting
from gui.record_table.header import RowNumbers
from gui.record_table.keeping import Keeping
from gui.record_table.model import Index, TableModel
from gui.record_table.painting import Block, Chosen, Span, TablePainter
from gui.record_table.placing import PlacedTable
from gui.record_table.pointing import Pointing
from gui.record_table.rows import NEW
from gui.record_table.style import HEADER_HEIGHT, TableStyle

Behavior = QAbstractItemView.SelectionBehavior
BY_PIXEL = QAbstractItemView.ScrollMode.ScrollPerPixel


class PaintedTable(PlacedTable):
    """A QTableView that paints its rows itself and keeps the current record through resets."""

    current_changed = Signal(int)  # the id of the current row, 0 for none
    selection_changed = Signal()

    def __init__(
        self, model: TableModel, look: Look, style: TableStyle, parent: QWidget | None = None
    ) -> None:
        super().__init__(model, look, style, parent)
        self._plain = look, style
        self.finder = Finder(model)
        self.fitting = Fitting(self, model)
        self._painter = TablePainter(look, style, model, self.finder)
        self._keeping = Keeping(self, model, style.whole_rows)
        self.pointing = Pointing(self)
        self.anchor = QPersistentModelIndex()  # the cell that a block is drawn from
        self._told = 0
        self.goes_by_itself = False  # not by a key or the mouse
        self._set_up(style)
        self._space_rows(style)
        model.modelAboutToBeReset.connect(self._keeping.take)
        self.setModel(model)
        model.modelReset.connect(self._after_reset)
        for altered in (model.dataChanged, model.rowsInserted, model.rowsRemoved):
            altered.connect(self._after_change)

    def _set_up(self, style: TableStyle) -> None:
        numbers = RowNumbers(self.look, self.band_of, self)
        self.setVerticalHeader(numbers)
        numbers.setVisible(style.numbers)
        self.setSelectionBehavior(Behavior.SelectRows if style.whole_rows else Behavior.SelectItems)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        # In a list Tab leaves the table; in a sheet it goes to the next cell.
        self.setTabKeyNavigation(not style.whole_rows)
        self.setShowGrid(False)
        self.setCornerButtonEnabled(False)
        self.addScrollBarWidget(_head_end(), Qt.AlignmentFlag.AlignTop)
        self.setVerticalScrollMode(BY_PIXEL)
        self.setHorizontalScrollMode(BY_PIXEL)

    def _space_rows(self, style: TableStyle) -> None:
        numbers = self.verticalHeader()
        numbers.setMinimumSectionSize(style.least)
        numbers.setDefaultSectionSize(style.least)
        self.verticalScrollBar().setSingleStep(style.least // 2)

    def enlarge(self, factor: float) -> None:
        """Show the rows so many times as large as they are declared; headings stay."""
        look, style = self._plain
        top = max(0, self.rowAt(0))
        self.look, self.style_of_rows = look.enlarged(factor), style.enlarged(factor)
        self._painter = TablePainter(self.look, self.style_of_rows, self.records, self.finder)
        self._space_rows(self.style_of_rows)
        self.fitting.enlarge(factor)
        self.verticalScrollBar().setValue(self.verticalHeader().sectionPosition(top))
        self.viewport().update()

    # -- what is chosen --------------------------------------------------------------------

    def current_id(self) -> int:
        """The id of the current row; 0 when there is none."""
        index = self.currentIndex()
        return self.records.rows.id_at(index.row()) if index.isValid() else 0

    def active(self) -> QModelIndex:
        """The cell that is typed into."""
        return self.currentIndex()

    def selected_ids(self) -> list[int]:
        """The ids of all rows with a selected cell, from top to bottom."""
        rows = {row for block in self.blocks() for row in range(block[0], block[2] + 1)}
        ids = [self.records.rows.id_at(row) for row in sorted(rows)]
        return [id for id in ids if id != NEW]

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

    def setCurrentIndex(self, index: Index) -> None:
        """The program goes there: whatever keys are held down now mean something else."""
        self.goes_by_itself = True
        super().setCurrentIndex(index)
        self.goes_by_itself = False

    def step(self, down: int, right: int) -> None:
        """Move the current cell, as far as there are cells."""
        index = self.currentIndex()
        row = min(max(index.row() + down, 0), self.records.rowCount() - 1)
        shown = self.shown_columns()
        if index.column() not in shown:  # it was hidden while it was the current one
            return
        at = shown.index(index.column()) + right
        column = shown[min(max(at, 0), len(shown) - 1)]
        self.setCurrentIndex(self.records.index(row, column))

    def blocks(self) -> list[Block]:
        """The selected blocks of cells."""
        return [
            (each.top(), each.left(), each.bottom(), each.right())
            for each in self.selectionModel().selection().toList()
        ]

    def currentChanged(self, current: Index, previous: Index) -> None:
        super().currentChanged(current, previous)
        self._let_compose()
        self._tell()

    def _let_compose(self) -> None:
        """Without this an input method would not be asked for the first letter."""
        editable = bool(self.records.flags(self.active()) & Qt.ItemFlag.ItemIsEditable)
        self.setAttribute(Qt.WidgetAttribute.WA_InputMethodEnabled, editable)

    def selectionChanged(self, selected: QItemSelection, deselected: QItemSelection) -> None:
        super().selectionChanged(selected, deselected)
        self._let_compose()
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
        if self.records.rows.groups:  # others may begin elsewhere and count otherwise now
            self.viewport().update()

    # -- what is seen ----------------------------------------------------------------------

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.fitting.columns()

    def scrollContentsBy(self, dx: int, dy: int) -> None:
        super().scrollContentsBy(dx, dy)
        if dy:
            bar = self.verticalScrollBar()
            at_end = bar.value() == bar.maximum()
            self.fitting.rows()
            if at_end:  # rows that came into sight may be higher: the last one is meant
                self.updateGeometries()
                bar.setValue(bar.maximum())

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self.viewport())
        current = self.active()
        chosen = Chosen(self.blocks(), (current.row(), current.column()), self.pointing.row)
        rows, width = self.rows_in(event.rect()), self.viewport().width()
        edge = self.freezing.edge if self.freezing.works else 0
        if edge:
            painter.setClipRect(edge, 0, width - edge, self.viewport().height())
        columns = self.columns_in(event.rect())
        self._painter.paint(painter, rows, columns, width, chosen)
        self._frames(painter, chosen)
        if edge:
            self._paint_frozen(painter, rows, edge, chosen)
            painter.setClipping(False)
        left = self.style_of_rows.first_padding
        paint_bands(painter, self.look, rows, self.records.rows.groups, width, left)

    def _paint_frozen(
        self, painter: QPainter, rows: Sequence[Span], edge: int, chosen: Chosen
    ) -> None:
        """The columns that stay, over those that scrolled below them."""
        tokens, height = self.look.tokens, self.viewport().height()
        painter.setClipRect(0, 0, edge, height)
        painter.fillRect(0, 0, edge, height, tokens.surface)
        self._painter.paint(painter, rows, self.frozen_columns(), edge, chosen)
        self._frames(painter, chosen)
        paint.down(painter, tokens.ctl, edge - 1, 0, height)

    def _frames(self, painter: QPainter, chosen: Chosen) -> None:
        if not self.style_of_rows.whole_rows:
            for block in chosen.blocks:
                if (block[0], block[1]) != (block[2], block[3]):
                    paint.block_frame(painter, self.look, self.place_of(block))
        row, column = chosen.current
        if row >= 0 and self._framed(row, column):
            place = self.place_of((row, column, row, column))
            paint.current_frame(painter, self.look, place)

    def _framed(self, row: int, column: int) -> bool:
        """In a list rows are chosen; there only a cell to type into shows where one is."""
        if not self.style_of_rows.whole_rows:
            return True
        return self.hasFocus() and not self.records.locked(row, column)

    def words_place(self, row: int, column: int) -> QRectF:
        """Where the words of a cell are on the screen."""
        return self._painter.inside(self.row_span(row), self.span_of(column))

    def text_top(self, row: int, column: int) -> float:
        """How far below its cell's upper edge the words of a cell begin."""
        text, rect = self.records.rows.text(row, column), self.words_place(row, column)
        most = self.most_lines(column)
        lines = max(1, self.look.texts.line_count(text, "body", rect.width(), most))
        return (rect.height() - lines * self.look.fonts.line_height("body")) / 2

    def most_lines(self, column: int) -> int:
        """How many lines a cell of this column shows at most."""
        return self._painter.most_lines(self.records.columns[column])


def _head_end() -> QFrame:
    """The end of the headings above the scroll bar."""
    end = QFrame()
    end.setProperty("role", "head")
    end.setFixedHeight(HEADER_HEIGHT)
    return end
