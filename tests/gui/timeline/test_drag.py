"""What a drag makes of the dates of a bar."""

from datetime import date

import pytest

from gui.timeline.drag import Drag, Grip, Span, step, words
from model.calendar import Calendar
from model.words import Precision

APRIL = Span(date(2011, 4, 13), date(2011, 4, 18))
MONTHS = Span(date(2011, 4, 1), date(2011, 5, 31), Precision.MONTH)
THIRD = Span(date(2011, 2, 21), date(2011, 2, 28), Precision.TEN_DAYS)


def dates(span: Span) -> tuple[date | None, date | None]:
    return span.start, span.end


def test_a_moved_bar_keeps_its_days() -> None:
    moved = Drag(Grip.WHOLE, 3).applied(APRIL)
    assert dates(moved) == (date(2011, 4, 16), date(2011, 4, 21))


def test_the_right_edge_sets_the_last_day() -> None:
    assert dates(Drag(Grip.END, 4).applied(APRIL)) == (APRIL.start, date(2011, 4, 22))


def test_the_left_edge_sets_the_first_day() -> None:
    assert dates(Drag(Grip.START, -2).applied(APRIL)) == (date(2011, 4, 11), APRIL.end)


def test_what_has_no_start_gets_none_by_moving() -> None:
    moved = Drag(Grip.WHOLE, 1).applied(Span(None, date(2011, 4, 25)))
    assert dates(moved) == (None, date(2011, 4, 26))


@pytest.mark.parametrize(("days", "month"), [(-16, 3), (-14, 4), (14, 4), (16, 5), (40, 5)])
def test_months_move_by_the_nearest_whole_month(days: int, month: int) -> None:
    moved = Drag(Grip.WHOLE, days).applied(MONTHS)
    assert moved.start == date(2011, month, 1)


def test_two_months_stay_two_months() -> None:
    moved = Drag(Grip.WHOLE, 30).applied(MONTHS)
    assert dates(moved) == (date(2011, 5, 1), date(2011, 6, 30))


def test_thirds_of_a_month_keep_being_thirds() -> None:
    moved = Drag(Grip.WHOLE, 8).applied(THIRD)
    assert dates(moved) == (date(2011, 3, 1), date(2011, 3, 10))


@pytest.mark.parametrize(("days", "end"), [(0, (5, 31)), (14, (5, 31)), (17, (6, 30))])
def test_the_edge_of_months_snaps_to_the_end_of_a_month(days: int, end: tuple[int, int]) -> None:
    assert Drag(Grip.END, days).applied(MONTHS).end == date(2011, *end)


@pytest.mark.parametrize("unit", list(Precision))
@pytest.mark.parametrize("grip", [Grip.WHOLE, Grip.START, Grip.END])
def test_a_drag_by_nothing_changes_nothing(unit: Precision, grip: Grip) -> None:
    span = Span(date(2011, 4, 1), date(2011, 5, 31), unit)
    assert Drag(grip).applied(span) == span


@pytest.mark.parametrize("unit", list(Precision))
def test_a_step_of_the_keyboard_is_one_unit_there_and_back(unit: Precision) -> None:
    span = Span(date(2011, 4, 1), date(2011, 5, 31), unit)
    there = step(Grip.WHOLE, 1, unit).applied(span)
    assert there.start is not None
    assert there.start > span.start  # type: ignore[operator]
    assert step(Grip.WHOLE, -1, unit).applied(there).start == span.start


@pytest.mark.parametrize(
    "drawn",
    [(date(2011, 4, 13), date(2011, 4, 18)), (date(2011, 4, 18), date(2011, 4, 13))],
)
def test_a_bar_may_be_drawn_either_way(drawn: tuple[date, date]) -> None:
    assert Drag(Grip.BLANK, drawn=drawn).applied(Span(None, None)) == APRIL


def test_an_end_before_the_start_is_said() -> None:
    back = Drag(Grip.END, -6).applied(APRIL)
    assert back.is_backward
    assert words(back, Calendar(), 2011) == "完成时限早于开始"


def test_the_ghost_tells_dates_and_working_days() -> None:
    assert words(APRIL, Calendar(), 2011) == "4月13日—4月18日 · 4个工作日"
    assert words(MONTHS, Calendar(), 2011) == "4月—5月"
    assert words(Span(None, date(2011, 4, 25)), Calendar(), 2011) == "4月25日"
