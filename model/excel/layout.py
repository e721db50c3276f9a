"""A sheet laid out on paper: widths, rows with their heights, and where the pages end."""

from collections.abc import Iterator, Sequence
from datetime import date

from model.excel.heights import cut, height_of, line_count, lines_in, units_of
from model.excel.look import Look
from model.excel.merging import Merge, merges_of
from model.excel.pages import Room, fixed_breaks, forced_break, pages_of
from model.excel.sheet import CONTINUED, Cell, Sheet
from model.excel.strips import Strip, head_of, tail_of
from model.frozen import Frozen
from model.kinds import clean

Cells = tuple[Cell, ...]

_UNLIMITED = 10**9  # a merged text is never what makes a row too high
_LEAST_LONG = 12.0  # digits that a long column keeps when the table has to become narrower


class Row(Frozen):
    """One row of the table as it stands on paper; the height is in points."""

    cells: Cells
    height: float


class Layout(Frozen):
    """What is written and what a preview paints, from the top down.

    ``head`` is title, info and heading (the last repeats on every page), ``tail`` what stands
    below the rows. Widths are in digits, heights in points before ``scale``. ``pages`` are the
    ranges of ``rows`` on each page as Excel has them; ``forced`` are the rows that begin a page in
    every program: the last one where the signatures might else stand alone, all of them where
    cells are ``merged``, for one that runs on over the end of a page would be cut.
    """

    widths: tuple[float, ...]
    head: tuple[Strip, ...]
    rows: tuple[Row, ...]
    tail: tuple[Strip, ...]
    scale: float
    forced: tuple[int, ...]
    pages: tuple[range, ...]
    merged: tuple[Merge, ...] = ()


def lay_out(sheet: Sheet, look: Look) -> Layout:
    """The sheet on the paper of ``look``. Texts lose what no workbook can hold."""
    widths = _widths(sheet, look)
    head = head_of(sheet, look, widths)
    tail = tail_of(sheet, look, widths)
    scale = look.scale(sum(widths))
    *title, heading = (strip.height for strip in head)
    room = Room(look.paper.printable[1] / scale, sum(title), heading)
    rows = tuple(_rows(sheet, look, widths, min(look.tallest, room.above(0))))
    heights, below = [row.height for row in rows], sum(strip.height for strip in tail)
    merging = [index for index, column in enumerate(sheet.columns) if column.merged]
    if merging:
        forced = fixed_breaks(heights, below, room)
    else:
        alone = forced_break(heights, below, room)
        forced = () if alone is None else (alone,)
    merged = merges_of([row.cells for row in rows], merging, forced)
    pages = pages_of(heights, room, forced)
    return Layout(widths, head, rows, tail, scale, forced, pages, merged)


def _widths(sheet: Sheet, look: Look) -> tuple[float, ...]:
    """The declared widths, wide enough for dates, together not wider than the look allows."""
    widths = [
        max(column.width, look.date_width) if _has_dates(sheet, index) else column.width
        for index, column in enumerate(sheet.columns)
    ]
    spare = {
        index: width - _LEAST_LONG
        for index, width in enumerate(widths)
        if sheet.columns[index].align == "left" and width > _LEAST_LONG
    }
    excess = max(0.0, sum(widths) - look.widest)
    share = min(1.0, excess / (sum(spare.values()) or 1.0))
    for index, part in spare.items():
        widths[index] -= round(part * share, 2)
    return tuple(widths)


def _has_dates(sheet: Sheet, index: int) -> bool:
    return any(isinstance(row[index], date) for row in sheet.rows)


def _rows(sheet: Sheet, look: Look, widths: Sequence[float], tallest: float) -> Iterator[Row]:
    """Every row with its height; one that would be higher than ``tallest`` goes on below."""
    size = look.body.size
    units = [
        _UNLIMITED if column.merged else units_of(width, size)
        for column, width in zip(sheet.columns, widths, strict=True)
    ]
    shared = [units_of(width, size) for width in widths]
    most = lines_in(tallest, size)
    for values in sheet.rows:
        cells = tuple(_written(value) for value in values)
        lines = _lines(cells, units)
        while lines > most:
            upper, lower = _divided(cells, units, most, sheet.key)
            if not any(lower):  # the number itself is that long; it stays whole
                break
            lower[sheet.key] = _continued(cells[sheet.key])
            for index, column in enumerate(sheet.columns):
                if column.merged:  # the rows go on to share one cell
                    lower[index] = cells[index]
            yield Row(tuple(upper), height_of(min(most, _lines(upper, shared)), size))
            cells, lines = tuple(lower), _lines(lower, units)
        lines = min(max(lines, _lines(cells, shared)), most)
        yield Row(cells, max(look.least_height, height_of(lines, size)))


def _written(value: Cell) -> Cell:
    """A value as it is written: without what no workbook can hold, blank text as nothing."""
    if not isinstance(value, str) or (value and value.isprintable()):
        return value
    return clean(value) or None


def _lines(cells: Sequence[Cell], units: Sequence[int]) -> int:
    """The lines of the longest text; a short one need not be measured."""
    return max(
        (
            line_count(cell, room)
            for cell, room in zip(cells, units, strict=True)
            if isinstance(cell, str) and (2 * len(cell) > room or "\n" in cell)
        ),
        default=1,
    )


def _divided(
    cells: Cells, units: Sequence[int], most: int, key: int
) -> tuple[list[Cell], list[Cell]]:
    """What fits into so many lines, and what has to go on below; the number is left out there."""
    upper: list[Cell] = list(cells)
    lower: list[Cell] = [None] * len(cells)
    for index, cell in enumerate(cells):
        if isinstance(cell, str) and index != key:
            upper[index], below = cut(cell, most, units[index])
            lower[index] = below or None
    return upper, lower


def _continued(key: Cell) -> str:
    """2011-001 as 2011-001（续）, also when it is that already."""
    return str(key or "").removesuffix(CONTINUED) + CONTINUED
