"""The built-in plans hold what the office's plans say, and make a whole campaign of it."""

import json
from collections import Counter
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest

from model.fields import Record
from model.records import Campaign, Category, Member, Phase, Task
from model.refused import Refused
from model.store import Store
from model.templates import campaign_from, catalogue
from model.words import Precision, TaskKind

HEALTH_CENTRE = "health-centre-2011"
PHASES = {
    "学习动员": (date(2011, 2, 18), date(2011, 3, 10)),
    "查摆问题": (date(2011, 3, 11), date(2011, 4, 10)),
    "整改处理": (date(2011, 4, 11), date(2011, 5, 11)),
    "评价总结": (date(2011, 5, 8), date(2011, 5, 18)),
}
EIGHT_ACTIVITIES = {
    "读书征文活动", "调研走访活动", "理论研讨活动", "岗位大练兵活动", "技能大比武活动",
    "建言献策活动", "群众公开评议活动", "考察学习、观摩互促活动",
}  # fmt: skip
PHASE_TASKS = {
    "召开动员大会": "学习动员",
    "制定实施方案": "学习动员",
    "公共场所宣传": "学习动员",
    "“五查看”对照检查": "查摆问题",
    "召开民主生活会、座谈会": "查摆问题",
    "归类整理、建立台账": "查摆问题",
    "制定整改方案并征求意见": "整改处理",
    "列出整改时间表": "整改处理",
    "补课": "整改处理",
    "有行动、见成效的整改落实活动": "评价总结",
    "检查验收“三看”": "评价总结",
    "活动总结": "评价总结",
    "下一步整改计划": "评价总结",
}


class Written:
    """The records that a template makes, by kind."""

    def __init__(self, records: list[Record]) -> None:
        self._records = records

    def all(self, kind: type[Record]) -> list[Any]:
        return [record for record in self._records if isinstance(record, kind)]

    def named(self, kind: type[Record]) -> dict[str, Any]:
        return {record.title: record for record in self.all(kind)}


def write(store: Store, template: str = HEALTH_CENTRE, **wanted: Any) -> Written:
    return Written([change.record for change in campaign_from(template, store, **wanted)])


@pytest.fixture
def plan(store: Store) -> Written:
    return write(store)


def test_the_campaign_is_as_the_plan_says(plan: Written) -> None:
    (campaign,) = plan.all(Campaign)
    assert (campaign.title, campaign.theme) == ("“开放·创新”解放思想大讨论活动", "开放·创新")
    assert (campaign.start, campaign.end) == (date(2011, 2, 18), date(2011, 5, 18))
    assert campaign.issued_on == date(2011, 2, 20)
    assert campaign.effective_target == 5
    assert len(campaign.basis.splitlines()) == 3
    assert all(words in campaign.goals for words in ("“三种意识”", "“四个创新”", "“五个突破”"))


def test_phases_have_their_true_dates(plan: Written) -> None:
    assert {each.name: (each.start, each.end) for each in plan.all(Phase)} == PHASES
    assert {each.precision for each in plan.all(Phase)} == {Precision.DAY}
    assert all(each.requirement for each in plan.all(Phase))


def test_the_five_looks_come_with_guidance(plan: Written) -> None:
    assert [(each.seq, each.name) for each in plan.all(Category)] == [
        (1, "开放和创新意识"),
        (2, "责任心进取心"),
        (3, "素质能力"),
        (4, "体制机制效率"),
        (5, "发展环境"),
    ]
    assert all(each.guidance.startswith("看") for each in plan.all(Category))


def test_every_task_of_the_plan_is_there_in_its_phase(plan: Written) -> None:
    phases = {each.id: each.name for each in plan.all(Phase)}
    found = {each.title: phases.get(each.phase) for each in plan.all(Task)}
    assert found == dict.fromkeys(EIGHT_ACTIVITIES) | PHASE_TASKS
    assert all(each.kind and each.requirement for each in plan.all(Task))


def test_a_phase_task_has_the_span_of_its_phase_and_an_activity_no_date(plan: Written) -> None:
    tasks = plan.named(Task)
    for title, phase in PHASE_TASKS.items():
        assert (tasks[title].start, tasks[title].due) == PHASES[phase]
    assert all(tasks[title].due is tasks[title].start is None for title in EIGHT_ACTIVITIES)


def test_no_sending_date_is_invented(plan: Written) -> None:
    assert all(each.kind is not TaskKind.SUBMISSION for each in plan.all(Task))


def test_targets_of_the_plan(plan: Written) -> None:
    targets = {
        each.title: (each.target_amount, each.target_unit)
        for each in plan.all(Task)
        if each.target_amount
    }
    assert targets == {"调研走访活动": (1, "篇"), "有行动、见成效的整改落实活动": (5, "项")}


def test_seats_are_empty_and_as_many_as_the_plan_says(plan: Written) -> None:
    assert Counter(each.role for each in plan.all(Member)) == {
        "组长": 1,
        "副组长": 1,
        "成员": 4,
        "办公室主任": 1,
    }
    assert all(each.person is None for each in plan.all(Member))
    assert plan.named(Member)["办公室主任"].duties.startswith("兼任，")


def test_the_store_takes_the_whole_campaign(store: Store) -> None:
    changes = campaign_from(HEALTH_CENTRE, store)
    store.apply(changes, "建立活动")
    assert [store.get(type(each.record), each.record.id) for each in changes] == [
        each.record for each in changes
    ]


def test_the_institution_is_the_users(store: Store) -> None:
    assert write(store, institution="某某乡卫生院").all(Campaign)[0].institution == "某某乡卫生院"


def test_a_new_start_moves_all_dates_and_keeps_all_lengths(store: Store, plan: Written) -> None:
    moved = write(store, start=date(2026, 3, 2))
    way = date(2026, 3, 2) - date(2011, 2, 18)
    for old, new in zip(plan.all(Phase), moved.all(Phase), strict=True):
        assert (new.start - old.start, new.end - old.end) == (way, way)
    tasks = moved.named(Task)
    assert tasks["召开动员大会"].due == date(2011, 3, 10) + way
    assert tasks["读书征文活动"].due is None
    assert moved.all(Campaign)[0].end == date(2011, 5, 18) + way


def test_an_unknown_template_is_refused_with_the_known_ones(store: Store) -> None:
    with pytest.raises(Refused, match=HEALTH_CENTRE):
        campaign_from("nosuch", store)


def test_a_start_beyond_the_calendar_is_refused(store: Store) -> None:
    with pytest.raises(Refused, match="请换一个开始日期"):
        campaign_from(HEALTH_CENTRE, store, start=date(2999, 12, 1))


def test_the_catalogue_shows_phases_to_scale(store: Store) -> None:
    info = catalogue()[0]
    assert (info.id, info.scheme, info.task_count) == (HEALTH_CENTRE, "五查看", 21)
    assert {span.name: (span.start, span.end) for span in info.phases} == PHASES
    assert info.phases[3].start < info.phases[2].end  # they overlap in the plan too
    assert info.span.end - info.span.start == timedelta(days=89)


MONTHS = {
    "id": "months",
    "order": 1,
    "name": "只到月",
    "scheme": "四破四立",
    "year_note": "由原文推定",
    "campaign": {"title": "活动", "start": "2010-04-01", "end": "2010-06-30", "precision": "月"},
    "phases": [
        {"name": "动员", "start": "2010-04-01", "end": "2010-05-31", "precision": "月"},
    ],
    "categories": [],
    "tasks": [
        {"phase": "动员", "kind": "会议", "title": "动员大会", "owner_post": "院长"},
        {"phase": "动员", "kind": "报送", "title": "报材料", "material": "材料", "recipient": "局"},
        {"phase": "动员", "kind": "报送", "title": "报方案", "due": "2010-05-10"},
        {
            "kind": "总结",
            "title": "总结",
            "start": "2010-06-11",
            "due": "2010-06-20",
            "precision": "旬",
        },
        {
            "kind": "学习",
            "title": "读书",
            "target_amount": 20,
            "target_unit": "小时",
            "per_person": True,
        },
    ],
    "seats": [{"role": "成员", "count": 2}],
}


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "months.json").write_text(json.dumps(MONTHS), "utf-8")
    return tmp_path


def test_a_plan_by_months_moves_by_months(store: Store, folder: Path) -> None:
    tasks = write(store, "months", start=date(2012, 1, 20), folder=folder).named(Task)
    assert (tasks["动员大会"].start, tasks["动员大会"].due) == (date(2012, 1, 1), date(2012, 2, 29))
    assert tasks["动员大会"].precision is Precision.MONTH


def test_thirds_and_days_keep_their_own_unit(store: Store, folder: Path) -> None:
    """From early April to mid May is four thirds of a month on, or forty days."""
    tasks = write(store, "months", start=date(2010, 5, 11), folder=folder).named(Task)
    assert (tasks["总结"].start, tasks["总结"].due) == (date(2010, 7, 21), date(2010, 7, 31))
    assert tasks["报方案"].due == date(2010, 6, 19)


def test_a_sending_task_without_a_date_stays_without(store: Store, folder: Path) -> None:
    task = write(store, "months", folder=folder).named(Task)["报材料"]
    assert (task.start, task.due) == (None, None)
    assert (task.material, task.recipient) == ("材料", "局")


def test_posts_targets_and_inferred_years_are_carried(store: Store, folder: Path) -> None:
    tasks = write(store, "months", folder=folder).named(Task)
    assert tasks["动员大会"].note == "责任人：院长。"
    assert (tasks["读书"].per_person, tasks["读书"].target_amount) == (True, 20)
    assert catalogue(folder)[0].year_note == "由原文推定"
