"""A sheet laid out on paper: widths, rows with their heights, and where the pages end."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from itertools import pairwise

from model.excel.heights import cut, height_of, line_count, lines_in, units_of
from model.excel.look import Face, Look, chinese_date
from model.excel.sheet import CONTINUED, NOTHING, Cell, Sheet
from model.kinds import clean

Cells = tuple[Cell, ...]

PAGE_SLACK = 8.0  # points by which programs and printers differ on one page
_LEAST_LONG = 12.0  # digits that a long column keeps when the table has to become narrower


class Part(StrEnum):
    """What a strip is for."""

    TITLE = "title"
    INFO = "info"
    HEADING = "heading"
    NOTHING = "nothing"
    NOTE = "note"
    SIGNATURE = "signature"


@dataclass(frozen=True)
class Span:
    """A text over the columns ``first`` to ``last``, both counted from 0 and included."""

    text: str
    align: str
    first: int
    last: int


@dataclass(frozen=True)
class Strip:
    """A row above or below the rows of the table, filled from side to side by its spans."""

    part: Part
    spans: tuple[Span, ...]
    height: float


@dataclass(frozen=True)
class Row:
    """One row of the table as it stands on paper; the height is in points."""

    cells: Cells
    height: float


@dataclass(frozen=True)
class Layout:
    """What is written and what a preview paints, from the top down.

    ``head`` is title, info and heading (the last repeats on every page), ``tail`` what stands
    below the rows. Widths are in digits, heights in points before ``scale``. ``pages`` are the
    ranges of ``rows`` on each page; the last page begins there in print too, so that the
    signatures never stand alone on a page.
    """

    widths: tuple[float, ...]
    head: tuple[Strip, ...]
    rows: tuple[Row, ...]
    tail: tuple[Strip, ...]
    scale: float
    pages: tuple[range, ...]


def lay_out(sheet: Sheet, look: Look) -> Layout:
    """The sheet on the paper of ``look``. Texts lose what no workbook can hold."""
    widths = _widths(sheet, look)
    head = _head(sheet, look, widths)
    tail = _tail(sheet, look, widths)
    scale = look.scale(sum(widths))
    room = look.paper.printable[1] / scale - head[-1].height - PAGE_SLACK
    first_room = room - sum(strip.height for strip in head[:-1])
    rows = tuple(_rows(sheet, look, widths, min(look.tallest, first_room)))
    heights = [row.height for row in rows]
    pages = _pages(heights, sum(strip.height for strip in tail), first_room, room)
    return Layout(widths, head, rows, tail, scale, tuple(pages))


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


def _head(sheet: Sheet, look: Look, widths: Sequence[float]) -> tuple[Strip, ...]:
    headings = [(column.heading, "center") for column in sheet.columns]
    return (
        _strip(Part.TITLE, [(sheet.title, "center")], look.title, look.title_height, widths),
        _strip(Part.INFO, _info(sheet), look.info, look.least_height, widths),
        _strip(Part.HEADING, headings, look.heading, look.least_height, widths),
    )


def _info(sheet: Sheet) -> list[tuple[str, str]]:
    persons = (("填报人：", sheet.prepared_by), ("审核人：", sheet.reviewed_by))
    shown = [(label + name, "center") for label, name in persons if name is not None]
    return [
        (f"填报单位：{sheet.institution}（盖章）", "left"),
        *shown,
        (f"填报日期：{chinese_date(sheet.filled_on)}", "right"),
    ]


def _tail(sheet: Sheet, look: Look, widths: Sequence[float]) -> tuple[Strip, ...]:
    body, least = look.body, look.least_height
    nothing = [] if sheet.rows else [(Part.NOTHING, [(NOTHING, "center")], body, least)]
    notes = [(Part.NOTE, [(note, "left")], body, least) for note in sheet.notes]
    fields = [(text, "left") for text in sheet.signatures]
    signed = [(Part.SIGNATURE, fields, look.info, look.signature_height)] if fields else []
    return tuple(_strip(*strip, widths) for strip in (*nothing, *notes, *signed))


def _strip(
    part: Part,
    texts: Sequence[tuple[str, str]],
    face: Face,
    least: float,
    widths: Sequence[float],
) -> Strip:
    """A strip with these texts and alignments, as high as the longest text asks."""
    if len(texts) > len(widths):  # too few columns for a span each
        texts = [("　　".join(text for text, _ in texts), "left")]
    spans = tuple(
        Span(text, align, first, last - 1)
        for (text, align), (first, last) in zip(texts, _shares(widths, len(texts)), strict=True)
    )
    lines = max(
        line_count(span.text, units_of(sum(widths[span.first : span.last + 1]), face.size))
        for span in spans
    )
    return Strip(part, spans, max(least, height_of(lines, face.size)))


def _shares(widths: Sequence[float], parts: int) -> list[tuple[int, int]]:
    """The columns in so many neighbouring groups, of about equal width: (first, behind last)."""
    cuts = [0]
    for part in range(1, parts):
        goal = sum(widths) * part / parts
        free = range(cuts[-1] + 1, len(widths) - (parts - part) + 1)
        cuts.append(min(free, key=lambda end: abs(sum(widths[:end]) - goal)))
    return list(pairwise([*cuts, len(widths)]))


def _rows(sheet: Sheet, look: Look, widths: Sequence[float], tallest: float) -> Iterator[Row]:
    """Every row with its height; one that would be higher than ``tallest`` goes on below."""
    size = look.body.size
    units = [units_of(width, size) for width in widths]
    most = lines_in(tallest, size)
    for values in sheet.rows:
        rest: Cells | None = tuple(_written(value) for value in values)
        while rest is not None:
            cells, rest = _divided(rest, units, most, sheet.key)
            yield Row(cells, max(look.least_height, height_of(_lines(cells, units), size)))


def _written(value: Cell) -> Cell:
    """A value as it is written: without what no workbook can hold, blank text as nothing."""
    if not isinstance(value, str) or (value and value.isprintable()):
        return value
    return clean(value) or None


def _lines(cells: Cells, units: Sequence[int]) -> int:
    """The lines of the longest text; a short one need not be measured."""
    return max(
        (
            line_count(cell, room)
            for cell, room in zip(cells, units, strict=True)
            if isinstance(cell, str) and (2 * len(cell) > room or "\n" in cell)
        ),
        default=1,
    )


def _divided(cells: Cells, units: Sequence[int], most: int, key: int) -> tuple[Cells, Cells | None]:
    """What fits into so many lines, and what goes on below under the same number, if anything."""
    if _lines(cells, units) <= most:
        return cells, None
    upper: list[Cell] = list(cells)
    lower: list[Cell] = [None] * len(cells)
    for index, cell in enumerate(cells):
        if isinstance(cell, str) and index != key:
            upper[index], below = cut(cell, most, units[index])
            lower[index] = below or None
    if not any(lower):  # only the number itself is long: it stays whole
        return cells, None
    lower[key] = f"{cells[key] or ''}".removesuffix(CONTINUED) + CONTINUED
    return tuple(upper), tuple(lower)


def _pages(heights: Sequence[float], tail: float, first_room: float, room: float) -> list[range]:
    """Which rows stand on which page; the last page holds rows besides the ``tail``."""
    pages: list[range] = []
    start, used = 0, 0.0
    for index, height in enumerate(heights):
        if used + height > (first_room if start == 0 else room):
            pages.append(range(start, index))
            start, used = index, 0.0
        used += height
    count = len(heights)
    fits = used + tail <= (first_room if start == 0 else room)
    if fits or count - start < 2:
        return [*pages, range(start, count)]
    last = count - 2 if count - start > 3 else count - 1
    return [*pages, range(start, last), range(last, count)]
