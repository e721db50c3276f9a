"""An older ledger is brought up to date on a proven copy, which then takes its place."""

import sqlite3
from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from uuid import uuid4

from model.changes import Change, Operation, Way
from model.fields import Record
from model.records import KINDS
from model.store.copying import copy_verified
from model.store.history import History
from model.store.identity import VERSION
from model.store.rows import restored

Rows = dict[int, Record]


def upgrade(
    path: Path, target: Path, *, user: str = "", now: Callable[[], datetime] = datetime.now
) -> None:
    """Write the ledger ``path``, brought up to date, to ``target``; both may be the same file.

    The history gets one operation 升级 with every row that the migrations altered. Whoever
    replaces the office's file takes a backup before, and holds it against other writers.
    Raises Refused, and then ``target`` is as it was.
    """
    copy_verified(path, target, lambda connection: _bring_up_to_date(connection, user, now()))


def _bring_up_to_date(connection: sqlite3.Connection, user: str, at: datetime) -> None:
    # sqlite-utils takes 70 ms to load: only an older file pays for it.
    from model.store.schema import bring_up_to_date

    before = {kind: _rows(connection, kind) for kind in KINDS}
    bring_up_to_date(connection)
    changes = [
        Change(before[kind].get(id), record)
        for kind in KINDS
        for id, record in _rows(connection, kind).items()
        if before[kind].get(id) != record
    ]
    history = History(connection)
    label = f"升级到第{VERSION}版"
    operation = Operation(history.last_id() + 1, at, user, label, Way.UPGRADE, None, tuple(changes))
    history.append(operation, str(uuid4()))


def _rows(connection: sqlite3.Connection, kind: type[Record]) -> Rows:
    """Every live row as a record; fields that the file does not have yet are empty."""
    present = {row[1] for row in connection.execute(f'PRAGMA table_info("{kind.table}")')}
    if not present:
        return {}
    known = [field for field in kind.fields if field.name in present]
    columns = ", ".join(f'"{name}"' for name in ("id", *(field.name for field in known)))
    rows = connection.execute(f'SELECT {columns} FROM "{kind.table}" WHERE "deleted" IS NULL')
    found = {}
    for id, *values in rows:
        named = zip((field.name for field in known), restored(known, values), strict=True)
        empty = {field.name: field.kind.empty for field in kind.fields}
        found[id] = kind(id, **{**empty, **dict(named)})
    return found
