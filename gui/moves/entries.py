"""The fields of a move's form, derived from the table of moves and the declared fields."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

from model.fields import Field, Record
from model.lifecycle import Dossier, Transition
from model.records import Issue, Measure, Rectification, Step
from model.words import Move

ON = "step.on"
ON_LABEL = "办理日期"  # beside 完成时间 or 验收时间 a mere 日期 could be any
_PARTS: dict[str, type[Record]] = {
    "issue": Issue,
    "round": Rectification,
    "step": Step,
    "measure": Measure,
}
# What a field is called where the move gives it a meaning of its own.
_LABELS = {
    (Move.CLOSE, "step.approver"): "审签人",
    (Move.QUICK_FIX, "measure.content"): "采取的措施",
    (Move.START, "measure.content"): "第一条措施",
    (Move.EXTEND, "step.new_due"): "延期到",
}


def form_fields(wanted: Transition, dossier: Dossier) -> list[Field]:
    """The fields of the form of a move; the last is the office's day for it."""
    paths = [path for path in wanted.inputs if _applies(path, dossier)]
    return [form_field(wanted, path) for path in [*paths, ON]]


def first_values(wanted: Transition, dossier: Dossier, today: date) -> dict[str, Any]:
    """What the form shows at first: what is known already, today where it is the usual answer."""
    values: dict[str, Any] = {}
    for field in form_fields(wanted, dossier):
        part, name = field.name.split(".")
        record = {"issue": dossier.issue, "round": dossier.round}.get(part)
        values[field.name] = getattr(record, name) if record else field.kind.empty
    values[ON] = today
    if "round.accepted_on" in values and values["round.accepted_on"] is None:
        values["round.accepted_on"] = today
    if "round.completed_on" in values and values["round.completed_on"] is None:
        values["round.completed_on"] = _last_done(dossier)
    return values


def required(wanted: Transition) -> frozenset[str]:
    """The entries that bear the mark of a required field."""
    return wanted.required | {ON}


def _applies(path: str, dossier: Dossier) -> bool:
    """A first measure is asked for only where there is none."""
    return path != "measure.content" or not dossier.measures


def form_field(wanted: Transition, path: str) -> Field:
    """The field of one entry, called as this move calls it."""
    part, name = path.split(".")
    declared = _PARTS[part].field(name)
    usual = ON_LABEL if path == ON else declared.label
    label = _LABELS.get((wanted.move, path), usual)
    # Nothing is required of the form: the move itself says all that is missing, at once.
    return replace(declared, name=path, label=label, required=False, locked=False)


def _last_done(dossier: Dossier) -> date | None:
    days = [measure.done_on for measure in dossier.measures]
    known = [day for day in days if day]
    return max(known) if known and len(known) == len(days) else None
