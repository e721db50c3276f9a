"""A leading group of nine and a place to fill, with three issues between them."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from model.changes import Change
from model.lifecycle import move, register
from model.records import Campaign, Member, Person
from model.store import Store
from model.words import Move

GROUP = (
    ("组长", "张明", "院长", "全面负责活动组织领导，主持整改验收与销号审签。"),
    ("副组长", "李芳", "副院长", "分管查摆问题与整改落实，组织第三阶段验收。"),
    ("成员", "王强", "医务科主任", "医疗质量、处方点评、病历书写类问题整改。"),
    ("成员", "陈静", "护理部主任", "护理质量、岗位大练兵和技能大比武。"),
    ("成员", "刘洋", "公共卫生科科长", "村医培训、健康档案与随访。"),
    ("成员", "孙丽", "药房负责人", "药品价格公示、基本药物使用。"),
    ("办公室主任", "周涛", "院办公室主任", "统筹协调、台账汇总、按期报送材料。"),
    ("办公室成员", "吴霞", "财务科会计", "意见征集登记、考勤与经费保障。"),
    ("联络员", "郑伟", "后勤科干事", "与县局联络，宣传专栏和公示张贴。"),
)
VACANT = 10


@pytest.fixture
def roster(store: Store, campaign: Campaign) -> Store:
    """The store with persons 1 to 9, members 1 to 9 in the same order, and the vacant place."""
    known = {person.name: person.id for person in store.all(Person)}
    persons = [
        Person(known.get(name, number), name=name, post=post, department="院办公室")
        for number, (_role, name, post, _duties) in enumerate(GROUP, 1)
    ]
    members = [
        Member(number, campaign=1, person=number, role=role, duties=duties, seq=number)
        for number, (role, _name, _post, duties) in enumerate(GROUP, 1)
    ]
    members.append(Member(VACANT, campaign=1, role="成员", seq=VACANT))
    store.apply(
        [Change(store.find(Person, person.id), person) for person in persons]
        + [Change(None, member) for member in members],
        "建立领导小组",
    )
    for owner, due in ((3, date(2011, 4, 15)), (3, date(2011, 5, 11)), (8, date(2011, 5, 11))):
        start_issue(store, campaign, owner, due)
    return store


def start_issue(store: Store, campaign: Campaign, owner: int, due: date) -> None:
    """One more issue under way: led by the first person, owned by ``owner``."""
    changes = register(store, campaign, content="座椅破损。", category=1, source="自查")
    issue = changes[0].record.id
    store.apply(changes, "新增问题")
    entries = {
        "round.leader": 1,
        "round.owner": owner,
        "round.due": due,
        "measure.content": "换新。",
    }
    store.apply(move(store, issue, Move.START, entries, date(2011, 4, 11)), "启动整改")


@pytest.fixture
def noted(campaign: Campaign) -> Campaign:
    """The campaign with the day its notice was issued."""
    return replace(campaign, issued_on=date(2011, 2, 20))
