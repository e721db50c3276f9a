"""Where the pages of a table end, and how its signatures are kept from standing alone."""

from collections.abc import Collection, Sequence
from itertools import product

from model.frozen import Frozen

# Programs measure columns by fonts of their own, print the same table larger or smaller to fit
# the width, and so have less or more room for rows. Against Excel and WPS with their 8 pixels a
# digit LibreOffice has the least room with 宋体 and more without; printers differ by a little.
_PROGRAMS, _PRINTERS = (5.5 / 6, 1.0, 7 / 6), (0.985, 1.0, 1.015)
_MOVED_ALONG = 2  # rows that go with the signatures to a last page


class Room(Frozen):
    """The height of a page between its margins, and of what stands on it above the rows.

    All in points before scaling; ``title`` stands on the first page, ``heading`` on every one.
    """

    page: float
    title: float
    heading: float

    def above(self, row: int) -> float:
        """The room for rows on a page that begins with this row."""
        return self.page - self.heading - (self.title if row == 0 else 0)

    def times(self, factor: float) -> "Room":
        return Room(self.page * factor, self.title, self.heading)


def pages_of(
    heights: Sequence[float], room: Room, forced: Collection[int] = ()
) -> tuple[range, ...]:
    """The rows of each page; a page begins with each of the rows ``forced`` in any case."""
    pages: list[range] = []
    start, used = 0, 0.0
    for index, height in enumerate(heights):
        if index > start and (index in forced or used + height > room.above(start)):
            pages.append(range(start, index))
            start, used = index, 0.0
        used += height
    return (*pages, range(start, len(heights)))


def forced_break(heights: Sequence[float], tail: float, room: Room) -> int | None:
    """The row to begin the last page with, where the ``tail`` might else stand alone on it.

    ``room`` is Excel's; that of other programs and of printers is thought of as well.
    """
    rooms = _rooms(room)
    if len(heights) < 2 or not any(_stands_alone(heights, tail, each) for each in rooms):
        return None
    last = max(1, len(heights) - _MOVED_ALONG)
    fits = sum(heights[last:]) + tail <= min(each.above(last) for each in rooms)
    return last if fits else len(heights) - 1


def fixed_breaks(heights: Sequence[float], tail: float, room: Room) -> tuple[int, ...]:
    """The rows to begin pages with so that every program ends its pages at the same rows.

    For tables with merged cells: one that runs on over the end of a page would be cut.
    """
    least = min(_rooms(room), key=lambda each: each.page)
    breaks = [page.start for page in pages_of(heights, least)[1:]]
    last = breaks[-1] if breaks else 0
    if len(heights) > 1 and sum(heights[last:]) + tail > least.above(last):
        breaks.append(max(last + 1, len(heights) - _MOVED_ALONG))
    return tuple(each for each in breaks if each < len(heights))


def _rooms(room: Room) -> list[Room]:
    return [room.times(program * printer) for program, printer in product(_PROGRAMS, _PRINTERS)]


def _stands_alone(heights: Sequence[float], tail: float, room: Room) -> bool:
    last = pages_of(heights, room)[-1]
    return sum(heights[last.start :]) + tail > room.above(last.start)
