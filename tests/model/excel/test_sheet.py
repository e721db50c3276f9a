import pytest

from model.excel.sheet import joined
from tests.model.excel.files import line, sheet_of


def test_a_row_must_fill_every_column() -> None:
    with pytest.raises(ValueError, match="one value for each column"):
        sheet_of((1, "2011-001"))


def test_a_continued_row_is_joined_to_the_one_above() -> None:
    rows = [(1, "2011-001", "前", None), (None, "2011-001（续）", "后", None), line(2)]
    assert joined(rows, key=1) == [(1, "2011-001", "前后", None), line(2)]


def test_rows_that_are_not_continued_stay_as_they_are() -> None:
    assert joined([line(1), line(2)], key=1) == [line(1), line(2)]
