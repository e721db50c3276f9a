"""Dates in their own unit."""

from datetime import date

import pytest

from model.spans import show_due, show_span
from model.words import Precision

DAY, THIRD, MONTH = Precision.DAY, Precision.TEN_DAYS, Precision.MONTH


@pytest.mark.parametrize(
    ("day", "precision", "words"),
    [
        (date(2011, 4, 25), DAY, "4月25日"),
        (date(2011, 4, 25), None, "4月25日"),
        (date(2011, 5, 10), THIRD, "5月上旬"),
        (date(2011, 5, 20), THIRD, "5月中旬"),
        (date(2011, 5, 31), THIRD, "5月下旬"),
        (date(2011, 5, 31), MONTH, "5月"),
        (date(2012, 5, 31), MONTH, "2012年5月"),
        (None, MONTH, ""),
    ],
)
def test_show_due(day: date | None, precision: Precision | None, words: str) -> None:
    assert show_due(day, precision, 2011) == words


@pytest.mark.parametrize(
    ("start", "end", "precision", "words"),
    [
        (date(2011, 4, 11), date(2011, 5, 11), DAY, "4月11日—5月11日"),
        (date(2011, 4, 11), date(2011, 4, 11), DAY, "4月11日"),
        (date(2011, 4, 1), date(2011, 5, 31), MONTH, "4月—5月"),
        (date(2011, 4, 1), date(2011, 4, 30), MONTH, "4月"),
        (date(2011, 4, 21), date(2011, 5, 10), THIRD, "4月下旬—5月上旬"),
        (date(2011, 12, 25), date(2012, 1, 5), DAY, "12月25日—2012年1月5日"),
        (date(2010, 12, 25), date(2011, 1, 5), DAY, "2010年12月25日—2011年1月5日"),
        (date(2012, 4, 1), date(2012, 5, 31), MONTH, "2012年4月—5月"),
        (None, date(2011, 5, 31), MONTH, "5月"),
        (None, None, DAY, ""),
    ],
)
def test_show_span(start: date | None, end: date | None, precision: Precision, words: str) -> None:
    assert show_span(start, end, precision, 2011) == words
