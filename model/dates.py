"""Dates as the office writes them, read and shown."""

import re
import unicodedata
from calendar import monthrange
from datetime import date
from typing import NoReturn

from model.refused import Refused

ACCEPTED = "可写 2011-04-30、2011年4月30日、4月30日、4.30 或 20110430"
WITH_YEAR = "可写 2011-04-30、2011年4月30日或 20110430"
EARLIEST, LATEST = 1900, 2999

_WITH_YEAR = re.compile(r"(\d{4})\s*[-./年]\s*(\d{1,2})\s*[-./月]\s*(\d{1,2})\s*[日号]?")
_COMPACT = re.compile(r"(\d{4})(\d{2})(\d{2})")
_NO_YEAR = re.compile(r"(\d{1,2})\s*[-./月]\s*(\d{1,2})\s*[日号]?")
_VAGUE = re.compile(r"(?:(\d{4})\s*[-./年])?\s*(\d{1,2})\s*月份?\s*(底|末|上旬|中旬|下旬)")
_LAST = {"上旬": 10, "中旬": 20}  # else the last day of the month
_TIME_AFTER = re.compile(r"[ T]00:00(:00)?$")


class Vague(Refused):
    """A part of a month where a day is wanted; ``day`` is the last one that it can mean."""

    def __init__(self, text: str, day: date, year: int | None) -> None:
        shown = show_date(day, year)
        typed = f"{day.month}.{day.day}" if day.year == year else f"{day:%Y-%m-%d}"
        super().__init__(f"“{text}”没有说是哪一天。要写成{shown}，就输入{typed}。")
        self.day = day


def parse_date(text: str, year: int | None = None) -> date | None:
    """The day that ``text`` names; None for blank text.

    ``year`` completes a date written without one (the campaign's year).
    Raises Vague for 4月底 and 5月中旬, which the office's plans say and a day can be made of.
    Raises Refused for anything else: what is wrong, and what is accepted.
    """
    plain = _TIME_AFTER.sub("", unicodedata.normalize("NFKC", text).strip())
    if not plain:
        return None
    for pattern in (_WITH_YEAR, _COMPACT):
        if found := pattern.fullmatch(plain):
            return _day(*(int(part) for part in found.groups()))
    if found := _NO_YEAR.fullmatch(plain):
        return _day(year or _missing_year(text), *(int(part) for part in found.groups()))
    if vague := _VAGUE.fullmatch(plain):
        raise _vague(text.strip(), vague, year)
    raise Refused(f"“{text.strip()}”不是日期。{ACCEPTED if year else WITH_YEAR}。")


def _missing_year(text: str) -> NoReturn:
    raise Refused(f"“{text.strip()}”没有写年份。请连年份一起写全，如 2011-04-30。")


def _vague(text: str, vague: re.Match[str], year: int | None) -> Vague:
    """Raises Refused where the year or the month is not known."""
    written, month, part = vague.groups()
    first = _day(int(written) if written else year or _missing_year(text), int(month), 1)
    last = _LAST.get(part) or monthrange(first.year, first.month)[1]
    return Vague(text, first.replace(day=last), year)


def _day(year: int, month: int, day: int) -> date:
    if not EARLIEST <= year <= LATEST:
        raise Refused(f"年份{year}不对。{ACCEPTED}。")
    if not 1 <= month <= 12:
        raise Refused(f"没有{month}月。{ACCEPTED}。")
    try:
        return date(year, month, day)
    except ValueError:
        raise Refused(f"{year}年{month}月没有{day}日。{ACCEPTED}。") from None


def show_date(day: date | None, year: int | None = None) -> str:
    """4月22日, with the year in front where it is not ``year``; blank for None."""
    if day is None:
        return ""
    short = f"{day.month}月{day.day}日"
    return short if day.year == year else f"{day.year}年{short}"
