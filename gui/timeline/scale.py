"""Where a day stands on the chart: the one place that turns dates into pixels and back."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date, timedelta
from enum import StrEnum

from model.frozen import Frozen

DAY = timedelta(days=1)


class Zoom(StrEnum):
    """How closely one looks; the value is the word on the switch."""

    DAY = "日"
    WEEK = "周"
    MONTH = "月"


PIXELS: dict[Zoom, int] = {Zoom.DAY: 28, Zoom.WEEK: 10, Zoom.MONTH: 3}
YEAR_ROOM = 80  # px that 2011年12月 needs
STRETCH = (9, 16)  # how narrow and how wide a day may be in 周, so that a plan fills the window


class Cell(Frozen):
    """One cell of the header: its left edge and width in px, and its words."""

    left: int
    width: int
    text: str


class Scale(Frozen):
    """The days from ``first`` to ``last``, each ``pixels`` wide; ``first`` is at 0 px."""

    first: date
    last: date
    zoom: Zoom
    pixels: int

    @property
    def width(self) -> int:
        return self.right(self.last)

    def left(self, day: date) -> int:
        """Where the day begins."""
        return (day - self.first).days * self.pixels

    def right(self, day: date) -> int:
        """Where the day ends."""
        return self.left(day) + self.pixels

    def middle(self, day: date) -> float:
        return self.left(day) + self.pixels / 2

    def day(self, x: float) -> date:
        """The day that stands at ``x``, also outside of the scale."""
        return self.first + timedelta(days=int(x // self.pixels))

    def holds(self, day: date) -> bool:
        return self.first <= day <= self.last

    def fitted(self, width: int) -> Scale:
        """The scale in a window of ``width`` px: no part of the window stays without days.

        In 周 the days give way a little so that the whole plan is in sight, where it can be.
        """
        pixels = self.pixels
        if self.zoom is Zoom.WEEK:
            days = (self.last - self.first).days + 1
            wanted = min(width // days, STRETCH[1])
            pixels = wanted if wanted >= STRETCH[0] else PIXELS[Zoom.WEEK]
        made = replace(self, pixels=pixels)
        return replace(made, last=max(self.last, made.day(width - 1)))

    def days(self, left: float, right: float) -> Iterator[date]:
        """The days that stand between two places, cut to the scale."""
        day, last = max(self.first, self.day(left)), min(self.last, self.day(right))
        while day <= last:
            yield day
            day += DAY


def months(scale: Scale, left: float, right: float) -> list[Cell]:
    """The months between two places; the first that has room and each January carry their year."""
    cells = _cells(scale, left, right, lambda day: day.day == 1)
    seen = [min(cell.left + cell.width, right) - max(cell.left, left) for cell in cells]
    first = next((number for number, width in enumerate(seen) if width >= YEAR_ROOM), None)
    return [
        replace(cell, text=_month_words(scale.day(cell.left), number == first))
        for number, cell in enumerate(cells)
    ]


def divisions(scale: Scale, left: float, right: float) -> list[Cell]:
    """The second row: days when looking at 日, weeks at 周, thirds of a month at 月."""
    return _cells(scale, left, right, _BEGINS[scale.zoom])


def rests(
    scale: Scale, left: float, right: float, works: Callable[[date], bool]
) -> list[tuple[int, int]]:
    """Left edge and width of each run of days off; none in 月, where they would only flicker."""
    runs: list[tuple[int, int]] = []
    if scale.zoom is Zoom.MONTH:
        return runs
    for day in scale.days(left, right):
        if works(day):
            continue
        x = scale.left(day)
        if runs and sum(runs[-1]) == x:
            runs[-1] = (runs[-1][0], runs[-1][1] + scale.pixels)
        else:
            runs.append((x, scale.pixels))
    return runs


_BEGINS: dict[Zoom, Callable[[date], bool]] = {
    Zoom.DAY: lambda day: True,
    Zoom.WEEK: lambda day: day.weekday() == 0,
    Zoom.MONTH: lambda day: day.day in (1, 11, 21),
}


def _month_words(day: date, first: bool) -> str:
    return f"{day.year}年{day.month}月" if first or day.month == 1 else f"{day.month}月"


def _cells(
    scale: Scale,
    left: float,
    right: float,
    begins: Callable[[date], bool],
) -> list[Cell]:
    """The cells that touch left–right; each runs from a day that begins one to the next such."""
    starts: list[date] = []
    day = _begun(scale, max(scale.first, scale.day(left)), begins)
    while day <= scale.last and scale.left(day) < right:
        starts.append(day)
        day = _next(scale, day, begins)
    ends = [*starts[1:], day]
    return [
        Cell(scale.left(start), scale.left(end) - scale.left(start), str(start.day))
        for start, end in zip(starts, ends, strict=False)
    ]


def _begun(scale: Scale, day: date, begins: Callable[[date], bool]) -> date:
    while day > scale.first and not begins(day):
        day -= DAY
    return day


def _next(scale: Scale, day: date, begins: Callable[[date], bool]) -> date:
    day += DAY
    while day <= scale.last and not begins(day):
        day += DAY
    return day


def covering(first: date, last: date, zoom: Zoom) -> Scale:
    """The scale for a plan: from the Monday before ``first`` to the day after ``last``."""
    before = first - DAY
    return Scale(before - timedelta(days=before.weekday()), last + DAY, zoom, PIXELS[zoom])
