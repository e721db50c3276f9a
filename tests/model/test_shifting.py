"""Moving a plan to a new start keeps every length in its own unit."""

from datetime import date

import pytest

from model.refused import Refused
from model.shifting import Shift
from model.words import Precision

DAY, THIRD, MONTH = Precision.DAY, Precision.TEN_DAYS, Precision.MONTH
TO_MARCH = Shift(date(2011, 2, 18), date(2026, 3, 2))


def span(shift: Shift, start: date, end: date, precision: Precision) -> tuple[date, date]:
    return shift.first(start, precision), shift.last(end, precision)


def test_days_move_by_days() -> None:
    moved = span(TO_MARCH, date(2011, 2, 18), date(2011, 3, 10), DAY)
    assert moved == (date(2026, 3, 2), date(2026, 3, 22))


def test_thirds_of_a_month_move_by_thirds() -> None:
    """Late February to early March is one third on, so mid May becomes late May."""
    moved = span(Shift(date(2011, 2, 24), date(2026, 3, 2)), *MID_MAY, THIRD)
    assert moved == (date(2026, 5, 21), date(2026, 5, 31))


MID_MAY = (date(2011, 5, 11), date(2011, 5, 20))


def test_thirds_cross_the_year_and_take_the_length_of_their_month() -> None:
    moved = span(Shift(date(2011, 5, 11), date(2012, 2, 25)), *MID_MAY, THIRD)
    assert moved == (date(2012, 2, 21), date(2012, 2, 29))


def test_months_move_by_whole_months() -> None:
    april_to_may = date(2010, 4, 1), date(2010, 5, 31)
    moved = span(Shift(date(2010, 4, 1), date(2012, 1, 15)), *april_to_may, MONTH)
    assert moved == (date(2012, 1, 1), date(2012, 2, 29))


@pytest.mark.parametrize("precision", list(Precision))
def test_without_a_move_every_date_stands(precision: Precision) -> None:
    still = Shift(date(2011, 4, 1), date(2011, 4, 1))
    whole_months = date(2011, 4, 1), date(2011, 5, 31)
    assert span(still, *whole_months, precision) == whole_months


@pytest.mark.parametrize("precision", list(Precision))
@pytest.mark.parametrize("new", [date(2999, 12, 1), date(9999, 12, 31), date(1, 1, 1)])
def test_a_date_beyond_the_calendar_is_refused(new: date, precision: Precision) -> None:
    with pytest.raises(Refused, match="请换一个开始日期"):
        Shift(date(2011, 2, 18), new).last(date(2011, 5, 18), precision)
