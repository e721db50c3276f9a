"""Neighbours that read alike share a cell, on one page."""

from model.excel.merging import Merge, merges_of

ROWS = [("甲", "一"), ("甲", "一"), ("甲", "二"), ("乙", "二"), ("丙", "二")]


def test_neighbours_that_read_alike_are_one() -> None:
    assert merges_of(ROWS, [0], ()) == (Merge(0, 0, 2),)


def test_a_later_column_is_merged_within_the_first() -> None:
    assert merges_of(ROWS, [0, 1], ()) == (Merge(0, 0, 2), Merge(1, 0, 1))


def test_a_page_begins_a_cell_of_its_own() -> None:
    assert merges_of(ROWS, [0], [1]) == (Merge(0, 1, 2),)


def test_nothing_is_merged_that_is_not_asked_for() -> None:
    assert merges_of(ROWS, [], ()) == merges_of([], [0], ()) == ()
