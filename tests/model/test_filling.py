"""One field of many issues: filled where it may be, the others named."""

from dataclasses import replace
from datetime import date

import pytest

from model.changes import Change
from model.filling import FILLABLE, fill_many, fillable, value_at
from model.lifecycle import gather, move, register
from model.records import Issue
from model.store import Store
from model.words import Level, Move
from tests.model.conftest import CAMPAIGN
from tests.model.lifecycle.test_together import START

TODAY = date(2011, 4, 20)


@pytest.fixture(autouse=True)
def issues(store: Store) -> None:
    """1 is registered, 2 is being put right, 3 is declined."""
    for content in ("病历书写不规范", "挂号慢", "走廊灯不亮"):
        changes = register(store, CAMPAIGN, content=content, category=1, source="自查")
        store.apply(changes, "新增问题")
    store.apply(move(store, 2, Move.START, START, date(2011, 4, 1)), "启动整改")
    store.apply(move(store, 3, Move.DECLINE, {"step.reason": "不受理"}, TODAY), "不予立项")


def test_a_field_of_the_issue_is_filled_by_one_operation(store: Store) -> None:
    changes, held = fill_many(store, [1, 2, 3], "level", Level.DEPARTMENT)
    store.apply(changes, "批量填写层面")
    levels = [store.get(Issue, id).level for id in (1, 2, 3)]
    assert levels == [Level.DEPARTMENT, Level.DEPARTMENT, None]
    assert [(each.issue.number, len(each.reasons)) for each in held] == [("2011-003", 1)]
    assert "只能改备注" in held[0].reasons[0]
    store.undo()
    assert store.get(Issue, 1).level is None


def test_a_field_of_the_round_is_filled_in_the_current_one(store: Store) -> None:
    changes, _held = fill_many(store, [1, 2], "round.leader", 2)
    store.apply(changes, "批量填写牵头领导")
    assert [gather(store, id).round.leader for id in (1, 2)] == [2, 2]


def test_a_due_date_is_filled_before_the_start_only(store: Store) -> None:
    changes, held = fill_many(store, [1, 2], "round.due", date(2011, 5, 1))
    store.apply(changes, "批量填写整改时限")
    assert gather(store, 1).round.due == date(2011, 5, 1)
    assert "延期" in held[0].reasons[0]


def test_the_note_of_a_settled_issue_may_be_filled(store: Store) -> None:
    changes, held = fill_many(store, [3], "note", "已答复")
    store.apply(changes, "批量填写备注")
    assert (store.get(Issue, 3).note, held) == ("已答复", ())


def test_what_is_so_already_is_no_change_and_no_refusal(store: Store) -> None:
    assert fill_many(store, [1, 3], "source", "自查") == ([], ())


def test_an_archived_campaign_holds_all_back(store: Store) -> None:
    campaign = store.get(type(CAMPAIGN), 1)
    store.apply([Change(campaign, replace(campaign, archived=True))], "归档")
    changes, held = fill_many(store, [1, 2], "note", "x")
    assert (changes, len(held)) == ([], 2)


@pytest.mark.parametrize("name", FILLABLE)
def test_every_field_that_is_offered_can_be_filled_before_the_start(
    store: Store, name: str
) -> None:
    assert not fillable(name).locked
    kind = type(fillable(name).kind).__name__
    value = {"Day": TODAY, "Flag": True, "Choice": Level.PERSON, "Ref": 1}.get(kind, "甲")
    value = None if name == "category" else value  # it is filled already
    changes, held = fill_many(store, [1], name, value)
    assert held == ()
    store.apply(changes, "批量填写")
    assert value_at(store, 1, name) == value
