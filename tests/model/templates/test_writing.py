"""A plan's file becomes the records of a campaign, whatever the file holds."""

import json
from datetime import date, timedelta
from pathlib import Path

import pytest

from model.records import Campaign, Category, Member, Phase, Task
from model.refused import Refused
from model.store import Store
from model.templates import campaign_from, catalogue
from model.words import Precision
from tests.model.templates.told import write

HEALTH_CENTRE = "health-centre-2011"


def test_the_institution_is_the_users(store: Store) -> None:
    (campaign,) = write(store, HEALTH_CENTRE, institution="某某乡卫生院").all(Campaign)
    assert campaign.institution == "某某乡卫生院"


def test_the_institution_is_read_as_its_field_reads_it(store: Store) -> None:
    (campaign,) = write(store, HEALTH_CENTRE, institution=" 某某\x01乡卫生院\n").all(Campaign)
    assert campaign.institution == "某某乡卫生院"
    with pytest.raises(Refused, match="填报单位有32766字"):
        campaign_from(HEALTH_CENTRE, store, institution="院" * 32_766)


def test_the_goals_are_whole(store: Store) -> None:
    (campaign,) = write(store, HEALTH_CENTRE).all(Campaign)
    assert all(words in campaign.goals for words in ("“三种意识”", "“四个创新”", "“五个突破”"))


def test_an_unknown_template_is_refused_with_the_known_ones(store: Store) -> None:
    with pytest.raises(Refused, match=HEALTH_CENTRE):
        campaign_from("nosuch", store)


def test_a_start_beyond_the_calendar_is_refused(store: Store) -> None:
    with pytest.raises(Refused, match="请换一个开始日期"):
        campaign_from(HEALTH_CENTRE, store, start=date(2999, 12, 1))


def test_the_catalogue_shows_phases_to_scale(store: Store) -> None:
    info = catalogue()[0]
    assert (info.id, info.scheme, info.task_count) == (HEALTH_CENTRE, "五查看", 21)
    assert [(span.name, span.start, span.end) for span in info.phases] == [
        (phase.name, phase.start, phase.end) for phase in write(store, info.id).all(Phase)
    ]
    assert info.phases[3].start < info.phases[2].end  # they overlap in the plan too
    assert info.span.end - info.span.start == timedelta(days=89)


MONTHS = {
    "id": "months",
    "order": 1,
    "name": "只到月",
    "scheme": "四破四立",
    "year_note": "由原文推定",
    "campaign": {
        "title": "活动",
        "basis": ["上级通知"],
        "start": "2010-04-01",
        "end": "2010-06-30",
        "precision": "月",
        "effective_target": None,
    },
    "phases": [
        {"name": "动员", "start": "2010-04-01", "end": "2010-05-31", "precision": "月"},
    ],
    "categories": [{"name": "破旧立新", "guidance": "破旧的。"}],
    "shared_guidance": ["五问：问什么。"],
    "tasks": [
        {"phase": "动员", "kind": "会议", "title": "动员大会", "owner_post": "院长"},
        {"phase": "动员", "kind": "报送", "title": "报材料", "material": "材料", "recipient": "局"},
        {
            "phase": "动员",
            "kind": "报送",
            "title": "报方案",
            "due": "2010-05-10",
            "requirement": "{2010-05-10}前报，{2010-05-20旬}评，{2010-06-30月}完。",
        },
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
    "seats": [
        {"role": "成员", "count": 2},
        {"role": "办公室主任", "concurrent": True, "duties": "抓落实。"},
        {"role": "宣传组织负责人", "concurrent": "成员"},
    ],
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


def test_dates_in_a_text_move_in_their_own_unit(store: Store, folder: Path) -> None:
    texts = [
        write(store, "months", start=start, folder=folder).named(Task)["报方案"].requirement
        for start in (None, date(2010, 5, 11), date(2010, 11, 1))
    ]
    assert texts == [
        "5月10日前报，5月中旬评，6月完。",
        "6月19日前报，6月下旬评，7月完。",
        "12月10日前报，12月中旬评，2011年1月完。",
    ]


def test_shared_guidance_follows_the_categorys_own(store: Store, folder: Path) -> None:
    (category,) = write(store, "months", folder=folder).all(Category)
    assert category.guidance == "破旧的。\n五问：问什么。"


def test_a_seat_says_whether_its_holder_has_another_one(store: Store, folder: Path) -> None:
    assert [seat.duties for seat in write(store, "months", folder=folder).all(Member)] == [
        "",
        "",
        "兼任，抓落实。",
        "由成员兼任",
    ]


def test_a_target_the_plan_does_not_set_stays_empty(store: Store, folder: Path) -> None:
    assert write(store, "months", folder=folder).all(Campaign)[0].effective_target is None


@pytest.mark.parametrize(
    ("start", "basis"),
    [
        (None, "上级通知\n（年份为推定：由原文推定）"),
        (date(2010, 9, 1), "上级通知\n（年份为推定：由原文推定）"),
        (date(2026, 4, 1), "上级通知"),
    ],
)
def test_the_basis_says_that_a_year_is_inferred_while_it_is_that_year(
    store: Store, folder: Path, start: date | None, basis: str
) -> None:
    assert write(store, "months", start=start, folder=folder).all(Campaign)[0].basis == basis
