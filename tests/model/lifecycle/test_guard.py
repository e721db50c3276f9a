"""No write leads round the life of an issue, whichever door it takes."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from model.changes import Change
from model.deletion import deletion
from model.lifecycle import gather, register
from model.records import Issue, Measure, Rectification, Step
from model.refused import Refused
from model.store import Store
from model.words import Move, State
from tests.model.conftest import CAMPAIGN
from tests.model.lifecycle.test_moving import accept, go, start, submit

Alter = Callable[[Issue], Issue]


@pytest.fixture(autouse=True)
def issue(store: Store) -> None:
    store.apply(register(store, CAMPAIGN, content="挂号慢", category=1, source="自查"), "新增")


def alter(store: Store, **values: object) -> None:
    issue = store.get(Issue, 1)
    store.apply([Change(issue, replace(issue, **values))], "改")  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("values", "words"),
    [
        ({"state": State.CLOSED}, "不能直接改"),
        ({"number": "2011-900"}, "永久"),
        ({"quick_fix": True}, "由流转写入"),
        ({"content": ""}, "不能为空"),
    ],
)
def test_what_moves_write_is_not_edited(
    store: Store, values: dict[str, object], words: str
) -> None:
    before = store.get(Issue, 1)
    with pytest.raises(Refused, match=words):
        alter(store, **values)
    assert store.get(Issue, 1) == before


def test_a_step_whose_needs_are_not_met_is_refused(store: Store) -> None:
    issue = store.get(Issue, 1)
    step = Step(
        1,
        issue=1,
        round=1,
        move=Move.START,
        from_state=State.REGISTERED,
        to_state=State.RECTIFYING,
        on=date(2011, 4, 1),
    )
    moved = replace(issue, state=State.RECTIFYING)
    with pytest.raises(Refused, match="还差4项"):
        store.apply([Change(issue, moved), Change(None, step)], "绕过")


def test_a_step_is_neither_edited_nor_deleted(store: Store) -> None:
    start(store)
    (step,) = store.all(Step, issue=1)
    with pytest.raises(Refused, match="不能修改"):
        store.apply([Change(step, replace(step, reason="补记"))], "改")
    with pytest.raises(Refused, match="不能单独删除"):
        store.apply([Change(step, None)], "删")


def test_a_due_date_moves_by_extension_once_work_has_begun(store: Store) -> None:
    start(store)
    round = gather(store, 1).round
    with pytest.raises(Refused, match="延期"):
        store.apply([Change(round, replace(round, due=date(2011, 6, 1)))], "改期")


def test_before_the_start_the_due_date_is_free(store: Store) -> None:
    round = gather(store, 1).round
    store.apply([Change(round, replace(round, due=date(2011, 6, 1)))], "改期")
    assert gather(store, 1).round.due == date(2011, 6, 1)


def test_acceptance_is_written_by_its_move_only(store: Store) -> None:
    submit(store)
    round = gather(store, 1).round
    with pytest.raises(Refused, match="由流转写入"):
        store.apply([Change(round, replace(round, accepted_by=1))], "改")


def test_a_closed_issue_keeps_all_but_its_note(store: Store) -> None:
    accept(store)
    go(store, Move.CLOSE, step__approver=1)
    alter(store, note="已归档")
    for wrong in ({"content": "改写"}, {"department": "药房"}):
        with pytest.raises(Refused, match="只能改备注"):
            alter(store, **wrong)
    round = gather(store, 1).round
    late = Measure(9, rectification=round.id, seq=2, content="补一条")
    with pytest.raises(Refused, match="只能改备注"):
        store.apply([Change(None, late)], "添加措施")
    with pytest.raises(Refused, match="不能删除"):
        store.apply(deletion(store.get(Issue, 1), store), "删除问题")


def test_a_round_is_not_deleted_alone(store: Store) -> None:
    (first,) = store.all(Rectification, issue=1)
    with pytest.raises(Refused, match="不能单独删除"):
        store.apply(deletion(first, store), "删除这一轮")
    assert store.all(Rectification, issue=1) == [first]


@pytest.mark.parametrize(
    ("settle", "entries", "back"),
    [
        (Move.CLOSE, {"step__approver": 1}, "恢复整改"),
        (Move.DECLINE, {"step__reason": "不属本院职责"}, "重新立项"),
    ],
)
def test_a_settled_issue_names_the_move_that_takes_it_up_again(
    store: Store, settle: Move, entries: dict[str, Any], back: str
) -> None:
    if settle is Move.CLOSE:
        accept(store)
    go(store, settle, **entries)
    with pytest.raises(Refused, match=f"请先“{back}”"):
        alter(store, content="改写")
    round = gather(store, 1).round
    with pytest.raises(Refused, match=f"请先“{back}”"):
        store.apply([Change(round, replace(round, goal="改写"))], "改")


def test_a_whole_campaign_may_go_with_its_closed_issues(store: Store) -> None:
    accept(store)
    go(store, Move.CLOSE, step__approver=1)
    store.apply(deletion(CAMPAIGN, store), "删除活动")
    assert (store.all(Issue), store.all(Rectification)) == ([], [])


def test_an_issue_is_not_born_without_its_first_round(store: Store) -> None:
    with pytest.raises(ValueError, match="first round"):
        store.apply([Change(None, Issue(9, campaign=1, content="x"))], "新增")


def test_undo_goes_round_the_guard_and_leads_back(store: Store) -> None:
    before = gather(store, 1)
    accept(store)
    go(store, Move.CLOSE, step__approver=1)
    while store.history.last_id() and gather(store, 1) != before:
        store.undo()
    assert gather(store, 1) == before
    while store.redo():
        pass
    assert store.get(Issue, 1).state is State.CLOSED
