"""Every alteration of the ledger is a Change: the record before and the record after."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime
from enum import StrEnum

from model.fields import Field, Record
from model.frozen import Frozen


class Change(Frozen):
    """One record altered: created (no before), edited, or deleted (no after)."""

    before: Record | None
    after: Record | None

    def __post_init__(self) -> None:
        if self.before is None and self.after is None:
            raise ValueError("a change needs a record before or after")
        if self.before and self.after and self.before.key != self.after.key:
            raise ValueError("a change must not turn one record into another")

    @property
    def record(self) -> Record:
        """The record as it is after the change; of a deletion, as it was."""
        found = self.after or self.before
        assert found is not None
        return found

    def inverse(self) -> "Change":
        """The change that takes this one back."""
        return Change(self.after, self.before)

    def altered(self) -> tuple[Field, ...]:
        """The fields whose value differs; all of them for a record created or deleted."""
        before, after = self.before, self.after
        return tuple(
            field
            for field in type(self.record).fields
            if before is None
            or after is None
            or getattr(before, field.name) != getattr(after, field.name)
        )


class Way(StrEnum):
    """How an operation came about."""

    DO = "do"
    UNDO = "undo"
    REDO = "redo"
    UPGRADE = "upgrade"


class Operation(Frozen):
    """Changes that were stored together, all or nothing, under one name.

    ``reverts`` is the operation that an undo (or redo) takes back.
    """

    id: int
    at: datetime
    by: str
    label: str
    way: Way
    reverts: int | None
    changes: tuple[Change, ...]

    @classmethod
    def joined(cls, operations: "Sequence[Operation]") -> "Operation":
        """What several did, one after the other, as if the last had done it all."""
        changes = tuple(change for each in operations for change in each.changes)
        return replace(operations[-1], changes=changes)
