"""Writing rows inside an operation's transaction: each must stand as its change believes."""

import sqlite3
from collections.abc import Iterable
from dataclasses import replace
from functools import cache
from typing import Any

from model.changes import Change
from model.reader import Reader
from model.records import Campaign, Issue
from model.refused import Place, Refused
from model.store.rows import to_row
from model.store.search_column import COLUMN, is_reread, searched, written


def put(
    connection: sqlite3.Connection, reader: Reader, change: Change, operation: int, year: int
) -> Change:
    """Bring one row to ``change.after``; the change as it was stored.

    ``year`` is for the number of an issue whose campaign has no beginning. Refused where the row
    does not stand as ``change.before`` says.
    """
    record = change.record
    table = record.table
    if reader.find(type(record), record.id) != change.before:
        raise Refused(
            f"这条{record.noun}刚在别处改过，这次没有写入。请看一眼现在的内容再改。",
            Place(table, record.id),
        )
    if change.after is None:
        connection.execute(
            f'UPDATE "{table}" SET "deleted" = ? WHERE "id" = ?', [operation, record.id]
        )
        return change
    is_issue = isinstance(change.after, Issue)
    numbered = _numbered(connection, reader, change, year) if is_issue else change
    names, values = _row(numbered)
    connection.execute(_statement(table, names), [record.id, *values])
    return numbered


def _row(change: Change) -> tuple[tuple[str, ...], list[Any]]:
    """The columns that are written, and their values."""
    record = change.after
    assert record is not None
    names, values = [field.name for field in record.fields], to_row(record)
    if is_reread(change):
        kind = type(record)
        names.append(COLUMN)
        values.append(written(kind, [getattr(record, name) for name in searched(kind)]))
    return tuple(names), values


@cache
def _statement(table: str, names: tuple[str, ...]) -> str:
    """What writes the id and these columns of a row; asked for every change."""
    columns = ", ".join(f'"{name}"' for name in ["id", *names])
    settings = ", ".join(f'"{name}" = excluded."{name}"' for name in names)
    return (
        f'INSERT INTO "{table}" ({columns}) VALUES ({", ".join("?" * (len(names) + 1))}) '
        f'ON CONFLICT ("id") DO UPDATE SET {settings}, "deleted" = NULL'
    )


def _numbered(connection: sqlite3.Connection, reader: Reader, change: Change, year: int) -> Change:
    """A new issue gets its campaign's next number; the counter is never turned back."""
    issue = change.after
    assert isinstance(issue, Issue)
    if issue.number:
        return change
    campaign = reader.get(Campaign, issue.campaign)
    begun = campaign.year or year
    (last,) = connection.execute(
        'INSERT INTO "counter" VALUES (?, 1) '
        'ON CONFLICT ("campaign") DO UPDATE SET "last" = "last" + 1 RETURNING "last"',
        [campaign.id],
    ).fetchone()
    return Change(change.before, replace(issue, number=f"{begun}-{last:03d}"))


def keep(connection: sqlite3.Connection, blobs: Iterable[bytes]) -> None:
    """Store the bytes of evidence, each once."""
    connection.executemany(
        'INSERT OR IGNORE INTO "blob" VALUES (?, ?, ?)',
        [(_digest(data), len(data), data) for data in blobs],
    )


def _digest(data: bytes) -> str:
    # Slow (2 ms, it loads OpenSSL), and few operations keep a file.
    from hashlib import sha256

    return sha256(data).hexdigest()
