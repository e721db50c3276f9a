"""The store takes all or nothing, numbers for ever, and takes anything back, also tomorrow."""

from dataclasses import replace
from datetime import date, datetime
from itertools import pairwise
from pathlib import Path

import pytest

from model.changes import Change, Operation, Way
from model.deletion import deletion
from model.lifecycle import register
from model.records import Campaign, Issue, Measure, Person, Rectification
from model.refused import Refused
from model.store import Store
from tests.model.conftest import CAMPAIGN, LEADER


def number_of(operation: Operation) -> str:
    issue = operation.changes[0].after
    assert isinstance(issue, Issue)
    return issue.number


def test_what_is_written_is_read_again_after_a_restart(store: Store, path: Path) -> None:
    store.close()
    again = Store(path)
    assert again.get(Campaign, 1) == CAMPAIGN
    assert again.all(Person, post="院长") == [LEADER]
    again.close()


def test_a_refusal_leaves_nothing_of_the_operation(store: Store) -> None:
    good, bad = Person(8, name="刘洋"), Person(9)
    with pytest.raises(Refused, match="姓名"):
        store.apply([Change(None, good), Change(None, bad)], "粘贴")
    assert store.find(Person, 8) is None
    undoable = store.undoable()
    assert undoable is not None
    assert undoable.label == "建立活动"


def test_numbers_are_never_reused_after_undo_or_deletion(store: Store) -> None:
    first = store.apply(register(store, CAMPAIGN, content="一"), "新增")
    store.undo()
    second = store.apply(register(store, CAMPAIGN, content="二"), "新增")
    store.apply(deletion(store.all(Issue)[0], store), "删除")
    third = store.apply(register(store, CAMPAIGN, content="三"), "新增")
    assert [number_of(each) for each in (first, second, third)] == [
        "2011-001",
        "2011-002",
        "2011-003",
    ]


def test_a_record_changed_elsewhere_is_not_overwritten(store: Store) -> None:
    store.apply([Change(LEADER, replace(LEADER, post="书记"))], "改")
    with pytest.raises(Refused, match="刚在别处改过"):
        store.apply([Change(LEADER, replace(LEADER, phone="1"))], "改")


def test_two_programs_on_one_file_do_not_overwrite_each_other(store: Store, path: Path) -> None:
    other = Store(path)
    other.apply([Change(LEADER, replace(LEADER, post="书记"))], "改")
    with pytest.raises(Refused, match="刚在别处改过"):
        store.apply([Change(LEADER, replace(LEADER, post="主任"))], "改")
    other.close()


def test_undo_and_redo_walk_the_whole_way_and_survive_a_restart(store: Store, path: Path) -> None:
    posts = ["院长", "书记", "主任"]
    for before, after in pairwise(posts):
        store.apply(
            [Change(replace(LEADER, post=before), replace(LEADER, post=after))], f"改{after}"
        )
    store.undo()
    store.close()
    again = Store(path)
    undoable, redoable = again.undoable(), again.redoable()
    assert undoable is not None
    assert redoable is not None
    assert (undoable.label, redoable.label) == ("改书记", "改主任")
    again.undo()
    assert again.get(Person, 1).post == "院长"
    again.redo()
    again.redo()
    assert (again.get(Person, 1).post, again.redoable()) == ("主任", None)
    while again.undo():
        pass
    assert again.all(Campaign) == []
    assert [entry.way for entry in again.history.entries()[:2]] == [Way.UNDO, Way.UNDO]
    again.close()


def test_something_new_after_an_undo_ends_the_redo(store: Store) -> None:
    store.apply([Change(LEADER, replace(LEADER, post="书记"))], "改")
    store.undo()
    store.apply([Change(LEADER, replace(LEADER, post="主任"))], "另改")
    assert store.redoable() is None
    store.undo()
    assert store.get(Person, 1) == LEADER


def test_the_listener_hears_of_each_operation_after_it_is_durable(store: Store, path: Path) -> None:
    heard: list[str] = []

    def listen(operation: Operation) -> None:
        other = Store(path, read_only="现在是只读查看。")
        heard.append(f"{operation.label}:{other.get(Person, 1).post}")
        other.close()

    store.subscribe(listen)
    store.apply([Change(LEADER, replace(LEADER, post="书记"))], "改")
    store.undo()
    assert heard == ["改:书记", "改:院长"]
    with pytest.raises(RuntimeError):
        store.subscribe(listen)


def test_a_failing_listener_surfaces_but_the_write_stands(store: Store) -> None:
    def listen(operation: Operation) -> None:
        raise KeyError("a view's bug")

    store.subscribe(listen)
    with pytest.raises(KeyError):
        store.apply([Change(LEADER, replace(LEADER, post="书记"))], "改")
    assert store.get(Person, 1).post == "书记"


def test_the_history_tells_who_and_when(store: Store) -> None:
    (entry, change), *_ = store.history.of_record("person", 1)
    assert (entry.by, entry.at) == ("周涛", datetime(2011, 4, 20, 10, 32))
    assert change.after == LEADER


def test_the_thousandth_issue_stands_behind_the_one_before(store: Store) -> None:
    for number in ("2011-1000", "2011-999"):
        changes = list(register(store, CAMPAIGN, content="挂号慢"))
        issue = changes[0].record
        assert isinstance(issue, Issue)
        store.apply([Change(None, replace(issue, number=number)), *changes[1:]], "新增")
    assert [number for _id, number in store.rows(Issue, ["number"])] == ["2011-999", "2011-1000"]


def test_rows_carry_fields_of_the_issue_and_its_current_round(store: Store) -> None:
    store.apply(register(store, CAMPAIGN, content="挂号慢"), "新增")
    (round,) = store.all(Rectification)
    measures = [
        Measure(n, rectification=round.id, seq=n, content="做", due=date(2011, 4, n))
        for n in (1, 2)
    ]
    done = replace(measures[0], done_on=date(2011, 4, 1))
    second = replace(round, due=date(2011, 5, 1))
    store.apply([Change(None, done), Change(None, measures[1]), Change(round, second)], "排措施")
    paths = ["number", "state", "round.due", "measures.done", "measures.count"]
    assert store.rows(Issue, paths, campaign=1) == [(1, "2011-001", "登记", date(2011, 5, 1), 1, 2)]
    assert store.rows(Issue, ["measures.next_due"]) == [(1, date(2011, 4, 2))]
    assert store.rows(Issue, paths, campaign=2) == []


def test_rows_of_some_ids_are_those_that_are_live_and_meet_the_rest(store: Store) -> None:
    for content in ("挂号慢", "收费慢", "取药慢"):
        store.apply(register(store, CAMPAIGN, content=content), "新增")
    assert store.rows(Issue, ["content"], [3, 1, 99], campaign=1) == [(1, "挂号慢"), (3, "取药慢")]
    assert store.rows(Issue, ["content"], [1], campaign=2) == []
    assert store.rows(Issue, ["content"], []) == []
    store.undo()
    assert store.rows(Issue, ["content"], [3, 1]) == [(1, "挂号慢")]


def test_evidence_bytes_are_kept_once(store: Store) -> None:
    store.apply([Change(LEADER, replace(LEADER, post="书记"))], "附件", blobs=[b"abc", b"abc"])
    digest = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"
    assert store.blob(digest) == b"abc"
    with pytest.raises(Refused, match="重新添加"):
        store.blob("0" * 64)


def test_a_read_only_store_says_why_it_does_not_write(store: Store, path: Path) -> None:
    reader = Store(path, read_only="现在是只读查看。")
    with pytest.raises(Refused, match="只读"):
        reader.apply([Change(LEADER, replace(LEADER, post="书记"))], "改")
    reader.close()
