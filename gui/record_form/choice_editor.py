"""The editor of fixed or usual values: typing narrows the list, letters find by initials."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QWidget

from gui.look import Look
from gui.record_form.drop_list import DropList
from gui.record_form.editor_state import BY_TAB, ENTER, is_left
from gui.record_form.line_editor import LineEditor
from gui.record_form.matching import fitting, is_meant
from model.initials import Readings, words
from model.namesakes import bearers

Choices = Callable[[], Sequence[str]]
Add = Callable[[str], bool]
OPENERS = (Qt.Key.Key_F4, Qt.Key.Key_Down, Qt.Key.Key_Up)


class ChoiceEditor(LineEditor):
    """One of the offered values; ``free`` accepts any other text too, and Enter keeps it unless a
    value was pointed at or its initials were typed.

    ``add`` makes a record out of a typed name that nobody has (新增人员) and tells whether it did;
    ``noun`` is what such a record is called; ``readings`` gives the texts that letters find by
    other initials than the usual.
    """

    icon = "down"

    def __init__(
        self,
        look: Look,
        choices: Choices,
        *,
        free: bool = False,
        add: Add | None = None,
        noun: str = "",
        readings: Callable[[], Readings] = words,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(look, parent)
        self._choices = choices
        self._free = free
        self._add = add
        self._noun = noun
        self._readings = readings
        self._list: DropList | None = None
        self.altered.connect(self._narrow)

    def open_list(self) -> None:
        """Show all values, the present one pointed at; none where it can only be read."""
        if self.isReadOnly():
            return
        texts = list(self._choices())
        marked = texts.index(self.text()) if self.text() in texts else -1
        self._drop().offer(texts, marked, self._readings())

    def close_list(self) -> None:
        if self._list is not None:
            self._list.hide()

    @property
    def is_open(self) -> bool:
        return self._list is not None and self._list.isVisible()

    def settle(self) -> bool:
        row = self._list.pointed() if self._list else -1
        if row < 0 or self._list is None:
            return True
        chosen = self._list.text(row)
        self.close_list()
        if self._adds(row):
            return bool(self._add and self._add(self.text().strip()))
        self.fill(chosen)
        return True

    def press_icon(self) -> None:
        self.setFocus()
        if self.is_open:
            self.close_list()
        else:
            self.open_list()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = event.key()
        if self.composing:
            super().keyPressEvent(event)
        elif self.is_open and key in (Qt.Key.Key_Down, Qt.Key.Key_Up):
            self._drop().step(1 if key == Qt.Key.Key_Down else -1)
        elif self.is_open and key == Qt.Key.Key_Escape:
            self.close_list()
        elif self.is_open and key in ENTER and not event.modifiers():
            self._pick()
        elif key in OPENERS:
            self.open_list()
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        super().mousePressEvent(event)
        if not self._on_icon(event) and not self.is_open:
            self.open_list()

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Tab selects all as anywhere, but the beginning of the words stays in sight."""
        super().focusInEvent(event)
        if event.reason() in BY_TAB:
            self.setSelection(len(self.text()), -len(self.text()))

    def focusOutEvent(self, event: QFocusEvent) -> None:
        if event.reason() in BY_TAB:
            self._settle_known()
        elif is_left(event) and not self._free:
            self._settle_only()
        self.close_list()
        super().focusOutEvent(event)

    def _settle_known(self) -> None:
        """Take what is pointed at; a new record is made by Enter or a click only."""
        if self._list is not None and not self._adds(self._list.pointed()):
            self.settle()

    def _settle_only(self) -> None:
        """Take the one value that fits what was typed; where several do, none was meant yet."""
        found = self._fitting() if self.is_open and self.text().strip() else []
        if len(found) == 1:
            self.fill(found[0])

    def _pick(self) -> None:
        if self.settle():
            self.close_list()
            self.picked.emit()

    def _narrow(self) -> None:
        """Offer what fits the typed text, the best pointed at where that can only be meant."""
        typed, found = self.text().strip(), self._fitting()
        choices = self._choices()
        several = bool(self._noun and bearers(typed, choices))
        unknown = self._add is not None and typed not in ("", *choices) and not several
        unknown = unknown and not (found and typed.isascii())  # letters are initials then
        sure = bool(found and typed) and not several
        if sure and self._free:
            sure = is_meant(found[0], typed, self._readings())
        extra = self._offer_to_add() if unknown else ""
        self._drop().offer(found, 0 if sure else -1, self._readings(), extra)

    def _fitting(self) -> list[str]:
        return fitting(self._choices(), self.text().strip(), self._readings())

    def _offer_to_add(self) -> str:
        return f"新增{self._noun}“{self.text().strip()}”"

    def _adds(self, row: int) -> bool:
        """Whether this row is the one that makes a new record."""
        return self._list is not None and row >= 0 and self._list.text(row) == self._offer_to_add()

    def _drop(self) -> DropList:
        if self._list is None:
            self._list = DropList(self._look, self)
            self._list.clicked.connect(self._pick)
        return self._list
