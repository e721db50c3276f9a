"""The plan as rows."""

from dataclasses import replace
from datetime import date
from typing import Any

from model.judgements.lights import Light
from model.judgements.tallies import turnouts
from model.judgements.timeline import Plan, Row, RowKind, timeline
from model.records import Person, Tally
from model.words import Precision
from tests.model.judgements.facts import CALENDAR, TODAY
from tests.model.judgements.plan import CAMPAIGN, MONTHS, PHASES, SENDING, VISIT, task

NAMES = {1: "王强"}


def plan(day: date = TODAY, **facts: Any) -> Plan:
    given = {"campaign": CAMPAIGN, "phases": PHASES, "tasks": (VISIT, SENDING), **facts}
    return timeline(**given, names=NAMES, today=day, calendar=CALENDAR)


def only(**facts: Any) -> Row:
    """The row of the visit with some facts changed."""
    return next(row for row in plan(tasks=(task(**facts),)).rows if row.table == "task")


def test_the_order_of_rows() -> None:
    whole = task(id=1, phase=None, title="宣传", due=date(2011, 5, 16))
    undated = task(id=2, title="补课", start=None, due=None)
    rows = plan(tasks=(SENDING, undated, VISIT, whole)).rows
    assert [row.name for row in rows] == [
        "活动全程",
        "宣传",
        "第一阶段 学习动员",
        "第二阶段 查摆问题",
        "第三阶段 整改处理",
        "考察学习",
        "报送整改台账",
        "补课",
        "第四阶段 评价总结",
    ]
    assert [row.depth for row in rows] == [0, 1, 0, 0, 0, 1, 1, 1, 0]


def test_the_whole_campaign() -> None:
    row = plan().rows[0]
    assert (row.kind, row.words) == (RowKind.CAMPAIGN, "已过62天 / 90天")
    assert plan(date(2011, 2, 17)).rows[0].words == "未开始"
    assert plan(date(2011, 5, 19)).rows[0].words == "已结束"


def test_a_late_task() -> None:
    row = only()
    assert (row.owner, row.words, row.light) == ("王强", "逾期2天", Light.RED)
    assert row.late_since == date(2011, 4, 18)
    assert row.dates == "4月13日—4月18日 · 4个工作日"
    assert row.share == 0.5


def test_a_task_done_keeps_its_plan_where_it_differs() -> None:
    row = only(done_on=date(2011, 4, 19))
    assert (row.start, row.end) == (date(2011, 4, 13), date(2011, 4, 19))
    assert row.planned == (date(2011, 4, 13), date(2011, 4, 18))
    assert row.late_since is None
    assert only(done_on=date(2011, 4, 18)).planned is None


def test_a_task_done_before_it_was_to_begin() -> None:
    row = only(done_on=date(2011, 4, 12))
    assert (row.start, row.end) == (date(2011, 4, 12), date(2011, 4, 12))


def test_tasks_with_one_date_or_none() -> None:
    assert (only(start=None).start, only(due=None).end) == (date(2011, 4, 18), date(2011, 4, 13))
    undated = only(start=None, due=None)
    assert (undated.start, undated.end, undated.dates) == (None, None, "")


def test_submissions() -> None:
    sent = replace(SENDING, id=1, due=date(2011, 4, 10), done_on=date(2011, 4, 8))
    undated = replace(SENDING, id=2, due=None)
    rows = [row for row in plan(tasks=(SENDING, sent, undated)).rows if row.table == "task"]
    assert {row.kind for row in rows} == {RowKind.SUBMISSION}
    assert [(row.end, row.beside, row.done) for row in rows] == [
        (date(2011, 4, 8), "4月8日已报", True),
        (date(2011, 4, 25), "4月25日 · 还剩3个工作日", False),
        (None, "待报送", False),
    ]


def test_head_and_status() -> None:
    found = plan()
    assert (found.first, found.last) == (CAMPAIGN.start, CAMPAIGN.end)
    assert found.status == "4个阶段 · 2项任务 · 第三、第四阶段 5月8日—5月11日重叠4天"
    assert [stage.lane for stage in found.stages] == [0, 0, 0, 1]
    assert found.note == ""


def test_a_task_outside_of_its_phase_is_told() -> None:
    late = task(due=date(2011, 5, 12))
    found = plan(tasks=(late, SENDING))
    (row,) = (row for row in found.rows if row.id == late.id and row.table == "task")
    assert row.full.endswith(" · 超出第三阶段")
    assert found.status.endswith(" · 1项任务超出所在阶段")
    assert "超出" not in plan(tasks=(replace(late, done_on=date(2011, 5, 12)),)).status


def test_first_and_last_day_hold_all_rows() -> None:
    found = plan(tasks=(task(due=date(2011, 6, 30), start=date(2011, 1, 3)),))
    assert (found.first, found.last) == (date(2011, 1, 3), date(2011, 6, 30))


def test_phases_known_by_month() -> None:
    row = plan(date(2010, 5, 1), phases=MONTHS, tasks=()).rows[1]
    assert (row.precision, row.dates) == (Precision.MONTH, "2010年4月—5月")


def test_years_without_holidays_are_told() -> None:
    campaign = replace(CAMPAIGN, start=date(2013, 2, 1), end=date(2013, 5, 1))
    assert "2013年" in plan(campaign=campaign, phases=(), tasks=()).note


def test_an_empty_campaign() -> None:
    found = plan(phases=(), tasks=())
    assert [row.kind for row in found.rows] == [RowKind.CAMPAIGN]
    assert found.status == "0个阶段 · 0项任务"


def test_a_per_person_task_is_as_far_as_its_people() -> None:
    asked = task(per_person=True, due=date(2011, 5, 6))
    people = [Person(id, name=f"某{id}") for id in (1, 2, 3, 4)]
    found = turnouts([asked], [Tally(1, task=asked.id, person=1, amount=2)], people, TODAY)
    row = next(row for row in plan(tasks=(asked,), turnouts=found).rows if row.table == "task")
    assert (row.words, row.share, row.per_person) == ("1/4人达标", 0.25, True)
    assert only().per_person is False
