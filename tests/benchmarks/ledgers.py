"""Ledgers of any size to measure with, of made-up words."""

from __future__ import annotations

import sqlite3
from datetime import date, timedelta
from pathlib import Path
from random import Random

from model.changes import Change
from model.records import Campaign, Category, Issue, Person, Rectification
from model.store import Store
from model.store.rows import to_row
from model.words import Level, State

WORDS = (
    "候诊区座椅破损", "培训走过场", "病历书写不规范", "收费窗口排队时间长", "村医培训无记录",
    "药房未公示价格", "考勤制度执行不严", "转诊手续多", "设备报修无登记", "夜班无人值守",
    "检验标本交接不清", "群众意见答复不及时", "公共卫生档案更新慢", "预约电话常占线",
)  # fmt: skip
CATEGORIES = ("意识观念", "责任心进取心", "素质能力", "体制机制效率", "发展环境")
SOURCES = ("群众评议", "自查", "座谈会", "征求意见", "民主生活会")
DEPARTMENTS = ("医务科", "门诊收费处", "药房", "院办公室", "护理部", "检验科", "后勤科")
BEGIN = date(2011, 2, 18)


def made(path: Path, issues: int) -> Path:
    """A ledger with one campaign of so many issues, each with its first round."""
    store = Store.open_or_create(path)
    campaign = Campaign(1, title="解放思想大讨论", start=BEGIN, end=BEGIN + timedelta(90))
    kept = [Category(id, campaign=1, seq=id, name=name) for id, name in enumerate(CATEGORIES, 1)]
    people = [Person(id, name=f"人员{id}") for id in range(1, 31)]
    store.apply([Change(None, each) for each in (campaign, *kept, *people)], "建立活动")
    store.close()
    random = Random(1)
    drawn = [_issue(id, random) for id in range(1, issues + 1)]
    rounds = [Rectification(each.id, issue=each.id, department=each.department) for each in drawn]
    connection = sqlite3.connect(path)
    with connection:
        for records in (drawn, rounds):
            kind = type(records[0])
            names = ", ".join(f'"{name}"' for name in ("id", *(f.name for f in kind.fields)))
            marks = ", ".join("?" * (len(kind.fields) + 1))
            rows = ([each.id, *to_row(each)] for each in records)
            connection.executemany(f'INSERT INTO "{kind.table}" ({names}) VALUES ({marks})', rows)
    connection.close()
    return path


def sentence(random: Random) -> str:
    """Up to four clauses; hardly ever the same twice."""
    return "，".join(random.sample(WORDS, random.randint(1, 4))) + f"{random.randint(1, 999)}次。"


def _issue(id: int, random: Random) -> Issue:
    return Issue(
        id,
        campaign=1,
        number=f"2011-{id:03d}",
        content=sentence(random),
        category=random.randint(1, len(CATEGORIES)),
        level=random.choice(list(Level)),
        source=random.choice(SOURCES),
        found_on=BEGIN + timedelta(random.randint(0, 60)),
        cause=sentence(random),
        department=random.choice(DEPARTMENTS),
        state=random.choice([*State]) if random.random() < 0.3 else State.RECTIFYING,
    )
