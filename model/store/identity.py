"""How our file is told from any other before anything in it is touched."""

import os
from pathlib import Path

APPLICATION_ID = 0x545A5447  # "TZTG"
VERSION = 3
"""The number of migrations: raised by one with each that is added in ``schema``."""

Mark = tuple[int, int]
"""What tells a file from another that has taken its name."""


def uri_of(path: Path, mode: str = "ro") -> str:
    """The file as SQLite opens it by a URI: to read ("ro") or to write ("rw"), never made anew."""
    return f"{path.resolve().as_uri()}?mode={mode}"


def mark_of(path: Path) -> Mark | None:
    """The mark of the file at ``path``; None where there is none, or its disk is gone."""
    try:
        found = os.stat(path)
    except OSError:
        return None
    return found.st_dev, found.st_ino
