"""Undo goes to a chosen point, and stops at what was sent upward."""

from dataclasses import replace
from datetime import date

import pytest

from model.changes import Change
from model.records import Campaign, Submission
from model.refused import Refused
from model.store import Store

SENT = Submission(
    1,
    campaign=1,
    report="问题台账",
    recipient="县卫生局",
    submitted_on=date(2011, 4, 8),
    name="问题台账.xlsx",
    file="0" * 64,
)


def retitle(store: Store, theme: str) -> int:
    campaign = store.all(Campaign)[0]
    changed = replace(campaign, theme=theme)
    return store.apply([Change(campaign, changed)], f"修改主题为{theme}").id


def theme(store: Store) -> str:
    return store.all(Campaign)[0].theme


def test_undo_to_a_point_takes_back_all_after_it(store: Store) -> None:
    first = retitle(store, "一")
    retitle(store, "二")
    retitle(store, "三")
    undone = store.undo_to(first)
    assert [operation.label for operation in undone] == ["修改主题为三", "修改主题为二"]
    assert theme(store) == "一"


def test_undo_to_a_point_goes_round_what_was_taken_back_already(store: Store) -> None:
    first = retitle(store, "一")
    retitle(store, "二")
    store.undo()
    retitle(store, "三")
    assert len(store.undo_to(first)) == 1
    assert theme(store) == "一"


def test_undo_to_the_last_does_nothing(store: Store) -> None:
    assert store.undo_to(retitle(store, "一")) == []


def test_what_was_taken_back_is_no_point_to_go_to(store: Store) -> None:
    gone = retitle(store, "一")
    store.undo()
    with pytest.raises(Refused, match="不能撤销到这里"):
        store.undo_to(gone)


def test_undo_stops_at_a_submission(store: Store) -> None:
    first = retitle(store, "一")
    store.apply([Change(None, SENT)], "报送问题台账")
    assert store.undoable() is None
    later = retitle(store, "二")
    assert store.undoable() is not None
    with pytest.raises(Refused, match="不能撤销到这里"):
        store.undo_to(first)
    assert theme(store) == "二"
    assert later == store.history.last_id()


def test_a_submission_is_never_altered_nor_deleted(store: Store) -> None:
    store.apply([Change(None, SENT)], "报送问题台账")
    with pytest.raises(Refused, match="作废"):
        store.apply([Change(SENT, replace(SENT, recipient="别处"))], "修改")
    with pytest.raises(Refused, match="作废"):
        store.apply([Change(SENT, None)], "删除")
    void = replace(SENT, void_reason="报错了附件")
    store.apply([Change(SENT, void)], "作废")
    assert store.get(Submission, 1) == void
    with pytest.raises(Refused, match="作废"):
        store.apply([Change(void, SENT)], "取消作废")
