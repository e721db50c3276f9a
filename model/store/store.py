"""The store: the one door through which the ledger is read and written."""

import sqlite3
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path
from typing import Any

from model.changes import Change, Operation, Way
from model.checks import check, check_restored
from model.reader import Reader
from model.refused import Refused
from model.store import connection as connections
from model.store.bin import Bin, Deleted
from model.store.faults import NEWER, said_plainly
from model.store.history import Entry, History
from model.store.identity import VERSION
from model.store.lock import WriterLock
from model.store.owner import Owner
from model.store.putting import keep, put
from model.store.reading import Ledger
from model.store.standing import Standing

Listener = Callable[[Operation], None]
Rules = Callable[[Sequence[Change], Reader], None]


class Store(Ledger):
    """One ledger file, open. It is itself the Reader that rules and judgements ask.

    ``read_only`` says in words why nothing can be written; it is blank while writing is possible.
    See ``model.opening`` for how a ledger that others may have open comes to its ``lock``.
    """

    def __init__(
        self,
        path: Path,
        *,
        user: str = "",
        now: Callable[[], datetime] = datetime.now,
        read_only: str = "",
        lock: WriterLock | None = None,
        owner: Owner | None = None,
    ) -> None:
        """``owner`` is who has the lock, where that is why this store is read-only."""
        self.path = path
        self.user = user
        self._now = now
        self._listener: Listener | None = None
        connection, version = connections.connect(path, read_only=bool(read_only))
        super().__init__(connection)
        self.read_only = NEWER if version > VERSION else read_only
        self.standing = Standing(path, user, now, self.read_only, lock, owner)
        self.history = History(self._connection)
        self.bin = Bin(self._connection, self.history)
        try:
            self._told = self.history.last_id()
        except BaseException:
            connection.close()
            raise

    @classmethod
    def open_or_create(cls, path: Path, **options: Any) -> "Store":
        """The ledger at ``path``, made new where there is none yet."""
        if not path.exists():
            connections.create(path)
        return cls(path, **options)

    def close(self) -> None:
        """Let go of the file, and let others write."""
        self._connection.close()
        self.standing.release()

    def subscribe(self, listener: Listener) -> None:
        """Name the one who is told of each operation after it is durable.

        There is just one: Qt drops connections of deleted widgets, a plain list does not.
        """
        if self._listener is not None:
            raise RuntimeError("the store has its listener already")
        self._listener = listener

    # -- others ----------------------------------------------------------------------------

    def notice(self) -> None:
        """See how we stand to the file, and tell the listener of what another one stored in it.

        From now on ``read_only`` says why nothing can be written, if that has changed.
        """
        self._look()
        if self.read_only and not self.standing.is_lost:
            try:
                with said_plainly():
                    fresh = self._fresh_operations()
            except Refused as refusal:
                self.standing.lose(refusal.text)
                self.read_only = refusal.text
            else:
                self._tell(fresh)

    def begin_writing(self, lock: WriterLock) -> None:
        """Be no longer read-only: the lock was won. Refused where the file cannot be written."""
        connection, _version = connections.connect(self.path)
        self._connection.close()
        self._connection = connection
        self.history = History(connection)
        self.bin = Bin(connection, self.history)
        self.standing.win(lock)
        self.read_only = ""
        self._tell(self.history.after(self._told))

    def stay_reading(self, words: str, owner: Owner | None) -> None:
        """Say from now on in other words why nothing can be written."""
        self.standing.bar(words, owner)
        self.read_only = words

    def _look(self) -> None:
        before = self.standing.words
        self.standing.look()
        if self.standing.words != before:
            self.read_only = self.standing.words

    def _fresh_operations(self) -> list[Operation]:
        """What was stored since we looked; nothing while another one is just writing."""
        with connections.one_reading(self._connection) as is_free:
            return self.history.after(self._told) if is_free else []

    def _tell(self, operations: Iterable[Operation]) -> None:
        for operation in operations:
            self._told = operation.id
            self._pass_over(change.record for change in operation.changes)
            self._readings = None
            if self._listener:
                self._listener(operation)

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
        """What an undo would take back, also while nothing can be written."""
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
            self._hold_place()
            id, at = self.history.last_id() + 1, self._now()
            keep(self._connection, blobs)
            kept = tuple(put(self._connection, self, change, id, at.year) for change in changes)
            if way is Way.DO:
                # Undo and redo go round the checks: they restore what was valid.
                rules(kept, self)
            operation = Operation(id, at, self.user, label, way, reverts, kept)
            self.history.append(operation, token)
            self._connection.execute('UPDATE "file" SET "generation" = "generation" + 1')
        is_next = operation.id == self._told + 1
        self._tell([operation] if is_next else self.history.after(self._told))
        return operation

    def _hold_place(self) -> None:
        """Refused, within the transaction, where the file is no longer ours to write."""
        self._look()
        if self.read_only:
            raise Refused(self.read_only)

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
