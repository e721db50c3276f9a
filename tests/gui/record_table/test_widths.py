"""Fixed columns keep their width, the others share, and optional ones give way."""

from __future__ import annotations

from gui.record_table import TableColumn
from gui.record_table.widths import widths
from model.records import Issue

FIELD = Issue.field("content")
COLUMNS = (
    TableColumn("number", FIELD, 80),
    TableColumn("content", FIELD, share=56),
    TableColumn("cause", FIELD, share=44),
    TableColumn("department", FIELD, 90, optional=2),
    TableColumn("state", FIELD, 70, optional=1),
    TableColumn("last", FIELD, 290, shown_from=1200),
)


def test_what_is_left_is_shared() -> None:
    assert widths(COLUMNS, 840, {}, ()) == [80, 336, 264, 90, 70, 0]


def test_optional_columns_hide_one_after_the_other() -> None:
    assert widths(COLUMNS, 500, {}, ()) == [80, 190, 160, 0, 70, 0]
    assert widths(COLUMNS, 420, {}, ()) == [80, 180, 160, 0, 0, 0]


def test_then_the_table_is_wider_than_its_place() -> None:
    assert widths(COLUMNS, 300, {}, ()) == [80, 160, 160, 0, 0, 0]


def test_a_wide_table_has_more_columns() -> None:
    assert widths(COLUMNS, 1200, {}, ())[5] == 290


def test_the_users_choice_counts() -> None:
    assert widths(COLUMNS, 840, {"content": 200}, {"state"}) == [80, 200, 470, 90, 0, 0]
