"""The proposed end of a publicity lies so many working days on, whatever day it begins."""

from __future__ import annotations

from datetime import date

import pytest
from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot

from gui.office import Office
from gui.rectification.detail.publicity_form import PublicityForm, last_day
from model.calendar import load
from model.records import Publicity
from model.store import Store
from model.words import PublicityKind

WEDNESDAY, SATURDAY = date(2011, 4, 20), date(2011, 4, 23)


@pytest.mark.parametrize(
    ("start", "days", "end"),
    [
        (WEDNESDAY, 5, date(2011, 4, 26)),
        (SATURDAY, 5, date(2011, 4, 29)),
        (WEDNESDAY, 1, WEDNESDAY),
        (WEDNESDAY, 0, WEDNESDAY),
    ],
)
def test_the_last_of_so_many_working_days(start: date, days: int, end: date) -> None:
    assert last_day(load(), start, days) == end


@pytest.fixture
def form(qtbot: QtBot, office: Office, store: Store) -> PublicityForm:
    shown = Publicity(
        store.fresh_id(Publicity),
        issue=1,
        kind=PublicityKind.RESULTS,
        start=WEDNESDAY,
        end=date(2011, 4, 26),
    )
    made = PublicityForm(None, office, shown, 5)
    qtbot.addWidget(made, before_close_func=PublicityForm.hide)
    with qtbot.waitActive(made):
        made.show()
        made.activateWindow()
    return made


def editor(form: PublicityForm, name: str) -> QLineEdit:
    found = form.form.editor(name)
    assert isinstance(found, QLineEdit)
    return found


def type_over(qtbot: QtBot, form: PublicityForm, name: str, text: str) -> None:
    editor(form, name).selectAll()
    qtbot.keyClicks(editor(form, name), text)


def test_the_end_follows_another_beginning(qtbot: QtBot, form: PublicityForm) -> None:
    type_over(qtbot, form, "start", "4.23")
    assert editor(form, "end").text() == "4月29日"


def test_an_end_that_was_typed_stays(qtbot: QtBot, form: PublicityForm) -> None:
    type_over(qtbot, form, "end", "4.28")
    type_over(qtbot, form, "start", "4.23")
    assert editor(form, "end").text() in ("4.28", "4月28日")


def test_a_beginning_that_makes_no_sense_moves_nothing(qtbot: QtBot, form: PublicityForm) -> None:
    type_over(qtbot, form, "start", "x")
    assert editor(form, "end").text() == "4月26日"


def test_typing_begins_with_the_place(form: PublicityForm) -> None:
    assert editor(form, "place").hasFocus()
