"""The store: the one door through which the ledger is read and written."""

import sqlite3
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import replace
from datetime import datetime
from pathlib import Path
from typing import Any

from model.changes import Change, Operation, Way
from model.checks import check, check_restored
from model.reader import Reader
from model.records import Campaign, Issue
from model.refused import Place, Refused
from model.store import connection as connections
from model.store.bin import Bin, Deleted
from model.store.faults import NEWER, said_plainly
from model.store.history import Entry, History
from model.store.identity import VERSION
from model.store.reading import Ledger
from model.store.rows import to_row

Listener = Callable[[Operation], None]
Rules = Callable[[Sequence[Change], Reader], None]


class Store(Ledger):
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
        connection, version = connections.connect(path, read_only=read_only)
        super().__init__(connection)
        self.read_only = NEWER if version > VERSION else "现在是只读查看。" if read_only else ""
        self.history = History(self._connection)
        self.bin = Bin(self._connection, self.history)

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

    def undo_to(self, id: int) -> list[Operation]:
        """Take back every operation after the one with this id, the last first.

        Raises Refused, before anything is taken back, where one between cannot be.
        """
        with said_plainly():
            path = self.history.course().back_to(id)
        if path is None:
            raise Refused("这之后有升级或报送，不能撤销到这里。可以单独改回需要改的内容。")
        return [self._reverted(entry, Way.UNDO) for entry in path]

    def restore(self, *deleted: Deleted) -> Operation:
        """Bring records back from the bin with what they owned, as one operation.

        Refused where the owner of one is gone.
        """
        noun, title = deleted[0].record.noun, deleted[0].record.title
        label = f"恢复{noun}{title}" if len(deleted) == 1 else f"恢复{len(deleted)}条记录"
        changes = tuple(change for each in deleted for change in each.restoration(self))
        return self._write(changes, label, Way.DO, None, (), check_restored)

    def undoable(self) -> Entry | None:
        with said_plainly():
            return self.history.undoable()

    def redoable(self) -> Entry | None:
        with said_plainly():
            return self.history.redoable()

    def _revert(self, entry: Entry | None, way: Way) -> Operation | None:
        return None if entry is None else self._reverted(entry, way)

    def _reverted(self, entry: Entry, way: Way) -> Operation:
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
        rules: Rules = check,
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
                rules(kept, self)
            operation = Operation(id, self._now(), self.user, label, way, reverts, kept)
            self.history.append(operation, token)
            self._connection.execute('UPDATE "file" SET "generation" = "generation" + 1')
        if self._listener:
            self._listener(operation)
        return operation

    @contextmanager
    def _transaction(self) -> Iterator[str]:
        """One transaction under a token; after a failed COMMIT the token is looked up."""
        # Slow (3 ms), and a start only reads.
        from uuid import uuid4

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
            [(_digest(data), len(data), data) for data in blobs],
        )


def _digest(data: bytes) -> str:
    # Slow (2 ms, it loads OpenSSL), and few operations keep a file.
    from hashlib import sha256

    return sha256(data).hexdigest()
