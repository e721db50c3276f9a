"""登记公示: its proposed end follows its beginning, so that no working day is lost."""

from __future__ import annotations

from datetime import date, timedelta

from PySide6.QtWidgets import QWidget

from gui.office import Office
from gui.record_form import RecordDialog
from gui.record_form.day_editor import DayEditor
from model.calendar import Calendar
from model.records import Publicity
from model.refused import Refused


def last_day(calendar: Calendar, start: date, days: int) -> date:
    """The last of so many working days, counted from ``start``, which may be a day off itself."""
    return calendar.add_working_days(start - timedelta(days=1), max(days, 1))


class PublicityForm(RecordDialog):
    """A new publicity of so many working ``days``; an end that was typed stays as it is."""

    def __init__(self, parent: QWidget | None, office: Office, shown: Publicity, days: int) -> None:
        super().__init__(parent, office, shown, "登记公示", None, None)
        self._days, self._proposed = days, shown.end
        self.form.altered.connect(self._follow)
        self.form.focus_field("place")

    def _follow(self) -> None:
        """Move the end with the beginning while nobody typed another."""
        start = self._day("start")
        if start is None or self._proposed is None or self._day("end") != self._proposed:
            return
        end = last_day(self._office.calendar, start, self._days)
        if end != self._proposed:
            self._proposed = end
            words = Publicity.field("end").show(end, self._office.context(self._campaign()))
            self.form.type_text("end", words)

    def _day(self, name: str) -> date | None:
        editor = self.form.editor(name)
        assert isinstance(editor, DayEditor)
        context = self._office.context(self._campaign())
        try:
            day: date | None = Publicity.field(name).parse(editor.typed(), context)
        except Refused:
            return None  # said when it is sent
        return day
