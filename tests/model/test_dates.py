"""Dates as the clerks type them."""

from datetime import date

import pytest

from model.dates import Vague, parse_date, show_date
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
        ("4月里", "不是日期"),
        ("0011-04-30", "年份"),
    ],
)
def test_a_day_that_does_not_exist_says_so_and_what_is_accepted(text: str, words: str) -> None:
    with pytest.raises(Refused, match=words) as refused:
        parse_date(text, 2011)
    assert "可写" in refused.value.text


@pytest.mark.parametrize(
    ("text", "day", "words"),
    [
        ("4月底", date(2011, 4, 30), "“4月底”没有说是哪一天。要写成4月30日，就输入4.30。"),
        ("２月末", date(2011, 2, 28), "2.28"),
        ("5月上旬", date(2011, 5, 10), "5.10"),
        ("5月份中旬", date(2011, 5, 20), "5.20"),
        ("5月下旬", date(2011, 5, 31), "5.31"),
        ("2012年2月底", date(2012, 2, 29), "要写成2012年2月29日，就输入2012-02-29。"),
    ],
)
def test_a_part_of_a_month_is_asked_back_with_its_last_day(
    text: str, day: date, words: str
) -> None:
    with pytest.raises(Vague, match=words) as asked:
        parse_date(text, 2011)
    assert asked.value.day == day
    assert parse_date(asked.value.text.partition("输入")[2].rstrip("。"), 2011) == day


@pytest.mark.parametrize(("text", "year"), [("13月底", 2011), ("4月底", None)])
def test_of_an_unknown_month_no_day_is_offered(text: str, year: int | None) -> None:
    with pytest.raises(Refused) as refused:
        parse_date(text, year)
    assert not isinstance(refused.value, Vague)


@pytest.mark.parametrize("text", ["4.30", " 4月30日", "4月底"])
def test_without_a_year_to_complete_it_the_year_is_asked_for(text: str) -> None:
    with pytest.raises(Refused) as refused:
        parse_date(text)
    wanted = f"“{text.strip()}”没有写年份。请连年份一起写全，如 2011-04-30。"
    assert refused.value.text == wanted
    assert parse_date(wanted.rsplit(maxsplit=1)[-1].rstrip("。")) == date(2011, 4, 30)


def test_without_a_year_no_short_date_is_offered() -> None:
    with pytest.raises(Refused) as refused:
        parse_date("明天")
    assert "4.30" not in refused.value.text
    assert "2011-04-30" in refused.value.text


def test_blank_is_no_date() -> None:
    assert parse_date("  ") is None


def test_the_year_is_shown_only_where_it_differs() -> None:
    day = date(2011, 4, 22)
    assert (show_date(day, 2011), show_date(day, 2012)) == ("4月22日", "2011年4月22日")
    assert show_date(None) == ""
