"""One writer: a lock that the kernel drops with its process, however that ends.

It is a tiny SQLite file beside the ledger, held in an exclusive transaction. It is never deleted:
two processes could then each hold one of the same name.
"""

from __future__ import annotations

import contextlib
import os
import sqlite3
from datetime import datetime
from pathlib import Path

from model.refused import Refused
from model.store.faults import UNWRITABLE, said_plainly
from model.store.identity import mark_of, uri_of
from model.store.owner import Owner, own_self, read_note, remove_note, write_note

# Two who ask at one moment hinder each other: both ask again for so long, and one gets it.
PATIENCE_SECONDS = 0.25
_OWN_MODE = 0o600


def lock_of(ledger: Path) -> Path:
    """Where the lock of a ledger lies; one for all the names and links that lead to it."""
    ledger = ledger.resolve()
    return ledger.with_name(f"{ledger.name}.lock")


class WriterLock:
    """The right to write in one ledger, until it is released or the process dies."""

    def __init__(self, ledger: Path, connection: sqlite3.Connection, owner: Owner) -> None:
        self.owner = owner
        self._ledger = ledger
        self._connection = connection
        self._mark = mark_of(lock_of(ledger))

    @classmethod
    def take(
        cls, ledger: Path, user: str, at: datetime, patience: float = PATIENCE_SECONDS
    ) -> WriterLock | Owner:
        """The lock, or who has it. Refused where the folder takes no lock.

        ``at`` is now. The ledger itself may not be there yet.
        """
        ledger = ledger.resolve()
        path, mode = lock_of(ledger), _mode(ledger)
        _make(path, mode)
        with said_plainly():
            connection = _held(path, patience)
        if connection is None:
            return read_note(ledger)
        owner = own_self(user, at)
        write_note(ledger, owner, mode)
        return cls(ledger, connection, owner)

    def holds(self) -> bool:
        """Whether the lock is still worth something: its file may have been deleted under us."""
        return self._mark is not None and mark_of(lock_of(self._ledger)) == self._mark

    def release(self) -> None:
        """Let the next one write."""
        remove_note(self._ledger, self.owner)
        self._connection.close()


def is_held(ledger: Path) -> bool:
    """Whether anybody may write in the ledger now; asks without taking the lock."""
    try:
        connection = sqlite3.connect(uri_of(lock_of(ledger)), uri=True, timeout=0)
        try:
            connection.execute("PRAGMA schema_version").fetchone()
        finally:
            connection.close()
    except sqlite3.OperationalError as error:
        return error.sqlite_errorcode == sqlite3.SQLITE_BUSY
    except sqlite3.DatabaseError:
        return False
    return False


def _mode(ledger: Path) -> int:
    """Who may write the ledger may write its lock: others in a shared folder take turns."""
    try:
        return _OWN_MODE | (os.stat(ledger).st_mode & 0o066)
    except OSError:
        return _OWN_MODE


def _make(path: Path, mode: int) -> None:
    """An empty lock file. One that is there is not even opened: to close it would free it."""
    with contextlib.suppress(FileExistsError):
        try:
            os.close(os.open(path, os.O_CREAT | os.O_EXCL | os.O_WRONLY, mode))
            os.chmod(path, mode)
        except FileExistsError:
            raise
        except OSError as error:
            raise Refused(UNWRITABLE) from error
    # SQLite would open a lock that may only be read, and hold nothing.
    if not os.access(path, os.W_OK):
        raise Refused(UNWRITABLE)


def _held(path: Path, patience: float) -> sqlite3.Connection | None:
    """A connection that holds the lock; None where another one does."""
    connection = sqlite3.connect(path, timeout=patience, isolation_level=None)
    try:
        try:
            _begin(connection)
        except sqlite3.DatabaseError as error:
            if error.sqlite_errorcode != sqlite3.SQLITE_NOTADB:
                raise
            # Somebody wrote into it; it is emptied, not replaced, for it must stay one file.
            os.truncate(path, 0)
            _begin(connection)
    except BaseException as error:
        connection.close()
        if getattr(error, "sqlite_errorcode", None) != sqlite3.SQLITE_BUSY:
            raise
        return None
    return connection


def _begin(connection: sqlite3.Connection) -> None:
    # Nothing is ever written, but SQLite would make a journal for it.
    connection.execute("PRAGMA journal_mode=MEMORY")
    connection.execute("BEGIN EXCLUSIVE")
