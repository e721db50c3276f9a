"""节假日 shows what is on record; what is entered counts at once and survives."""

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QPushButton
from pytestqt.qtbot import QtBot

from gui.ask import Ask
from gui.holidays import HolidaysWindow
from gui.holidays.year_form import YearForm
from gui.look import Look
from gui.office import Office
from gui.record_table import RecordTable
from model.calendar import OWN_FOLDER, load
from model.holidays import Holiday, HolidayYear, save
from tests.gui.prepared import PreparedAsk
from tests.gui.test_ask import press_in_box

OWN = HolidayYear(2011, "", (Holiday("院庆", date(2011, 4, 20), date(2011, 4, 20)),))


@pytest.fixture
def own(office: Office) -> Path:
    """Where the office's own years lie."""
    return office.settings.folder / OWN_FOLDER


@pytest.fixture
def window(qtbot: QtBot, office: Office) -> HolidaysWindow:
    made = HolidaysWindow(None, office)
    qtbot.addWidget(made)
    made.show()
    return made


def form(qtbot: QtBot, office: Office, own: Path, year: HolidayYear | None) -> YearForm:
    made = YearForm(None, office, own, year)
    qtbot.addWidget(made, before_close_func=lambda left: left.done(0))
    made.show()
    return made


def rows(table: RecordTable) -> list[tuple[str, ...]]:
    records = table.records
    return [
        tuple(str(records.index(row, column).data()) for column in range(records.columnCount()))
        for row in range(records.rowCount())
    ]


def button(window: HolidaysWindow, name: str) -> QPushButton:
    found = window.findChild(QPushButton, name)
    assert found is not None
    return found


def test_this_year_is_chosen_and_its_days_are_shown(window: HolidaysWindow) -> None:
    assert window.years.current_id() == 2011
    shown = rows(window.days)
    assert shown[1] == ("春节", "2月2日—2月8日", "放假7天")
    assert shown[-1] == ("调休上班", "10月9日（周日）", "上班")


def test_the_offices_own_year_is_told_apart_and_can_go(
    qtbot: QtBot, office: Office, ask: PreparedAsk, own: Path
) -> None:
    save(own, OWN)
    window = HolidaysWindow(None, office)
    qtbot.addWidget(window)
    assert ("2011", "本单位录入") in rows(window.years)
    ask.expect("confirm", True)
    button(window, "holidays_remove").click()
    assert ("2011", "内置") in rows(window.years)
    assert window.is_altered


def test_enter_does_not_throw_the_offices_own_year_away(
    qtbot: QtBot, office: Office, look: Look, own: Path
) -> None:
    save(own, OWN)
    window = HolidaysWindow(None, replace(office, ask=Ask(look)))
    qtbot.addWidget(window)
    press_in_box(Qt.Key.Key_Return, [])
    button(window, "holidays_remove").click()
    assert ("2011", "本单位录入") in rows(window.years)


def test_a_built_in_year_cannot_go(window: HolidaysWindow) -> None:
    assert not button(window, "holidays_remove").isEnabled()
    assert not window.is_altered


def test_a_missing_year_is_noted(qtbot: QtBot, office: Office) -> None:
    later = HolidaysWindow(None, replace(office, today=lambda: date(2026, 12, 1)))
    qtbot.addWidget(later)
    assert later.hint.text().startswith("2027年的放假调休未录入")
    earlier = HolidaysWindow(None, replace(office, today=lambda: date(2026, 3, 1)))
    qtbot.addWidget(earlier)
    assert earlier.hint.text() == ""


def test_a_year_is_entered(qtbot: QtBot, office: Office, own: Path) -> None:
    entry = form(qtbot, office, own, None)
    entry.form.type_text("year", "2027")
    entry.form.type_text("holidays", "春节 2月5日—2月11日")
    entry.form.type_text("working", "2月14日")
    entry.send()
    assert entry.kept is not None
    calendar = load(own=own)
    assert not calendar.is_working(date(2027, 2, 8))
    assert calendar.is_working(date(2027, 2, 14))


def test_a_built_in_year_that_is_corrected_is_the_offices_own(
    qtbot: QtBot, office: Office, own: Path, window: HolidaysWindow
) -> None:
    entry = form(qtbot, office, own, OWN)
    entry.form.type_text("working", "4月16日")
    entry.send()
    assert load(own=own).is_working(date(2011, 4, 16))


@pytest.mark.parametrize(
    ("name", "typed", "said"),
    [
        ("year", "", "年份不能为空"),
        ("holidays", "春节放七天假", "没有放假的日期"),
        ("working", "周六", "不是日期"),
    ],
)
def test_what_is_wrong_is_said_at_its_field(
    qtbot: QtBot, office: Office, own: Path, name: str, typed: str, said: str
) -> None:
    entry = form(qtbot, office, own, None)
    entry.form.type_text("year", "2027")
    entry.form.type_text("holidays", "春节 2月5日—2月11日")
    entry.form.type_text(name, typed)
    entry.send()
    refusal = entry.findChild(QLabel, f"{name}_refusal")
    assert refusal is not None
    assert said in refusal.text()
    assert not own.exists()


def test_what_makes_no_sense_is_said_and_nothing_is_kept(
    qtbot: QtBot, office: Office, own: Path
) -> None:
    entry = form(qtbot, office, own, None)
    entry.form.type_text("year", "2027")
    entry.form.type_text("holidays", "春节 2月5日—2月11日")
    entry.form.type_text("working", "2月15日")
    entry.send()
    refusal = entry.findChild(QLabel, "dialog_refusal")
    assert refusal is not None
    assert "本来就上班" in refusal.text()
    assert not own.exists()
