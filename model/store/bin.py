"""The recycle bin: what was deleted and can be taken back, each with the parts it owned."""

import sqlite3
from collections.abc import Iterable

from model.changes import Change
from model.fields import Record
from model.frozen import Frozen
from model.kinds import Ref
from model.reader import Reader
from model.records import BY_TABLE, KINDS
from model.store.faults import said_plainly, told_damaged
from model.store.history import Entry, History
from model.store.rows import from_row


class Deleted(Frozen):
    """One deleted record, the ``parts`` that went with it, and the operation that did it."""

    entry: Entry
    record: Record
    parts: tuple[Record, ...]

    def restoration(self, reader: Reader) -> list[Change]:
        """The changes that bring it back, owners first; a part whose other owner is gone stays."""
        back: dict[tuple[str, int], Record] = {self.record.key: self.record}
        for part in self.parts:
            if all(key in back or reader.find(BY_TABLE[key[0]], key[1]) for key in _owners(part)):
                back[part.key] = part
        return [Change(None, record) for record in back.values()]


class Bin:
    """Reads what lies in the bin; nothing is ever purged from it."""

    def __init__(self, connection: sqlite3.Connection, history: History) -> None:
        self._connection = connection
        self._history = history

    def deleted(self) -> list[Deleted]:
        """What can be restored, the last deleted first."""
        with said_plainly(), told_damaged():
            together: dict[int, list[Record]] = {}
            for kind in KINDS:
                for operation, record in self._rows(kind):
                    together.setdefault(operation, []).append(record)
            return [
                each
                for operation in sorted(together, reverse=True)
                for each in self._trees(operation, together[operation])
            ]

    def _rows(self, kind: type[Record]) -> list[tuple[int, Record]]:
        columns = ", ".join(f'"{name}"' for name in ["id", *(f.name for f in kind.fields)])
        rows = self._connection.execute(
            f'SELECT "deleted", {columns} FROM "{kind.table}" WHERE "deleted" IS NOT NULL '
            'ORDER BY "id"'
        ).fetchall()
        return [(row[0], from_row(kind, row[1:])) for row in rows]

    def _trees(self, operation: int, records: Iterable[Record]) -> list[Deleted]:
        entry = self._history.entry(operation)
        if entry is None:
            return []
        by_key = {record.key: record for record in records}
        roots = [each for each in by_key.values() if not by_key.keys() & set(_owners(each))]
        return [Deleted(entry, root, tuple(_below(root, by_key.values()))) for root in roots]


def _below(root: Record, records: Iterable[Record]) -> list[Record]:
    """What ``root`` owned, its parts' parts too, owners before what they own."""
    found: dict[tuple[str, int], Record] = {root.key: root}
    grown = True
    while grown:
        new = [each for each in records if each.key not in found and found.keys() & _owners(each)]
        found.update({each.key: each for each in new})
        grown = bool(new)
    return list(found.values())[1:]


def _owners(record: Record) -> set[tuple[str, int]]:
    return {
        (field.kind.table, getattr(record, field.name))
        for field in record.fields
        if isinstance(field.kind, Ref) and field.kind.owned and getattr(record, field.name)
    }
