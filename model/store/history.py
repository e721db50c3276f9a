"""The history: audit trail, undo stack and recycle bin in one table of operations."""

import sqlite3
from datetime import datetime
from typing import NamedTuple

from model.changes import Change, Operation, Way
from model.records import BY_TABLE, Submission
from model.store.rows import from_json, to_json


class Entry(NamedTuple):
    """An operation without its changes."""

    id: int
    at: datetime
    by: str
    label: str
    way: Way
    reverts: int | None


_COLUMNS = '"id", "at", "by", "label", "way", "reverts"'


def _entry(row: tuple[int, str, str, str, str, int | None]) -> Entry:
    return Entry(row[0], datetime.fromisoformat(row[1]), row[2], row[3], Way(row[4]), row[5])


class History:
    """Reads and appends operations; nothing in it is ever altered or removed."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection

    def last_id(self) -> int:
        (last,) = self._connection.execute(
            'SELECT coalesce(max("id"), 0) FROM "operation"'
        ).fetchone()
        return int(last)

    def entry(self, id: int) -> Entry | None:
        row = self._connection.execute(
            f'SELECT {_COLUMNS} FROM "operation" WHERE "id" = ?', [id]
        ).fetchone()
        return _entry(row) if row else None

    def entries(self) -> list[Entry]:
        """All operations, newest first."""
        rows = self._connection.execute(
            f'SELECT {_COLUMNS} FROM "operation" ORDER BY "id" DESC'
        ).fetchall()
        return [_entry(row) for row in rows]

    def operation(self, entry: Entry) -> Operation:
        """The operation with its changes, in the order they were made."""
        rows = self._connection.execute(
            'SELECT "kind", "record", "before", "after" FROM "change" '
            'WHERE "operation" = ? ORDER BY "id"',
            [entry.id],
        ).fetchall()
        changes = tuple(
            Change(from_json(kind, id, before), from_json(kind, id, after))
            for kind, id, before, after in rows
        )
        return Operation(*entry, changes)

    def undoable(self) -> Entry | None:
        """What an undo would take back next.

        After an undo of T the ledger stands as before T: so the next is what was next before T.
        """
        return self._before(self.entry(self.last_id()))

    def _before(self, entry: Entry | None) -> Entry | None:
        """This operation, or the one that stands last where it is an undo; None for a stop."""
        while entry and entry.way is Way.UNDO:
            assert entry.reverts is not None
            entry = self.entry(entry.reverts - 1)
        return None if entry is None or self._stands(entry) else entry

    def undo_path(self, id: int) -> list[Entry] | None:
        """What undo would take back one after the other until ``id`` is the last that stands.

        None where an operation between cannot be taken back, or ``id`` was itself taken back.
        """
        path: list[Entry] = []
        entry = self.undoable()
        while entry and entry.id > id:
            path.append(entry)
            entry = self._before(self.entry(entry.id - 1))
        return path if entry is not None and entry.id == id else None

    def redoable(self) -> Entry | None:
        """The undo that a redo would take back next; None once anything else was done."""
        entry = self.entry(self.last_id())
        while entry and entry.way is Way.REDO:
            assert entry.reverts is not None
            entry = self.entry(entry.reverts - 1)
        return entry if entry and entry.way is Way.UNDO else None

    def _stands(self, entry: Entry) -> bool:
        """Whether an operation cannot be taken back: an upgrade, or what was sent upward."""
        if entry.way is Way.UPGRADE:
            return True
        row = self._connection.execute(
            'SELECT 1 FROM "change" WHERE "operation" = ? AND "kind" = ?',
            [entry.id, Submission.table],
        ).fetchone()
        return row is not None

    def append(self, operation: Operation, token: str) -> None:
        """Write an operation inside the caller's transaction."""
        self._connection.execute(
            'INSERT INTO "operation" ("id", "token", "at", "by", "label", "way", "reverts") '
            "VALUES (?, ?, ?, ?, ?, ?, ?)",
            [
                operation.id,
                token,
                operation.at.isoformat(timespec="seconds"),
                operation.by,
                operation.label,
                operation.way.value,
                operation.reverts,
            ],
        )
        self._connection.executemany(
            'INSERT INTO "change" ("operation", "kind", "record", "before", "after") '
            "VALUES (?, ?, ?, ?, ?)",
            [
                (
                    operation.id,
                    change.record.table,
                    change.record.id,
                    to_json(change.before),
                    to_json(change.after),
                )
                for change in operation.changes
            ],
        )

    def holds(self, token: str) -> bool:
        """Whether the operation with this token was committed."""
        row = self._connection.execute(
            'SELECT 1 FROM "operation" WHERE "token" = ?', [token]
        ).fetchone()
        return row is not None

    def of_record(self, table: str, id: int) -> list[tuple[Entry, Change]]:
        """Every change of one record, newest first."""
        assert table in BY_TABLE
        rows = self._connection.execute(
            'SELECT o."id", o."at", o."by", o."label", o."way", o."reverts", '
            'c."before", c."after" FROM "change" AS c '
            'JOIN "operation" AS o ON o."id" = c."operation" '
            'WHERE c."kind" = ? AND c."record" = ? ORDER BY c."id" DESC',
            [table, id],
        ).fetchall()
        return [
            (_entry(row[:6]), Change(from_json(table, id, row[6]), from_json(table, id, row[7])))
            for row in rows
        ]
