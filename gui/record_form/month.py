"""The month that a calendar shows, in the program's colours and with the program's today."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QDate, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QIcon, QPainter, QTextCharFormat, QTransform
from PySide6.QtWidgets import QCalendarWidget, QToolButton, QWidget

from gui.look import Look

ICON = 16
RADIUS = 3
WEEKEND = (Qt.DayOfWeek.Saturday, Qt.DayOfWeek.Sunday)
# Qt's own names of the buttons at both ends of the month's name.
ARROWS = {"qt_calendar_prevmonth": -1, "qt_calendar_nextmonth": 1}


class Month(QCalendarWidget):
    """Weekends quiet instead of red, the days of other months paler still, a ring round today."""

    def __init__(self, look: Look, today: date, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self.today = today
        self.setObjectName("calendar_month")
        self.setVerticalHeaderFormat(QCalendarWidget.VerticalHeaderFormat.NoVerticalHeader)
        quiet = QTextCharFormat()
        quiet.setForeground(look.tokens.ink3)
        for day in WEEKEND:
            self.setWeekdayTextFormat(day, quiet)
        self._show_arrows()

    def paintCell(  # noqa: N802  # Qt's name
        self, painter: QPainter, rect: QRect, date: QDate
    ) -> None:
        if date.month() == self.monthShown():
            super().paintCell(painter, rect, date)
        else:
            painter.setPen(self._look.tokens.off)
            painter.drawText(rect, Qt.AlignmentFlag.AlignCenter, str(date.day()))
        if date.toPython() == self.today:
            _ring(painter, rect, self._look.tokens.accent)

    def _show_arrows(self) -> None:
        """Qt's own cannot be seen on a dark ground."""
        right = self._look.icons.pixmap(
            "right", self._look.tokens.ink2, ICON, self.devicePixelRatioF()
        )
        for name, side in ARROWS.items():
            button = self.findChild(QToolButton, name)
            if isinstance(button, QToolButton):
                button.setIcon(QIcon(right.transformed(QTransform.fromScale(side, 1))))
                button.setIconSize(QSize(ICON, ICON))


def _ring(painter: QPainter, rect: QRect, colour: QColor) -> None:
    painter.setPen(colour)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawRoundedRect(QRectF(rect).adjusted(1.5, 1.5, -1.5, -1.5), RADIUS, RADIUS)
