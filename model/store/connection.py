"""A connection that loses nothing: the settings were chosen by cutting the power 5,000 times."""

import os
import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

from model.refused import Refused
from model.store.columns import hold_columns
from model.store.faults import NOT_OURS, OLDER, said_plainly
from model.store.identity import APPLICATION_ID, VERSION, uri_of
from model.store.interrupted import can_be_written, is_half_written, rolled_back_copy, stamps_of
from model.store.placing import placed, too_long

_BUSY_MILLISECONDS = 4000
_LONGEST_NAME = 200  # bytes: a disk takes 255, and what lies beside it has up to 50 more
_LONGEST_PATH = 430  # bytes: SQLite takes 512, and a backup lies in 备份 with up to 80 more
_SETTINGS = {
    "synchronous": 3,  # EXTRA: also the folder entry of the journal is flushed
    "cache_spill": 0,
    "foreign_keys": 1,
    "trusted_schema": 0,
    "cell_size_check": 1,
    "busy_timeout": _BUSY_MILLISECONDS,
}


def create(path: Path) -> None:
    """Make a new, empty ledger file; it appears at ``path`` whole or not at all.

    Raises Refused when something is there already or the place cannot be written.
    """
    # Only a new file pays for loading sqlite-utils (70 ms) and uuid (3 ms), never the daily start.
    from uuid import uuid4

    from model.store.schema import bring_up_to_date

    if path.exists():
        raise Refused(f"“{path.name}”已经存在，没有改动它。请换一个文件名。")
    hold_name(path.resolve())
    with placed(path) as new, closing(sqlite3.connect(new, isolation_level=None)) as connection:
        settle(connection)
        bring_up_to_date(connection)
        connection.execute('INSERT INTO "file" VALUES (?, 0)', [str(uuid4())])


def hold_name(path: Path) -> None:
    """Refused where a new ledger would have a name that leaves no room for what lies beside it.

    The path of a backup holds the name twice.
    """
    folder, name = (len(os.fsencode(part)) for part in (path.parent, path.name))
    if name > _LONGEST_NAME or folder + 2 * name > _LONGEST_PATH:
        raise too_long(path)


def connect(path: Path, *, read_only: bool = False) -> tuple[sqlite3.Connection, int]:
    """An open connection to our file and the version of its tables.

    Raises Refused, before anything is touched, for a file that is missing, not ours, damaged in its
    tables, or older (see ``model.opening``, which brings it up to date).
    """
    with said_plainly():
        version = recognise(path)
        if version < VERSION:
            raise Refused(OLDER)
        mode = "ro" if read_only or version > VERSION else "rw"
        connection = _opened(path, mode)
        try:
            settle(connection, journal=mode == "rw")
            if version == VERSION:
                hold_columns(connection)
        except BaseException:
            connection.close()
            raise
        return connection, version


def _opened(path: Path, mode: str) -> sqlite3.Connection:
    """A connection; where a write was cut off in a place that cannot be written, to a copy."""
    connection = sqlite3.connect(uri_of(path, mode), uri=True, isolation_level=None)
    if mode == "rw" or can_be_written(path):
        return connection
    try:
        connection.execute("PRAGMA schema_version").fetchone()
    except sqlite3.OperationalError as error:
        connection.close()
        if not is_half_written(error):
            raise
        return rolled_back_copy(path)
    return connection


def settle(connection: sqlite3.Connection, *, journal: bool = True) -> None:
    """Set what keeps the data safe, and read each setting back."""
    if journal:
        (mode,) = connection.execute("PRAGMA journal_mode=TRUNCATE").fetchone()
        if mode != "truncate":
            raise RuntimeError(f"journal_mode is {mode}, not truncate")
    for name, value in _SETTINGS.items():
        connection.execute(f"PRAGMA {name}={value}")
        (kept,) = connection.execute(f"PRAGMA {name}").fetchone()
        if kept != value:
            raise RuntimeError(f"{name} is {kept}, not {value}")


@contextmanager
def one_reading(connection: sqlite3.Connection) -> Iterator[bool]:
    """One state of the file for several reads; False, and nothing to read, while another writes.

    Nobody is waited for: the window asks often, and shall stay alive.
    """
    connection.execute("PRAGMA busy_timeout=0")
    try:
        connection.execute("BEGIN")
        yield _is_free(connection)
    finally:
        if connection.in_transaction:
            connection.execute("ROLLBACK")
        connection.execute(f"PRAGMA busy_timeout={_BUSY_MILLISECONDS}")


def _is_free(connection: sqlite3.Connection) -> bool:
    try:
        connection.execute("PRAGMA schema_version").fetchone()
    except sqlite3.OperationalError as error:
        if error.sqlite_errorcode & 0xFF != sqlite3.SQLITE_BUSY:
            raise
        return False
    return True


def recognise(path: Path) -> int:
    """The version of the tables, read without taking a lock that writes. Refused if not ours.

    What a power cut left half written in a file of ours is taken back first, as SQLite does it;
    a foreign file is not touched even then.
    """
    _hold_file(path)
    _hold_beside(path.resolve())
    try:
        application, version = _stamps(path, "ro")
    except sqlite3.OperationalError as error:
        if not is_half_written(error):
            raise
        # Only one who may write can take a half-written commit back.
        application, version = stamps_of(path)
        if application == APPLICATION_ID and can_be_written(path):
            application, version = _stamps(path, "rw")
    if application != APPLICATION_ID or version < 1:
        raise Refused(NOT_OURS)
    return version


def _hold_file(path: Path) -> None:
    """Refused where no file lies at ``path``, with what does."""
    if path.is_file():
        return
    if not path.exists():
        raise Refused(f"没有找到文件“{path}”。请检查文件名和位置。")
    what = "一个文件夹" if path.is_dir() else "系统的设备或管道"
    raise Refused(f"“{path}”是{what}，不是文件。请选择活动台账的 .db 文件。")


def _hold_beside(path: Path) -> None:
    """Refused where SQLite would take for the file's journal what it would wait at for ever."""
    for end in ("-journal", "-wal"):
        beside = Path(f"{path}{end}")
        if beside.exists() and not beside.is_file():
            raise Refused(f"“{beside.name}”不是文件，台账打不开。请移走它再试一次。")


def _stamps(path: Path, mode: str) -> tuple[int, int]:
    with closing(sqlite3.connect(uri_of(path, mode), uri=True)) as connection:
        (application,) = connection.execute("PRAGMA application_id").fetchone()
        (version,) = connection.execute("PRAGMA user_version").fetchone()
    return int(application), int(version)
