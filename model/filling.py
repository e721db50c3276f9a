"""One field of many issues gets the same value; what may not be altered is named with reasons."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from model.changes import Change
from model.checks import check
from model.fields import Field
from model.lifecycle.dossier import gather
from model.lifecycle.together import Held
from model.reader import Reader
from model.records import Issue, Rectification
from model.refused import Refused

_ROUND = "round."

FILLABLE = (
    "category",
    "level",
    "source",
    "found_on",
    "department",
    "round.leader",
    "round.department",
    "round.owner",
    "round.helpers",
    "round.due",
    "requires_publicity",
    "cause",
    "note",
)
"""The fields that several issues may have alike, by path; the content is each issue's own."""


def fillable(path: str) -> Field:
    """The field at a path, under its whole path."""
    kind = Rectification if path.startswith(_ROUND) else Issue
    return replace(kind.field(path.removeprefix(_ROUND)), name=path)


def value_at(reader: Reader, issue_id: int, path: str) -> Any:
    """What an issue, or its current round, holds there now."""
    return getattr(_record(reader, issue_id, path), path.removeprefix(_ROUND))


def fill_many(
    reader: Reader, issue_ids: Sequence[int], path: str, value: Any
) -> tuple[list[Change], tuple[Held, ...]]:
    """The changes that put ``value`` there in every issue that allows it, and the others.

    An issue that has the value already is neither changed nor held back.
    """
    changes: list[Change] = []
    held: list[Held] = []
    for id in issue_ids:
        record = _record(reader, id, path)
        entry: dict[str, Any] = {path.removeprefix(_ROUND): value}
        change = Change(record, replace(record, **entry))
        if change.after == record:
            continue
        try:
            check([change], reader)  # the store asks the same again
        except Refused as refusal:
            held.append(Held(reader.get(Issue, id), (refusal.text,)))
        else:
            changes.append(change)
    return changes, tuple(held)


def _record(reader: Reader, issue_id: int, path: str) -> Issue | Rectification:
    if path.startswith(_ROUND):
        return gather(reader, issue_id).round
    return reader.get(Issue, issue_id)
