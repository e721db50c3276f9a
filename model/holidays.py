"""Years of the working calendar as a clerk enters them: read from words, checked, kept."""

import json
import os
import re
import unicodedata
from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path

from model.calendar import RESOURCES, read_year
from model.dates import parse_date, show_date
from model.frozen import Frozen
from model.refused import Refused
from model.spans import show_span

AROUND = timedelta(days=31)  # a notice also names days of the old year's end
MOST_DAYS = 31
FIRST, LAST = 1990, 2099
_WEEKDAYS = "一二三四五六日"

_DAY = r"(?:\d{4}\s*[-./年]\s*)?\d{1,2}\s*[-./月]\s*\d{1,2}\s*[日号]?"
_SPAN = re.compile(rf"({_DAY})(?:\s*(?:至|到|[-—–~]+)\s*({_DAY}|\d{{1,2}}\s*[日号]?))?")
_REMARK = re.compile(r"\([^)]*\)")
_NUMBERING = re.compile(r"^\s*(?:[一二三四五六七八九十]+|\d+)\s*[、.)]\s*(?!\d)")
_BETWEEN_DAYS = re.compile(r"[、,;。\s和及]+|上班")


class Holiday(Frozen):
    """Days off under one name, the first and the last."""

    name: str
    first: date
    last: date

    @property
    def days(self) -> int:
        return (self.last - self.first).days + 1


class HolidayYear(Frozen):
    """One year's notice: days off, and weekend days worked for them (调休上班).

    ``is_own`` tells that the office entered it. Source: the yearly notice of the State Council's
    General Office.
    """

    year: int
    notice: str = ""
    holidays: tuple[Holiday, ...] = ()
    working: tuple[date, ...] = ()
    is_own: bool = False


def years_on_record(own: Path) -> list[HolidayYear]:
    """The years that count, the newest first; what cannot be read is passed over."""
    years = {year.year: year for year in (*_years(RESOURCES, False), *_years(own, True))}
    return [years[number] for number in sorted(years, reverse=True)]


def _years(folder: Path, is_own: bool) -> Iterator[HolidayYear]:
    for path in sorted(folder.glob("*.json")):
        try:
            given = read_year(path)
        except Refused:
            continue  # the window says so: see Calendar.fault
        holidays = (
            Holiday(str(name), date.fromisoformat(first), date.fromisoformat(last))
            for name, first, last in given["holidays"]
        )
        working = map(date.fromisoformat, given["working"])
        notice = str(given.get("notice", ""))
        yield HolidayYear(int(given["year"]), notice, tuple(holidays), tuple(working), is_own)


# -- words --------------------------------------------------------------------------------------


def holidays_of(text: str, year: int) -> tuple[tuple[Holiday, ...], tuple[date, ...]]:
    """Days off, and days worked for them, from lines such as 春节 2月15日—2月23日.

    The whole notice can be pasted as it is: of one with numbered lines (一、元旦：…) only those
    name holidays; what stands before 上班 are days worked. Raises Refused for a line that should
    name a holiday and lacks a name or a date.
    """
    lines = [line for line in _plain(text).split("\n") if line.strip()]
    is_notice = any(map(_NUMBERING.match, lines))
    holidays: list[Holiday] = []
    working: list[date] = []
    for line in lines:
        names_one = not is_notice or bool(_NUMBERING.match(line))
        off, worked = _read_line(line, year, names_one)
        if names_one and not off:
            raise Refused(f"“{line.strip()}”里没有放假的日期。请写成：春节 2月15日—2月23日。")
        holidays += off
        working += worked
    return tuple(holidays), tuple(working)


def _read_line(line: str, year: int, names_one: bool) -> tuple[list[Holiday], list[date]]:
    """The days off that a line names, if it is one that does, and the days worked."""
    off: list[Holiday] = []
    worked: list[date] = []
    for clause in filter(str.strip, re.split("[。;]", line)):
        if "上班" in clause:
            worked += [_day(found[1], year) for found in _SPAN.finditer(clause)]
        elif names_one and (found := _SPAN.search(clause)):
            off.append(_holiday(clause[: found.start()], found, year))
    return off, worked


def working_of(text: str, year: int) -> tuple[date, ...]:
    """Days worked from 2月14日、2月28日. Raises Refused for what is no date."""
    parts = filter(None, _BETWEEN_DAYS.split(_plain(text)))
    return tuple(_day(part, year) for part in parts)


def holiday_lines(year: HolidayYear) -> str:
    """The days off as ``holidays_of`` reads them."""
    return "\n".join(f"{each.name} {span_words(each, year.year)}" for each in year.holidays)


def working_words(year: HolidayYear) -> str:
    """The days worked as ``working_of`` reads them."""
    return "、".join(show_date(day, year.year) for day in year.working)


def span_words(holiday: Holiday, year: int) -> str:
    """2月15日—2月23日."""
    return show_span(holiday.first, holiday.last, year=year)


def weekday(day: date) -> str:
    """周三."""
    return f"周{_WEEKDAYS[day.weekday()]}"


def _plain(text: str) -> str:
    return _REMARK.sub("", unicodedata.normalize("NFKC", text))


def _holiday(before: str, found: re.Match[str], year: int) -> Holiday:
    name = _NUMBERING.sub("", before).strip(" \t:,、")
    if not name:
        raise Refused(f"“{found[0].strip()}”前面没有节日名称。请写成：春节 2月15日—2月23日。")
    first = _day(found[1], year)
    end = found[2] or found[1]
    if re.fullmatch(r"\d{1,2}\s*[日号]?", end):
        end = f"{first.year}年{first.month}月{end.rstrip('日号 ')}日"
    return Holiday(name, first, _day(end, year))


def _day(text: str, year: int) -> date:
    day = parse_date(text, year)
    assert day is not None  # the text is not blank
    return day


# -- sense --------------------------------------------------------------------------------------


def checked(year: HolidayYear) -> HolidayYear:
    """The year, each day once and in order. Raises Refused for what no notice can mean."""
    if not FIRST <= year.year <= LAST:
        raise Refused(f"年份{year.year}不对。请写{FIRST}到{LAST}之间的年份。")
    if not year.holidays:
        raise Refused("还没有写放假的日期。请每行写一个节日，如：春节 2月15日—2月23日。")
    holidays = sorted(year.holidays, key=lambda each: each.first)
    for holiday in holidays:
        _check_holiday(holiday, year.year)
    working = sorted(set(year.working))
    for day in working:
        _check_working(day, holidays, year.year)
    return HolidayYear(year.year, year.notice, tuple(holidays), tuple(working), year.is_own)


def _check_holiday(holiday: Holiday, year: int) -> None:
    words = f"“{holiday.name}”"
    if holiday.last < holiday.first:
        raise Refused(f"{words}的最后一天在第一天之前。请改正日期。")
    if holiday.days > MOST_DAYS:
        raise Refused(f"{words}放假{holiday.days}天，太长了。请检查月份。")
    for day in (holiday.first, holiday.last):
        _check_near(day, year, words)


def _check_working(day: date, holidays: list[Holiday], year: int) -> None:
    words = f"调休上班的{show_date(day, year)}"
    _check_near(day, year, words)
    if day.weekday() < 5:
        raise Refused(f"{words}是{weekday(day)}，本来就上班，不用写。请检查日期。")
    inside = next((each for each in holidays if each.first <= day <= each.last), None)
    if inside is not None:
        raise Refused(f"{words}又在“{inside.name}”放假的日子里。请改正其中一个。")


def _check_near(day: date, year: int, words: str) -> None:
    if not date(year, 1, 1) - AROUND <= day <= date(year, 12, 31) + AROUND:
        raise Refused(f"{words}（{show_date(day)}）不在{year}年。请检查年份。")


# -- keeping ------------------------------------------------------------------------------------


def save(own: Path, year: HolidayYear) -> None:
    """Keep a year among the office's own, whole or not at all. Raises Refused for bad ones."""
    text = _written(checked(year))
    target = own / f"{year.year}.json"
    beside = own / f".{year.year}.json.new"
    try:
        own.mkdir(parents=True, exist_ok=True)
        beside.write_text(text, "utf-8")
        os.replace(beside, target)
    except OSError as error:
        raise Refused(f"写不了“{target}”。请检查文件夹权限和磁盘空间。") from error


def remove(own: Path, year: int) -> None:
    """Take the office's own entry of a year away; the built-in one counts again."""
    path = own / f"{year}.json"
    try:
        path.unlink()
    except OSError as error:
        raise Refused(f"删不了“{path}”。请在文件管理器里删除它。") from error


def _written(year: HolidayYear) -> str:
    """In the form of the built-in files, a line for each holiday."""
    holidays = ",\n    ".join(
        json.dumps([each.name, str(each.first), str(each.last)], ensure_ascii=False)
        for each in year.holidays
    )
    working = json.dumps([str(day) for day in year.working])
    notice = json.dumps(year.notice, ensure_ascii=False)
    return (
        f'{{\n  "year": {year.year},\n  "notice": {notice},\n'
        f'  "holidays": [\n    {holidays}\n  ],\n  "working": {working}\n}}\n'
    )
