"""Working days: weekends, holidays, 调休, and years nobody knows."""

import json
from datetime import date
from pathlib import Path

import pytest

from model.calendar import MOST_DAYS, RESOURCES, Calendar, load
from model.refused import Refused


@pytest.fixture(scope="module")
def calendar() -> Calendar:
    return load()


def test_known_years(calendar: Calendar) -> None:
    assert [year for year in range(2009, 2028) if calendar.known(year)] == [
        2010, 2011, 2012, 2024, 2025, 2026,
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("day", "worked"),
    [
        (date(2011, 4, 20), True),
        (date(2011, 4, 23), False),  # a Saturday
        (date(2011, 4, 24), False),  # a Sunday
        (date(2011, 4, 2), True),  # a Saturday worked for 清明节
        (date(2011, 4, 4), False),  # a Monday off
        (date(2011, 5, 2), False),
        (date(2011, 12, 31), True),  # named by the notice for 2012
        (date(2012, 4, 1), True),  # a Sunday worked
        (date(2010, 2, 19), False),
        (date(2010, 2, 20), True),
        (date(2024, 2, 9), True),  # 除夕 2024 was left to the employers
        (date(2025, 10, 8), False),
        (date(2026, 2, 23), False),
        (date(2026, 1, 4), True),
    ],
)
def test_is_working(calendar: Calendar, day: date, worked: bool) -> None:
    assert calendar.is_working(day) is worked


def test_every_weekday_of_a_week_without_holidays() -> None:
    week = [Calendar().is_working(date(2013, 4, day)) for day in range(8, 15)]
    assert week == [True] * 5 + [False] * 2


@pytest.mark.parametrize(
    ("first", "last", "days"),
    [
        (date(2011, 4, 20), date(2011, 4, 20), 0),
        (date(2011, 4, 20), date(2011, 4, 22), 2),
        (date(2011, 4, 22), date(2011, 4, 24), 0),  # a weekend
        (date(2011, 4, 20), date(2011, 5, 9), 12),  # over 劳动节
        (date(2011, 4, 1), date(2011, 4, 6), 2),  # Saturday worked, three days off
        (date(2011, 4, 25), date(2011, 4, 20), -3),
    ],
)
def test_working_days_between(calendar: Calendar, first: date, last: date, days: int) -> None:
    assert calendar.working_days_between(first, last) == days


def test_both_ends_of_a_span_count(calendar: Calendar) -> None:
    assert calendar.working_days_within(date(2011, 4, 13), date(2011, 4, 18)) == 4


def test_add_working_days(calendar: Calendar) -> None:
    assert calendar.add_working_days(date(2011, 4, 29), 1) == date(2011, 5, 3)
    assert calendar.add_working_days(date(2011, 5, 3), -1) == date(2011, 4, 29)
    assert calendar.add_working_days(date(2011, 4, 23), 0) == date(2011, 4, 23)


def test_no_more_than_a_year_of_working_days_is_added(calendar: Calendar) -> None:
    start = date(2011, 4, 29)
    last = calendar.add_working_days(start, MOST_DAYS)
    assert calendar.add_working_days(start, 9_999_999) == last
    assert calendar.working_days_between(start, last) == MOST_DAYS


def test_adding_and_counting_agree(calendar: Calendar) -> None:
    start = date(2012, 1, 18)
    for count in range(1, 60):
        assert (
            calendar.working_days_between(start, calendar.add_working_days(start, count)) == count
        )


def test_unknown_years_are_told(calendar: Calendar) -> None:
    assert calendar.note(date(2011, 2, 18), date(2012, 1, 3)) == ""
    assert calendar.note(date(2012, 12, 1), date(2013, 1, 31)) == (
        "2013年的放假调休未录入，工作日按周一至周五计算。"
    )


def test_every_make_up_day_is_a_weekend_and_every_notice_is_named() -> None:

    for path in RESOURCES.glob("*.json"):
        year = json.loads(path.read_text("utf-8"))
        assert str(year["year"]) == path.stem
        assert year["notice"]
        assert all(date.fromisoformat(day).weekday() >= 5 for day in year["working"])


@pytest.mark.parametrize(
    "broken",
    [
        '{"year": 2030}',
        pytest.param("[" * 100_000, id="deep"),
        '{"year": 1e400, "working": [], "holidays": []}',
    ],
)
def test_a_broken_file_is_named(tmp_path: Path, broken: str) -> None:
    (tmp_path / "2030.json").write_text(broken, "utf-8")
    with pytest.raises(Refused, match=r"2030\.json"):
        load(tmp_path)
