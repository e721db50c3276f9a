"""How many lines a text takes in a cell: row heights are written, no program works them out."""

import re
from bisect import bisect_right
from math import ceil

# A column is measured in digits of 宋体 11. Excel makes one 8 pixels (6 points), others half of
# the font's size; what fits the narrower fits both.
POINTS_PER_DIGIT = 5.5
_PADDING = 4.0  # points that a cell keeps free at its sides, at most
_LINE = 1.45  # height of a line in font sizes: 仿宋 takes 1.2, 微软雅黑 1.32, Noto Sans CJK 1.45
_AIR = 6.0  # points above and below the text together

_RUN = re.compile("[!-~]+|[^!-~]+")
_CLOSING = re.compile("[，。、；：！？）》”…]")
_SENTENCE_END = re.compile("[\n。；！？]")


def half_units(text: str) -> int:
    """The width of ``text`` in half-width characters; a Chinese character is two.

    GB 18030 has one byte for what is half-width and two or more for what is full-width.
    """
    return len(text.encode("gb18030", "replace"))


def units_of(width: float, size: float) -> int:
    """How many half-width characters of ``size`` points a column of ``width`` digits holds."""
    return max(2, int((width * POINTS_PER_DIGIT - _PADDING) / (size / 2)))


def line_count(text: str, units: int) -> int:
    """The lines that ``text`` takes in a cell that holds ``units`` half-width characters a line."""
    return sum(_wrapped(paragraph, units) for paragraph in text.split("\n"))


def height_of(lines: int, size: float) -> float:
    """The height in points of a row with so many lines of ``size`` points."""
    return ceil(4 * (lines * size * _LINE + _AIR)) / 4


def lines_in(height: float, size: float) -> int:
    """How many lines a row of this height shows, at least one."""
    return max(1, int((height - _AIR) / (size * _LINE)))


def cut(text: str, lines: int, units: int) -> tuple[str, str]:
    """``text`` in two: what fits into so many lines, and the rest; together exactly the text.

    The cut is made behind the end of a sentence where one is near.
    """
    longest = min(len(text), lines * units)
    fits = bisect_right(
        range(longest + 1), lines, lo=1, key=lambda length: line_count(text[:length], units)
    )
    at = max(1, fits - 1)
    if at < len(text):
        ends = [found.end() for found in _SENTENCE_END.finditer(text, at * 3 // 4, at)]
        at = ends[-1] if ends else at
    return text[:at], text[at:]


def _wrapped(paragraph: str, units: int) -> int:
    """The lines of one paragraph: words and numbers stay whole, Chinese breaks anywhere."""
    if half_units(paragraph) <= units:
        return 1
    lines, used = 1, 0
    for run in _RUN.findall(paragraph):
        width = half_units(run)
        if used + width <= units:
            used += width
        elif "!" <= run[0] <= "~":
            lines, used = _broken(lines + 1, width, units)
        else:
            width += _pushed_down(run, width, units)
            lines, used = _broken(lines, used + width, units // 2 * 2)
    return lines


def _broken(lines: int, width: int, room: int) -> tuple[int, int]:
    """After ``width`` more on line number ``lines``: the number of the last line and its use."""
    more = (width - 1) // room
    return lines + more, width - more * room


def _pushed_down(run: str, width: int, units: int) -> int:
    """Room lost because no line begins with a closing mark: now and then a character goes down."""
    return 2 + 2 * (width // (4 * units)) if _CLOSING.search(run) else 0
