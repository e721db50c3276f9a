"""Where an operation worked, so that the window can show it after an undo."""

from __future__ import annotations

from model.changes import Operation
from model.checks import campaign_of
from model.fields import Record
from model.kinds import Ref
from model.reader import Reader
from model.records import BY_TABLE, Campaign
from model.refused import Place


def place_of(operation: Operation, reader: Reader) -> Place:
    """A record that the operation altered and that is there now; else the owner of one; else one
    that is gone (its room can still be opened)."""
    for change in operation.changes:
        if change.after is not None:
            return Place(change.after.table, change.after.id)
    gone = operation.changes[-1].record
    owner = _owner(gone, reader)
    found = owner if owner is not None and not isinstance(owner, Campaign) else gone
    return Place(found.table, found.id)


def campaign_at(operation: Operation, reader: Reader) -> Campaign | None:
    """The campaign that the operation worked on; None for persons and for one that is gone."""
    return campaign_of(operation.changes[-1].record, reader)


def _owner(record: Record, reader: Reader) -> Record | None:
    for field in record.fields:
        if isinstance(field.kind, Ref) and field.kind.owned:
            return reader.find(BY_TABLE[field.kind.table], getattr(record, field.name))
    return None
