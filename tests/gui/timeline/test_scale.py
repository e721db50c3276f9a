"""Where days stand on the chart."""

from datetime import date

import pytest

from gui.timeline.scale import Scale, Zoom, covering, divisions, months, rests

FIRST, LAST = date(2011, 2, 18), date(2011, 5, 18)


def weekday(day: date) -> bool:
    return day.weekday() < 5


@pytest.fixture
def weeks() -> Scale:
    return covering(FIRST, LAST, Zoom.WEEK)


def test_a_plan_is_covered_from_the_monday_before_to_the_day_after(weeks: Scale) -> None:
    assert (weeks.first, weeks.last) == (date(2011, 2, 14), date(2011, 5, 19))


def test_a_plan_that_starts_on_a_monday_gets_room_before_it() -> None:
    assert covering(date(2011, 2, 14), LAST, Zoom.WEEK).first == date(2011, 2, 7)


@pytest.mark.parametrize("zoom", list(Zoom))
def test_every_place_within_a_day_leads_back_to_it(zoom: Zoom) -> None:
    scale = covering(FIRST, LAST, zoom)
    day = date(2011, 3, 1)
    places = (scale.left(day), scale.middle(day), scale.right(day) - 0.5)
    assert [scale.day(x) for x in places] == [day] * 3


def test_days_before_the_scale_have_negative_places(weeks: Scale) -> None:
    assert weeks.left(date(2011, 2, 13)) == -10
    assert weeks.day(-1) == date(2011, 2, 13)


def test_a_day_is_28_10_and_3_px_wide() -> None:
    assert [covering(FIRST, LAST, zoom).pixels for zoom in Zoom] == [28, 10, 3]


@pytest.mark.parametrize(("width", "pixels"), [(963, 10), (900, 9), (800, 10), (1420, 14)])
def test_weeks_give_way_a_little_so_that_the_whole_plan_is_in_sight(
    weeks: Scale, width: int, pixels: int
) -> None:
    assert weeks.fitted(width).pixels == pixels


@pytest.mark.parametrize("zoom", list(Zoom))
def test_a_wide_window_is_filled_with_days(zoom: Zoom) -> None:
    assert covering(FIRST, LAST, zoom).fitted(3000).width >= 3000


@pytest.mark.parametrize("zoom", list(Zoom))
def test_a_narrow_window_takes_no_day_away(zoom: Zoom) -> None:
    scale = covering(FIRST, LAST, zoom)
    assert scale.fitted(200) == scale


def test_the_year_stands_at_the_first_month_with_room_for_it() -> None:
    scale = covering(date(2010, 11, 23), date(2011, 2, 3), Zoom.MONTH)
    words = [cell.text for cell in months(scale, 0, scale.width)]
    assert words == ["11月", "2010年12月", "2011年1月", "2月"]


def test_only_the_first_month_and_january_carry_their_year() -> None:
    scale = covering(date(2010, 11, 3), date(2011, 2, 3), Zoom.MONTH)
    words = [cell.text for cell in months(scale, 0, scale.width)]
    assert words == ["2010年11月", "12月", "2011年1月", "2月"]


def test_months_meet_without_gap(weeks: Scale) -> None:
    cells = months(weeks, 0, weeks.width)
    ends = [cell.left + cell.width for cell in cells]
    assert [cell.left for cell in cells[1:]] == ends[:-1]
    assert ends[-1] == weeks.width


def test_only_cells_in_sight_are_made(weeks: Scale) -> None:
    cells = divisions(weeks, 200, 260)
    assert [cell.text for cell in cells] == ["28", "7"]
    assert cells[0].left == 140


def test_the_second_row_has_days_weeks_or_thirds_of_a_month() -> None:
    def texts(zoom: Zoom) -> list[str]:
        scale = Scale(date(2011, 3, 1), date(2011, 3, 31), zoom, 20)
        return [cell.text for cell in divisions(scale, 0, scale.width)]

    assert texts(Zoom.DAY) == [str(day) for day in range(1, 32)]
    assert texts(Zoom.WEEK) == ["1", "7", "14", "21", "28"]
    assert texts(Zoom.MONTH) == ["1", "11", "21"]


def test_days_off_are_shaded_as_one_run(weeks: Scale) -> None:
    assert rests(weeks, 0, 140, weekday) == [(50, 20), (120, 20)]


def test_a_working_saturday_is_not_shaded_and_a_holiday_is(weeks: Scale) -> None:
    def works(day: date) -> bool:
        return day not in (date(2011, 4, 3), date(2011, 4, 4), date(2011, 4, 5))

    left = weeks.left(date(2011, 4, 1))
    assert rests(weeks, left, left + 100, works) == [(weeks.left(date(2011, 4, 3)), 30)]


def test_nothing_is_shaded_in_months() -> None:
    scale = covering(FIRST, LAST, Zoom.MONTH)
    assert rests(scale, 0, scale.width, weekday) == []
