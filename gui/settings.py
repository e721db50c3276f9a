"""What is kept beside the ledger but not in it: how the window was left, and the preferences."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from PySide6.QtCore import QByteArray, QSettings

from gui.settings_file import FILE_NAME

# A copy of the sample is thrown away; what the user sets while it is open belongs to the office.
OF_THE_OFFICE = ("preferences/", "backup/")


class Settings:
    """Remembered values by key, e.g. ``ledger/widths``; any value that JSON can hold.

    With ``office`` the keys that begin as in OF_THE_OFFICE are kept there.
    """

    def __init__(self, path: Path, office: Settings | None = None) -> None:
        self._path = path
        self._file = QSettings(str(path), QSettings.Format.IniFormat)
        self._office = office

    @classmethod
    def beside(cls, ledger: Path, office: Path | None = None) -> Settings:
        """The settings in the folder of ``ledger``; those of the office beside ``office``."""
        shared = cls.beside(office) if office and office != ledger else None
        return cls(ledger.resolve().parent / FILE_NAME, shared)

    @property
    def folder(self) -> Path:
        """Where the office keeps what is its own."""
        return self._office.folder if self._office is not None else self._path.parent

    def get(self, key: str, default: Any = None) -> Any:
        """The remembered value; ``default`` where there is none or the file was garbled by hand."""
        if self._office is not None and key.startswith(OF_THE_OFFICE):
            return self._office.get(key, default)
        text = self._file.value(key)
        try:
            return default if text is None else json.loads(str(text))
        except (ValueError, RecursionError):
            return default

    def put(self, key: str, value: Any) -> None:
        """Remember ``value``. A place that cannot be written is no reason to stop anybody."""
        if self._office is not None and key.startswith(OF_THE_OFFICE):
            self._office.put(key, value)
        else:
            self._file.setValue(key, json.dumps(value, ensure_ascii=False))

    def get_bytes(self, key: str) -> QByteArray:
        """What Qt saved of a geometry or a header; empty where there is none."""
        return QByteArray.fromBase64(str(self.get(key, "")).encode("ascii", "ignore"))

    def put_bytes(self, key: str, value: QByteArray) -> None:
        self.put(key, value.toBase64().toStdString())

    def save(self) -> bool:
        """Write now what would else be written a moment later; whether that could be done."""
        self._file.sync()
        written = self._file.status() == QSettings.Status.NoError
        return written and (self._office is None or self._office.save())
