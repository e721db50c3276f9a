"""A copy of a ledger that is proven before it gets its name."""

import sqlite3
from collections.abc import Callable
from pathlib import Path

from model.refused import Refused
from model.store.columns import hold_columns
from model.store.connection import recognise
from model.store.faults import DAMAGED, said_plainly
from model.store.identity import VERSION, uri_of
from model.store.placing import placed


def copy_verified(
    source: Path, target: Path, alter: Callable[[sqlite3.Connection], None] | None = None
) -> None:
    """Copy the ledger ``source`` to ``target``, beside a writer if there is one.

    ``alter`` may change the copy before it is checked. ``target`` is replaced whole or not at
    all; ``source`` stays as it is. Raises Refused when the source is not ours or damaged, or the
    place cannot be written.
    """
    with placed(target, replace=True) as copy:
        _copy(source, copy)
        if alter:
            _altered(copy, alter)
        verify(copy)


def verify(path: Path) -> None:
    """Hold a ledger that nobody writes to against SQLite's own checks and the columns we know.

    Refused when it fails.
    """
    with said_plainly():
        version = recognise(path)
        connection = sqlite3.connect(uri_of(path), uri=True)
        try:
            if version == VERSION:
                hold_columns(connection)
            faults = connection.execute("PRAGMA quick_check(1)").fetchone() != ("ok",)
            orphans = connection.execute("PRAGMA foreign_key_check").fetchone() is not None
        finally:
            connection.close()
    if faults or orphans:
        raise Refused(DAMAGED)


def _copy(source: Path, target: Path) -> None:
    """SQLite's online backup in one step, so that no write can come between its pages."""
    recognise(source)
    reading = sqlite3.connect(uri_of(source), uri=True)
    writing = sqlite3.connect(target, isolation_level=None)
    try:
        reading.backup(writing)
    finally:
        writing.close()
        reading.close()


def _altered(path: Path, alter: Callable[[sqlite3.Connection], None]) -> None:
    connection = sqlite3.connect(path, isolation_level=None)
    try:
        alter(connection)
    finally:
        connection.close()
