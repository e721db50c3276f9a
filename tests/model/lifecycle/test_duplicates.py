"""Duplicates: a number stays, the others go into it with their opinions and, if wanted, texts."""

from dataclasses import replace
from datetime import date

import pytest

from model.changes import Change
from model.lifecycle import register
from model.lifecycle.duplicates import merge_duplicates, stayers
from model.records import Issue, Opinion, Origin, Step
from model.store import Store
from model.words import State
from tests.model.conftest import CAMPAIGN

TODAY = date(2011, 4, 20)


@pytest.fixture(autouse=True)
def issues(store: Store) -> None:
    for content in ("挂号慢", "挂号排长队", "窗口少"):
        changes = register(store, CAMPAIGN, content=content, proposer="某人")
        store.apply(changes, "新增问题")


def test_the_others_are_merged_with_their_opinions_and_texts(store: Store) -> None:
    stayer = store.get(Issue, 1)
    store.apply([Change(stayer, replace(stayer, note="已核实"))], "备注")
    told = Opinion(1, campaign=1, channel="意见箱", content="窗口太少。")
    store.apply([Change(None, told), Change(None, Origin(1, opinion=1, issue=3))], "意见")
    changes, held = merge_duplicates(store, 1, [3, 1, 2], TODAY, reason="同一件事", keep_texts=True)
    store.apply(changes, "合并")
    assert held == ()
    assert [store.get(Issue, id).merged_into for id in (1, 2, 3)] == [None, 1, 1]
    note = store.get(Issue, 1).note
    assert note == "已核实\n合并2011-003：窗口少\n合并2011-002：挂号排长队"
    assert "某人" not in note
    assert store.get(Origin, 1).issue == 1
    assert store.all(Step, issue=2)[0].reason == "同一件事"
    store.undo()
    assert store.get(Issue, 1).note == "已核实"
    assert {each.state for each in store.all(Issue)} == {State.REGISTERED}


def test_texts_are_left_alone_unless_wanted(store: Store) -> None:
    changes, _held = merge_duplicates(store, 1, [1, 2], TODAY)
    store.apply(changes, "合并")
    assert store.get(Issue, 1).note == ""


def test_only_the_texts_of_what_is_merged_are_kept(store: Store) -> None:
    store.apply(merge_duplicates(store, 3, [2], TODAY)[0], "合并")
    changes, held = merge_duplicates(store, 1, [1, 2, 3], TODAY, keep_texts=True)
    store.apply(changes, "合并")
    assert [each.issue.id for each in held] == [2]
    assert store.get(Issue, 1).note == "合并2011-003：窗口少"


def test_the_lowest_number_that_is_still_there_is_offered_first(store: Store) -> None:
    store.apply(merge_duplicates(store, 3, [1], TODAY)[0], "合并")
    offered = stayers(list(reversed(store.all(Issue))))
    assert [each.number for each in offered] == ["2011-002", "2011-003"]
