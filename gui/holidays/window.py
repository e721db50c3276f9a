"""节假日: which years are on record, their days, and the ways to enter or correct one."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QHBoxLayout, QWidget

from gui.history.rows import words_column
from gui.holidays.year_form import YearForm
from gui.look.buttons import plain_button
from gui.look.panels import Hairline
from gui.office import Office
from gui.record_table import LIST, RecordTable, TableColumn, TableModel
from gui.record_table.columns import Row
from gui.sheet_dialog import SheetDialog
from model.calendar import OWN_FOLDER, load
from model.dates import show_date
from model.holidays import HolidayYear, remove, span_words, weekday, years_on_record
from model.refused import Refused

SIZE = QSize(1080, 600)
LEFT = 320
NOTICE_MONTH = 11  # in which the next year's notice comes
OWN, BUILT_IN = "本单位录入", "内置"
YEARS = (words_column("year", "年份", 84), words_column("source", "来源", quiet=True))
DAYS = (
    words_column("name", "节日", 132),
    words_column("span", "日期"),
    words_column("days", "天数", 96, quiet=True),
)


def edit_holidays(parent: QWidget | None, office: Office) -> bool:
    """Let the user look at the years and enter some; whether any was altered."""
    window = HolidaysWindow(parent, office)
    try:
        window.exec()
        return window.is_altered
    finally:
        window.deleteLater()


class HolidaysWindow(SheetDialog):
    """Years at the left, the newest first; the days of the chosen one at the right."""

    help_page = "plan"

    def __init__(self, parent: QWidget | None, office: Office) -> None:
        super().__init__(parent, office.look, "holidays", "节假日", SIZE)
        self.is_altered = False
        self._office = office
        self._folder = office.settings.folder / OWN_FOLDER
        self._years: dict[int, HolidayYear] = {}
        self.years = _table(office, "holiday_years", "年份", YEARS)
        self.days = _table(office, "holiday_days", "放假和调休", DAYS)
        look = office.look
        self._remove_button = plain_button(look, "holidays_remove", "删除", icon="trash")
        self._edit_button = plain_button(look, "holidays_edit", "修改…")
        self._add_button = plain_button(look, "holidays_add", "新增一年…", icon="plus")
        self._build()
        self._show()
        self.years.select_id(office.today().year)

    def _build(self) -> None:
        self.years.setFixedWidth(LEFT)
        body = QHBoxLayout()
        body.setSpacing(0)
        body.addWidget(self.years)
        body.addWidget(Hairline(self.look.tokens.line2, upright=True))
        body.addWidget(self.days, 1)
        self.lay_out([self._remove_button, self._edit_button, self._add_button], body)
        self.years.current_changed.connect(lambda _id: self._show_days())
        self.years.opened.connect(lambda _id: self.edit())
        self._add_button.clicked.connect(lambda: self.add())
        self._edit_button.clicked.connect(lambda: self.edit())
        self._remove_button.clicked.connect(lambda: self.remove())
        self.years.setFocus(Qt.FocusReason.OtherFocusReason)

    # -- what is shown -----------------------------------------------------------------------

    def _show(self) -> None:
        self._years = {year.year: year for year in years_on_record(self._folder)}
        self.years.records.show_rows(
            [(each.year, str(each.year), OWN if each.is_own else BUILT_IN) for each in self._listed]
        )
        self.hint.setText(self._note())
        self._show_days()

    @property
    def _listed(self) -> list[HolidayYear]:
        return list(self._years.values())

    def _note(self) -> str:
        """What is missing of this year and, once its notice is out, the next."""
        today = self._office.today()
        until = date(today.year + (today.month >= NOTICE_MONTH), 12, 31)
        return load(own=self._folder).note(today, until)

    def _show_days(self) -> None:
        year = self._chosen()
        self.days.records.show_rows(_day_rows(year) if year else [])
        self._edit_button.setEnabled(year is not None)
        self._remove_button.setEnabled(bool(year and year.is_own))
        self._remove_button.setToolTip("" if year and year.is_own else "内置的年份不能删除")

    def _chosen(self) -> HolidayYear | None:
        return self._years.get(self.years.current_id() or 0)

    # -- deeds -------------------------------------------------------------------------------

    def add(self) -> None:
        """Enter a year by hand."""
        self._fill_in(None)

    def edit(self) -> None:
        """Correct the chosen year; a built-in one is then the office's own."""
        if (year := self._chosen()) is not None:
            self._fill_in(year)

    def remove(self) -> None:
        """Take the office's own entry away; it cannot be brought back, so it is asked."""
        year = self._chosen()
        if year is None or not self._office.ask.confirm(
            f"删除{year.year}年的节假日？", "删除后不能找回，要重新录入。", "删除", loses=True
        ):
            return
        try:
            remove(self._folder, year.year)
        except Refused as refusal:
            self._office.ask.refuse(refusal.text)
            return
        self._alter(year.year)

    def _fill_in(self, year: HolidayYear | None) -> None:
        form = YearForm(self, self._office, self._folder, year)
        try:
            form.exec()
            if form.kept is not None:
                self._alter(form.kept.year)
        finally:
            form.deleteLater()

    def _alter(self, year: int) -> None:
        self.is_altered = True
        self._show()
        self.years.select_id(year)


def _table(office: Office, name: str, title: str, columns: tuple[TableColumn, ...]) -> RecordTable:
    return RecordTable(
        TableModel(columns), office.look, LIST, name, title=title, settings=office.settings
    )


def _day_rows(year: HolidayYear) -> list[Row]:
    off = [(each.name, span_words(each, year.year), f"放假{each.days}天") for each in year.holidays]
    worked = [
        ("调休上班", f"{show_date(day, year.year)}（{weekday(day)}）", "上班")
        for day in year.working
    ]
    return [(number, *row) for number, row in enumerate((*off, *worked), 1)]
