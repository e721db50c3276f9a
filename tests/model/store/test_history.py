"""Undo goes to a chosen point, and stops at what was sent upward."""

from contextlib import closing
from dataclasses import replace
from datetime import date, datetime
from pathlib import Path

import pytest

from model.changes import Change
from model.deletion import deletion
from model.records import Campaign, Person, Submission
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


def test_undo_goes_back_to_a_submission_itself(store: Store) -> None:
    sent = store.apply([Change(None, SENT)], "报送问题台账").id
    retitle(store, "二")
    assert len(store.undo_to(sent)) == 1
    assert theme(store) == ""


def test_a_campaign_deleted_with_its_submissions_comes_back(store: Store) -> None:
    sent = store.apply([Change(None, SENT)], "报送问题台账").id
    campaign = store.get(Campaign, SENT.campaign)
    store.apply(deletion(campaign, store), "删除活动")
    assert len(store.history.course().back_to(sent) or ()) == 1
    store.undo()
    assert store.get(Submission, 1) == SENT
    store.redo()
    assert store.find(Campaign, campaign.id) is None


def test_the_course_tells_what_was_taken_back(store: Store) -> None:
    first, second = retitle(store, "一"), retitle(store, "二")
    undone = store.undo()
    assert undone is not None
    assert store.history.course().taken_back == {second}
    redone = store.redo()
    assert redone is not None
    assert store.history.course().taken_back == {undone.id}
    store.undo()
    store.undo()
    assert store.history.course().taken_back >= {first, second, redone.id}


def test_the_course_counts_as_undo_does(store: Store) -> None:
    """Whatever was done, taken back and done again: what it says is what undo does."""
    for step in "ddudduurdduuudrd":
        _act(store, step)
    entries, course = store.history.entries(), store.history.course()
    target = next(entry for entry in reversed(entries) if course.back_to(entry.id) is not None)
    expected = [entry.label for entry in course.back_to(target.id) or ()]
    assert len(expected) > 2
    for label in expected:
        undone = store.undo()
        assert undone is not None
        assert undone.label == label


def _act(store: Store, step: str) -> None:
    if step == "d":
        retitle(store, f"第{store.history.last_id()}次")
    elif step == "u":
        store.undo()
    else:
        store.redo()


def test_operations_are_found_by_what_stood_in_their_records(store: Store) -> None:
    percent = retitle(store, "100%落实")
    quoted = retitle(store, '他说"好"')
    assert store.history.mentioning("0%落") == {percent, quoted}  # the second has it before
    assert store.history.mentioning("1_0%") == set()
    assert store.history.mentioning('"好"') == {quoted}


def test_operations_are_found_by_record(store: Store) -> None:
    retitled = retitle(store, "一")
    assert store.history.touching([("campaign", 1), ("person", 1)]) == {1, retitled}
    assert store.history.touching([("person", 9)]) == set()


def test_the_history_of_several_records_is_newest_first(store: Store) -> None:
    retitled = retitle(store, "一")
    person = store.get(Person, 1)
    renamed = store.apply([Change(person, replace(person, name="刘洋"))], "改名").id
    found = store.history.of_records([("campaign", 1), ("person", 1)])
    assert [entry.id for entry, _change in found] == [renamed, retitled, 1, 1]


def test_its_order_is_that_of_the_deeds_whatever_the_clock_says(path: Path) -> None:
    """Somebody set the PC's clock back."""
    days = iter((datetime(2011, 4, 20), datetime(2011, 3, 1), datetime(2011, 4, 21)))
    with closing(Store.open_or_create(path, now=lambda: next(days))) as store:
        store.apply([Change(None, Person(1, name="刘洋"))], "一")
        person = store.get(Person, 1)
        store.apply([Change(person, replace(person, post="院长"))], "二")
        assert [entry.label for entry in store.history.entries()] == ["二", "一"]
        undone = store.undo()
        assert undone is not None
        assert undone.label == "二"
