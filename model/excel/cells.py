"""Styled cells: one for each column and kind of value, used again for every row."""

import re
from datetime import date
from typing import Any

from openpyxl.cell import Cell
from openpyxl.styles import Alignment, Border, Font, PatternFill, Side

from model.excel.look import Face, Look
from model.excel.sheet import Cell as Value
from model.excel.strips import Part
from model.refused import Refused

_EARLIEST = date(1900, 3, 1)  # before it a spreadsheet's days are not those of the calendar
_MOST_DIGITS = 15  # a spreadsheet keeps no more digits of a number
_MOST_TEXT = 32_767
_FORMULA_LIKE = tuple("=+-@＝＋－＠")
_CODE_LIKE = re.compile("_(?=x[0-9A-Fa-f]{4}_)")
_GB2312 = 134  # the character set for which a missing font is replaced by another Chinese one
_LINE = Side(style="thin")
_BOXED = Border(left=_LINE, right=_LINE, top=_LINE, bottom=_LINE)
_UNBOXED = (Part.TITLE, Part.INFO)


def font_of(face: Face) -> Font:
    return Font(name=face.family, size=face.size, bold=face.bold, charset=_GB2312)


class _ReusedCell(Cell):
    """A cell that is written again and again with other values.

    openpyxl looks up the number of a style at each writing, and describes the cell for an error
    that it drops; both together cost a tenth of the time of an export.
    """

    __slots__ = ("_style_id",)

    def __init__(self, page: Any) -> None:
        super().__init__(page, row=1, column=1)
        self._style_id: int | None = None

    @property
    def style_id(self) -> int:
        if self._style_id is None:
            self._style_id = super().style_id
        return self._style_id

    def __repr__(self) -> str:
        return "cell"


class ColumnCells:
    """The cells of one column. A style made anew for each cell would be fifty times slower."""

    def __init__(self, page: Any, look: Look, align: str) -> None:
        self._empty, self._text, self._quoted, self._number, self._date = (
            _styled(page, look.body, align) for _ in range(5)
        )
        self._quoted.quotePrefix = True
        self._date.number_format = look.date_format
        self._show = look.show

    def cell(self, value: Value) -> Any:
        """The cell that shows ``value``; it must be written before the next one is asked for."""
        if value is None:
            return self._empty
        if isinstance(value, str):
            return self._text_cell(value)
        if isinstance(value, date):
            return self._date_cell(value)
        if abs(value) >= 10**_MOST_DIGITS:
            return self._text_cell(str(value))
        self._number.value = value
        return self._number

    def _text_cell(self, text: str) -> Any:
        return fill(self._quoted if text.startswith(_FORMULA_LIKE) else self._text, text)

    def _date_cell(self, day: date) -> Any:
        if day < _EARLIEST:
            return self._text_cell(self._show(day))
        self._date.value = day
        return self._date


def fill(cell: Any, text: str) -> Any:
    """The cell with ``text`` as text, whatever it looks like.

    _x000D_ would be read as a line break; openpyxl, which does not know that, reads back what is
    written: _x005F_x000D_ (ECMA-376, ST_Xstring).
    """
    text = _CODE_LIKE.sub("_x005F_", text)
    if len(text) > _MOST_TEXT:  # openpyxl would cut it without a word
        raise Refused(
            f"“{text[:20]}…”有{len(text)}字，超过一个单元格的上限{_MOST_TEXT}字，请分开填写。"
        )
    cell.value = text
    cell.data_type = "s"  # else = begins a formula and #N/A is an error
    return cell


def strip_cell(page: Any, look: Look, part: Part, align: str) -> Any:
    """An empty cell of a strip above or below the table."""
    face = {
        Part.TITLE: look.title,
        Part.INFO: look.info,
        Part.HEADING: look.heading,
        Part.SIGNATURE: look.info,
    }.get(part, look.body)
    cell = _styled(page, face, align)
    if part in _UNBOXED:
        cell.border = Border()
    if part is Part.HEADING:
        cell.fill = PatternFill("solid", start_color=look.heading_fill)
    return cell


def _styled(page: Any, face: Face, align: str) -> Any:
    cell = _ReusedCell(page)
    cell.font = font_of(face)
    cell.border = _BOXED
    cell.alignment = Alignment(horizontal=align, vertical="center", wrap_text=True)
    return cell
