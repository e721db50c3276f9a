"""No column can be missed without anybody noticing: its name would be read instead of its value."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from model.refused import Refused
from model.store import Store
from model.store.columns import hold_columns
from model.store.copying import verify
from tests.model.store.test_damage import spoil


@pytest.fixture
def connection(made: Path) -> Iterator[sqlite3.Connection]:
    with closing(sqlite3.connect(":memory:", isolation_level=None)) as memory:
        with closing(sqlite3.connect(made)) as file:
            file.backup(memory)
        yield memory


def test_every_column_of_a_ledger_is_asked_for(connection: sqlite3.Connection) -> None:
    columns = connection.execute(
        "SELECT t.name, c.name FROM sqlite_schema AS t, pragma_table_info(t.name) AS c "
        r"WHERE t.type = 'table' AND t.name NOT LIKE '\_%' ESCAPE '\' AND t.name <> 'sqlite_stat1'"
    ).fetchall()
    assert len(columns) > 200
    assert set(columns) <= asked_for(connection)


def asked_for(connection: sqlite3.Connection) -> set[tuple[str, str]]:
    """Table and name of each column that SQLite itself says is read."""
    asked = set[tuple[str, str]]()

    def note(action: int, table: str | None, name: str | None, *_where: str | None) -> int:
        if action == sqlite3.SQLITE_READ:
            asked.add((str(table), str(name)))
        return sqlite3.SQLITE_OK

    connection.set_authorizer(note)
    hold_columns(connection)
    connection.set_authorizer(None)
    return asked


def test_a_column_under_another_name_is_missed(connection: sqlite3.Connection) -> None:
    connection.execute('ALTER TABLE "campaign" RENAME COLUMN "theme" TO "other"')
    with pytest.raises(sqlite3.OperationalError, match="no such column"):
        hold_columns(connection)


def test_a_ledger_that_lacks_a_column_is_damaged(store: Store, path: Path) -> None:
    store.close()
    spoil(path, "ALTER TABLE campaign DROP COLUMN theme")
    with pytest.raises(Refused, match="已损坏"):
        Store(path)
    with pytest.raises(Refused, match="已损坏"):  # so that the window offers the backups
        verify(path)


@pytest.mark.parametrize(
    "damage",
    [
        "DELETE FROM file",
        f"UPDATE file SET generation = {2**63 - 1}",
        "DROP TABLE file; CREATE TABLE file (uuid, generation)",
    ],
)
def test_a_ledger_that_does_not_say_which_it_is_is_damaged(
    store: Store, path: Path, damage: str
) -> None:
    store.close()
    for statement in damage.split(";"):
        spoil(path, statement)
    with pytest.raises(Refused, match="已损坏"):
        Store(path)
