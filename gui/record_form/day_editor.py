"""The editor of a day: typed as people type dates, or picked from a calendar."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtGui import QIcon, QKeyEvent, QTextCharFormat, QTransform
from PySide6.QtWidgets import QCalendarWidget, QToolButton, QVBoxLayout, QWidget

from gui.look import Look
from gui.record_form.line_editor import LineEditor

ICON = 16
WEEKEND = (Qt.DayOfWeek.Saturday, Qt.DayOfWeek.Sunday)
# Qt's own names of the buttons at both ends of the month's name.
ARROWS = {"qt_calendar_prevmonth": -1, "qt_calendar_nextmonth": 1}


class DayEditor(LineEditor):
    """A day, typed as people type it; the calendar opens by its icon, F4 or Alt+Down."""

    icon = "calendar"

    def __init__(
        self,
        look: Look,
        read: Callable[[str], date | None],
        show: Callable[[date], str],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(look, parent)
        self._read = read
        self._show = show

    def keyPressEvent(self, event: QKeyEvent) -> None:
        with_alt = event.modifiers() & Qt.KeyboardModifier.AltModifier
        wants_list = event.key() == Qt.Key.Key_F4 or (with_alt and event.key() == Qt.Key.Key_Down)
        if wants_list and not self.isReadOnly():
            self.press_icon()
        else:
            super().keyPressEvent(event)

    def press_icon(self) -> None:
        calendar = Calendar(self._look, self._read(self.text()), self)
        calendar.chosen.connect(self._take)
        calendar.move(self.mapToGlobal(self.rect().bottomLeft()))
        calendar.show()

    def _take(self, day: date) -> None:
        self.setText(self._show(day))
        self.altered.emit()
        self.picked.emit()


class Calendar(QWidget):
    """A month to choose a day from; it closes with the choice."""

    chosen = Signal(object)

    def __init__(self, look: Look, day: date | None, parent: QWidget) -> None:
        super().__init__(parent, Qt.WindowType.Popup)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setObjectName("calendar")
        self.setAccessibleName("日历")
        self.month = QCalendarWidget(self)
        self.month.setObjectName("calendar_month")
        self.month.setVerticalHeaderFormat(QCalendarWidget.VerticalHeaderFormat.NoVerticalHeader)
        if day is not None:
            self.month.setSelectedDate(day)  # type: ignore[arg-type]  # Qt takes a date as well
        _dress(self.month, look)
        self.month.clicked.connect(self._choose)
        self.month.activated.connect(self._choose)
        column = QVBoxLayout(self)
        column.setContentsMargins(4, 4, 4, 4)
        column.addWidget(self.month)

    def showEvent(self, event: QEvent) -> None:
        self.month.setFocus()

    def _choose(self) -> None:
        picked = self.month.selectedDate()
        self.close()
        self.chosen.emit(date(picked.year(), picked.month(), picked.day()))


def _dress(month: QCalendarWidget, look: Look) -> None:
    """Weekends quiet instead of red, and arrows that can be seen on a dark ground."""
    quiet = QTextCharFormat()
    quiet.setForeground(look.tokens.ink3)
    for day in WEEKEND:
        month.setWeekdayTextFormat(day, quiet)
    right = look.icons.pixmap("right", look.tokens.ink2, ICON, month.devicePixelRatioF())
    for name, side in ARROWS.items():
        button = month.findChild(QToolButton, name)
        if isinstance(button, QToolButton):
            button.setIcon(QIcon(right.transformed(QTransform.fromScale(side, 1))))
            button.setIconSize(QSize(ICON, ICON))
