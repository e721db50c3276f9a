"""The tables follow the declared fields; a file is brought up to them by numbered migrations.

Another field or kind needs a migration that calls ``grow``. Another word of a ``Choice`` (a state,
a move) needs one that makes the tables of that field anew, with ``_create``: every ledger carries
the words of its day in a CHECK, which SQLite cannot alter, and would refuse the new one.
"""

import sqlite3

from sqlite_utils import Database, Migrations

from model.fields import Field, Record
from model.kinds import Choice, Flag, Ref
from model.records import KINDS
from model.store.identity import APPLICATION_ID, VERSION
from model.store.search_column import COLUMN, fill, searched

migrations = Migrations("taizhang")

_SEARCH_COLUMN = f"\"{COLUMN}\" TEXT NOT NULL DEFAULT ''"

_HISTORY = """
CREATE TABLE "file" (
  "uuid" TEXT NOT NULL, "generation" INTEGER NOT NULL
) STRICT;
CREATE TABLE "operation" (
  "id" INTEGER PRIMARY KEY, "token" TEXT NOT NULL UNIQUE, "at" TEXT NOT NULL,
  "by" TEXT NOT NULL, "label" TEXT NOT NULL,
  "way" TEXT NOT NULL CHECK ("way" IN ('do', 'undo', 'redo', 'upgrade')),
  "reverts" INTEGER REFERENCES "operation" ("id")
) STRICT;
CREATE TABLE "change" (
  "id" INTEGER PRIMARY KEY,
  "operation" INTEGER NOT NULL REFERENCES "operation" ("id"),
  "kind" TEXT NOT NULL, "record" INTEGER NOT NULL, "before" TEXT, "after" TEXT,
  CHECK ("before" IS NOT NULL OR "after" IS NOT NULL)
) STRICT;
CREATE INDEX "change_operation" ON "change" ("operation");
CREATE INDEX "change_record" ON "change" ("kind", "record");
CREATE TABLE "counter" (
  "campaign" INTEGER PRIMARY KEY REFERENCES "campaign" ("id"), "last" INTEGER NOT NULL
) STRICT;
CREATE TABLE "blob" (
  "sha256" TEXT PRIMARY KEY, "size" INTEGER NOT NULL, "bytes" BLOB NOT NULL
) STRICT;
"""


def grow(database: Database) -> None:
    """Create each declared table and column that the file does not have yet.

    A field or kind added to the records needs only a migration that calls this.
    """
    present = set(database.table_names())
    for kind in KINDS:
        if kind.table not in present:
            _run(database, _create(kind))
            continue
        columns = database.table(kind.table).columns_dict
        for field in kind.fields:
            if field.name not in columns:
                _run(database, [f'ALTER TABLE "{kind.table}" ADD COLUMN {_column(field)}'])
        if searched(kind) and COLUMN not in columns:
            _run(database, [f'ALTER TABLE "{kind.table}" ADD COLUMN {_SEARCH_COLUMN}'])


@migrations()
def v1_first_tables(database: Database) -> None:
    grow(database)
    _run(database, _HISTORY.split(";\n"))


@migrations()
def v2_opinions_tallies_submissions(database: Database) -> None:
    grow(database)


@migrations()
def v3_search_column_and_views(database: Database) -> None:
    grow(database)
    fill(database.conn)


def bring_up_to_date(connection: sqlite3.Connection) -> None:
    """Run the migrations that the file has not seen and stamp it as ours.

    The caller works on a new file or on a copy, never on the office's only file.
    """
    database = Database(connection, execute_plugins=False)
    migrations.apply(database)
    connection.execute(f"PRAGMA application_id={APPLICATION_ID}")
    connection.execute(f"PRAGMA user_version={VERSION}")


def _run(database: Database, statements: list[str]) -> None:
    for statement in statements:
        if statement.strip():
            database.execute(statement)


def _create(kind: type[Record]) -> list[str]:
    columns = ['"id" INTEGER PRIMARY KEY', *map(_column, kind.fields), '"deleted" INTEGER']
    columns += [_SEARCH_COLUMN] if searched(kind) else []
    table = f'CREATE TABLE "{kind.table}" ({", ".join(columns)}) STRICT'
    indexes = [
        f'CREATE INDEX "{kind.table}_{field.name}" ON "{kind.table}" ("{field.name}")'
        for field in kind.fields
        if isinstance(field.kind, Ref)
    ]
    return [table, *indexes]


def _column(field: Field) -> str:
    kind = field.kind
    parts = [f'"{field.name}" {kind.stored_as}']
    if kind.empty is not None:
        parts.append(f"NOT NULL DEFAULT {_literal(kind.empty)}")
    if isinstance(kind, Flag):
        parts.append(f'CHECK ("{field.name}" IN (0, 1))')
    if isinstance(kind, Choice):
        words = ", ".join(_literal(str(word)) for word in kind.values)
        parts.append(f'CHECK ("{field.name}" IN ({words}))')
    if isinstance(kind, Ref):
        parts.append(f'REFERENCES "{kind.table}" ("id") DEFERRABLE INITIALLY DEFERRED')
    return " ".join(parts)


def _literal(value: str | bool) -> str:
    if isinstance(value, bool):
        return str(int(value))
    return "'" + value.replace("'", "''") + "'"
