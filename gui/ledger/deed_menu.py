"""A menu of deeds with a record, of which those that alter it say why they cannot be done."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QWidget


class DeedMenu(QMenu):
    """``barred`` says why nothing can be altered now; blank where it can."""

    def __init__(self, name: str, barred: str, parent: QWidget) -> None:
        super().__init__(parent)
        self._barred = barred
        self.setObjectName(name)
        self.setToolTipsVisible(True)

    def put(self, text: str, deed: Callable[[], object]) -> QAction:
        """A deed that alters nothing."""
        action = self.addAction(text)
        action.triggered.connect(lambda _checked=False: deed())
        return action

    def put_writing(self, text: str, deed: Callable[[], object]) -> QAction:
        """A deed that alters the record."""
        action = self.put(text, deed)
        action.setEnabled(not self._barred)
        action.setToolTip(self._barred or text)
        return action
