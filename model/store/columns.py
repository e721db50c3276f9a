"""Holds a ledger that is opened against the columns we read and write.

SQLite takes "name" for a text where a table has no such column, and every row would seem to say so;
[name] is never one.
"""

import sqlite3
from functools import cache

from model.fields import Record
from model.records import KINDS
from model.refused import Refused
from model.store.faults import DAMAGED
from model.store.search_column import COLUMN, searched

_BESIDE_RECORDS = {
    "file": ("uuid", "generation"),
    "operation": ("id", "token", "at", "by", "label", "way", "reverts"),
    "change": ("id", "operation", "kind", "record", "before", "after"),
    "counter": ("campaign", "last"),
    "blob": ("sha256", "size", "bytes"),
}


def hold_columns(connection: sqlite3.Connection) -> None:
    """Ask for every column once. What SQLite does not find is an error of its own.

    Raises Refused where the one row that tells what file this is says nothing.
    """
    for statement in _questions():
        connection.execute(statement)
    # One more, as the next write has it: after the last of all integers comes a REAL.
    rows = connection.execute("SELECT typeof([uuid]), typeof([generation] + 1) FROM [file]")
    if rows.fetchall() != [("text", "integer")]:
        raise Refused(DAMAGED)


@cache
def _questions() -> list[str]:
    tables = {**_BESIDE_RECORDS, **{kind.table: _of(kind) for kind in KINDS}}
    return [
        f"SELECT [{'], ['.join(names)}] FROM [{table}] LIMIT 0" for table, names in tables.items()
    ]


def _of(kind: type[Record]) -> tuple[str, ...]:
    search = (COLUMN,) if searched(kind) else ()
    return ("id", *(field.name for field in kind.fields), "deleted", *search)
