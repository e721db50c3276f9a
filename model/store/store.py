"""The store: the one door through which the ledger is read and written."""

import hashlib
import sqlite3
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import replace
from datetime import datetime
from pathlib import Path
from typing import Any
from uuid import uuid4

from model.changes import Change, Operation, Way
from model.checks import check
from model.fields import R, Record
from model.records import Campaign, Issue
from model.refused import Place, Refused
from model.store import connection as connections
from model.store.faults import NEWER, said_plainly
from model.store.history import Entry, History
from model.store.identity import VERSION
from model.store.listing import select
from model.store.rows import from_row, stored, to_row

Listener = Callable[[Operation], None]


class Store:
    """One ledger file, open. It is itself the Reader that rules and judgements ask.

    ``read_only`` says in words why nothing can be written; it is blank while writing is possible.
    """

    def __init__(
        self,
        path: Path,
        *,
        user: str = "",
        now: Callable[[], datetime] = datetime.now,
        read_only: bool = False,
    ) -> None:
        self.path = path
        self.user = user
        self._now = now
        self._listener: Listener | None = None
        self._fresh: dict[str, int] = {}
        self._connection, version = connections.connect(path, read_only=read_only)
        self.read_only = NEWER if version > VERSION else "现在是只读查看。" if read_only else ""
        self.history = History(self._connection)

    @classmethod
    def open_or_create(cls, path: Path, **options: Any) -> "Store":
        """The ledger at ``path``, made new where there is none yet."""
        if not path.exists():
            connections.create(path)
        return cls(path, **options)

    def close(self) -> None:
        self._connection.close()

    def subscribe(self, listener: Listener) -> None:
        """Name the one who is told of each operation after it is durable.

        There is just one: Qt drops connections of deleted widgets, a plain list does not.
        """
        if self._listener is not None:
            raise RuntimeError("the store has its listener already")
        self._listener = listener

    # -- reading ---------------------------------------------------------------------------

    def get(self, kind: type[R], id: int | None) -> R:
        found = self.find(kind, id)
        if found is None:
            raise Refused(f"这条{kind.noun}已不在台账里，可能刚被删除。请刷新后再试。")
        return found

    def find(self, kind: type[R], id: int | None) -> R | None:
        found = self._records(kind, ' AND "id" = ?', [id])
        return found[0] if found else None

    def all(self, kind: type[R], **where: Any) -> Sequence[R]:
        conditions = "".join(f' AND "{name}" IS ?' for name in where)
        order = f' ORDER BY "{kind.ordered_by}", "id"'
        return self._records(kind, conditions + order, [stored(value) for value in where.values()])

    def rows(self, kind: type[Record], paths: Sequence[str], **where: Any) -> list[tuple[Any, ...]]:
        """``(id, value of each path…)`` for every live record that equals ``where``.

        A path is a field's name, ``round.NAME`` for an issue's current round,
        or one of ``listing.COMPUTED``.
        """
        statement, restores = select(kind, paths, list(where))
        with said_plainly():
            rows: list[tuple[Any, ...]] = self._connection.execute(
                statement, [stored(value) for value in where.values()]
            ).fetchall()
        turning = [(index, turn) for index, turn in enumerate(restores, 1) if turn]
        if not turning:
            return rows
        turned = [list(row) for row in rows]
        for row in turned:
            for index, turn in turning:
                row[index] = turn(row[index])
        return [tuple(row) for row in turned]

    def names(self, kind: type[Record]) -> dict[int, str]:
        """The shown name of every live record of a kind, by id."""
        with said_plainly():
            rows = self._connection.execute(
                f'SELECT "id", "{kind.shown_by}" FROM "{kind.table}" WHERE "deleted" IS NULL '
                f'ORDER BY "{kind.ordered_by}", "id"'
            ).fetchall()
        return dict(rows)

    def fresh_id(self, kind: type[R]) -> int:
        if kind.table not in self._fresh:
            with said_plainly():
                (last,) = self._connection.execute(
                    f'SELECT coalesce(max("id"), 0) FROM "{kind.table}"'
                ).fetchone()
            self._fresh[kind.table] = last
        self._fresh[kind.table] += 1
        return self._fresh[kind.table]

    def blob(self, sha256: str) -> bytes:
        """The bytes of an evidence file."""
        with said_plainly():
            row = self._connection.execute(
                'SELECT "bytes" FROM "blob" WHERE "sha256" = ?', [sha256]
            ).fetchone()
        if row is None:
            raise Refused("这件佐证材料的内容不在文件里。请重新添加。")
        return bytes(row[0])

    # -- writing ---------------------------------------------------------------------------

    def apply(
        self, changes: Iterable[Change], label: str, blobs: Iterable[bytes] = ()
    ) -> Operation:
        """Store ``changes`` together under the name ``label``: all of them or, refused, none.

        An issue without a number gets its own here, where nobody else can take it. ``blobs``
        are the bytes of new evidence. Returns the operation as it was stored.
        """
        return self._write(tuple(changes), label, Way.DO, None, tuple(blobs))

    def undo(self) -> Operation | None:
        """Take back the last operation not yet taken back; None when there is none."""
        return self._revert(self.undoable(), Way.UNDO)

    def redo(self) -> Operation | None:
        """Take back the last undo; None when anything else was done since."""
        return self._revert(self.redoable(), Way.REDO)

    def undoable(self) -> Entry | None:
        with said_plainly():
            return self.history.undoable()

    def redoable(self) -> Entry | None:
        with said_plainly():
            return self.history.redoable()

    def _revert(self, entry: Entry | None, way: Way) -> Operation | None:
        if entry is None:
            return None
        changes = self.history.operation(entry).changes
        inverse = tuple(change.inverse() for change in reversed(changes))
        return self._write(inverse, entry.label, way, entry.id, ())

    def _write(
        self,
        changes: tuple[Change, ...],
        label: str,
        way: Way,
        reverts: int | None,
        blobs: tuple[bytes, ...],
    ) -> Operation:
        if self.read_only:
            raise Refused(self.read_only)
        if not changes:
            raise ValueError("an operation needs at least one change")
        with said_plainly(), self._transaction() as token:
            id = self.history.last_id() + 1
            self._keep(blobs)
            kept = tuple(self._put(change, id) for change in changes)
            if way is Way.DO:
                # Undo and redo go round the checks: they restore what was valid.
                check(kept, self)
            operation = Operation(id, self._now(), self.user, label, way, reverts, kept)
            self.history.append(operation, token)
            self._connection.execute('UPDATE "file" SET "generation" = "generation" + 1')
        if self._listener:
            self._listener(operation)
        return operation

    @contextmanager
    def _transaction(self) -> Iterator[str]:
        """One transaction under a token; after a failed COMMIT the token is looked up."""
        token = str(uuid4())
        self._connection.execute("BEGIN IMMEDIATE")
        try:
            yield token
            self._connection.execute("COMMIT")
        except BaseException as error:
            if self._connection.in_transaction:
                self._connection.execute("ROLLBACK")
            if not (isinstance(error, sqlite3.Error) and self.history.holds(token)):
                raise

    def _put(self, change: Change, operation: int) -> Change:
        """Bring one row to ``change.after``; the row must stand as ``change.before`` says."""
        record = change.record
        table = record.table
        if self.find(type(record), record.id) != change.before:
            raise Refused(
                f"这条{record.noun}刚在别处改过，这次没有写入。请看一眼现在的内容再改。",
                Place(table, record.id),
            )
        if change.after is None:
            self._connection.execute(
                f'UPDATE "{table}" SET "deleted" = ? WHERE "id" = ?', [operation, record.id]
            )
            return change
        numbered = self._numbered(change) if isinstance(change.after, Issue) else change
        assert numbered.after is not None
        names = [field.name for field in numbered.after.fields]
        columns = ", ".join(f'"{name}"' for name in ["id", *names])
        settings = ", ".join(f'"{name}" = excluded."{name}"' for name in names)
        self._connection.execute(
            f'INSERT INTO "{table}" ({columns}) VALUES ({", ".join("?" * (len(names) + 1))}) '
            f'ON CONFLICT ("id") DO UPDATE SET {settings}, "deleted" = NULL',
            [record.id, *to_row(numbered.after)],
        )
        return numbered

    def _numbered(self, change: Change) -> Change:
        """A new issue gets its campaign's next number; the counter is never turned back."""
        issue = change.after
        assert isinstance(issue, Issue)
        if issue.number:
            return change
        campaign = self.get(Campaign, issue.campaign)
        year = campaign.start.year if campaign.start else self._now().year
        (last,) = self._connection.execute(
            'INSERT INTO "counter" VALUES (?, 1) '
            'ON CONFLICT ("campaign") DO UPDATE SET "last" = "last" + 1 RETURNING "last"',
            [campaign.id],
        ).fetchone()
        return Change(change.before, replace(issue, number=f"{year}-{last:03d}"))

    def _keep(self, blobs: Iterable[bytes]) -> None:
        self._connection.executemany(
            'INSERT OR IGNORE INTO "blob" VALUES (?, ?, ?)',
            [(hashlib.sha256(data).hexdigest(), len(data), data) for data in blobs],
        )

    def _records(self, kind: type[R], conditions: str, values: list[Any]) -> list[R]:
        columns = ", ".join(f'"{name}"' for name in ["id", *(f.name for f in kind.fields)])
        with said_plainly():
            rows = self._connection.execute(
                f'SELECT {columns} FROM "{kind.table}" WHERE "deleted" IS NULL{conditions}', values
            ).fetchall()
        return [from_row(kind, row) for row in rows]
