"""Where an operation worked, so that the window can show it after an undo."""

from __future__ import annotations

from gui.rooms import DOORS
from model.changes import Operation
from model.checks import campaign_of
from model.fields import Record
from model.kinds import Ref
from model.reader import Reader
from model.records import BY_TABLE, Campaign
from model.refused import Place
from model.store import Store
from model.telling import owner_of


def place_of(operation: Operation, reader: Reader) -> Place:
    """A record that the operation altered and that is there now; else the owner of one; else one
    that is gone (its room can still be opened)."""
    for change in operation.changes:
        if change.after is not None:
            return Place(change.after.table, change.after.id)
    owners = (_owner(change.record, reader) for change in operation.changes)
    there = (each for each in owners if each is not None and not isinstance(each, Campaign))
    found = next(there, operation.changes[-1].record)
    return Place(found.table, found.id)


def campaign_at(operation: Operation, reader: Reader) -> Campaign | None:
    """The campaign that the operation worked on; None for persons and for one that is gone."""
    return campaign_of(operation.changes[-1].record, reader)


def living_place(record: Record, store: Store) -> Place | None:
    """Where a record of the past can be seen now: itself, else the nearest owner that is there.

    None where no room shows any of them.
    """
    seen = {table for door in DOORS for table in door.tables}
    found: Record | None = record
    while found is not None and not (
        found.table in seen and store.find(type(found), found.id) is not None
    ):
        found = owner_of(found, store)
    return Place(found.table, found.id) if found is not None else None


def campaign_behind(place: Place, reader: Reader) -> Campaign | None:
    """The campaign that a place lies in."""
    record = reader.find(BY_TABLE[place.table], place.id)
    return campaign_of(record, reader) if record is not None else None


def _owner(record: Record, reader: Reader) -> Record | None:
    for field in record.fields:
        if isinstance(field.kind, Ref) and field.kind.owned:
            return reader.find(BY_TABLE[field.kind.table], getattr(record, field.name))
    return None
