"""The editor of a day: typed as people type dates, or picked from a calendar."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from gui.look import Look
from gui.record_form.drop_list import DropList
from gui.record_form.editor_state import BY_TAB, ENTER, is_left
from gui.record_form.line_editor import LineEditor
from gui.record_form.month import Month
from model.dates import Vague
from model.refused import Refused


class DayEditor(LineEditor):
    """A day, typed as people type it; the calendar opens by its icon, F4 or Alt+Down.

    Where the text was refused because it says only about when, the day that it may mean is offered
    below: Enter, Tab or a click take it, anything else keeps the text.
    """

    icon = "calendar"

    def __init__(
        self,
        look: Look,
        read: Callable[[str], date | None],
        show: Callable[[date], str],
        today: Callable[[], date],
        parent: QWidget | None = None,
    ) -> None:
        """``read``: the day of a text, or Refused."""
        super().__init__(look, parent)
        self._read = read
        self._show = show
        self._today = today
        self._list: DropList | None = None

    def set_refused(self, refused: bool) -> None:
        super().set_refused(refused)
        self._close_list()
        if refused and self.hasFocus() and (day := self._offered()):
            if self._list is None:
                self._list = DropList(self._look, self)
                self._list.clicked.connect(self._pick)
            self._list.offer([], 0, {}, self._show(day))

    def settle(self) -> bool:
        if self._list is not None and self._list.pointed() >= 0:
            self.setText(self._list.text(0))
            self._close_list()
        return True

    def focusOutEvent(self, event: QFocusEvent) -> None:
        if event.reason() not in BY_TAB:
            self._close_list()
        if is_left(event) and (day := self._day()):
            self.setText(self._show(day))  # 11.20 stands as 11月20日 then, as all the others do
        super().focusOutEvent(event)
        self._close_list()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if self._list is not None and self._list.isVisible():
            if event.key() in ENTER:
                self._pick()
                return
            if event.key() == Qt.Key.Key_Escape:
                self._close_list()
                return
        with_alt = event.modifiers() & Qt.KeyboardModifier.AltModifier
        wants_list = event.key() == Qt.Key.Key_F4 or (with_alt and event.key() == Qt.Key.Key_Down)
        if wants_list and not self.isReadOnly():
            self.press_icon()
        else:
            super().keyPressEvent(event)

    def press_icon(self) -> None:
        calendar = Calendar(self._look, self._day() or self._offered(), self._today(), self)
        calendar.chosen.connect(self._take)
        calendar.move(self.mapToGlobal(self.rect().bottomLeft()))
        calendar.show()

    def _day(self) -> date | None:
        try:
            return self._read(self.text())
        except Refused:
            return None

    def _offered(self) -> date | None:
        """What the text may mean where it names no day."""
        try:
            self._read(self.text())
        except Refused as refusal:
            return refusal.day if isinstance(refusal, Vague) else None
        return None

    def _pick(self) -> None:
        self.settle()
        self.altered.emit()
        self.picked.emit()

    def _close_list(self) -> None:
        if self._list is not None:
            self._list.hide()

    def _take(self, day: date) -> None:
        self.setText(self._show(day))
        self.altered.emit()
        self.picked.emit()


class Calendar(QWidget):
    """A month to choose a day from; it closes with the choice."""

    chosen = Signal(object)

    def __init__(self, look: Look, day: date | None, today: date, parent: QWidget) -> None:
        """``day``: the chosen one; without one it opens at ``today``."""
        super().__init__(parent, Qt.WindowType.Popup)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setObjectName("calendar")
        self.setAccessibleName("日历")
        self.month = Month(look, today, self)
        self.month.setSelectedDate(day or today)  # type: ignore[arg-type]  # Qt takes a date too
        self.month.clicked.connect(self._choose)
        self.month.activated.connect(self._choose)
        column = QVBoxLayout(self)
        column.setContentsMargins(4, 4, 4, 4)
        column.addWidget(self.month)

    def showEvent(self, event: QEvent) -> None:
        self.month.setFocus(Qt.FocusReason.PopupFocusReason)  # else the editor would be left

    def _choose(self) -> None:
        picked = self.month.selectedDate()
        self.close()
        self.chosen.emit(date(picked.year(), picked.month(), picked.day()))
