"""Ctrl with the wheel enlarges the rows of a table, as it does in WPS; the size is remembered."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QWheelEvent

from gui.record_table.view import PaintedTable
from gui.settings import Settings

PLAIN = 100
SIZES = (80, 90, PLAIN, 110, 120, 130, 150, 175, 200)  # percent
NOTCH = 120  # what Qt counts for one step of a wheel


class Zooming(QObject):
    """The size of one table's rows in percent."""

    def __init__(self, table: PaintedTable) -> None:
        super().__init__(table)
        self._table = table
        self._settings: Settings | None = None
        self._key = ""
        self._turned = 0  # of a notch; touchpads send less than one at a time
        self.percent = PLAIN
        table.viewport().installEventFilter(self)

    def recall(self, settings: Settings, name: str) -> None:
        """Take up the size that was remembered under ``name``, and remember there from now on."""
        self._settings, self._key = settings, f"table/{name}_size"
        kept = settings.get(self._key, PLAIN)
        if kept in SIZES and kept != PLAIN:
            self._enlarge(kept)

    def put(self, percent: int) -> None:
        """Show the rows in one of ``SIZES``."""
        if percent == self.percent:
            return
        self._enlarge(percent)
        if self._settings is not None:
            self._settings.put(self._key, percent)

    def _enlarge(self, percent: int) -> None:
        self.percent = percent
        self._table.enlarge(percent / PLAIN)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if not isinstance(event, QWheelEvent):
            return False
        if not event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            return False
        self._turned += event.angleDelta().y()
        steps = int(self._turned / NOTCH)  # towards 0, either way
        self._turned -= steps * NOTCH
        at = SIZES.index(self.percent) + steps
        self.put(SIZES[min(max(at, 0), len(SIZES) - 1)])
        return True
