"""A dialog with a form is as high as the form, as far as the screen lets it."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QScrollArea
from pytestqt.qtbot import QtBot

from gui.office import Office
from gui.record_form import RecordForm
from gui.record_form.form_dialog import FRAME, FormDialog
from model.fields import Field
from model.kinds import PLAIN, Text


@pytest.fixture
def dialog(qtbot: QtBot, office: Office) -> Iterator[FormDialog]:
    made = FormDialog(None, office, "dialog", "填写")
    yield made
    made.close()
    made.deleteLater()


def of_lines(office: Office, count: int) -> RecordForm:
    fields = [Field(f"line_{number}", f"第{number}行", Text()) for number in range(count)]
    return RecordForm(office.look, fields, lambda: PLAIN)


def show(qtbot: QtBot, dialog: FormDialog, form: RecordForm) -> None:
    dialog.lay_out(form)
    dialog.show()
    qtbot.waitUntil(dialog.isVisible)


def overflow(dialog: FormDialog) -> int:
    area = dialog.findChild(QScrollArea, "form_area")
    assert area is not None
    return area.verticalScrollBar().maximum()


def test_a_form_that_fits_does_not_scroll(qtbot: QtBot, office: Office, dialog: FormDialog) -> None:
    show(qtbot, dialog, of_lines(office, 8))
    assert overflow(dialog) == 0


def test_a_form_higher_than_the_screen_scrolls_and_the_buttons_stay_in_sight(
    qtbot: QtBot, office: Office, dialog: FormDialog
) -> None:
    show(qtbot, dialog, of_lines(office, 60))
    assert dialog.height() == dialog.screen().availableGeometry().height() - FRAME
    assert overflow(dialog) > 0
    assert not dialog.agree_button.visibleRegion().isEmpty()


def test_it_is_as_high_again_as_it_was_when_nothing_is_refused_any_more(
    qtbot: QtBot, office: Office, dialog: FormDialog
) -> None:
    show(qtbot, dialog, of_lines(office, 3))
    before = dialog.height()
    dialog.say("\n".join(["还差3项"] * 4))
    qtbot.waitUntil(lambda: dialog.height() > before)
    dialog.say("")
    qtbot.waitUntil(lambda: dialog.height() == before)


def test_a_height_that_the_user_chose_stays(
    qtbot: QtBot, office: Office, dialog: FormDialog
) -> None:
    show(qtbot, dialog, of_lines(office, 3))
    chosen = dialog.height() + 90
    dialog.resize(dialog.width(), chosen)
    dialog.say("日期不对。")
    dialog.say("")
    qtbot.wait(1)
    assert dialog.height() == chosen
