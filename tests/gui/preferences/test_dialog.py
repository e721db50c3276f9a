"""设置 keeps what was typed, refuses what cannot be, and never loses what stands in the form."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QLineEdit, QPushButton
from pytestqt.qtbot import QtBot

from gui.office import Office
from gui.preferences import Preferences, TextSize, keep, recall
from gui.preferences.dialog import HEADINGS, NOTES, PreferencesDialog
from tests.gui.prepared import PreparedAsk


@pytest.fixture
def dialog(qtbot: QtBot, office: Office) -> PreferencesDialog:
    made = PreferencesDialog(None, office)
    qtbot.addWidget(made, before_close_func=lambda left: left.done(0))
    made.show()
    return made


def editor(dialog: PreferencesDialog, name: str) -> QLineEdit:
    found = dialog.form.editor(name)
    assert isinstance(found, QLineEdit)
    return found


def press(qtbot: QtBot, dialog: PreferencesDialog, name: str) -> None:
    button = dialog.findChild(QPushButton, name)
    assert button is not None
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)


def refusal(dialog: PreferencesDialog, name: str) -> str:
    found = dialog.findChild(
        QLabel, "dialog_refusal" if name == "preferences" else f"{name}_refusal"
    )
    assert found is not None
    return found.text()


def test_what_is_typed_is_kept(qtbot: QtBot, dialog: PreferencesDialog, office: Office) -> None:
    editor(dialog, "prepared_by").setText("李芳")
    editor(dialog, "warning_days").setText("5")
    editor(dialog, "text_size").setText("大")
    press(qtbot, dialog, "dialog_agree")
    kept = Preferences(prepared_by="李芳", warning_days=5, text_size=TextSize.LARGE)
    assert recall(office.settings) == kept
    assert dialog.is_altered


def test_it_shows_what_was_kept(qtbot: QtBot, office: Office) -> None:
    keep(office.settings, Preferences(institution="××镇卫生院", text_size=TextSize.SMALL))
    dialog = PreferencesDialog(None, office)
    qtbot.addWidget(dialog)
    assert editor(dialog, "institution").text() == "××镇卫生院"
    assert editor(dialog, "text_size").text() == "小"


def test_a_choice_left_blank_is_the_usual(
    qtbot: QtBot, dialog: PreferencesDialog, office: Office
) -> None:
    editor(dialog, "text_size").setText("")
    editor(dialog, "warning_days").setText("")
    press(qtbot, dialog, "dialog_agree")
    assert recall(office.settings) == Preferences()
    assert not dialog.is_altered


def test_cancelling_keeps_nothing(
    qtbot: QtBot, dialog: PreferencesDialog, office: Office, ask: PreparedAsk
) -> None:
    editor(dialog, "prepared_by").setText("李芳")
    ask.expect("confirm", True)
    press(qtbot, dialog, "dialog_cancel")
    assert recall(office.settings) == Preferences()
    assert not dialog.isVisible()


@pytest.mark.parametrize(
    ("name", "typed", "said"),
    [
        ("warning_days", "三天", "不是整数"),
        ("text_size", "巨大", "可选"),
        ("family", "没有体", "没有带汉字"),
        ("second_backup", "/没有/这里", "没有“/没有/这里”"),
    ],
)
def test_what_cannot_be_is_said_at_its_field(
    qtbot: QtBot, dialog: PreferencesDialog, office: Office, name: str, typed: str, said: str
) -> None:
    editor(dialog, "prepared_by").setText("李芳")
    editor(dialog, name).setText(typed)
    press(qtbot, dialog, "dialog_agree")
    assert said in refusal(dialog, name)
    assert recall(office.settings) == Preferences()
    assert editor(dialog, "prepared_by").text() == "李芳"


def test_a_stick_that_is_not_in_now_bars_nothing_else(qtbot: QtBot, office: Office) -> None:
    keep(office.settings, Preferences(second_backup="/没有/U盘"))
    dialog = PreferencesDialog(None, office)
    qtbot.addWidget(dialog)
    editor(dialog, "prepared_by").setText("李芳")
    dialog.send()
    assert recall(office.settings).prepared_by == "李芳"


def test_the_folder_can_be_pointed_at(
    qtbot: QtBot, dialog: PreferencesDialog, ask: PreparedAsk, tmp_path: Path
) -> None:
    ask.expect("folder", tmp_path / "U盘")
    press(qtbot, dialog, "choose_second_backup")
    assert editor(dialog, "second_backup").text() == str(tmp_path / "U盘")


def test_the_persons_of_the_ledger_are_offered(qtbot: QtBot, dialog: PreferencesDialog) -> None:
    field = Preferences.field("prepared_by")
    assert list(dialog.suggested(field)) == ["张明", "李芳"]


def test_a_place_that_takes_no_settings_is_said(
    qtbot: QtBot, dialog: PreferencesDialog, office: Office, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(office.settings, "save", lambda: False)
    editor(dialog, "prepared_by").setText("李芳")
    press(qtbot, dialog, "dialog_agree")
    assert "不能写入" in refusal(dialog, "dialog")
    assert dialog.isVisible()


def test_headings_and_notes_stand_at_preferences_that_are_there() -> None:
    assert {*HEADINGS, *NOTES} <= {field.name for field in Preferences.fields}
