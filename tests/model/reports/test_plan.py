"""Reports of the plan: tasks phase by phase, what goes upward, the leading group, opinions."""

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from model.excel.sheet import Cell
from model.records import (
    Issue,
    Member,
    Opinion,
    Origin,
    Person,
    Phase,
    Submission,
    Tally,
    Task,
)
from model.reports import build, find
from model.words import Precision, TaskKind
from tests.model.reports.conftest import CAMPAIGN, Records

TODAY = date(2011, 4, 20)
START, END = date(2011, 2, 18), date(2011, 3, 10)


@pytest.fixture
def plan() -> Records:
    """Two phases, of which the second is known by its month and has no task."""
    return Records(
        replace(CAMPAIGN, end=date(2011, 5, 18)),
        Person(1, name="张明", post="院长", phone="短号601"),
        Person(2, name="王强"),
        Phase(1, campaign=1, seq=1, name="学习动员", start=START, end=END),
        Phase(
            2, campaign=1, seq=2, name="查摆问题", start=date(2011, 4, 1), end=date(2011, 5, 31),
            precision=Precision.MONTH, requirement="开展对照检查。",
        ),
        Task(
            1, campaign=1, phase=1, kind=TaskKind.MEETING, title="动员大会", owner=1,
            due=date(2011, 2, 23), done_on=date(2011, 2, 23),
        ),
        Task(
            2, campaign=1, phase=1, kind=TaskKind.STUDY, title="读书", per_person=True,
            start=START, due=date(2011, 4, 18), target_amount=20.0, target_unit="小时",
        ),
        Task(3, campaign=1, kind=TaskKind.PUBLICITY, title="宣传", precision=Precision.MONTH,
             due=date(2011, 5, 31), start=date(2011, 5, 1)),
        Tally(1, task=2, person=1, amount=20),
    )  # fmt: skip


def column(records: Records, report: str, heading: str) -> list[Cell]:
    """All that stands below a heading."""
    found = find(report)
    place = [each.heading for each in found.columns].index(heading)
    return [row[place] for row in build(records, 1, found, TODAY).rows]


@pytest.mark.parametrize(
    ("heading", "shown"),
    [
        ("序号", [1, 2, 3, 4]),
        ("阶段", ["学习动员", "学习动员", "查摆问题", "贯穿全程"]),
        (
            "起止时间",
            ["2月18日—3月10日", "2月18日—3月10日", "4月—5月", "2月18日—5月18日"],
        ),
        ("工作内容", ["动员大会", "读书", "开展对照检查。", "宣传"]),
        ("责任人", ["张明", "", "", ""]),
        ("完成时限", [date(2011, 2, 23), date(2011, 4, 18), None, "5月"]),
        ("完成情况", ["已完成", "逾期2天，1/2人达标", "", "未开始"]),
    ],
)
def test_the_plan_phase_by_phase(plan: Records, heading: str, shown: list[Cell]) -> None:
    assert column(plan, "活动阶段安排表", heading) == shown


def test_key_activities_say_what_everybody_has_to_reach(plan: Records) -> None:
    assert column(plan, "重点活动安排表", "工作内容") == ["动员大会", "读书", "宣传"]
    assert column(plan, "重点活动安排表", "目标量") == ["", "每人20小时", ""]
    assert column(plan, "重点活动安排表", "完成量") == ["", "1/2人达标", ""]


def test_an_amount_has_its_unit(plan: Records) -> None:
    plan.replace(Task, 1, target_amount=2.0, target_unit="次", actual_amount=1.5)
    assert column(plan, "活动阶段安排表", "完成情况")[0] == "已完成，1.5 / 2次"
    assert column(plan, "重点活动安排表", "完成量")[0] == "1.5次"


def sending(id: int, **facts: Any) -> Task:
    kind, title = TaskKind.SUBMISSION, f"报送材料{id}"
    task = Task(id, campaign=1, phase=1, kind=kind, title=title, recipient="县局")
    return replace(task, **facts)


def sent(id: int, task: int | None, on: date, void_reason: str = "") -> Submission:
    return Submission(
        id, campaign=1, task=task, report="问题台账", recipient="县局办公室", submitted_on=on,
        name="a.xlsx", file="0" * 64, void_reason=void_reason,
    )  # fmt: skip


def test_what_goes_upward(plan: Records) -> None:
    due = date(2011, 4, 10)
    plan.add(
        sending(11, due=date(2011, 4, 8), done_on=date(2011, 4, 8)),
        sending(12, due=due, material="整改台账"),
        sending(13, due=date(2011, 4, 25)),
        sending(14, due=date(2011, 4, 26)),
        sent(1, 14, date(2011, 4, 19), void_reason="报错了。"),
        sent(2, 13, date(2011, 4, 27)),
        sent(3, None, date(2011, 4, 20)),
    )
    report = "报送清单"
    assert column(plan, report, "报送材料") == [
        "材料11", "整改台账", "材料13", "材料14", "问题台账",
    ]  # fmt: skip
    assert column(plan, report, "实际报送时间") == [
        date(2011, 4, 8), None, date(2011, 4, 27), None, date(2011, 4, 20),
    ]  # fmt: skip
    assert column(plan, report, "状态") == [
        "已报送", "逾期10天未报", "已报送（逾期2天）", "待报送", "已报送",
    ]  # fmt: skip
    assert column(plan, "活动阶段安排表", "完成情况")[1:5] == [
        "已报送", "逾期10天", "逾期2天，1/2人达标", "待报送",
    ]  # fmt: skip
    assert column(plan, report, "报送对象")[1:3] == ["县局", "县局办公室"]
    assert column(plan, report, "阶段") == ["学习动员"] * 4 + [""]


def test_the_group_by_rank_with_phone_and_the_paragraph_below(plan: Records) -> None:
    plan.add(
        Member(1, campaign=1, role="成员", seq=1),
        Member(2, campaign=1, role="组长", person=1, seq=2, duties="全面负责。"),
        Member(3, campaign=1, role="副组长", person=2, valid_to=date(2011, 4, 1)),
    )
    sheet = build(plan, 1, find("领导小组名单"), TODAY)
    assert sheet.rows == (
        (1, "组长", "张明", "院长", "全面负责。", "短号601", ""),
        (2, "成员", "", "", "", "", "席位待定"),
    )
    assert sheet.notes == ("组长：张明。成员：（待定）。",)


def test_without_a_group_there_is_no_paragraph(plan: Records) -> None:
    assert build(plan, 1, find("领导小组名单"), TODAY).notes == ()


def test_opinions_and_what_became_of_them(plan: Records) -> None:
    told: dict[str, Any] = {"campaign": 1, "channel": "意见箱", "proposer": "匿名者"}
    plan.add(
        Opinion(1, content="挂号慢", received_on=date(2011, 3, 20), **told),
        Opinion(2, content="涨工资", declined_reason="不归本院管。", **told),
        Opinion(3, content="没有椅子", received_on=date(2011, 3, 18), **told),
        Issue(1, campaign=1, number="2011-001"),
        Origin(1, opinion=1, issue=1),
    )
    rows = build(plan, 1, find("意见征集汇总表"), TODAY).rows
    assert [row[3:] for row in rows] == [
        ("没有椅子", "待处理", ""),
        ("挂号慢", "已立项", "2011-001"),
        ("涨工资", "不予立项：不归本院管。", ""),
    ]
    assert "匿名者" not in str(rows)
