"""What the filter of one column lets through: ticked values, a text, days from one to another."""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Callable
from datetime import date, timedelta

from model.dates import show_date
from model.frozen import Frozen

BLANK = "（空白）"
MOST_NAMED = 3  # values that a chip names; then it counts them

First, Last = date.min, date.max
WEEK = timedelta(days=6)
Stretch = tuple[date, date]


class ColumnFilter(Frozen):
    """One of them: the words of the values that pass, a text they hold, or days.

    ``span`` is a name in SPANS; a filter by days lets no blank through.
    """

    ticked: frozenset[str] | None = None
    holds: str = ""
    span: str = ""
    since: date | None = None
    until: date | None = None

    @property
    def is_by_days(self) -> bool:
        return bool(self.span or self.since or self.until)

    def stretch(self, today: date) -> Stretch:
        """The first and the last day that pass."""
        if self.span:
            return SPANS[self.span](today)
        return self.since or First, self.until or Last

    def words(self, year: int | None = None) -> str:
        """What is let through, as a chip says it; dates of ``year`` without it."""
        if self.holds:
            return f"含“{self.holds}”"
        if self.ticked is not None:
            return _named(self.ticked)
        if self.span:
            return self.span
        since, until = show_date(self.since, year), show_date(self.until, year)
        if self.since and self.until:
            return since if since == until else f"{since}—{until}"
        return f"{since}起" if since else f"到{until}为止"


class Option(Frozen):
    """A value that a filter offers: its words and how many of the other filters' rows have it."""

    words: str
    count: int


def _named(ticked: frozenset[str]) -> str:
    words = [text or BLANK for text in sorted(ticked, key=lambda text: (text == "", text))]
    if not words:
        return "一项也没有"
    more = f"等{len(words)}项" if len(words) > MOST_NAMED else ""
    return "、".join(" ".join(text.split("\n")) for text in words[:MOST_NAMED]) + more


def _week(today: date) -> Stretch:
    monday = today - timedelta(days=today.weekday())
    return monday, monday + WEEK


def _next_week(today: date) -> Stretch:
    return _week(today + timedelta(days=7))


def _month(today: date) -> Stretch:
    last = monthrange(today.year, today.month)[1]
    return today.replace(day=1), today.replace(day=last)


SPANS: dict[str, Callable[[date], Stretch]] = {
    "今天以前": lambda today: (First, today - timedelta(days=1)),
    "今天": lambda today: (today, today),
    "本周": _week,
    "下周": _next_week,
    "本月": _month,
    "今天以后": lambda today: (today + timedelta(days=1), Last),
}
"""Days that are counted from today, each time the rows are filtered."""
