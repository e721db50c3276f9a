"""The dialog stores a record whole, or stays open with everything that was typed."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QPushButton
from pytestqt.qtbot import QtBot

from gui.office import Office
from gui.record_form import RecordDialog
from model.changes import Change
from model.records import Campaign, Issue, Measure, Person, Phase, Rectification
from model.store import Store
from tests.gui.prepared import PreparedAsk
from tests.gui.record_form.conftest import Dialogs
from tests.gui.record_form.test_form import put, refusal
from tests.gui.typing_chinese import commit, compose


def press(dialog: RecordDialog, name: str) -> None:
    button = dialog.findChild(QPushButton, name)
    assert isinstance(button, QPushButton)
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)


def test_a_new_record_is_added_by_one_operation(dialog_for: Dialogs, store: Store) -> None:
    dialog = dialog_for(Person(store.fresh_id(Person)))
    put(dialog.form, "name", "王强")
    press(dialog, "dialog_agree")
    assert not dialog.isVisible()
    assert dialog.stored == store.all(Person, name="王强")[0]
    entry = store.undoable()
    assert entry is not None
    assert entry.label == "新增人员"


def test_the_cursor_waits_where_a_new_record_needs_words(dialog_for: Dialogs, store: Store) -> None:
    fresh = dialog_for(Measure(store.fresh_id(Measure), rectification=1, seq=2))
    assert fresh.form.editor("content").hasFocus()
    assert dialog_for(store.get(Phase, 1)).form.editor("seq").hasFocus()


def test_a_record_is_edited(dialog_for: Dialogs, store: Store) -> None:
    dialog = dialog_for(store.get(Person, 2))
    put(dialog.form, "post", "书记")
    press(dialog, "dialog_agree")
    assert store.get(Person, 2).post == "书记"
    assert store.get(Person, 2).name == "李芳"


def test_nothing_altered_is_nothing_stored(dialog_for: Dialogs, store: Store) -> None:
    before = store.undoable()
    dialog = dialog_for(store.get(Person, 2))
    press(dialog, "dialog_agree")
    assert not dialog.isVisible()
    assert store.undoable() == before


def test_what_goes_together_is_stored_together(
    qtbot: QtBot, office: Office, store: Store, campaign: Campaign
) -> None:
    issue = Issue(store.fresh_id(Issue), campaign=campaign.id)
    first = Rectification(store.fresh_id(Rectification), issue=issue.id)
    dialog = RecordDialog(
        None, office, issue, "新增问题", None, lambda r: [Change(None, r), Change(None, first)]
    )
    qtbot.addWidget(dialog)
    put(dialog.form, "content", "走廊灯不亮。")
    dialog.send()
    assert isinstance(dialog.stored, Issue)
    assert dialog.stored.number == "2011-002"
    assert store.get(Rectification, first.id) == first


def test_what_the_store_refuses_stands_at_its_field(dialog_for: Dialogs, store: Store) -> None:
    dialog = dialog_for(store.get(Phase, 2))
    put(dialog.form, "end", "1.2")
    press(dialog, "dialog_agree")
    assert dialog.isVisible()
    assert "早于" in refusal(dialog.form, "end")
    assert store.get(Phase, 2).end == date(2011, 5, 18)


def test_a_refusal_without_a_field_stands_below_the_form(dialog_for: Dialogs, store: Store) -> None:
    dialog = dialog_for(store.get(Person, 2))
    store.apply([Change(store.get(Person, 2), Person(2, name="李芳", post="书记"))], "别处")
    put(dialog.form, "department", "医务科")
    press(dialog, "dialog_agree")
    assert dialog.isVisible()
    said = dialog.findChild(QLabel, "dialog_refusal")
    assert isinstance(said, QLabel)
    assert "别处改过" in said.text()
    assert store.get(Person, 2).department == ""


def test_ctrl_enter_agrees_from_any_field(dialog_for: Dialogs, store: Store) -> None:
    dialog = dialog_for(store.get(Phase, 1))
    put(dialog.form, "requirement", "人人参加。")
    control = Qt.KeyboardModifier.ControlModifier
    QTest.keyClick(dialog.form.editor("requirement"), Qt.Key.Key_Return, control)
    assert store.get(Phase, 1).requirement == "人人参加。"


def test_the_enter_that_ends_a_composition_does_not_agree(dialog_for: Dialogs) -> None:
    dialog = dialog_for(Person(9))
    editor = dialog.form.editor("name")
    editor.setFocus()
    compose(editor, ["w", "wangqiang"])
    QTest.keyClick(editor, Qt.Key.Key_Return)
    commit(editor, "wangqiang")
    assert dialog.isVisible()
    assert refusal(dialog.form, "name") == ""


def test_cancel_stores_nothing(dialog_for: Dialogs, ask: PreparedAsk, store: Store) -> None:
    dialog = dialog_for(store.get(Person, 2))
    put(dialog.form, "post", "书记")
    ask.expect("confirm", False)
    press(dialog, "dialog_cancel")
    assert dialog.isVisible()
    ask.expect("confirm", True)
    QTest.keyClick(dialog, Qt.Key.Key_Escape)
    assert not dialog.isVisible()
    assert dialog.stored is None
    assert store.get(Person, 2).post == "副院长"


def test_an_untouched_form_closes_without_a_question(dialog_for: Dialogs, store: Store) -> None:
    dialog = dialog_for(store.get(Person, 2))
    press(dialog, "dialog_cancel")
    assert not dialog.isVisible()
