"""Moves the dates of a plan to a new start, each in the unit it is known in.

Source of the rule: 日 by days, 旬 by thirds of a month, 月 by whole months; a span keeps its
length in its own unit, so that 4月—5月 stays two whole months wherever it goes.
"""

from calendar import monthrange
from datetime import date

from model.dates import EARLIEST, LATEST
from model.frozen import Frozen
from model.refused import Refused
from model.words import Precision


class Shift(Frozen):
    """The way from the old start of a campaign to its new one."""

    old: date
    new: date

    def first(self, day: date, precision: Precision) -> date:
        """Where the first day of what is known comes to lie. Refused beyond the calendar."""
        if precision is Precision.DAY:
            return self._by_days(day)
        return _bounds(self._moved(day, precision), precision)[0]

    def last(self, day: date, precision: Precision) -> date:
        """Where the last day of what is known comes to lie. Refused beyond the calendar."""
        if precision is Precision.DAY:
            return self._by_days(day)
        return _bounds(self._moved(day, precision), precision)[1]

    def _by_days(self, day: date) -> date:
        try:
            return _in_range(day + (self.new - self.old))
        except OverflowError:
            raise Refused(_OUT_OF_RANGE) from None

    def _moved(self, day: date, precision: Precision) -> int:
        return _unit(day, precision) + _unit(self.new, precision) - _unit(self.old, precision)


_OUT_OF_RANGE = f"开始日期挪得太远，有的日期会超出{EARLIEST}年至{LATEST}年。请换一个开始日期。"


def _unit(day: date, precision: Precision) -> int:
    """The running number of the month, or third of a month, that holds a day."""
    month = day.year * 12 + day.month - 1
    return month if precision is Precision.MONTH else month * 3 + min((day.day - 1) // 10, 2)


def _bounds(unit: int, precision: Precision) -> tuple[date, date]:
    """The first and the last day of a month or third with this running number."""
    month, third = (unit, None) if precision is Precision.MONTH else divmod(unit, 3)
    year, month = divmod(month, 12)
    if not EARLIEST <= year <= LATEST:
        raise Refused(_OUT_OF_RANGE)
    length = monthrange(year, month + 1)[1]
    first = 1 if third is None else third * 10 + 1
    last = length if third in (None, 2) else first + 9
    return date(year, month + 1, first), date(year, month + 1, last)


def _in_range(day: date) -> date:
    if not EARLIEST <= day.year <= LATEST:
        raise Refused(_OUT_OF_RANGE)
    return day
