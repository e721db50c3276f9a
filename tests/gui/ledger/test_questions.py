"""The questions of views are answered for today and for whoever sits at this keyboard."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime

import pytest

from gui.ledger.questions import answer, why_not
from gui.office import Office
from model import lifecycle
from model.changes import Change
from model.deletion import deletion
from model.records import Campaign, Issue, Measure, Rectification
from model.store import Store
from model.views import MINE, OVERDUE, TODAY
from model.words import Move


@pytest.fixture
def overdue(store: Store, issues: None) -> Store:
    """Issue 2 is 李芳's and overdue, led by 张明; issue 3 is 李芳's alone; 4 is still in time."""
    for id, leader, due in (
        (2, 1, date(2011, 4, 10)),
        (3, 2, date(2011, 4, 11)),
        (4, 1, date(2011, 5, 10)),
    ):
        entries = {"round.leader": leader, "round.owner": 2, "round.due": due}
        before = store.get(Rectification, id)
        after = replace(before, leader=leader, owner=2, due=due)
        measure = Measure(id, rectification=id, content="先修。")
        store.apply([Change(before, after), Change(None, measure)], "定整改")
        on = date(2011, 4, 1)
        store.apply(lifecycle.move(store, id, Move.START, entries, on), "启动")
    return store


def test_overdue_are_those_past_their_date(
    office: Office, campaign: Campaign, overdue: Store
) -> None:
    assert answer(office, campaign, OVERDUE) == {2, 3}


def test_mine_are_those_i_lead_or_own(office: Office, campaign: Campaign, overdue: Store) -> None:
    assert answer(office, campaign, MINE) == {2}
    assert answer(replace(office, user="李芳"), campaign, MINE) == {2, 3}
    assert answer(replace(office, user=""), campaign, MINE) == set()


def test_without_a_person_of_my_name_nothing_is_mine(office: Office) -> None:
    assert why_not(office, MINE) == ""
    assert why_not(office, OVERDUE) == ""
    assert "使用人" in why_not(replace(office, user="某人"), MINE)


def test_what_belongs_to_an_issue_touches_it_also_when_it_goes(
    office: Office, campaign: Campaign, overdue: Store
) -> None:
    assert answer(office, campaign, TODAY) == set()
    overdue._now = lambda: datetime(2011, 4, 20, 17, 0)
    overdue.apply(deletion(overdue.get(Measure, 4), overdue), "删除措施")
    before = overdue.get(Issue, 1)
    overdue.apply([Change(before, replace(before, cause="没人管。"))], "修改")
    assert answer(office, campaign, TODAY) == {1, 4}
