"""The page of the first start."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from gui.office import Office


class FirstStart(QWidget):
    sample_wanted = Signal()
    ledger_wanted = Signal()
    left = Signal()

    def __init__(self, office: Office) -> None:
        super().__init__()

    def show_way_back(self, shown: bool) -> None:
        return
