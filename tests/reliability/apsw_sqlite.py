"""Lets the real Store run on a file system of ours: sqlite3's interface on apsw's connections.

Python's sqlite3 cannot name a VFS written in Python, apsw can. All above the connection is the
Store itself: its settings, statements, transactions. What lies below is apsw's own SQLite.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from types import SimpleNamespace
from typing import Any
from unittest.mock import patch

import apsw

from model.store import connection as connections

Row = tuple[Any, ...]

_FLAGS = apsw.SQLITE_OPEN_READWRITE | apsw.SQLITE_OPEN_CREATE | apsw.SQLITE_OPEN_URI
_OPERATIONAL = {
    sqlite3.SQLITE_ERROR, sqlite3.SQLITE_PERM, sqlite3.SQLITE_ABORT, sqlite3.SQLITE_BUSY,
    sqlite3.SQLITE_LOCKED, sqlite3.SQLITE_READONLY, sqlite3.SQLITE_INTERRUPT,
    sqlite3.SQLITE_IOERR, sqlite3.SQLITE_FULL, sqlite3.SQLITE_CANTOPEN,
    sqlite3.SQLITE_PROTOCOL, sqlite3.SQLITE_SCHEMA,
}  # fmt: skip


@contextmanager
def _as_sqlite3() -> Iterator[None]:
    """The errors of apsw as sqlite3 raises them, with their codes."""
    try:
        yield
    except apsw.Error as error:
        raise _translated(error) from error


_RAISED_BY_US = {apsw.IOError: sqlite3.SQLITE_IOERR, apsw.FullError: sqlite3.SQLITE_FULL}


def _translated(error: apsw.Error) -> sqlite3.Error:
    # What a file system raises comes through as it is, without SQLite's codes.
    extended: int = getattr(error, "extendedresult", 0) or _RAISED_BY_US[type(error)]
    code = extended & 0xFF
    kind: type[sqlite3.Error] = sqlite3.DatabaseError
    if code in _OPERATIONAL:
        kind = sqlite3.OperationalError
    elif code in (sqlite3.SQLITE_CONSTRAINT, sqlite3.SQLITE_MISMATCH):
        kind = sqlite3.IntegrityError
    found = kind(str(error))
    found.sqlite_errorcode = extended
    return found


class Rows:
    """What a statement gives, as sqlite3's cursor."""

    def __init__(self, cursor: apsw.Cursor) -> None:
        self._cursor = cursor

    def fetchone(self) -> Row | None:
        with _as_sqlite3():
            return self._cursor.fetchone()

    def fetchall(self) -> list[Row]:
        with _as_sqlite3():
            return self._cursor.fetchall()

    def __iter__(self) -> Iterator[Row]:
        return iter(self.fetchall())


class Connection:
    """As much of sqlite3's connection as the Store needs."""

    def __init__(self, database: str, vfs: str) -> None:
        with _as_sqlite3():
            self._real = apsw.Connection(database, flags=_FLAGS, vfs=vfs)

    def execute(self, statement: str, values: Iterable[Any] = ()) -> Rows:
        with _as_sqlite3():
            return Rows(self._real.execute(statement, tuple(values)))

    def executemany(self, statement: str, values: Iterable[Iterable[Any]]) -> None:
        with _as_sqlite3():
            self._real.executemany(statement, [tuple(each) for each in values])

    @property
    def in_transaction(self) -> bool:
        return self._real.in_transaction

    def close(self) -> None:
        with _as_sqlite3():
            self._real.close()


@contextmanager
def storing_through(vfs: str) -> Iterator[None]:
    """Every Store that is opened meanwhile lies on the file system of this name."""

    def connect(database: object, **_given: object) -> Connection:
        return Connection(str(database), vfs)

    replacement = SimpleNamespace(**{**vars(sqlite3), "connect": connect})
    with patch.object(connections, "sqlite3", replacement):
        yield


@contextmanager
def settled(journal: str, synchronous: str) -> Iterator[None]:
    """A broken setting, for the controls: the Store's own is passed over."""

    def settle(connection: Any, **_given: bool) -> None:
        connection.execute(f"PRAGMA journal_mode={journal}").fetchone()
        connection.execute(f"PRAGMA synchronous={synchronous}")
        connection.execute("PRAGMA cache_spill=0")
        connection.execute("PRAGMA foreign_keys=1")

    with patch.object(connections, "settle", settle):
        yield
