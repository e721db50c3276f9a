"""The form of one year: days off a line each, days worked in one; the notice can be pasted."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

from PySide6.QtWidgets import QWidget

from gui.office import Office
from gui.record_form import RecordForm
from gui.record_form.form_dialog import FormDialog
from model.fields import Record, column, record
from model.holidays import (
    HolidayYear,
    checked,
    holiday_lines,
    holidays_of,
    save,
    working_of,
    working_words,
)
from model.kinds import PLAIN, LongText, Text, Whole
from model.refused import Refused

T = TypeVar("T")
WIDTH = 560
NOTES = {
    "holidays": "每行一个节日，周末也写在内；也可以把通知里的原文整段粘贴进来",
    "working": "为放假而上班的周六、周日；原文里已经写了的不用再写",
}


@record("节假日", shown_by="year")
class Entry(Record):
    """A year as it is typed."""

    id: int = 0
    year: int | None = column("年份", Whole(), required=True, hint="如 2027")
    notice: str = column("通知文号", Text(), width=20, hint="如 国办发明电〔2026〕7号")
    holidays: str = column("放假", LongText(), required=True, hint="春节 2月5日—2月11日")
    working: str = column("调休上班", LongText(), hint="2月14日、2月28日")


class YearForm(FormDialog):
    """确定 keeps the year among the office's own; what is wrong is said at its field."""

    def __init__(
        self, parent: QWidget | None, office: Office, folder: Path, year: HolidayYear | None
    ) -> None:
        """``year`` is altered; None: a new one is entered."""
        title = f"{year.year}年节假日" if year else "新增一年的节假日"
        super().__init__(parent, office, "holiday_year_dialog", title)
        self.kept: HolidayYear | None = None
        self._folder, self._before = folder, year
        fields = [each for each in Entry.fields if year is None or each.name != "year"]
        form = RecordForm(office.look, fields, lambda: PLAIN, notes=NOTES)
        if year is not None:
            form.show_values(_typed(year))
        self.setMinimumWidth(WIDTH)
        self.lay_out(form)
        self.form.focus_first()

    def send(self) -> None:
        """Keep the year, or say what is wrong."""
        self.say("")
        values = self.form.values()
        if values is None:
            return
        number = self._before.year if self._before else values["year"]
        off = self._read("holidays", lambda: holidays_of(values["holidays"], number))
        worked = self._read("working", lambda: working_of(values["working"], number))
        if off is None or worked is None:
            return
        holidays, named = off
        try:
            year = HolidayYear(number, values["notice"], holidays, (*named, *worked), is_own=True)
            self.kept = checked(year)
            save(self._folder, self.kept)
        except Refused as refusal:
            self.say(refusal.text)
        else:
            self.accept()

    def _read(self, name: str, reading: Callable[[], T]) -> T | None:
        try:
            return reading()
        except Refused as refusal:
            self.form.refuse(name, refusal.text)
            return None


def _typed(year: HolidayYear) -> dict[str, str]:
    return {
        "notice": year.notice,
        "holidays": holiday_lines(year),
        "working": working_words(year),
    }
