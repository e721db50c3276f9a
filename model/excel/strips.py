"""The rows above and below those of a table: title, headings, notes, signatures."""

from collections.abc import Sequence
from enum import StrEnum
from itertools import pairwise

from model.excel.heights import height_of, line_count, units_of
from model.excel.look import Face, Look, chinese_date
from model.excel.sheet import NOTHING, Sheet
from model.frozen import Frozen


class Part(StrEnum):
    """What a strip is for."""

    TITLE = "title"
    INFO = "info"
    HEADING = "heading"
    NOTHING = "nothing"
    NOTE = "note"
    SIGNATURE = "signature"


class Span(Frozen):
    """A text over the columns ``first`` to ``last``, both counted from 0 and included."""

    text: str
    align: str
    first: int
    last: int


class Strip(Frozen):
    """A row above or below the rows of the table, filled from side to side by its spans."""

    part: Part
    spans: tuple[Span, ...]
    height: float


def head_of(sheet: Sheet, look: Look, widths: Sequence[float]) -> tuple[Strip, ...]:
    """Title, who fills in and when, and the headings of the columns."""
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


def tail_of(sheet: Sheet, look: Look, widths: Sequence[float]) -> tuple[Strip, ...]:
    """（无） where there are no rows, the notes, and the fields for signatures."""
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
    return Strip(part, spans, max(least, height_of(lines, face.size)) if lines > 1 else least)


def _shares(widths: Sequence[float], parts: int) -> list[tuple[int, int]]:
    """The columns in so many neighbouring groups, of about equal width: (first, behind last)."""
    cuts = [0]
    for part in range(1, parts):
        goal = sum(widths) * part / parts
        free = range(cuts[-1] + 1, len(widths) - (parts - part) + 1)
        cuts.append(min(free, key=lambda end: abs(sum(widths[:end]) - goal)))
    return list(pairwise([*cuts, len(widths)]))
