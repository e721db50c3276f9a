"""Paints the part of a table that is on the screen, straight from the rows.

Qt's own way asks a delegate and some ten roles for every cell; here a cell is one text that was
laid out before.
"""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter

from gui.look import Look, paint
from gui.record_table.columns import Cell, Row, TableColumn
from gui.record_table.finding import Finder
from gui.record_table.model import TableModel
from gui.record_table.style import PADDING, TableStyle
from model.frozen import Frozen
from model.kinds import Amount, Flag, Whole

LOCK = 16
HINT = "：在这里直接填写"
LACKING = "还差这一格"
Block = tuple[int, int, int, int]
"""Selected cells: first row, first column, last row, last column, as the model numbers them."""


class Span(Frozen):
    """A row or column on the screen: its number in the model, where it begins, how long it is.

    ``before`` is the padding before the words of a column.
    """

    number: int
    start: int
    length: int
    before: int = PADDING

    @property
    def end(self) -> int:
        return self.start + self.length


class Chosen(Frozen):
    """What the user points at: selected blocks, the current cell, the hovered row (-1: none)."""

    blocks: Sequence[Block] = ()
    current: tuple[int, int] = (-1, -1)
    hovered: int = -1

    def row(self, row: int) -> bool:
        return any(block[0] <= row <= block[2] for block in self.blocks)

    def cell(self, row: int, column: int) -> bool:
        return any(
            top <= row <= bottom and left <= column <= right
            for top, left, bottom, right in self.blocks
        )


def stretches(rows: Sequence[Span]) -> list[tuple[int, int]]:
    """Top and bottom of rows that stand without a heading between them."""
    apart = [place for place in range(1, len(rows)) if rows[place].start != rows[place - 1].end]
    firsts, lasts = [0, *apart], [*apart, len(rows)]
    ends = zip(firsts, lasts, strict=True)
    return [(rows[first].start, rows[last - 1].end) for first, last in ends if first < last]


class TablePainter:
    """Paints the cells of one table in its look and style."""

    def __init__(self, look: Look, style: TableStyle, model: TableModel, finder: Finder) -> None:
        self._look = look
        self._style = style
        self._model = model
        self._finder = finder

    def paint(
        self,
        painter: QPainter,
        rows: Sequence[Span],
        columns: Sequence[Span],
        width: int,
        chosen: Chosen,
    ) -> None:
        """The cells where ``rows`` and ``columns`` cross; a row's ground reaches to ``width``."""
        self._band_lines(painter, rows, width)
        behind = len(self._model.rows)
        for row in rows:
            record, is_fresh = self._model.rows.at(row.number), row.number >= behind
            if self._style.whole_rows:
                self._row_ground(painter, row, width, chosen)
            faded = not is_fresh and self._model.faded is not None and self._model.faded(record)
            for column in columns:
                if not self._style.whole_rows:
                    self._cell_ground(painter, row, column, chosen)
                if is_fresh:
                    self._fresh_cell(painter, self.inside(row, column), row.number, column.number)
                else:
                    self._cell(painter, row, column, record, faded)
        self._lines(painter, rows, columns, width)

    def inside(self, row: Span, column: Span) -> QRectF:
        """The place of a cell's words."""
        width = column.length - column.before - PADDING
        return QRectF(column.start + column.before, row.start, width, row.length - 1)

    def most_lines(self, column: TableColumn) -> int:
        return self._style.most if column.wraps else 1

    # -- grounds and lines -----------------------------------------------------------------

    def _row_ground(self, painter: QPainter, row: Span, width: int, chosen: Chosen) -> None:
        rect = QRectF(0, row.start, width, row.length)
        if chosen.row(row.number):
            painter.fillRect(rect, self._look.tokens.tint)
            paint.row_bar(painter, self._look, rect)
        elif chosen.hovered == row.number:
            painter.fillRect(rect, self._look.tokens.hover)

    def _cell_ground(self, painter: QPainter, row: Span, column: Span, chosen: Chosen) -> None:
        rect = QRectF(column.start, row.start, column.length, row.length)
        if (row.number, column.number) != chosen.current:
            if chosen.cell(row.number, column.number):
                painter.fillRect(rect, self._look.tokens.slate3)
        elif self._model.editable and self._model.locked(row.number, column.number):
            if self._model.is_fresh(row.number):
                return  # nothing stands there that could be altered
            painter.fillRect(rect, self._look.tokens.alt)
            self._lock(painter, row, column)

    def _lock(self, painter: QPainter, row: Span, column: Span) -> None:
        """A lock behind the words, where there is room for it."""
        place = self.inside(row, column)
        text = self._model.rows.text(row.number, column.number)
        if self._look.fonts.width("body", text) + LOCK <= place.width():
            corner = QRectF(place.right() - LOCK, place.top(), LOCK, place.height())
            self._look.paint_icon(painter, corner, "lock", self._look.tokens.ink3, LOCK)

    def _band_lines(self, painter: QPainter, rows: Sequence[Span], width: int) -> None:
        """Below the heading of each group."""
        for row in rows:
            if row.number in self._model.rows.groups:
                paint.across(painter, self._look.tokens.line, 0, width, row.start - 1)

    def _lines(
        self, painter: QPainter, rows: Sequence[Span], columns: Sequence[Span], width: int
    ) -> None:
        line = self._look.tokens.line
        sheet = self._style.cell_lines
        right = columns[-1].end if sheet and columns else width
        for row in rows:
            paint.across(painter, line, 0, right, row.end - 1)
        for top, bottom in stretches(rows) if sheet else ():
            for column in columns:
                paint.down(painter, line, column.end - 1, top, bottom)

    # -- one cell --------------------------------------------------------------------------

    def _cell(self, painter: QPainter, row: Span, column: Span, record: Row, faded: bool) -> None:
        declared = self._model.columns[column.number]
        rect, value = self.inside(row, column), record[column.number + 1]
        text = self._model.rows.words(column.number, value)
        if declared.paint is not None:
            declared.paint(painter, self._look, Cell(rect, value, text, record, faded))
        elif isinstance(declared.field.kind, Flag):
            box = QRectF(rect.left(), rect.top(), paint.TICK_BOX, rect.height())
            paint.tick_box(painter, self._look, box, value)
        elif text:
            self._words(painter, rect, text, row.number, column.number, faded)

    def _fresh_cell(self, painter: QPainter, rect: QRectF, row: int, column: int) -> None:
        """What was typed so far, or where to begin."""
        text = self._model.rows.text(row, column)
        if text:
            self._words(painter, rect, text, row, column, False)
        elif column == self._model.hinted():
            hint = LACKING if self._model.is_begun() else self._model.adds + HINT
            self._look.texts.line(painter, rect, hint, "body", self._look.tokens.ink3)

    def _words(
        self, painter: QPainter, rect: QRectF, text: str, row: int, column: int, faded: bool
    ) -> None:
        declared, texts = self._model.columns[column], self._look.texts
        most = self.most_lines(declared)
        tokens = self._look.tokens
        ink = tokens.ink2 if faded or declared.quiet else tokens.ink
        for hit in self._finder.places(row, column, text):
            span = [(hit.start, hit.length)]
            places = texts.places(rect, text, "body", most, span)
            paint.hits(painter, self._look, places, hit == self._finder.current)
        if most > 1:
            texts.lines(painter, rect, text, "body", ink, most)
        else:
            texts.line(painter, rect, text, "body", ink, _alignment(declared))


def _alignment(column: TableColumn) -> Qt.AlignmentFlag:
    """Numbers stand at the right, so that their digits stand below each other."""
    number = isinstance(column.field.kind, Whole | Amount)
    return Qt.AlignmentFlag.AlignRight if number else Qt.AlignmentFlag.AlignLeft
