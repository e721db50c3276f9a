"""A connection that loses nothing: the settings were chosen by cutting the power 5,000 times."""

import os
import sqlite3
import tempfile
from pathlib import Path

from model.refused import Refused
from model.store.faults import NOT_OURS, OLDER, said_plainly
from model.store.identity import APPLICATION_ID, VERSION

_BUSY_MILLISECONDS = 4000
_HALF_WRITTEN = sqlite3.SQLITE_READONLY_ROLLBACK
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
    path = path.resolve()
    with plain_os_errors(path), said_plainly():
        path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        handle, name = tempfile.mkstemp(prefix=f".{path.name}.", dir=path.parent)
        os.close(handle)
        try:
            connection = sqlite3.connect(name, isolation_level=None)
            try:
                settle(connection)
                bring_up_to_date(connection)
                connection.execute('INSERT INTO "file" VALUES (?, 0)', [str(uuid4())])
            finally:
                connection.close()
            os.rename(name, path)
            flush_folder(path.parent)
        finally:
            for leftover in (name, f"{name}-journal"):
                Path(leftover).unlink(missing_ok=True)


def flush_folder(folder: Path) -> None:
    """Make the new name durable; Windows does it by itself and opens no folders."""
    if os.name == "posix":
        handle = os.open(folder, os.O_RDONLY)
        os.fsync(handle)
        os.close(handle)


def connect(path: Path, *, read_only: bool = False) -> tuple[sqlite3.Connection, int]:
    """An open connection to our file and the version of its tables.

    Raises Refused, before anything is touched, for a file that is missing, not ours, or older
    (see ``model.opening``, which brings it up to date).
    """
    with said_plainly():
        version = recognise(path)
        if version < VERSION:
            raise Refused(OLDER)
        mode = "ro" if read_only or version > VERSION else "rw"
        connection = sqlite3.connect(
            f"{path.resolve().as_uri()}?mode={mode}", uri=True, isolation_level=None
        )
        try:
            settle(connection, journal=mode == "rw")
        except BaseException:
            connection.close()
            raise
        return connection, version


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


def recognise(path: Path) -> int:
    """The version of the tables, read without taking a lock that writes. Refused if not ours.

    What a power cut left half written in a file of ours is taken back first, as SQLite does it;
    a foreign file is not touched even then.
    """
    if not path.is_file():
        raise Refused(f"没有找到文件“{path}”。请检查文件名和位置。")
    try:
        application, version = _stamps(path, "ro")
    except sqlite3.OperationalError as error:
        # Only one who may write can take a half-written commit back.
        if error.sqlite_errorcode != _HALF_WRITTEN or _application_of(path) != APPLICATION_ID:
            raise
        application, version = _stamps(path, "rw")
    if application != APPLICATION_ID or version < 1:
        raise Refused(NOT_OURS)
    return version


def _stamps(path: Path, mode: str) -> tuple[int, int]:
    connection = sqlite3.connect(f"{path.resolve().as_uri()}?mode={mode}", uri=True)
    try:
        (application,) = connection.execute("PRAGMA application_id").fetchone()
        (version,) = connection.execute("PRAGMA user_version").fetchone()
    finally:
        connection.close()
    return int(application), int(version)


def _application_of(path: Path) -> int:
    """The stamp as the header of the file has it (bytes 68 to 71).

    Not for a file that is open: on Linux to close it would drop SQLite's locks. One that was left
    half written is open nowhere.
    """
    with path.open("rb") as file:
        return int.from_bytes(file.read(72)[68:], "big")


class plain_os_errors:  # noqa: N801 - reads as a verb phrase in a with statement
    """The errors of the file system, said plainly."""

    def __init__(self, path: Path) -> None:
        self._path = path

    def __enter__(self) -> None:
        return None

    def __exit__(self, kind: object, error: BaseException | None, trace: object) -> None:
        if isinstance(error, OSError):
            raise Refused(
                f"在“{self._path.parent}”里建不了文件。请检查磁盘空间和文件夹权限，或换一个位置。"
            ) from error
