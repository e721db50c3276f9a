"""Many issues make a move at once: those that can, whole; those that cannot, named with all."""

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from model.changes import Change
from model.lifecycle import gather, register
from model.lifecycle.table import TRANSITIONS
from model.lifecycle.together import TOGETHER, move_many, possible, shared_inputs
from model.records import Issue, Opinion, Origin, Step
from model.store import Store
from model.words import Effect, Move, State
from tests.model.conftest import CAMPAIGN

BEGUN, TODAY = date(2011, 4, 1), date(2011, 4, 20)
START: dict[str, Any] = {
    "round.leader": 1,
    "round.owner": 2,
    "round.due": date(2011, 4, 15),
    "measure.content": "逐条对照整改",
}
SUBMIT: dict[str, Any] = {"round.completed_on": date(2011, 4, 14)}
ACCEPT: dict[str, Any] = {
    "round.accepted_by": 1,
    "round.accepted_on": date(2011, 4, 16),
    "round.problem_accurate": True,
    "round.measures_strong": True,
    "round.effect_evident": True,
    "round.effect": Effect.GOOD,
    "step.reason": "现场查看，不另附材料",
}
ENTRIES: dict[Move, dict[str, Any]] = {
    Move.START: START,
    Move.SUBMIT: SUBMIT,
    Move.ACCEPT: ACCEPT,
    Move.CLOSE: {"step.approver": 1},
    Move.EXTEND: {"step.new_due": date(2011, 5, 10), "step.reason": "缺药", "step.approver": 1},
    Move.DECLINE: {"step.reason": "不属本院职责"},
    Move.MERGE: {"issue.merged_into": 3},
}
# What brings an issue to where the move begins.
BEFORE: dict[Move, tuple[Move, ...]] = {
    Move.SUBMIT: (Move.START,),
    Move.ACCEPT: (Move.START, Move.SUBMIT),
    Move.CLOSE: (Move.START, Move.SUBMIT, Move.ACCEPT),
    Move.EXTEND: (Move.START,),
}


@pytest.fixture(autouse=True)
def issues(store: Store) -> None:
    """Three issues, 1 to 3."""
    for content in ("病历书写不规范", "挂号慢", "走廊灯不亮"):
        changes = register(store, CAMPAIGN, content=content, category=1, source="自查")
        store.apply(changes, "新增问题")


def together(
    store: Store, ids: list[int], wanted: Move, on: date = TODAY, **more: Any
) -> tuple[int, list[tuple[str, tuple[str, ...]]]]:
    """Make the move and store it; how many moved, and the others."""
    entries = {**ENTRIES[wanted], **{path.replace("__", "."): v for path, v in more.items()}}
    changes, held = move_many(store, ids, wanted, entries, on, "周涛")
    if changes:
        store.apply(changes, wanted)
    moved = sum(isinstance(each.after, Step) for each in changes)
    return moved, [(each.issue.number, each.reasons) for each in held]


def finish(store: Store, id: int) -> None:
    """Every measure done, and what was done is written down."""
    dossier = gather(store, id)
    done = [
        Change(each, replace(each, done_on=date(2011, 4, 14)))
        for each in dossier.measures
        if not each.done_on
    ]
    told = Change(dossier.round, replace(dossier.round, result="已整改到位"))
    store.apply([*done, told], "完成措施")


def bring(store: Store, ids: list[int], wanted: Move) -> None:
    for before in BEFORE.get(wanted, ()):
        assert together(store, ids, before, BEGUN if before is Move.START else TODAY)[1] == []
        if before is Move.START:
            for id in ids:
                finish(store, id)


def states(store: Store) -> list[State]:
    return [store.get(Issue, id).state for id in (1, 2, 3)]


@pytest.mark.parametrize("wanted", TOGETHER)
def test_all_that_can_are_moved_by_one_operation_and_come_back_by_one_undo(
    store: Store, wanted: Move
) -> None:
    bring(store, [1, 2], wanted)
    before = states(store)
    assert together(store, [1, 2], wanted) == (2, [])
    (target,) = {each.target for each in TRANSITIONS if each.move is wanted}
    assert states(store)[:2] == [target or State.RECTIFYING] * 2
    assert [store.all(Step, issue=id)[-1].move for id in (1, 2)] == [wanted] * 2
    store.undo()
    assert states(store) == before


@pytest.mark.parametrize("wanted", TOGETHER)
def test_an_issue_in_another_state_is_held_back_and_the_others_are_moved(
    store: Store, wanted: Move
) -> None:
    bring(store, [1], wanted)
    if wanted is Move.START:
        together(store, [2], Move.START, BEGUN)
    elif wanted in (Move.DECLINE, Move.MERGE):
        together(store, [2], Move.DECLINE)
    moved, held = together(store, [1, 2], wanted)
    assert moved == 1
    assert [number for number, _reasons in held] == ["2011-002"]
    assert f"不能“{wanted}”" in held[0][1][0]


@pytest.mark.parametrize("wanted", [each for each in TOGETHER if each is not Move.CLOSE])
def test_without_entries_nobody_is_moved_and_each_is_named(store: Store, wanted: Move) -> None:
    bring(store, [1, 2], wanted)
    changes, held = move_many(store, [1, 2], wanted, {}, TODAY)
    assert changes == []
    assert [each.issue.id for each in held] == [1, 2]
    assert all(each.reasons for each in held)


def test_every_missing_thing_of_each_is_named(store: Store) -> None:
    issue = store.get(Issue, 2)
    store.apply([Change(issue, replace(issue, category=None, source=""))], "清空")
    _moved, held = together(store, [1, 2], Move.START, round__owner=None)
    assert held == [
        ("2011-001", ("责任人未填写",)),
        ("2011-002", ("问题类别未填写", "问题来源未填写", "责任人未填写")),
    ]


def test_what_an_issue_has_of_its_own_stays(store: Store) -> None:
    round = gather(store, 2).round
    own = replace(round, leader=2, owner=1, due=date(2011, 4, 10))
    store.apply([Change(round, own)], "安排")
    assert together(store, [1, 2], Move.START) == (2, [])
    first, second = gather(store, 1), gather(store, 2)
    assert (first.round.leader, first.round.owner, first.round.due) == (1, 2, date(2011, 4, 15))
    assert (second.round.leader, second.round.owner, second.round.due) == (2, 1, date(2011, 4, 10))
    assert second.measures[0].owner == 1, "the first measure is its own owner's"


def test_the_first_measure_goes_to_those_without_one(store: Store) -> None:
    together(store, [1], Move.START)
    store.undo()
    assert together(store, [1, 2], Move.START)[0] == 2
    assert [len(gather(store, id).measures) for id in (1, 2)] == [1, 1]
    together(store, [1, 2], Move.DECLINE)
    reopened, _held = move_many(store, [1, 2], Move.REOPEN, {"step.reason": "受理"}, TODAY)
    store.apply(reopened, "重新立项")
    assert together(store, [1, 2, 3], Move.START)[0] == 3
    assert [len(gather(store, id).measures) for id in (1, 2, 3)] == [1, 1, 1]


def test_one_alone_may_have_what_is_its_own(store: Store) -> None:
    bring(store, [1], Move.SUBMIT)
    assert together(store, [1], Move.SUBMIT, round__result="改写")[0] == 1
    assert gather(store, 1).round.result == "改写"


@pytest.mark.parametrize("entry", ["round.result", "round.goal"])
def test_what_belongs_to_one_issue_is_never_the_same_for_several(store: Store, entry: str) -> None:
    with pytest.raises(ValueError, match=entry):
        move_many(store, [1, 2], Move.START, {entry: "一样"}, TODAY)
    assert all(entry not in shared_inputs(each) for each in TRANSITIONS)


def test_nothing_is_merged_into_itself(store: Store) -> None:
    moved, held = together(store, [1, 2, 3], Move.MERGE)
    assert moved == 2
    assert held == [("2011-003", ("不能合并到2011-003",))]


def test_an_opinion_behind_two_that_are_merged_follows_once(store: Store) -> None:
    told = Opinion(1, campaign=1, channel="意见箱", content="挂号慢。")
    links = [Origin(1, opinion=1, issue=1), Origin(2, opinion=1, issue=2)]
    store.apply([Change(None, each) for each in (told, *links)], "登记意见")
    assert together(store, [1, 2], Move.MERGE) == (2, [])
    assert [each.issue for each in store.all(Origin)] == [3, 2]


def test_what_is_possible_is_counted_by_state(store: Store) -> None:
    together(store, [1], Move.START, BEGUN)
    assert possible([store.get(Issue, id) for id in (1, 2, 3)]) == {
        Move.START: 2,
        Move.SUBMIT: 1,
        Move.EXTEND: 1,
        Move.DECLINE: 3,
        Move.MERGE: 3,
    }
