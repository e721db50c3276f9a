"""What rules and judgements may ask of the ledger, whoever answers."""

from collections.abc import Sequence
from typing import Any, Protocol

from model.fields import R


class Reader(Protocol):
    """Reads live records; deleted ones are as if they were not there."""

    def get(self, kind: type[R], id: int | None) -> R:
        """The record with this id. Raises Refused when there is none."""
        ...

    def find(self, kind: type[R], id: int | None) -> R | None:
        """The record with this id, or None."""
        ...

    def all(self, kind: type[R], **where: Any) -> Sequence[R]:
        """All records whose fields equal ``where``, in the kind's own order."""
        ...

    def fresh_id(self, kind: type[R]) -> int:
        """An id that no record of this kind has or had; each call gives another."""
        ...
