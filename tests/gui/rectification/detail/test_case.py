"""The detail judges a case as the row beside it."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from gui.office import Office
from gui.rectification.detail import papers
from gui.rectification.detail.case import Case, read_case
from gui.rectification.detail.rounds import earlier_rounds
from model.changes import Change
from model.judgements.lights import Light
from model.lifecycle import gather, move
from model.records import Campaign, Issue, Measure, Person
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


def test_persons_of_one_name_are_told_apart(office: Office, store: Store) -> None:
    store.apply([Change(None, Person(901, name="李芳"))], "新增人员")
    case = case_of(office)
    assert [case.name(id) for id in (1, 2, 901)] == ["张明", "李芳（1）", "李芳（2）"]
    assert case.name(2, post=True) == "李芳（副院长）"


def submit(store: Store, result: str, day: date) -> None:
    """Tick off what is left of the current round and hand it in."""
    open_ones = [each for each in gather(store, 1).measures if each.done_on is None]
    store.apply([Change(each, replace(each, done_on=day)) for each in open_ones], "完成")
    entries = {"round.result": result, "round.completed_on": day}
    store.apply(move(store, 1, Move.SUBMIT, entries, day), "提交验收")


def send_back(store: Store) -> None:
    """The first round, done and found wanting; the second is planned."""
    store.apply(move(store, 1, Move.START, STARTED, date(2011, 4, 1)), "启动整改")
    submit(store, "第一轮做的。", date(2011, 4, 11))
    entries = {"round.lacking": "还缺两把。", "step.new_due": date(2011, 4, 29), "step.approver": 1}
    changes = move(store, 1, Move.SEND_BACK, entries, date(2011, 4, 12), "李芳")
    store.apply(changes, "补课")
    round = gather(store, 1).round
    more = Measure(store.fresh_id(Measure), rectification=round.id, seq=1, content="再添两把")
    store.apply([Change(None, more)], "添加整改措施")


def test_a_round_that_was_sent_back_is_told_until_the_next_is_done(
    office: Office, store: Store
) -> None:
    send_back(store)
    fact, rows = papers.acceptance(case_of(office))
    assert fact == "第1轮退回补课"
    assert ("补课要求", "还缺两把。") in rows


def test_who_accepts_the_second_round_reads_what_it_came_to(office: Office, store: Store) -> None:
    send_back(store)
    submit(store, "第二轮做的。", date(2011, 4, 19))
    fact, rows = papers.acceptance(case_of(office))
    assert fact == "第2轮4月19日完成"
    assert rows == [
        ("上轮补课要求", "还缺两把。"),
        ("整改情况", "第二轮做的。"),
        ("完成时间", "4月19日"),
    ]


def test_an_earlier_round_stays_readable(office: Office, store: Store) -> None:
    send_back(store)
    fact, rows = earlier_rounds(case_of(office))
    assert fact == "1轮"
    assert rows == [
        ("第1轮", "时限4月22日 · 4月12日补课 · 审批：张明 · 经办：李芳"),
        ("补课要求", "还缺两把。"),
        ("整改措施", "1. 更换座椅（李芳，4月11日完成）"),
        ("整改情况", "4月11日完成：第一轮做的。"),
    ]


def test_a_first_round_has_none_before_it(office: Office) -> None:
    assert earlier_rounds(case_of(office)) == ("0轮", [])


def test_a_measure_to_be_done_is_red_past_its_date_and_amber_near_it(
    office: Office, store: Store
) -> None:
    store.apply(move(store, 1, Move.START, STARTED, date(2011, 4, 1)), "启动整改")
    round = gather(store, 1).round
    days = {11: date(2011, 4, 19), 12: date(2011, 4, 22), 13: date(2011, 5, 11), 14: None}
    made = [
        Measure(id, rectification=round.id, content="修缮", due=day) for id, day in days.items()
    ]
    done = Measure(15, rectification=round.id, content="完", due=days[11], done_on=days[11])
    store.apply([Change(None, each) for each in (*made, done)], "添加整改措施")
    lights = case_of(office).measure_lights
    assert [lights.get(id) for id in (11, 12, 13, 14, 15)] == [
        Light.RED, Light.AMBER, Light.GREEN, None, None,
    ]  # fmt: skip
