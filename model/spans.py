"""Dates and spans shown in their own unit: a day, a third of a month, a month."""

from datetime import date

from model.dates import show_date
from model.words import Precision

_THIRDS = ("上旬", "中旬", "下旬")


def show_due(
    day: date | None, precision: Precision | None = Precision.DAY, year: int | None = None
) -> str:
    """4月25日, 5月中旬 or 5月; the year in front where it is not ``year``; blank for None."""
    if day is None or precision in (None, Precision.DAY):
        return show_date(day, year)
    third = _THIRDS[min((day.day - 1) // 10, 2)] if precision is Precision.TEN_DAYS else ""
    return ("" if day.year == year else f"{day.year}年") + f"{day.month}月{third}"


def show_span(
    start: date | None,
    end: date | None,
    precision: Precision | None = Precision.DAY,
    year: int | None = None,
) -> str:
    """4月11日—5月11日, 4月—5月; one date where both ends read alike or one end is not known."""
    if start is None or end is None:
        return show_due(start or end, precision, year)
    first, last = show_due(start, precision, year), show_due(end, precision, start.year)
    if start.year == end.year:
        alike = show_due(start, precision, start.year) == last
        return first if alike else f"{first}—{last}"
    return f"{first}—{show_due(end, precision)}"
