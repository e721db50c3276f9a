"""Writes a built-in plan down as the records of a whole campaign, at a new start if wanted."""

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

from model.changes import Change
from model.fields import Field, R, Record
from model.kinds import Choice, Day
from model.reader import Reader
from model.records import Campaign, Category, Member, Phase, Task
from model.shifting import Shift
from model.spans import show_due
from model.templates.catalogue import FOLDER, Json, plan_of, precision_of
from model.words import Precision, TaskKind

_DATE_IN_TEXT = re.compile(r"\{(\d{4}-\d{2}-\d{2})([旬月]?)\}")


def campaign_from(
    template_id: str,
    reader: Reader,
    start: date | None = None,
    institution: str = "",
    folder: Path = FOLDER,
) -> list[Change]:
    """The changes that enter a whole campaign from a built-in plan, the campaign first.

    ``start`` moves every date along; without it the plan's own dates stand. ``institution`` is
    who reports; without it the plan's wording. Refused for an unknown plan, naming the known
    ones, for a start that moves a date out of the calendar, and for an ``institution`` that its
    field does not take.
    """
    plan = plan_of(template_id, folder)
    own_start = date.fromisoformat(plan["campaign"]["start"])
    writing = _Writing(plan, reader, Shift(own_start, start or own_start))
    return [Change(None, record) for record in writing.records(institution)]


class _Writing:
    """One plan being written down as records."""

    def __init__(self, plan: Json, reader: Reader, shift: Shift) -> None:
        self._plan = plan
        self._reader = reader
        self._shift = shift
        self._campaign = reader.fresh_id(Campaign)
        self._phases: dict[str, Phase] = {}

    def records(self, institution: str) -> Iterator[Record]:
        yield self._campaign_itself(institution)
        for seq, phase in enumerate(self._plan["phases"], 1):
            self._phases[phase["name"]] = self._part(Phase, {**phase, "seq": seq})
            yield self._phases[phase["name"]]
        for seq, category in enumerate(self._plan["categories"], 1):
            guidance = [category["guidance"], *self._plan.get("shared_guidance", ())]
            yield self._part(Category, {**category, "guidance": guidance, "seq": seq})
        for task in self._plan["tasks"]:
            yield self._task(task)
        yield from self._seats()

    def _campaign_itself(self, institution: str) -> Campaign:
        plan = dict(self._plan["campaign"])
        if named := Campaign.field("institution").parse(institution):
            plan["institution"] = named
        if self._plan.get("year_note") and self._shift.new.year == self._shift.old.year:
            plan["basis"] = [*plan["basis"], f"（年份为推定：{self._plan['year_note']}）"]
        return Campaign(self._campaign, **self._values(Campaign, plan))

    def _task(self, plan: Json) -> Task:
        phase = self._phases[plan["phase"]] if "phase" in plan else None
        task = self._part(Task, {**plan, "phase": phase and phase.id, "note": _note(plan)})
        if phase is None or task.start or task.due or task.kind is TaskKind.SUBMISSION:
            return task
        # All that the plan says of such a task's time is the phase it stands under.
        return replace(task, start=phase.start, due=phase.end, precision=phase.precision)

    def _seats(self) -> Iterator[Member]:
        seats = (seat for seat in self._plan["seats"] for _ in range(seat.get("count", 1)))
        for seq, seat in enumerate(seats, 1):
            yield self._part(Member, {**seat, "duties": _duties(seat), "seq": seq})

    def _part(self, kind: type[R], plan: Json) -> R:
        """A record of the new campaign."""
        values = self._values(kind, {**plan, "campaign": self._campaign})
        return kind(self._reader.fresh_id(kind), **values)

    def _values(self, kind: type[Record], plan: Json) -> dict[str, Any]:
        """What the plan says for the fields of a kind; its other keys are not for the record."""
        return {field.name: self._value(field, plan) for field in kind.fields if field.name in plan}

    def _value(self, field: Field, plan: Json) -> Any:
        value = plan[field.name]
        if isinstance(field.kind, Day):
            return self._moved(field.name, date.fromisoformat(value), precision_of(plan))
        if isinstance(field.kind, Choice):
            return field.kind.values(value)
        if isinstance(value, list):
            value = "\n".join(value)
        return _DATE_IN_TEXT.sub(self._told, value) if isinstance(value, str) else value

    def _told(self, found: re.Match[str]) -> str:
        """A date that a text names, moved along: {2011-05-20旬} as 5月中旬."""
        precision = Precision(found[2] or Precision.DAY)
        day = self._shift.last(date.fromisoformat(found[1]), precision)
        return show_due(day, precision, self._shift.new.year)

    def _moved(self, name: str, day: date, precision: Precision) -> date:
        if name == "start":
            return self._shift.first(day, precision)
        return self._shift.last(day, precision if name in ("end", "due") else Precision.DAY)


def _note(plan: Json) -> str:
    """The remark of a task, led by the post that the plan makes responsible."""
    owner = f"责任人：{plan['owner_post']}。" if "owner_post" in plan else ""
    return owner + str(plan.get("note", ""))


def _duties(seat: Json) -> str:
    """What is to be done in a seat, led by whether its holder has another one (兼任) and which."""
    by = seat.get("concurrent")
    held = f"由{by}兼任" if isinstance(by, str) else "兼任" if by else ""
    return "，".join(filter(None, [held, str(seat.get("duties", ""))]))
