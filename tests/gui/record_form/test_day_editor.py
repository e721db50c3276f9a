"""A day is typed, or picked from the calendar."""

from __future__ import annotations

from datetime import date

import pytest
from PySide6.QtCore import QDate, Qt
from PySide6.QtGui import QImage, QPainter
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QWidget
from pytestqt.qtbot import QtBot

from gui.look import Look
from gui.record_form.day_editor import Calendar, DayEditor
from gui.record_form.month import Month
from model.records import Issue
from model.store import Store
from tests.gui.conftest import TODAY
from tests.gui.record_form.conftest import Dialogs, Forms
from tests.gui.typing_chinese import commit


@pytest.mark.parametrize(
    ("key", "modifiers"),
    [
        (Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier),
        (Qt.Key.Key_F4, Qt.KeyboardModifier.NoModifier),
    ],
)
def test_the_calendar_opens_at_the_typed_day_and_gives_the_picked_one(
    form_of: Forms, key: Qt.Key, modifiers: Qt.KeyboardModifier
) -> None:
    form = form_of([Issue.field("found_on")])
    editor = form.editor("found_on")
    assert isinstance(editor, DayEditor)
    form.show_values({"found_on": date(2011, 3, 9)})
    QTest.keyClick(editor, key, modifiers)
    calendar = editor.findChild(Calendar)
    assert isinstance(calendar, Calendar)
    shown = calendar.month.selectedDate()
    assert (shown.year(), shown.month(), shown.day()) == (2011, 3, 9)
    calendar.month.setSelectedDate(shown.addDays(1))
    calendar.month.activated.emit(calendar.month.selectedDate())
    assert form.values() == {"found_on": date(2011, 3, 10)}


def test_the_end_of_a_month_is_asked_back_in_a_form_too(form_of: Forms) -> None:
    written: list[object] = []
    fields = [Issue.field("found_on"), Issue.field("cause")]
    form = form_of(fields, lambda _name, value: written.append(value))
    editor = form.editor("found_on")
    assert isinstance(editor, DayEditor)
    editor.setFocus()
    commit(editor, "5月中旬")
    QTest.keyClick(editor, Qt.Key.Key_Tab)
    refusal = form.findChild(QLabel, "found_on_refusal")
    assert isinstance(refusal, QLabel)
    assert refusal.text() == "“5月中旬”没有说是哪一天。要写成5月20日，就输入5.20。"
    QTest.keyClick(editor, Qt.Key.Key_F4)
    calendar = editor.findChild(Calendar)
    assert isinstance(calendar, Calendar)
    assert calendar.month.selectedDate().day() == 20
    calendar.close()
    assert written == []


@pytest.mark.parametrize(("text", "said"), [("4.20", ""), ("4.21", "日期在今天之后，请核对。")])
def test_a_day_that_has_not_come_is_taken_with_a_remark(
    dialog_for: Dialogs, store: Store, text: str, said: str
) -> None:
    """Today is 20 April."""
    dialog = dialog_for(store.get(Issue, 1))
    editor = dialog.form.editor("found_on")
    editor.setFocus()
    QTest.keyClicks(editor, text)
    QTest.keyClick(editor, Qt.Key.Key_Tab)
    remark = dialog.findChild(QLabel, "found_on_remark")
    assert isinstance(remark, QLabel)
    assert (remark.text(), remark.isVisible()) == (said, bool(said))
    dialog.send()
    assert store.get(Issue, 1).found_on == date(2011, 4, int(text[2:]))


def calendar_of(editor: QWidget) -> Calendar:
    """The calendar that opens by F4."""
    QTest.keyClick(editor, Qt.Key.Key_F4)
    calendar = editor.findChild(Calendar)
    assert isinstance(calendar, Calendar)
    return calendar


def test_without_a_day_the_calendar_opens_at_the_programs_today(
    dialog_for: Dialogs, store: Store
) -> None:
    dialog = dialog_for(store.get(Issue, 1))
    calendar = calendar_of(dialog.form.editor("found_on"))
    assert calendar.month.selectedDate().toPython() == TODAY
    calendar.close()


@pytest.fixture
def month(qtbot: QtBot, look: Look) -> Month:
    """April 2011, which begins on a Friday, with the 15th chosen."""
    made = Month(look, TODAY)
    qtbot.addWidget(made)
    made.setFirstDayOfWeek(Qt.DayOfWeek.Monday)
    made.setSelectedDate(QDate(2011, 4, 15))
    return made


def painted(month: Month, day: date) -> QImage:
    """How the cell of one day is painted onto white."""
    image = QImage(40, 30, QImage.Format.Format_RGB32)
    image.fill(Qt.GlobalColor.white)
    painter = QPainter(image)
    month.paintCell(painter, image.rect(), QDate(day.year, day.month, day.day))
    painter.end()
    return image


def darkest(image: QImage) -> int:
    places = ((x, y) for x in range(image.width()) for y in range(image.height()))
    return min(image.pixelColor(x, y).lightness() for x, y in places)


def test_days_of_other_months_are_paler_than_weekends_and_these_than_workdays(
    qtbot: QtBot, month: Month
) -> None:
    with qtbot.waitExposed(month):
        month.show()
    days = (date(2011, 4, 28), date(2011, 4, 23), date(2011, 3, 31))
    workday, weekend, other = (darkest(painted(month, day)) for day in days)
    assert workday < weekend < other


def test_a_ring_is_round_today_alone(look: Look, month: Month) -> None:
    middle = 15
    ringed = [
        day
        for day in range(1, 31)
        if painted(month, date(2011, 4, day)).pixelColor(1, middle) == look.tokens.accent
    ]
    assert ringed == [TODAY.day]


def test_a_day_that_was_typed_stands_as_all_others_do_when_it_is_left(form_of: Forms) -> None:
    form = form_of([Issue.field("found_on"), Issue.field("cause")])
    editor = form.editor("found_on")
    assert isinstance(editor, DayEditor)
    editor.setFocus()
    QTest.keyClicks(editor, "3.9")
    QTest.keyClick(editor, Qt.Key.Key_Tab)
    assert editor.text() == "3月9日"


def test_what_is_no_day_stays_as_it_was_typed(form_of: Forms) -> None:
    form = form_of([Issue.field("found_on"), Issue.field("cause")])
    editor = form.editor("found_on")
    assert isinstance(editor, DayEditor)
    editor.setFocus()
    QTest.keyClicks(editor, "4.31")
    QTest.keyClick(editor, Qt.Key.Key_Tab)
    assert editor.text() == "4.31"
