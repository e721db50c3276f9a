"""The settings file as plain text, for the commands that run without Qt."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

FILE_NAME = "taizhang.ini"
_ESCAPED = re.compile(r"\\(.)")


class SettingsFile:
    """What ``Settings`` has put into the file at ``path``; a file that is not there holds nothing.

    Only sections and keys of Latin letters are read, which ours all are.
    """

    def __init__(self, path: Path) -> None:
        self._texts = _texts(path)

    @classmethod
    def beside(cls, ledger: Path) -> SettingsFile:
        """The file in the folder of ``ledger``."""
        return cls(ledger.resolve().parent / FILE_NAME)

    def get(self, key: str, default: Any = None) -> Any:
        """The remembered value; ``default`` where there is none or the file was garbled by hand."""
        try:
            return json.loads(self._texts[key])
        except (KeyError, ValueError, RecursionError):
            return default


def _texts(path: Path) -> dict[str, str]:
    try:
        lines = path.read_text("utf-8", "replace").split("\n")
    except OSError:
        return {}
    found, section = {}, ""
    for line in map(str.strip, lines):
        if line.startswith("["):
            section = line.strip("[]")
        else:
            key, _equals, value = line.partition("=")
            found[f"{section}/{key}"] = _plain(value)
    return found


def _plain(value: str) -> str:
    """A value without the quotes and backslashes that Qt writes around JSON."""
    whole = len(value) > 1 and value[0] == value[-1] == '"'
    return _ESCAPED.sub(r"\1", value[1:-1] if whole else value)
