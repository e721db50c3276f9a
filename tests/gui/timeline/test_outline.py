"""Which rows of a plan are shown, and in which order."""

from __future__ import annotations

from gui.timeline.outline import (
    DRAFT,
    Group,
    Order,
    Wish,
    finished,
    groups,
    key_of,
    visible,
    with_draft,
)
from model.judgements.timeline import Plan
from tests.gui.timeline.conftest import DONE, LATE, SENDING, UNDATED, WIDE


def ids(shown: list[Group]) -> list[list[int]]:
    return [[row.id for row in group.rows] for group in shown]


def heads(shown: list[Group]) -> list[tuple[str, int]]:
    return [key_of(group.head) for group in shown]


def test_the_whole_comes_first_and_then_each_phase_with_its_tasks(plan: Plan) -> None:
    shown = groups(plan.rows, Wish())
    assert heads(shown) == [("campaign", 1), ("phase", 1), ("phase", 2)]
    assert ids(shown) == [[WIDE], [DONE], [LATE, SENDING, UNDATED]]


def test_only_what_is_open_leaves_out_the_done_and_their_phase(plan: Plan) -> None:
    shown = groups(plan.rows, Wish(only_open=True))
    assert heads(shown) == [("campaign", 1), ("phase", 2)]
    assert ids(shown) == [[WIDE], [LATE, SENDING, UNDATED]]


def test_a_list_shows_exactly_its_tasks(plan: Plan) -> None:
    shown = groups(plan.rows, Wish(only=frozenset({LATE})))
    assert heads(shown) == [("phase", 2)]
    assert ids(shown) == [[LATE]]


def test_tasks_are_sorted_within_their_phase_and_blank_comes_last(plan: Plan) -> None:
    assert ids(groups(plan.rows, Wish(order=Order.OWNER)))[2] == [LATE, UNDATED, SENDING]
    assert ids(groups(plan.rows, Wish(order=Order.DUE)))[2] == [LATE, SENDING, UNDATED]


def test_a_folded_phase_keeps_its_submissions_on_its_own_line(plan: Plan) -> None:
    lines = visible(groups(plan.rows, Wish()), frozenset({("phase", 2)}))
    assert [line.row.name for line in lines][-1] == "第二阶段 查摆问题"
    assert [row.id for row in lines[-1].pinned] == [SENDING]


def test_an_unfolded_phase_pins_nothing(plan: Plan) -> None:
    assert not any(line.pinned for line in visible(groups(plan.rows, Wish()), frozenset()))


def test_what_is_done_and_over_is_folded_at_first(plan: Plan) -> None:
    assert finished(groups(plan.rows, Wish())) == {("phase", 1)}


def test_an_empty_row_stands_at_the_end_of_its_phase(plan: Plan) -> None:
    shown = with_draft(groups(plan.rows, Wish()), ("phase", 1))
    assert [key_of(row) for row in shown[1].rows] == [("task", DONE), DRAFT]
