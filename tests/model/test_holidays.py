"""A year of holidays as a clerk writes it down, or pastes it from the notice."""

import json
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from model.calendar import RESOURCES, load
from model.holidays import (
    Holiday,
    HolidayYear,
    checked,
    holiday_lines,
    holidays_of,
    remove,
    save,
    working_of,
    working_words,
    years_on_record,
)
from model.refused import Refused

SPRING = Holiday("春节", date(2027, 2, 5), date(2027, 2, 11))
YEAR = HolidayYear(2027, "某号通知", (SPRING,), (date(2027, 2, 14),), is_own=True)


@pytest.mark.parametrize(
    "line",
    [
        "春节 2月5日—2月11日",
        "春节：2月5日至11日放假，共7天。",
        "二、春节：2027年2月5日（周五）至11日（周四）放假调休，共7天。",
        "2. 春节 2.5-2.11",
        "春节，2027-02-05～2027-02-11",
        "春节 2027.2.5-2.11",
    ],
)
def test_days_off_are_read_as_people_write_them(line: str) -> None:
    assert holidays_of(line, 2027) == ((SPRING,), ())


def test_a_single_day_is_its_own_end() -> None:
    (found,), _working = holidays_of("清明节 4月5日", 2027)
    assert (found.first, found.last, found.days) == (date(2027, 4, 5), date(2027, 4, 5), 1)


def test_the_sentences_of_the_notice_can_be_pasted() -> None:
    text = (
        "一、元旦：1月1日（周四）至3日（周六）放假调休，共3天。1月4日（周日）上班。\n"
        "二、春节：2月15日（农历腊月二十八、周日）至23日（农历正月初七、周一）放假调休，共9天。"
        "2月14日（周六）、2月28日（周六）上班。\n\n"
        "三、清明节：4月4日（周六）至6日（周一）放假，共3天。\n"
    )
    holidays, working = holidays_of(text, 2026)
    assert [(each.name, each.days) for each in holidays] == [
        ("元旦", 3),
        ("春节", 9),
        ("清明节", 3),
    ]
    assert working == (date(2026, 1, 4), date(2026, 2, 14), date(2026, 2, 28))


def test_the_whole_notice_can_be_pasted() -> None:
    text = (
        "国务院办公厅关于2027年部分节假日安排的通知\n"
        "各省、自治区、直辖市人民政府：\n"
        "经国务院批准，现将2027年元旦和春节放假调休日期的具体安排通知如下。\n"
        "一、元旦：1月1日（周五）至3日（周日）放假，共3天。\n"
        "二、春节：2月5日（周五）至11日（周四）放假调休，共7天。2月14日（周日）上班。\n"
        "节假日期间，各地区、各部门要妥善安排好值班。\n"
        "国务院办公厅\n2026年11月4日\n"
    )
    holidays, working = holidays_of(text, 2027)
    assert [each.name for each in holidays] == ["元旦", "春节"]
    assert (holidays[1], working) == (SPRING, (date(2027, 2, 14),))


def test_a_numbered_line_without_a_date_is_refused() -> None:
    with pytest.raises(Refused, match="二、春节"):
        holidays_of("一、元旦：1月1日放假。\n二、春节：放假7天。", 2027)


@pytest.mark.parametrize(
    "text", ["2月14日、2月28日", "2.14 2.28", "2月14日（周六），2月28日上班。"]
)
def test_days_worked_are_read(text: str) -> None:
    assert working_of(text, 2026) == (date(2026, 2, 14), date(2026, 2, 28))


def test_nobody_works_for_it_is_fine() -> None:
    assert working_of(" ", 2026) == ()


@pytest.mark.parametrize("path", sorted(RESOURCES.glob("*.json")), ids=lambda path: path.stem)
def test_every_built_in_year_makes_sense_and_survives_its_words(path: Path, tmp_path: Path) -> None:
    number = int(path.stem)
    year = next(each for each in years_on_record(tmp_path) if each.year == number)
    assert checked(year) == year
    assert holidays_of(holiday_lines(year), number) == (year.holidays, ())
    assert working_of(working_words(year), number) == year.working


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("春节放假七天", "里没有放假的日期"),
        ("2月5日—2月11日", "前面没有节日名称"),
        ("春节 2月30日", "2月没有30日"),
        ("2月14日上班", "里没有放假的日期"),
    ],
)
def test_a_line_that_says_no_holiday_is_refused(text: str, said: str) -> None:
    with pytest.raises(Refused, match=said):
        holidays_of(text, 2027)


def test_what_is_no_date_is_refused() -> None:
    with pytest.raises(Refused, match="“周六”不是日期"):
        working_of("2月14日、周六", 2026)


@pytest.mark.parametrize(
    ("altered", "said"),
    [
        ({"holidays": ()}, "还没有写放假的日期"),
        ({"holidays": (replace(SPRING, last=date(2027, 2, 1)),)}, "最后一天在第一天之前"),
        ({"holidays": (replace(SPRING, last=date(2027, 4, 11)),)}, "放假66天"),
        ({"holidays": (Holiday("春节", date(2026, 2, 5), date(2026, 2, 6)),)}, "不在2027年"),
        ({"year": 207}, "年份207不对"),
        ({"working": (date(2027, 2, 15),)}, "2月15日是周一，本来就上班"),
        ({"working": (date(2027, 2, 6),)}, "又在“春节”放假的日子里"),
        ({"working": (date(2026, 2, 14),)}, "不在2027年"),
    ],
)
def test_what_no_notice_can_mean_is_refused(
    altered: dict[str, Any], said: str, tmp_path: Path
) -> None:
    with pytest.raises(Refused, match=said):
        save(tmp_path / "节假日", replace(YEAR, **altered))
    assert not (tmp_path / "节假日").exists()


def test_a_year_is_kept_in_the_form_of_the_built_in_ones(tmp_path: Path) -> None:
    own = tmp_path / "节假日"
    save(own, YEAR)
    kept = json.loads((own / "2027.json").read_text("utf-8"))
    assert kept == {
        "year": 2027,
        "notice": "某号通知",
        "holidays": [["春节", "2027-02-05", "2027-02-11"]],
        "working": ["2027-02-14"],
    }
    assert [path.name for path in own.iterdir()] == ["2027.json"]
    assert years_on_record(own)[0] == YEAR


def test_the_offices_own_year_goes_before_the_built_in_one(tmp_path: Path) -> None:
    own = HolidayYear(2011, "", (Holiday("院庆", date(2011, 4, 20), date(2011, 4, 20)),))
    save(tmp_path, own)
    calendar = load(own=tmp_path)
    assert not calendar.is_working(date(2011, 4, 20))
    assert calendar.is_working(date(2011, 5, 2))  # 劳动节 is no longer named
    assert calendar.is_working(date(2012, 4, 1))
    assert [year.is_own for year in years_on_record(tmp_path) if year.year == 2011] == [True]
    remove(tmp_path, 2011)
    assert load(own=tmp_path) == load()


def test_an_own_file_that_makes_no_sense_is_named_and_passed_over(tmp_path: Path) -> None:
    save(tmp_path, YEAR)
    (tmp_path / "2028.json").write_text("{", "utf-8")
    calendar = load(own=tmp_path)
    assert calendar.known(2027)
    assert not calendar.is_working(date(2027, 2, 8))
    assert "“2028.json”读不出来" in calendar.note(date(2027, 1, 1), date(2027, 2, 1))
    assert years_on_record(tmp_path)[0].year == 2027


def test_a_folder_that_cannot_be_written_is_said(tmp_path: Path) -> None:
    (tmp_path / "节假日").touch()
    with pytest.raises(Refused, match="检查文件夹权限"):
        save(tmp_path / "节假日", YEAR)
