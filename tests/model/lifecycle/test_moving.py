"""An issue goes through its whole life, and each refusal names all that is missing."""

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from model.changes import Change
from model.lifecycle import NotReady, gather, move, readiness, register
from model.records import Evidence, Issue, Measure, Publicity, Rectification, Step
from model.refused import Refused
from model.store import Store
from model.words import Effect, EvidenceKind, Move, PublicityKind, State
from tests.model.conftest import CAMPAIGN

TODAY = date(2011, 4, 20)
STARTED: dict[str, Any] = {
    "round.leader": 1,
    "round.owner": 2,
    "round.due": date(2011, 4, 15),
    "measure.content": "抽查运行病历30份",
}
DONE: dict[str, Any] = {"round.result": "抽查合格", "round.completed_on": date(2011, 4, 14)}
ACCEPTED: dict[str, Any] = {
    "round.accepted_by": 1,
    "round.accepted_on": date(2011, 4, 16),
    "round.problem_accurate": True,
    "round.measures_strong": True,
    "round.effect_evident": True,
    "round.effect": Effect.GOOD,
    "step.reason": "现场查看，不另附材料",
}


@pytest.fixture
def issue(store: Store) -> Issue:
    changes = register(store, CAMPAIGN, content="病历书写不规范", category=1, source="自查")
    made = store.apply(changes, "新增问题").changes[0].after
    assert isinstance(made, Issue)
    return made


def go(store: Store, wanted: Move, on: date = TODAY, **entries: Any) -> Issue:
    given = {path.replace("__", "."): value for path, value in entries.items()}
    store.apply(move(store, 1, wanted, given, on, "周涛"), wanted)
    return store.get(Issue, 1)


def finish_measures(store: Store) -> None:
    for measure in gather(store, 1).measures:
        if measure.done_on is None:
            done = replace(measure, done_on=date(2011, 4, 14))
            store.apply([Change(measure, done)], "完成措施")


def start(store: Store) -> Issue:
    store.apply(move(store, 1, Move.START, STARTED, date(2011, 4, 1)), "启动整改")
    return store.get(Issue, 1)


def submit(store: Store) -> Issue:
    start(store)
    finish_measures(store)
    store.apply(move(store, 1, Move.SUBMIT, DONE, TODAY), "提交验收")
    return store.get(Issue, 1)


def accept(store: Store) -> Issue:
    submit(store)
    store.apply(move(store, 1, Move.ACCEPT, ACCEPTED, TODAY), "验收合格")
    return store.get(Issue, 1)


def missing_of(store: Store, wanted: Move, entries: dict[str, Any] | None = None) -> list[str]:
    return [each.text for each in readiness(store, 1, wanted, entries or {}, TODAY).missing]


def test_the_main_road_leads_to_a_closed_number(store: Store, issue: Issue) -> None:
    assert accept(store).state is State.AWAITING_CLOSING
    assert go(store, Move.CLOSE, step__approver=1).state is State.CLOSED
    assert [step.move for step in store.all(Step, issue=1)] == [
        Move.START,
        Move.SUBMIT,
        Move.ACCEPT,
        Move.CLOSE,
    ]


def test_starting_names_every_missing_thing_at_once(store: Store, issue: Issue) -> None:
    with pytest.raises(NotReady) as refused:
        move(store, 1, Move.START, {}, TODAY)
    assert [each.text for each in refused.value.missing] == [
        "牵头领导未填写",
        "责任人未填写",
        "整改时限未填写",
        "整改措施还没有",
    ]
    assert refused.value.present == ("问题表现", "问题类别", "问题来源")
    assert "还差4项" in refused.value.text


def test_submitting_names_each_measure_not_done(store: Store, issue: Issue) -> None:
    start(store)
    assert missing_of(store, Move.SUBMIT) == ["整改措施1未完成", "整改情况未填写", "完成时间未填写"]


def test_a_quick_fix_goes_straight_to_acceptance(store: Store, issue: Issue) -> None:
    entries = {**STARTED, **DONE, "measure.content": "当场更换公示牌"}
    del entries["round.due"]
    store.apply(move(store, 1, Move.QUICK_FIX, entries, TODAY), "立行立改")
    dossier = gather(store, 1)
    assert dossier.issue.quick_fix
    assert dossier.issue.state is State.AWAITING_ACCEPTANCE
    assert dossier.round.due == dossier.round.completed_on == dossier.measures[0].done_on


def test_a_second_round_freezes_the_first(store: Store, issue: Issue) -> None:
    submit(store)
    go(store, Move.SEND_BACK, round__lacking="再抽查30份", step__new_due=date(2011, 5, 5))
    first, second = store.all(Rectification, issue=1)
    assert (first.lacking, second.round, second.due) == ("再抽查30份", 2, date(2011, 5, 5))
    assert (second.leader, second.result) == (first.leader, "")
    with pytest.raises(Refused, match="第1轮整改已经结束"):
        store.apply([Change(first, replace(first, goal="改写"))], "改")


def test_acceptance_wants_another_person_than_the_owner(store: Store, issue: Issue) -> None:
    submit(store)
    entries = {**ACCEPTED, "round.accepted_by": 2, "step.reason": ""}
    assert missing_of(store, Move.ACCEPT, entries) == ["验收人就是责任人", "还没有佐证材料"]
    assert missing_of(store, Move.ACCEPT, {**entries, "step.reason": "只有一人懂"}) == []


def test_a_poor_effect_is_not_accepted(store: Store, issue: Issue) -> None:
    submit(store)
    found = missing_of(store, Move.ACCEPT, {**ACCEPTED, "round.effect": Effect.POOR})
    assert found == ["成效为“差”，不能验收合格"]


def test_acceptance_waits_for_the_publicity_to_be_over_and_settled(
    store: Store, issue: Issue
) -> None:
    store.apply([Change(issue, replace(issue, requires_publicity=True))], "需公示")
    submit(store)
    kind = PublicityKind.ISSUES_AND_MEASURES
    shown = Publicity(
        1, issue=1, kind=kind, start=date(2011, 4, 11), end=TODAY, settled=True, place="公开栏"
    )
    paper = Evidence(1, issue=1, kind=EvidenceKind.AFTER, name="表.txt", sha256="0" * 64)
    store.apply([Change(None, shown), Change(None, paper)], "公示")
    entries = {**ACCEPTED, "step.reason": ""}
    waiting = ["“问题和措施”的公示到2011-04-20才满"]
    assert missing_of(store, Move.ACCEPT, entries) == waiting, "it ends today: not yet over"
    over = replace(shown, end=date(2011, 4, 19))
    store.apply([Change(shown, over)], "改期")
    assert missing_of(store, Move.ACCEPT, entries) == []
    store.apply([Change(over, replace(over, settled=False))], "有异议")
    assert missing_of(store, Move.ACCEPT, entries) == ["“问题和措施”的公示还没有了结"]


@pytest.fixture
def published(store: Store, issue: Issue) -> Publicity:
    """The problem, found on 4月1日, was shown from 4月11日 to 4月15日; it waits for acceptance."""
    found = replace(issue, requires_publicity=True, found_on=date(2011, 4, 1))
    store.apply([Change(issue, found)], "需公示")
    submit(store)
    return show(store, PublicityKind.ISSUES_AND_MEASURES, date(2011, 4, 11), date(2011, 4, 15))


def show(store: Store, kind: PublicityKind, start: date, end: date) -> Publicity:
    id = store.fresh_id(Publicity)
    shown = Publicity(id, issue=1, kind=kind, start=start, end=end, settled=True)
    store.apply([Change(None, shown)], "公示")
    return shown


def test_a_publicity_before_the_problem_was_found_does_not_count(
    store: Store, published: Publicity
) -> None:
    paper = Evidence(1, issue=1, kind=EvidenceKind.AFTER, name="表.txt", sha256="0" * 64)
    store.apply([Change(None, paper)], "佐证")
    entries = {**ACCEPTED, "step.reason": ""}
    early = replace(published, start=date(2011, 3, 21), end=date(2011, 3, 25))
    store.apply([Change(published, early)], "改期")
    assert missing_of(store, Move.ACCEPT, entries) == [
        "“问题和措施”的公示到2011-03-25就结束了，早于发现时间（2011-04-01）"
    ]
    found = store.get(Issue, 1)
    store.apply([Change(found, replace(found, found_on=None))], "不知哪天发现")
    assert missing_of(store, Move.ACCEPT, entries) == []


def test_closing_wants_the_result_of_its_own_round_shown(
    store: Store, published: Publicity
) -> None:
    show(store, PublicityKind.RESULTS, date(2011, 4, 13), date(2011, 4, 18))
    store.apply(move(store, 1, Move.ACCEPT, ACCEPTED, date(2011, 4, 20)), "验收合格")
    signed = {"step.approver": 1}
    assert missing_of(store, Move.CLOSE, signed) == [
        "“整改结果”的公示从2011-04-13开始，早于本轮完成时间（2011-04-14）"
    ]
    assert missing_of(store, Move.CLOSE, {**signed, "step.reason": "同一结果"}) == []
    show(store, PublicityKind.RESULTS, date(2011, 4, 14), date(2011, 4, 19))
    assert missing_of(store, Move.CLOSE, signed) == []


@pytest.mark.parametrize("wanted", [Move.START, Move.QUICK_FIX])
def test_work_does_not_begin_before_the_problem_was_found(
    store: Store, issue: Issue, wanted: Move
) -> None:
    entries = STARTED if wanted is Move.START else {**STARTED, **DONE}
    entries = {path: value for path, value in entries.items() if path != "round.due"}
    entries["round.due"] = date(2011, 4, 30)
    store.apply([Change(issue, replace(issue, found_on=date(2011, 4, 14)))], "发现时间")
    early = readiness(store, 1, wanted, entries, date(2011, 4, 13))
    assert "日期早于发现时间（2011-04-14）" in [each.text for each in early.missing]
    assert readiness(store, 1, wanted, entries, date(2011, 4, 14)).missing == ()


def test_a_result_is_not_complete_before_the_problem_was_found(store: Store, issue: Issue) -> None:
    store.apply([Change(issue, replace(issue, found_on=date(2011, 4, 16)))], "发现时间")
    assert missing_of(store, Move.QUICK_FIX, {**STARTED, **DONE}) == [
        "完成时间早于发现时间（2011-04-16）"
    ]


def test_a_round_is_not_complete_before_its_last_measure(store: Store, issue: Issue) -> None:
    start(store)
    (measure,) = gather(store, 1).measures
    second = Measure(2, rectification=1, seq=2, content="再抽查", done_on=date(2011, 4, 18))
    done = replace(measure, done_on=date(2011, 4, 13))
    store.apply([Change(measure, done), Change(None, second)], "完成措施")
    assert missing_of(store, Move.SUBMIT, DONE) == ["完成时间早于整改措施2的完成时间（2011-04-18）"]
    late = {**DONE, "round.completed_on": date(2011, 4, 18)}
    assert missing_of(store, Move.SUBMIT, late) == []


def test_a_day_after_the_move_is_told_by_the_day_of_the_move(store: Store, issue: Issue) -> None:
    submit(store)
    before = date(2011, 4, 13)
    found = readiness(store, 1, Move.ACCEPT, ACCEPTED, before).missing
    told = [each.text for each in found if "办理日期" in each.text]
    assert told == ["完成时间晚于办理日期（2011-04-13）", "验收时间晚于办理日期（2011-04-13）"]


def test_extending_keeps_the_state_and_the_old_due_date(store: Store, issue: Issue) -> None:
    start(store)
    early = {"step.new_due": date(2011, 4, 15), "step.reason": "缺药", "step.approver": 1}
    assert missing_of(store, Move.EXTEND, early) == ["新时限不晚于原时限（2011-04-15）"]
    later = {**early, "step.new_due": date(2011, 4, 30)}
    store.apply(move(store, 1, Move.EXTEND, later, TODAY), "延期")
    dossier = gather(store, 1)
    assert dossier.issue.state is State.RECTIFYING
    assert (dossier.steps[-1].old_due, dossier.round.due) == (date(2011, 4, 15), date(2011, 4, 30))


def test_a_long_term_issue_comes_back_with_a_new_due_date(store: Store, issue: Issue) -> None:
    start(store)
    go(
        store,
        Move.PROLONG,
        round__stage_goal="先培训一半",
        round__review_on=date(2011, 6, 30),
        step__approver=1,
    )
    assert go(store, Move.SHORTEN, step__new_due=date(2011, 7, 1)).state is State.RECTIFYING
    assert gather(store, 1).round.due == date(2011, 7, 1)


def test_a_declined_issue_can_be_taken_up_again(store: Store, issue: Issue) -> None:
    assert go(store, Move.DECLINE, step__reason="不属本院职责").state is State.DECLINED
    assert go(store, Move.REOPEN, step__reason="县局要求受理").state is State.REGISTERED


def test_an_issue_is_merged_only_into_another_live_one(store: Store, issue: Issue) -> None:
    assert missing_of(store, Move.MERGE) == ["合并到哪个问题未填写"]
    assert missing_of(store, Move.MERGE, {"issue.merged_into": 1}) == ["不能合并到2011-001"]
    store.apply(register(store, CAMPAIGN, content="同一问题"), "新增")
    merged = go(store, Move.MERGE, issue__merged_into=2)
    assert (merged.state, merged.merged_into) == (State.MERGED, 2)
    assert go(store, Move.REOPEN, step__reason="并错了").merged_into is None


def test_a_closed_issue_is_reopened_with_a_new_round(store: Store, issue: Issue) -> None:
    accept(store)
    go(store, Move.CLOSE, step__approver=1)
    go(store, Move.RESUME, step__reason="回头看又犯", step__new_due=date(2011, 5, 9))
    assert gather(store, 1).round.round == 2


def test_a_move_the_state_does_not_know_says_what_is_possible(store: Store, issue: Issue) -> None:
    with pytest.raises(Refused, match="现在可以：启动整改、立行立改、不予立项、合并"):
        move(store, 1, Move.CLOSE, {}, TODAY)


def test_a_step_is_not_dated_before_the_last_one(store: Store, issue: Issue) -> None:
    start(store)
    early = readiness(store, 1, Move.DECLINE, {"step.reason": "x"}, date(2011, 3, 1))
    assert [each.text for each in early.missing] == ["日期早于上一次流转（2011-04-01）"]


def test_asking_what_is_missing_uses_up_no_ids(store: Store, issue: Issue) -> None:
    before = store.fresh_id(Measure)
    readiness(store, 1, Move.START, STARTED, TODAY)
    assert store.fresh_id(Measure) == before + 1
