"""The records that a built-in plan makes, by kind, and told line by line as in the tables."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Any

from model.changes import Change
from model.fields import R, Record
from model.kinds import Amount
from model.records import Campaign, Category, Member, Phase, Task
from model.store import Store
from model.templates import campaign_from


class Written:
    """The records that a template makes, by kind."""

    def __init__(self, records: list[Record]) -> None:
        self._records = records

    def all(self, kind: type[R]) -> list[R]:
        return [record for record in self._records if isinstance(record, kind)]

    def named(self, kind: type[R]) -> dict[str, R]:
        return {record.title: record for record in self.all(kind)}

    def changes(self) -> list[Change]:
        return [Change(None, record) for record in self._records]

    def lines(self) -> list[str]:
        """Each record as one line of a table (see tables/README.md)."""
        return [" | ".join(str(part or "-") for part in line) for line in self._told()]

    def _told(self) -> Iterator[tuple[object, ...]]:
        (it,) = self.all(Campaign)
        public = "是" if it.requires_publicity else "否"
        who = (it.title, it.theme, it.institution, it.superior, it.issued_on)
        yield "活动", *who, _span(it.start, it.end), it.effective_target, public
        yield from (("依据", line) for line in it.basis.splitlines())
        for phase in self.all(Phase):
            yield "阶段", phase.name, _span(phase.start, phase.end), phase.precision
        for category in self.all(Category):
            yield "类别", category.name, category.guidance.splitlines()[0]
        phases = {phase.id: phase.name for phase in self.all(Phase)}
        for task in self.all(Task):
            where = "全程" if task.phase is None else phases[task.phase]
            time = _span(task.start, task.due), task.precision
            yield "任务", where, task.kind, task.title, *time, _target(task), _sent(task), task.note
        for member in self.all(Member):
            yield "席位", member.role, member.duties


def write(store: Store, template: str, **wanted: Any) -> Written:
    """What ``template`` makes in ``store``; nothing is stored."""
    return Written([change.record for change in campaign_from(template, store, **wanted)])


def _span(start: date | None, end: date | None) -> str:
    return f"{start or ''}—{end or ''}" if start or end else ""


def _target(task: Task) -> str:
    amount = Amount().show(task.target_amount) + task.target_unit
    return f"每人{amount}" if task.per_person else amount


def _sent(task: Task) -> str:
    return f"{task.material}→{task.recipient or '-'}" if task.material else ""
