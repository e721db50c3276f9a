"""Rules ask the same of each of a thousand changes: what was answered once is not read again."""

from collections.abc import Iterable, Sequence
from typing import Any

from model.changes import Change
from model.fields import R
from model.reader import Reader


class Remembering:
    """A Reader of a ledger that stays as it is for as long as this is asked.

    ``changes`` are those that were just written: of their records it is known how they stand.
    """

    def __init__(self, reader: Reader, changes: Iterable[Change] = ()) -> None:
        self._reader = reader
        self._found: dict[Any, Any] = {
            (type(each.record), each.record.id): each.after for each in changes
        }

    def get(self, kind: type[R], id: int | None) -> R:
        found = self.find(kind, id)
        return self._reader.get(kind, id) if found is None else found

    def find(self, kind: type[R], id: int | None) -> R | None:
        key = kind, id
        if key not in self._found:
            self._found[key] = self._reader.find(kind, id)
        found: R | None = self._found[key]
        return found

    def all(self, kind: type[R], **where: Any) -> Sequence[R]:
        key = kind, *where.items()
        if key not in self._found:
            self._found[key] = self._reader.all(kind, **where)
        found: Sequence[R] = self._found[key]
        return found

    def fresh_id(self, kind: type[R]) -> int:
        return self._reader.fresh_id(kind)
