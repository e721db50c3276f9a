"""The history: audit trail, undo stack and recycle bin in one table of operations."""

import re
import sqlite3
from collections.abc import Iterable
from datetime import date, datetime
from typing import Any, NamedTuple

from model.changes import Change, Operation, Way
from model.records import BY_TABLE, Submission
from model.store.course import Course
from model.store.faults import said_plainly, told_damaged
from model.store.rows import as_in_json, from_json, to_json
from model.store.sealing import is_whole, sealed


class Entry(NamedTuple):
    """An operation without its changes."""

    id: int
    at: datetime
    by: str
    label: str
    way: Way
    reverts: int | None


_WILD = re.compile("[%_!]")  # what LIKE would not take as it is
_COLUMNS = '"id", "at", "by", "label", "way", "reverts"'
_CHANGE = '"operation", "kind", "record", "before", "after"'
_SENDS = '"kind" = ? AND "after" IS NOT NULL'  # to delete it, with its campaign, sends nothing


def _entry(row: tuple[int, str, str, str, str, int | None]) -> Entry:
    with told_damaged():
        entry = Entry(row[0], datetime.fromisoformat(row[1]), row[2], row[3], Way(row[4]), row[5])
        if not _is_in_order(entry):
            raise ValueError("an operation takes back what came before it, and only an undo does")
        return entry


def _is_in_order(entry: Entry) -> bool:
    """Whoever follows the history back comes to its beginning."""
    if entry.way not in (Way.UNDO, Way.REDO):
        return entry.reverts is None
    return entry.reverts is not None and 0 < entry.reverts < entry.id


def _change_row(operation: int, change: Change) -> tuple[Any, ...]:
    record = change.record
    return operation, record.table, record.id, to_json(change.before), to_json(change.after)


def _change(table: str, id: int, before: str | None, after: str | None) -> Change:
    """The change of a row. Refused for one that says nothing: we write none."""
    with told_damaged():
        return Change(from_json(table, id, before), from_json(table, id, after))


class History:
    """Reads and appends operations; nothing in it is ever altered or removed."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection

    def last_id(self) -> int:
        ((last,),) = self._read('SELECT coalesce(max("id"), 0) FROM "operation"')
        return int(last)

    def entry(self, id: int) -> Entry | None:
        rows = self._read(f'SELECT {_COLUMNS} FROM "operation" WHERE "id" = ?', id)
        return _entry(rows[0]) if rows else None

    def entries(self) -> list[Entry]:
        """All operations, newest first."""
        rows = self._read(f'SELECT {_COLUMNS} FROM "operation" ORDER BY "id" DESC')
        return [_entry(row) for row in rows]

    def after(self, id: int) -> list[Operation]:
        """Every operation after the one with this id, oldest first."""
        rows = self._read(f'SELECT {_COLUMNS} FROM "operation" WHERE "id" > ? ORDER BY "id"', id)
        return [self.operation(_entry(row)) for row in rows]

    def operation(self, entry: Entry) -> Operation:
        """The operation with its changes, in the order they were made."""
        rows = self._read(
            'SELECT "kind", "record", "before", "after" FROM "change" '
            'WHERE "operation" = ? ORDER BY "id"',
            entry.id,
        )
        return Operation(*entry, tuple(_change(*row) for row in rows))

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

    def course(self) -> Course:
        """What was taken back, and what undo leads back to, of all operations at once."""
        sent = self._read(
            f'SELECT DISTINCT "operation" FROM "change" WHERE {_SENDS}', Submission.table
        )
        return Course(self.entries(), {id for (id,) in sent})

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
        sent = f'SELECT 1 FROM "change" WHERE "operation" = ? AND {_SENDS} LIMIT 1'
        return bool(self._read(sent, entry.id, Submission.table))

    def _read(self, statement: str, *values: Any) -> list[tuple[Any, ...]]:
        with said_plainly():
            return self._connection.execute(statement, values).fetchall()

    def append(self, operation: Operation, token: str) -> None:
        """Write an operation inside the caller's transaction, under its token and a seal."""
        row = (
            operation.id,
            operation.at.isoformat(timespec="seconds"),
            operation.by,
            operation.label,
            operation.way.value,
            operation.reverts,
        )
        changes = [_change_row(operation.id, change) for change in operation.changes]
        self._connection.execute(
            f'INSERT INTO "operation" ({_COLUMNS}, "token") VALUES (?, ?, ?, ?, ?, ?, ?)',
            [*row, sealed(token, row, changes)],
        )
        self._connection.executemany(
            f'INSERT INTO "change" ({_CHANGE}) VALUES (?, ?, ?, ?, ?)', changes
        )

    def holds(self, token: str) -> bool:
        """Whether the operation with this token was committed."""
        row = self._connection.execute(
            """SELECT 1 FROM "operation" WHERE "token" LIKE ? || '%'""", [token]
        ).fetchone()
        return row is not None

    def altered(self) -> list[int]:
        """The ids of the operations that are no longer as they were written."""
        together: dict[int, list[tuple[Any, ...]]] = {}
        for change in self._read(f'SELECT {_CHANGE} FROM "change" ORDER BY "id"'):
            together.setdefault(change[0], []).append(change)
        rows = self._read(f'SELECT {_COLUMNS}, "token" FROM "operation" ORDER BY "id"')
        broken = [row[0] for row in rows if not is_whole(row[6], row[:6], together.get(row[0], []))]
        return sorted({*broken, *(together.keys() - {row[0] for row in rows})})

    def touching(self, keys: Iterable[tuple[str, int]]) -> set[int]:
        """The ids of the operations that altered one of these records, each (table, id)."""
        statement = 'SELECT "operation" FROM "change" WHERE "kind" = ? AND "record" = ?'
        return {found for key in keys for (found,) in self._read(statement, *key)}

    def touched_on(self, day: date) -> set[tuple[str, int]]:
        """The records, each (table, id), that an operation of this day altered."""
        rows = self._read(
            'SELECT DISTINCT c."kind", c."record" FROM "change" AS c '
            'JOIN "operation" AS o ON o."id" = c."operation" WHERE o."at" LIKE ?',
            f"{day.isoformat()}%",
        )
        return {(kind, id) for kind, id in rows}

    def mentioning(self, text: str) -> set[int]:
        """The ids of the operations in whose records ``text`` stood, before or after."""
        pattern = f"%{_WILD.sub(lambda found: f'!{found[0]}', as_in_json(text))}%"
        rows = self._read(
            'SELECT DISTINCT "operation" FROM "change" '
            """WHERE "after" LIKE ?1 ESCAPE '!' OR "before" LIKE ?1 ESCAPE '!'""",
            pattern,
        )
        return {id for (id,) in rows}

    def of_record(self, table: str, id: int) -> list[tuple[Entry, Change]]:
        """Every change of one record, newest first."""
        return [(entry, change) for _row, entry, change in self._of_record(table, id)]

    def of_records(self, keys: Iterable[tuple[str, int]]) -> list[tuple[Entry, Change]]:
        """Every change of several records, each (table, id), newest first."""
        found = [each for key in keys for each in self._of_record(*key)]
        found.sort(key=lambda each: each[0], reverse=True)
        return [(entry, change) for _row, entry, change in found]

    def _of_record(self, table: str, id: int) -> list[tuple[int, Entry, Change]]:
        assert table in BY_TABLE
        rows = self._read(
            'SELECT o."id", o."at", o."by", o."label", o."way", o."reverts", '
            'c."before", c."after", c."id" FROM "change" AS c '
            'JOIN "operation" AS o ON o."id" = c."operation" '
            'WHERE c."kind" = ? AND c."record" = ? ORDER BY c."id" DESC',
            table,
            id,
        )
        return [(row[8], _entry(row[:6]), _change(table, id, *row[6:8])) for row in rows]
