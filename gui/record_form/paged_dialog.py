"""The dialog of a record that stands in a table: the one above and the one below are a key away."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Protocol

from PySide6.QtCore import QKeyCombination, Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QWidget

from gui.look.buttons import allow, flat_button
from gui.office import Office
from gui.record_form.dialog import RecordDialog
from model.fields import Field, Record
from model.frozen import Frozen

UP, DOWN = -1, 1
# words, key, why not: by the direction
WAYS = {
    UP: ("上一条", Qt.Key.Key_Up, "这已经是第一条"),
    DOWN: ("下一条", Qt.Key.Key_Down, "这已经是最后一条"),
}


class Page(Frozen):
    """One record as the dialog shows it; ``notes`` stand below the fields they are named by."""

    record: Record
    title: str
    notes: Mapping[str, str]


class Pages(Protocol):
    """What a table knows of the records around one."""

    def beside(self, record: Record, step: int) -> Page | None:
        """The page above (-1) or below (1) a record; None at the end."""

    def arrived(self, record: Record) -> None:
        """This record is shown now."""


class PagedDialog(RecordDialog):
    """Going on stores what was typed, as leaving a cell does; where that is refused it stays."""

    def __init__(
        self,
        parent: QWidget | None,
        office: Office,
        page: Page,
        fields: Sequence[Field],
        pages: Pages,
    ) -> None:
        super().__init__(parent, office, page.record, page.title, fields, None, page.notes)
        self._pages = pages
        self._allow_ways()
        for step, (_words, key, _why_not) in WAYS.items():
            keys = QKeyCombination(Qt.KeyboardModifier.AltModifier, key)
            QShortcut(QKeySequence(keys), self).activated.connect(lambda step=step: self.go(step))

    def go(self, step: int) -> None:
        """Store what was typed and show the record above or below, at the same field."""
        page = self._pages.beside(self._record, step)
        if page is None or not self._store():
            return
        names = [each.name for each in self._fields]
        here = next((name for name in names if self.form.editor(name).hasFocus()), names[0])
        self._turn_to(page)
        self.form.focus_field(here)
        self._pages.arrived(page.record)

    def _turn_to(self, page: Page) -> None:
        self._record, self._before, self._notes = page.record, page.record, page.notes
        self.show_title(page.title)
        self.show_form(self._made_form())
        self._bar()
        self._allow_ways()

    def _allow_ways(self) -> None:
        for step, button in self._way_buttons.items():
            end = self._pages.beside(self._record, step) is None
            allow(button, WAYS[step][2] if end else "")

    def beside_buttons(self) -> list[QWidget]:
        history, barred = super().beside_buttons()
        self._way_buttons = {}
        for step, (words, key, _why_not) in WAYS.items():
            arrow = "↑" if step == UP else "↓"
            button = flat_button(self._office.look, f"dialog_{key.name.lower()}", words)
            button.setToolTip(f"保存并转到{words}（Alt+{arrow}）")
            button.clicked.connect(lambda _checked=False, step=step: self.go(step))
            self._way_buttons[step] = button
        return [history, *self._way_buttons.values(), barred]


def edit_pages(
    parent: QWidget | None, office: Office, page: Page, fields: Sequence[Field], pages: Pages
) -> None:
    """Let the user edit a record and, from there, those around it."""
    dialog = PagedDialog(parent, office, page, fields, pages)
    try:
        dialog.exec()
    finally:
        dialog.deleteLater()
