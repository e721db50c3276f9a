"""What the tiles of the strip mean on the timeline: which rows their lists are made of."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from gui.timeline.outline import Key, key_of
from model.judgements.lights import Light
from model.judgements.phases import Tone
from model.judgements.timeline import Plan, Row, RowKind
from model.records import Task


def urgent(plan: Plan) -> frozenset[int]:
    """The tasks of today's list: overdue or near; their light decides it there too."""
    return frozenset(row.id for row in plan.rows if _is_urgent(row))


def first_of(name: str, plan: Plan) -> Key | None:
    """Where a tile leads: the phase that ends first, the next submission, the most urgent task."""
    asked = {"phase": _is_ahead, "submission": _is_to_send}.get(name, _is_urgent)
    return _soonest(filter(asked, plan.rows))


def _is_urgent(row: Row) -> bool:
    return row.table == Task.table and row.light in (Light.RED, Light.AMBER)


def _is_ahead(row: Row) -> bool:
    return row.kind is RowKind.PHASE and row.tone is not Tone.PAST


def _is_to_send(row: Row) -> bool:
    return row.kind is RowKind.SUBMISSION and not row.done


def _soonest(rows: Iterable[Row]) -> Key | None:
    found = min(rows, key=lambda row: row.end or date.max, default=None)
    return key_of(found) if found is not None else None
