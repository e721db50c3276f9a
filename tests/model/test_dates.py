"""Dates as the clerks type them."""

from datetime import date

import pytest

from model.dates import parse_date, show_date
from model.refused import Refused


@pytest.mark.parametrize(
    "text",
    ["2011-04-30", "2011.4.30", "2011/4/30", "2011年4月30日", "20110430", "4月30日", "4.30",
     "4/30", "4月30号", "２０１１年４月３０日", " 4.30 ", "2011-04-30 00:00:00"],
)  # fmt: skip
def test_each_usual_way_of_writing_is_understood(text: str) -> None:
    assert parse_date(text, 2011) == date(2011, 4, 30)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("4月31日", "2011年4月没有31日"),
        ("2011-02-29", "没有29日"),
        ("13.1", "没有13月"),
        ("4月底", "不是日期"),
        ("0011-04-30", "年份"),
    ],
)
def test_a_day_that_does_not_exist_says_so_and_what_is_accepted(text: str, words: str) -> None:
    with pytest.raises(Refused, match=words) as refused:
        parse_date(text, 2011)
    assert "可写" in refused.value.text


def test_without_a_year_to_complete_it_a_short_date_is_refused() -> None:
    with pytest.raises(Refused):
        parse_date("4.30")


def test_blank_is_no_date() -> None:
    assert parse_date("  ") is None


def test_the_year_is_shown_only_where_it_differs() -> None:
    day = date(2011, 4, 22)
    assert (show_date(day, 2011), show_date(day, 2012)) == ("4月22日", "2011年4月22日")
    assert show_date(None) == ""
