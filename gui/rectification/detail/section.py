"""A section of the detail: its heading with a fact and a verb, and rows that are made anew."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from gui.look import Look
from gui.look.buttons import allow, flat_button
from gui.look.panels import PanelHeading


class Section(QWidget):
    """Rows under a heading; ``add_wanted`` asks for one more."""

    add_wanted = Signal()

    def __init__(
        self,
        look: Look,
        name: str,
        title: str,
        verb: str = "",
        icon: str = "plus",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self.setAccessibleName(title)
        self.look = look
        self.heading = PanelHeading(look, f"{name}_heading", title)
        self._verb = flat_button(look, f"{name}_add", verb, icon=icon) if verb else None
        if self._verb:
            self._verb.clicked.connect(self.add_wanted)
            self.heading.add_button(self._verb)
        self._rows: list[QWidget] = []
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        self._column.addWidget(self.heading)

    def insert(self, widget: QWidget) -> None:
        """A widget that stays, between the heading and the rows."""
        self._column.addWidget(widget)

    def bar(self, why_not: str) -> None:
        """Say why nothing can be added or altered here now; blank where it can."""
        if self._verb:
            allow(self._verb, why_not)

    def show_rows(self, rows: list[QWidget]) -> None:
        """Show these rows instead of the ones shown until now."""
        for old in self._rows:
            self._column.removeWidget(old)
            # Not now: the click that led here may still be on its way through the old row.
            old.hide()
            old.setParent(None)
            old.deleteLater()
        self._rows = rows
        for row in rows:
            self._column.addWidget(row)

    def rows(self) -> list[QWidget]:
        return self._rows
