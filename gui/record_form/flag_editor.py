"""The editor of a yes or no."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import QCheckBox, QWidget

from gui.record_form.editor_state import is_left, show_refused

HEIGHT = 28  # as the fields beside it
YES, NO = "是", "否"


class FlagEditor(QCheckBox):
    """A box to tick; it says its value in words as all editors do."""

    altered = Signal()
    picked = Signal()
    left = Signal()

    composing = False

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFixedHeight(HEIGHT)
        self.clicked.connect(self.altered)
        self.clicked.connect(self.picked)

    def typed(self) -> str:
        return YES if self.isChecked() else NO

    def fill(self, text: str) -> None:
        self.setChecked(text == YES)

    def set_refused(self, refused: bool) -> None:
        show_refused(self, refused)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        if is_left(event):
            self.left.emit()

    def settle(self) -> bool:
        return True
