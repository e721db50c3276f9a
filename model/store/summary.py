"""What a ledger file holds, read from outside by its own read-only connection: counts, last words.

For backups: to name what is in one, and what was done since. Older ledgers are read as they are.
"""

import sqlite3
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path
from typing import Any

from model.fields import Record
from model.frozen import Frozen
from model.records import KINDS
from model.refused import Refused
from model.store.connection import recognise
from model.store.faults import DAMAGED, said_plainly
from model.store.identity import uri_of
from model.store.search_column import COLUMN
from model.words import State

Row = tuple[Any, ...]


class Summary(Frozen):
    """A ledger in numbers.

    ``uuid`` is the same in every copy of one ledger, ``token`` in copies of the same moment;
    ``last`` is the number of the last operation, ``at`` and ``label`` when and what it was.
    """

    uuid: str
    generation: int
    last: int
    token: str
    at: datetime | None
    label: str
    campaigns: int
    issues: Mapping[State, int]

    @property
    def issue_count(self) -> int:
        return sum(self.issues.values())


class Altered(Frozen):
    """How many records of a kind are new, different and gone between two ledgers."""

    noun: str
    added: int
    edited: int
    deleted: int


class Difference(Frozen):
    """What happened from one ledger to another of the same origin.

    ``operations`` counts those since; None where the one did not grow out of the other.
    """

    operations: int | None
    altered: tuple[Altered, ...]


@contextmanager
def reading(path: Path) -> Iterator[sqlite3.Connection]:
    """A read-only connection of one's own. Raises Refused for a file that is not ours."""
    with said_plainly():
        recognise(path)
        connection = sqlite3.connect(uri_of(path), uri=True)
        try:
            yield connection
        finally:
            connection.close()


def summary(path: Path) -> Summary:
    """What the ledger at ``path`` holds. Raises Refused where it cannot be read."""
    with reading(path) as connection, _spoilt():
        ((uuid, generation),) = connection.execute('SELECT "uuid", "generation" FROM "file"')
        last, token, at, label = _last(connection)
        (campaigns,) = connection.execute(
            'SELECT count(*) FROM "campaign" WHERE "deleted" IS NULL'
        ).fetchone()
        states = connection.execute(
            'SELECT "state", count(*) FROM "issue" WHERE "deleted" IS NULL GROUP BY "state"'
        ).fetchall()
        issues = {State(state): count for state, count in states}
        moment = datetime.fromisoformat(at) if at else None
        return Summary(uuid, generation, last, token, moment, label, campaigns, issues)


def last_token(path: Path) -> str:
    """What marks the last operation of the ledger; blank while there is none."""
    with reading(path) as connection:
        return str(_last(connection)[1])


def difference(older: Path, newer: Path) -> Difference:
    """What happened from ``older`` to ``newer``, kind by kind; kinds without any are left out."""
    with reading(older) as before, reading(newer) as after:
        altered = [_altered(kind, before, after) for kind in KINDS]
        found = tuple(each for each in altered if each.added or each.edited or each.deleted)
        return Difference(_operations_since(before, after), found)


def _last(connection: sqlite3.Connection) -> Row:
    row: Row | None = connection.execute(
        'SELECT "id", "token", "at", "label" FROM "operation" ORDER BY "id" DESC LIMIT 1'
    ).fetchone()
    return row or (0, "", "", "")


def _operations_since(before: sqlite3.Connection, after: sqlite3.Connection) -> int | None:
    last, token, _at, _label = _last(before)
    grown = (
        not last
        or after.execute(
            'SELECT 1 FROM "operation" WHERE "id" = ? AND "token" = ?', [last, token]
        ).fetchone()
    )
    if not grown:
        return None
    (count,) = after.execute('SELECT count(*) FROM "operation" WHERE "id" > ?', [last]).fetchone()
    return int(count)


def _altered(kind: type[Record], older: sqlite3.Connection, newer: sqlite3.Connection) -> Altered:
    # What only the newer version of the program knows is no difference of the content.
    known = [name for name in columns(older, kind.table) if name in columns(newer, kind.table)]
    before, after = (_rows(each, kind.table, known) for each in (older, newer))
    return Altered(
        kind.noun,
        added=len(after.keys() - before.keys()),
        edited=sum(before[id] != after[id] for id in before.keys() & after.keys()),
        deleted=len(before.keys() - after.keys()),
    )


def columns(connection: sqlite3.Connection, table: str) -> list[str]:
    """The names of a table's columns; none for a table that is not there.

    The search column is left out: it only says again how the texts read.
    """
    found = [row[1] for row in connection.execute(f'PRAGMA table_info("{table}")').fetchall()]
    return [name for name in found if name != COLUMN]


def _rows(connection: sqlite3.Connection, table: str, names: list[str]) -> dict[int, Row]:
    if not columns(connection, table):
        return {}
    listed = ", ".join(f'"{name}"' for name in ("id", *names))
    rows = connection.execute(f'SELECT {listed} FROM "{table}" WHERE "deleted" IS NULL').fetchall()
    return {row[0]: row[1:] for row in rows}


@contextmanager
def _spoilt() -> Iterator[None]:
    """A value that no version of ours wrote is damage."""
    try:
        yield
    except (ValueError, TypeError) as error:
        raise Refused(DAMAGED) from error
