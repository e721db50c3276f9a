"""The detail judges a case as the row beside it."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from gui.office import Office
from gui.rectification.detail import papers
from gui.rectification.detail.case import Case, read_case
from model.changes import Change
from model.judgements.lights import Light
from model.lifecycle import move
from model.records import Campaign, Issue
from model.store import Store
from model.words import Move

STARTED = {
    "round.leader": 1,
    "round.owner": 2,
    "round.due": date(2011, 4, 22),
    "measure.content": "更换座椅",
}


def case_of(office: Office, issue: int = 1) -> Case:
    found = read_case(office, issue)
    assert found is not None
    return found


def test_blank_warning_days_are_the_usual_ones(
    office: Office, store: Store, campaign: Campaign
) -> None:
    silent = replace(campaign, warning_days=None, publicity_days=None)
    store.apply([Change(campaign, silent)], "修改活动")
    issue = store.get(Issue, 1)
    store.apply([Change(issue, replace(issue, requires_publicity=True))], "需公示")
    store.apply(move(store, 1, Move.START, STARTED, date(2011, 4, 18)), "启动整改")
    case = case_of(office)
    assert case.verdict[:2] == (Light.AMBER, "还剩2个工作日")
    assert papers.publicity(case)[0] == "本问题需公示5个工作日"
