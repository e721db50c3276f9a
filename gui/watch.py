"""Looks every few seconds what others do with the ledger, and tells when we stand otherwise."""

from __future__ import annotations

from PySide6.QtCore import QObject, QTimer, Signal

from model.store import Store

MILLISECONDS = 2500


class Watch(QObject):
    """What another one stored is told by the store itself, as if it were stored here."""

    standing_changed = Signal()  # the store is read-only now, or for another reason

    def __init__(self, store: Store, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._store = store
        self._timer = QTimer(self, interval=MILLISECONDS)
        self._timer.timeout.connect(self.look)
        self._timer.start()

    def look(self) -> None:
        """Look now."""
        before = self._store.read_only
        self._store.notice()
        if self._store.read_only != before:
            self.standing_changed.emit()

    def stop(self) -> None:
        """Look no more; the store is about to be closed."""
        self._timer.stop()
