"""Writes a report as an Excel file: asks where, works in the background, offers to open it."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QObject, Signal

from gui.office import Office
from model.records import Campaign


class Exporting(QObject):
    """Exports of one window."""

    told = Signal(str, object)  # words and offers for the status bar

    def __init__(self, office: Office, parent: QObject) -> None:
        super().__init__(parent)
        self._office = office

    def export(self, report: str, campaign: Campaign) -> None:
        """Ask for a path and begin."""
        raise NotImplementedError(Path)
