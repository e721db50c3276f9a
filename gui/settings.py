"""What the window remembers between two starts: sizes, widths, sort, the last tab, light or dark.

It lies in a small file beside the ledger. Nothing of the ledger itself is kept here.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from PySide6.QtCore import QByteArray, QSettings

FILE_NAME = "taizhang.ini"


class Settings:
    """Remembered values by key, e.g. ``ledger/widths``; any value that JSON can hold."""

    def __init__(self, path: Path) -> None:
        self._file = QSettings(str(path), QSettings.Format.IniFormat)

    @classmethod
    def beside(cls, ledger: Path) -> Settings:
        """The settings in the folder of ``ledger``."""
        return cls(ledger.resolve().parent / FILE_NAME)

    def get(self, key: str, default: Any = None) -> Any:
        """The remembered value; ``default`` where there is none or the file was garbled by hand."""
        text = self._file.value(key)
        try:
            return default if text is None else json.loads(str(text))
        except ValueError:
            return default

    def put(self, key: str, value: Any) -> None:
        """Remember ``value``. A place that cannot be written is no reason to stop anybody."""
        self._file.setValue(key, json.dumps(value, ensure_ascii=False))

    def get_bytes(self, key: str) -> QByteArray:
        """What Qt saved of a geometry or a header; empty where there is none."""
        return QByteArray.fromBase64(str(self.get(key, "")).encode("ascii", "ignore"))

    def put_bytes(self, key: str, value: QByteArray) -> None:
        self.put(key, value.toBase64().toStdString())

    def save(self) -> None:
        """Write now what would else be written a moment later."""
        self._file.sync()
