"""What a drag makes of the dates of a bar: pure, in the bar's own unit."""

from __future__ import annotations

from datetime import date, timedelta
from enum import Enum

from model.calendar import Calendar
from model.frozen import Frozen
from model.shifting import Shift
from model.spans import show_span
from model.words import Precision

# A month or a third of one snaps when it was dragged by more than half of its length.
_HALF = {Precision.DAY: 0, Precision.TEN_DAYS: 5, Precision.MONTH: 15}
_UNIT = {Precision.DAY: 1, Precision.TEN_DAYS: 10, Precision.MONTH: 30}


class Grip(Enum):
    """By what a bar is held."""

    WHOLE = "whole"
    START = "start"
    END = "end"
    BLANK = "blank"  # an empty row: the bar is drawn anew


class Span(Frozen):
    """The dates of a bar; ``None`` where one is not known."""

    start: date | None
    end: date | None
    precision: Precision = Precision.DAY

    @property
    def is_backward(self) -> bool:
        """Whether the end lies before the start, which the store would refuse."""
        return self.start is not None and self.end is not None and self.end < self.start


class Drag(Frozen):
    """A bar held by ``grip`` and drawn ``days`` to the right; BLANK needs the days ``drawn``."""

    grip: Grip
    days: int = 0
    drawn: tuple[date, date] | None = None

    def applied(self, span: Span) -> Span:
        """The span after the drag: 日 by days, 旬 by thirds of a month, 月 by whole months.

        A moved span keeps its length in its own unit. Refused where a date would leave the
        calendar.
        """
        start, end, unit = span.start, span.end, span.precision
        if self.drawn is not None:
            start, end = _first(min(self.drawn), unit), _last(max(self.drawn), unit)
        elif self.grip is Grip.WHOLE:
            return self._moved(span)
        elif self.grip is Grip.START and start is not None:
            start = _first(_later(_first(start, unit), self.days, _HALF[unit]), unit)
        elif self.grip is Grip.END and end is not None:
            end = _last(_later(_last(end, unit), self.days, -_HALF[unit]), unit)
        return Span(start, end, unit)

    def _moved(self, span: Span) -> Span:
        unit, anchor = span.precision, span.start or span.end
        if anchor is None:
            return span
        old = _first(anchor, unit)
        way = Shift(old, _later(old, self.days, _HALF[unit]))
        start = span.start and way.first(span.start, unit)
        return Span(start, span.end and way.last(span.end, unit), unit)


def step(grip: Grip, units: int, precision: Precision) -> Drag:
    """A drag by whole units, for the keyboard."""
    return Drag(grip, units * _UNIT[precision])


def words(span: Span, calendar: Calendar, year: int | None) -> str:
    """What is told beside the ghost: 4月15日—4月20日 · 4个工作日."""
    if span.is_backward:
        return "完成时限早于开始"
    dates = show_span(span.start, span.end, span.precision, year)
    if span.precision is not Precision.DAY or span.start is None or span.end is None:
        return dates
    return f"{dates} · {calendar.working_days_within(span.start, span.end)}个工作日"


def _first(day: date, unit: Precision) -> date:
    return Shift(day, day).first(day, unit)


def _last(day: date, unit: Precision) -> date:
    return Shift(day, day).last(day, unit)


def _later(day: date, days: int, half: int) -> date:
    return day + timedelta(days=days + half)
