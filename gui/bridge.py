"""The store's one listener: says each announcement again as a Qt signal.

Qt drops the connections of deleted widgets; the store's plain listener would not.
"""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal

from model.store import Store


class Bridge(QObject):
    """Tells every view, also the one that edits, what was stored."""

    changed = Signal(object)  # the Operation

    def __init__(self, store: Store, parent: QObject | None = None) -> None:
        super().__init__(parent)
        store.subscribe(self.changed.emit)
