"""The built-in plans: each file in resources/templates makes a whole campaign.

What the files hold is described in resources/templates/README.md.
"""

import json
from collections.abc import Iterator, Mapping
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

from model.changes import Change
from model.fields import Field, R, Record
from model.frozen import Frozen
from model.kinds import Choice, Day
from model.reader import Reader
from model.records import Campaign, Category, Member, Phase, Task
from model.refused import Refused
from model.shifting import Shift
from model.words import Precision, TaskKind

FOLDER = Path(__file__).resolve().parent.parent / "resources" / "templates"

Json = Mapping[str, Any]


class Span(Frozen):
    """A name with the first and last day of what is known of it: a phase on the thumbnail."""

    name: str
    start: date
    end: date
    precision: Precision


class TemplateInfo(Frozen):
    """What the list of built-in plans shows of one.

    ``name`` is its short name, ``scheme`` the common name of its categories (五查看);
    ``year_note`` says how the year was inferred where the plan does not give it.
    """

    id: str
    name: str
    title: str
    theme: str
    scheme: str
    year_note: str
    task_count: int
    span: Span
    phases: tuple[Span, ...]


def catalogue(folder: Path = FOLDER) -> list[TemplateInfo]:
    """The built-in plans in the order they are offered."""
    plans = [json.loads(path.read_text("utf-8")) for path in folder.glob("*.json")]
    return [_info(plan) for plan in sorted(plans, key=lambda plan: (plan["order"], plan["id"]))]


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
    ones, and for a start that moves a date out of the calendar.
    """
    plan = _plan(template_id, folder)
    own_start = date.fromisoformat(plan["campaign"]["start"])
    writing = _Writing(plan, reader, Shift(own_start, start or own_start))
    return [Change(None, record) for record in writing.records(institution)]


def _plan(template_id: str, folder: Path) -> Json:
    known = [info.id for info in catalogue(folder)]
    if template_id not in known:
        raise Refused(f"没有“{template_id}”这个内置方案。可选：{'、'.join(known)}。")
    plan: Json = json.loads((folder / f"{template_id}.json").read_text("utf-8"))
    return plan


def _info(plan: Json) -> TemplateInfo:
    campaign = plan["campaign"]
    return TemplateInfo(
        plan["id"],
        plan["name"],
        campaign["title"],
        campaign.get("theme", ""),
        plan["scheme"],
        plan.get("year_note", ""),
        len(plan["tasks"]),
        _span(campaign, campaign["title"]),
        tuple(_span(phase, phase["name"]) for phase in plan["phases"]),
    )


def _span(dated: Json, name: str) -> Span:
    start, end = (date.fromisoformat(dated[key]) for key in ("start", "end"))
    return Span(name, start, end, _precision(dated))


def _precision(dated: Json) -> Precision:
    return Precision(dated.get("precision", Precision.DAY))


class _Writing:
    """One plan being written down as records."""

    def __init__(self, plan: Json, reader: Reader, shift: Shift) -> None:
        self._plan = plan
        self._reader = reader
        self._shift = shift
        self._campaign = reader.fresh_id(Campaign)
        self._phases: dict[str, Phase] = {}

    def records(self, institution: str) -> Iterator[Record]:
        campaign = dict(self._plan["campaign"])
        if institution:
            campaign["institution"] = institution
        yield Campaign(self._campaign, **self._values(Campaign, campaign))
        for seq, phase in enumerate(self._plan["phases"], 1):
            self._phases[phase["name"]] = self._part(Phase, {**phase, "seq": seq})
            yield self._phases[phase["name"]]
        for seq, category in enumerate(self._plan["categories"], 1):
            yield self._part(Category, {**category, "seq": seq})
        for task in self._plan["tasks"]:
            yield self._task(task)
        yield from self._seats()

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
            return self._moved(field.name, date.fromisoformat(value), _precision(plan))
        if isinstance(field.kind, Choice):
            return field.kind.values(value)
        return "\n".join(value) if isinstance(value, list) else value

    def _moved(self, name: str, day: date, precision: Precision) -> date:
        if name == "start":
            return self._shift.first(day, precision)
        return self._shift.last(day, precision if name in ("end", "due") else Precision.DAY)


def _note(plan: Json) -> str:
    """The remark of a task, led by the post that the plan makes responsible."""
    owner = f"责任人：{plan['owner_post']}。" if "owner_post" in plan else ""
    return owner + str(plan.get("note", ""))


def _duties(seat: Json) -> str:
    if not seat.get("concurrent"):
        return str(seat.get("duties", ""))
    return "，".join(filter(None, ["兼任", str(seat.get("duties", ""))]))
