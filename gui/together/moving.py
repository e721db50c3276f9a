"""One form for a move of several issues: what all of them have already is not asked."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any

from PySide6.QtWidgets import QWidget

from gui.moves.entries import ON, form_field, required
from gui.office import Office
from gui.together.group_form import GroupForm, Plan, Tell
from model.fields import Field
from model.kinds import Flag
from model.lifecycle import Dossier, Transition
from model.lifecycle.together import is_filled, move_many, shared_inputs
from model.records import Campaign
from model.refused import Refused

NAMED = 6  # numbers that are told in the subject


def move_form(
    parent: QWidget | None,
    office: Office,
    wanted: Transition,
    dossiers: Sequence[Dossier],
    others: int,
    tell: Tell,
) -> GroupForm:
    """The form of ``wanted`` for these issues; ``others`` were chosen, but stand elsewhere."""
    fields = shared_fields(wanted, dossiers)
    issues = [each.issue for each in dossiers]
    campaign = office.store.get(Campaign, issues[0].campaign)

    def work(values: dict[str, Any]) -> Plan:
        on = past_day(values.pop(ON), office.today())
        entries = {path: value for path, value in values.items() if _is_given(fields, path, value)}
        ids = [each.id for each in issues]
        changes, held = move_many(office.store, ids, wanted.move, entries, on, office.user)
        count = len(ids) - len(held)
        return Plan(tuple(changes), held, count, f"{wanted.move}{count}个问题")

    return GroupForm(
        parent,
        office,
        "shared_move_form",
        f"{wanted.move} · {len(issues)}个问题",
        fields,
        work,
        tell,
        verb=str(wanted.move),
        context=lambda: office.context(campaign),
        values=_first_values(fields, office.today()),
        subject=subject_of([each.number for each in issues], others),
        notes=_notes(fields, dossiers),
        starred=required(wanted),
    )


def shared_fields(wanted: Transition, dossiers: Sequence[Dossier]) -> list[Field]:
    """The fields that at least one issue lacks; the last is the office's day for it."""
    lacking = [
        path
        for path in shared_inputs(wanted)
        if not all(is_filled(each, path) for each in dossiers)
    ]
    return [form_field(wanted, path) for path in [*lacking, ON]]


def past_day(on: date | None, today: date) -> date:
    """The day of a move. Raises Refused for none and for one that is yet to come."""
    if on is None or on > today:
        raise Refused(f"日期要填，而且不晚于今天（{today}）。")
    return on


def subject_of(numbers: Sequence[str], others: int = 0) -> str:
    """2011-001、2011-002等8个；另有2个不在这一步，不受影响"""
    named = "、".join(numbers[:NAMED])
    more = f"等{len(numbers)}个" if len(numbers) > NAMED else ""
    left = f"；另选的{others}个不在这一步，不受影响" if others else ""
    return named + more + left


def _first_values(fields: Sequence[Field], today: date) -> dict[str, Any]:
    values = {field.name: field.kind.empty for field in fields}
    return {**values, **{name: today for name in (ON, "round.accepted_on") if name in values}}


def _notes(fields: Sequence[Field], dossiers: Sequence[Dossier]) -> dict[str, str]:
    """Below each field that some issues have filled in: theirs stays."""
    counts = {field.name: sum(is_filled(each, field.name) for each in dossiers) for field in fields}
    return {
        name: f"{count}个问题已经有了，保持原样；只填另外{len(dossiers) - count}个。"
        for name, count in counts.items()
        if count
    }


def _is_given(fields: Sequence[Field], path: str, value: Any) -> bool:
    """Whether something was typed: a blank keeps what each issue has."""
    kind = next(field.kind for field in fields if field.name == path)
    return bool(value != kind.empty) and not (isinstance(kind, Flag) and not value)
