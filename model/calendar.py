"""Working days as China keeps them: weekends, statutory holidays and 调休 make-up days."""

import json
from bisect import bisect_right
from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path
from typing import Any

from model.frozen import Frozen
from model.refused import Refused

RESOURCES = Path(__file__).parents[1] / "resources" / "holidays"
OWN_FOLDER = "节假日"  # beside the ledger: the years that the office entered
MOST_DAYS = 250
"""Working days of about a year: nothing in a campaign is warned of or shown for longer."""
_DAY = timedelta(days=1)


class Calendar(Frozen):
    """Which days are worked. Source: the yearly notices of the State Council's General Office.

    ``years`` are those whose notice is known; in others Monday to Friday are worked.
    ``closed`` are weekdays off and ``open`` weekend days worked, as sorted day ordinals. ``fault``
    says which of the office's own years could not be read.
    """

    years: frozenset[int] = frozenset()
    closed: tuple[int, ...] = ()
    open: tuple[int, ...] = ()
    fault: str = ""

    def known(self, year: int) -> bool:
        """Whether holidays of this year are on record; where not, the window must say so."""
        return year in self.years

    def note(self, first: date, last: date) -> str:
        """What the window says where holidays in this span are not on record; else blank."""
        if self.fault:
            return self.fault
        unknown = [year for year in range(first.year, last.year + 1) if not self.known(year)]
        if not unknown:
            return ""
        return f"{'、'.join(map(str, unknown))}年的放假调休未录入，工作日按周一至周五计算。"

    def is_working(self, day: date) -> bool:
        return self.working_days_between(day - _DAY, day) == 1

    def working_days_between(self, first: date, last: date) -> int:
        """How many working days lie after ``first`` up to and with ``last``.

        This is what 还剩N个工作日 counts from today; it is negative when ``last`` is earlier.
        """
        return self._worked(last.toordinal()) - self._worked(first.toordinal())

    def working_days_within(self, first: date, last: date) -> int:
        """How many working days a span has, both its ends counted."""
        return self.working_days_between(first - _DAY, last)

    def add_working_days(self, day: date, count: int) -> date:
        """The ``count``-th working day after ``day``; before it, if ``count`` is negative.

        No more than MOST_DAYS are counted, whatever an older file says.
        """
        step = _DAY if count > 0 else -_DAY
        left = min(abs(count), MOST_DAYS)
        while left:
            day += step
            left -= self.is_working(day)
        return day

    def _worked(self, ordinal: int) -> int:
        """Working days from the beginning of time; ordinal 1 was a Monday."""
        weeks, rest = divmod(ordinal, 7)
        weekdays = weeks * 5 + min(rest, 5)
        return weekdays - bisect_right(self.closed, ordinal) + bisect_right(self.open, ordinal)


def load(folder: Path = RESOURCES, own: Path | None = None) -> Calendar:
    """The calendar of all years in ``folder``; those in ``own``, the office's, go before them.

    Raises Refused for a file of ``folder`` that makes no sense; of ``own`` such a file is passed
    over and named in ``fault``, for the ledger shall open all the same.
    """
    years = {year["year"]: year for year in map(read_year, sorted(folder.glob("*.json")))}
    fault = ""
    for path in sorted(own.glob("*.json")) if own is not None else ():
        try:
            year = read_year(path)
        except Refused as refusal:
            fault = fault or refusal.text
        else:
            years[year["year"]] = year
    return replace(calendar_of(years.values()), fault=fault)


def calendar_of(years: Iterable[Mapping[str, Any]]) -> Calendar:
    """The calendar of years given as their data files have them (see resources/holidays)."""
    known: set[int] = set()
    off: set[int] = set()
    on: set[int] = set()
    for year in years:
        known.add(int(year["year"]))
        on.update(date.fromisoformat(text).toordinal() for text in year["working"])
        for _name, first, last in year["holidays"]:
            start, end = date.fromisoformat(first), date.fromisoformat(last)
            off.update(range(start.toordinal(), end.toordinal() + 1))
    closed = sorted(day for day in off - on if _is_weekday(day))
    return Calendar(
        frozenset(known), tuple(closed), tuple(sorted(d for d in on if not _is_weekday(d)))
    )


def read_year(path: Path) -> Mapping[str, Any]:
    """One year as its file has it. Raises Refused for a file that makes no sense."""
    try:
        year: Mapping[str, Any] = json.loads(path.read_text("utf-8"))
        calendar_of([year])
    except (OSError, ValueError, KeyError, TypeError, OverflowError, RecursionError) as error:
        raise Refused(
            f"节假日文件“{path.name}”读不出来：{error}。请照同一文件夹里的说明改好，或移走它。"
        ) from error
    return year


def _is_weekday(ordinal: int) -> bool:
    return ordinal % 7 not in (6, 0)
