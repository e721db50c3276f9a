"""A day is typed, or picked from the calendar."""

from __future__ import annotations

from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel

from gui.record_form.day_editor import Calendar, DayEditor
from model.records import Issue
from model.store import Store
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
