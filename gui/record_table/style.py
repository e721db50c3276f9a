"""The two looks of a table: a sheet to fill in and a list to choose from."""

from __future__ import annotations

from dataclasses import replace

from model.frozen import Frozen

HEADER_HEIGHT = 32
BAND_HEIGHT = 28  # the heading of a group, above its first row
NUMBERS_WIDTH = 36
PADDING = 8
FIRST_PADDING = 16  # before the first column of a list


class TableStyle(Frozen):
    """How a table looks and what a click selects.

    ``cell_lines``: hairlines around cells, not only between rows. ``numbers``: a column of row
    numbers. ``whole_rows``: rows are selected, with tint and bar; else blocks of cells, with a
    frame around the current one. A row is ``least`` px high, or its lines (at most ``most``)
    and ``room``.
    """

    cell_lines: bool
    numbers: bool
    whole_rows: bool
    least: int
    room: int
    most: int

    def height(self, lines: int, line_height: int) -> int:
        """The height in px of a row whose longest cell takes so many lines."""
        return max(self.least, lines * line_height + self.room)

    def enlarged(self, factor: float) -> TableStyle:
        """The same with rows so many times as high."""
        return replace(self, least=round(self.least * factor), room=round(self.room * factor))

    @property
    def first_padding(self) -> int:
        """What stands before the first column's words, in px."""
        return PADDING if self.cell_lines else FIRST_PADDING


SHEET = TableStyle(cell_lines=True, numbers=True, whole_rows=False, least=40, room=12, most=6)
LIST = TableStyle(cell_lines=False, numbers=False, whole_rows=True, least=36, room=8, most=2)
