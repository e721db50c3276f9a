"""A small ledger of issues in all states, written past the checks that hold in daily work."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from model.fields import R, Record
from model.records import (
    Campaign,
    Category,
    Issue,
    Measure,
    Person,
    Progress,
    Publicity,
    Rectification,
    Step,
)
from model.words import Effect, Level, Move, PublicityKind, State

CAMPAIGN = Campaign(1, title="“开放·创新”活动", institution="某某镇卫生院", start=date(2011, 2, 18))


class Records:
    """A Reader of records that are kept in a list; counts how often each kind is read."""

    def __init__(self, *records: Record) -> None:
        self.records = list(records)
        self.read: list[str] = []

    def add(self, *records: Record) -> None:
        self.records += records

    def replace(self, kind: type[R], id: int, /, **values: Any) -> None:
        old = self.get(kind, id)
        self.records[self.records.index(old)] = replace(old, **values)

    def get(self, kind: type[R], id: int | None) -> R:
        found = self.find(kind, id)
        assert found is not None
        return found

    def find(self, kind: type[R], id: int | None) -> R | None:
        return next((each for each in self._of(kind) if each.id == id), None)

    def all(self, kind: type[R], **where: Any) -> Sequence[R]:
        self.read.append(kind.table)
        return [
            each
            for each in self._of(kind)
            if all(getattr(each, name) == value for name, value in where.items())
        ]

    def fresh_id(self, kind: type[R]) -> int:
        return 1 + max((each.id for each in self._of(kind)), default=0)

    def _of(self, kind: type[R]) -> list[R]:
        return [each for each in self.records if isinstance(each, kind)]


@pytest.fixture
def records() -> Records:
    """Issue 1 is struck off, 2 in work, 3 only registered; each has its first round."""
    return Records(
        CAMPAIGN,
        Person(1, name="张明"),
        Person(2, name="王强"),
        Category(1, campaign=1, seq=1, name="素质能力"),
        Issue(
            1, campaign=1, number="2011-001", content="病历不规范", category=1,
            level=Level.PERSON, subject="某人", source="自查", found_on=date(2011, 3, 11),
            proposer="匿名者", cause="没人管", state=State.CLOSED, note="已回头看",
        ),
        Issue(2, campaign=1, number="2011-002", content="挂号慢", state=State.RECTIFYING),
        Issue(3, campaign=1, number="2011-003", content="没有导医"),
        Rectification(
            1, issue=1, goal="合格率≥95%", leader=1, department="医务科", owner=2,
            due=date(2011, 4, 8), result="合格率97%", completed_on=date(2011, 4, 7),
            accepted_by=1, accepted_on=date(2011, 4, 9), effect=Effect.GOOD,
        ),
        Rectification(2, issue=2, due=date(2011, 4, 22)),
        Rectification(3, issue=3),
        Measure(1, rectification=1, seq=1, content="培训；"),
        Measure(2, rectification=1, seq=2, content="抽查病历30份。"),
        Step(1, issue=1, round=1, move=Move.START, on=date(2011, 4, 1)),
        Step(2, issue=1, round=1, move=Move.CLOSE, on=date(2011, 4, 18), approver=1),
        Publicity(
            1, issue=1, kind=PublicityKind.RESULTS, place="院务公开栏",
            start=date(2011, 4, 11), end=date(2011, 4, 15),
        ),
        Progress(1, rectification=2, on=date(2011, 4, 12), content="窗口已增设"),
        Progress(2, rectification=2, on=date(2011, 4, 19), content="排班表已报院办"),
    )  # fmt: skip
