"""A write that was cut off where nothing can be written: it is taken back in memory instead."""

import os
import shutil
import sqlite3
import tempfile
from pathlib import Path

_HALF_WRITTEN = sqlite3.SQLITE_READONLY_ROLLBACK


def is_half_written(error: sqlite3.Error) -> bool:
    """Whether a read failed because it would first have to take a cut-off write back."""
    return getattr(error, "sqlite_errorcode", 0) == _HALF_WRITTEN


def can_be_written(path: Path) -> bool:
    """Whether the file and its folder let us write."""
    path = path.resolve()
    return os.access(path, os.W_OK) and os.access(path.parent, os.W_OK)


def stamps_of(path: Path) -> tuple[int, int]:
    """Application and version as the header has them (bytes 68 to 71, 60 to 63).

    Not for a file that is open: on Linux to close it would drop SQLite's locks. One that was left
    half written is open nowhere.
    """
    with path.open("rb") as file:
        header = file.read(72)
    return int.from_bytes(header[68:72], "big"), int.from_bytes(header[60:64], "big")


def rolled_back_copy(path: Path) -> sqlite3.Connection:
    """The ledger in memory as it was before the write that was cut off; the disk stays as it is."""
    with tempfile.TemporaryDirectory(prefix="taizhang-") as folder:
        copy = Path(folder) / "copy.db"
        for end in ("", "-journal"):
            shutil.copyfile(f"{path.resolve()}{end}", f"{copy}{end}")
        whole = sqlite3.connect(copy)
        memory = sqlite3.connect(":memory:", isolation_level=None)
        try:
            whole.backup(memory)
        except BaseException:
            memory.close()
            raise
        finally:
            whole.close()
    return memory
