"""A disk that takes nothing more costs nobody a word: what was typed stays, and is taken later."""

from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QPlainTextEdit, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from gui.main_window import MainWindow
from gui.moves.form import MoveForm
from gui.office import Office
from gui.record_form import RecordDialog
from gui.record_form.editors import Editor
from gui.record_table import RecordTable
from model.lifecycle import gather, transition
from model.records import Issue, Person, Progress
from model.store import Store
from model.words import Move, State
from tests.gui.prepared import PreparedAsk
from tests.gui.typing_chinese import commit

LEFT = Qt.MouseButton.LeftButton
LONG = "无人检修，" * 4000  # more than the pages that are free


@contextmanager
def full(store: Store) -> Iterator[None]:
    """The disk has no page left for the ledger."""
    connection = store._connection
    (pages,) = connection.execute("PRAGMA page_count").fetchone()
    (most,) = connection.execute("PRAGMA max_page_count").fetchone()
    connection.execute(f"PRAGMA max_page_count = {pages}")
    yield
    connection.execute(f"PRAGMA max_page_count = {most}")


@contextmanager
def read_only(store: Store) -> Iterator[None]:
    """The medium has turned read-only."""
    store._connection.execute("PRAGMA query_only = 1")
    yield
    store._connection.execute("PRAGMA query_only = 0")


FAULTS = pytest.mark.parametrize(
    ("fault", "words"), [(full, "磁盘已满"), (read_only, "文件是只读的")]
)
Fault = Callable[[Store], AbstractContextManager[None]]


def editor_of(dialog: RecordDialog | MoveForm, name: str) -> Editor:
    found = dialog.form.editor(name)
    assert isinstance(found, Editor)
    return found


def fill(qtbot: QtBot, editor: Editor, text: str) -> None:
    qtbot.mouseClick(editor, LEFT)
    commit(editor, text)


def press(qtbot: QtBot, dialog: QWidget, name: str) -> None:
    button = dialog.findChild(QPushButton, name)
    assert button is not None
    qtbot.mouseClick(button, LEFT)


def said(dialog: QWidget, name: str) -> str:
    label = dialog.findChild(QLabel, name)
    assert label is not None
    return label.text()


@FAULTS
def test_a_form_stays_open_with_all_that_was_typed(
    qtbot: QtBot, office: Office, store: Store, fault: Fault, words: str
) -> None:
    dialog = RecordDialog(None, office, store.get(Issue, 1), "问题", None, None)
    qtbot.addWidget(dialog)
    dialog.show()
    fill(qtbot, editor_of(dialog, "cause"), LONG)
    fill(qtbot, editor_of(dialog, "note"), "待查")
    with fault(store):
        press(qtbot, dialog, "dialog_agree")
        assert words in said(dialog, "dialog_refusal")
        assert dialog.isVisible()
        assert editor_of(dialog, "cause").typed() == LONG
        assert editor_of(dialog, "note").typed() == "待查"
        assert store.get(Issue, 1).note == ""
    press(qtbot, dialog, "dialog_agree")
    assert not dialog.isVisible()
    assert store.get(Issue, 1).cause == LONG
    assert store.get(Issue, 1).note == "待查"


@FAULTS
def test_the_form_of_a_move_stays_open(
    qtbot: QtBot, office: Office, store: Store, fault: Fault, words: str
) -> None:
    form = MoveForm(office, transition(State.REGISTERED, Move.DECLINE), gather(store, 1), None)
    qtbot.addWidget(form)
    form.show()
    fill(qtbot, editor_of(form, "step.reason"), LONG)
    with fault(store):
        press(qtbot, form, "dialog_agree")
        assert words in said(form, "dialog_refusal")
        assert form.isVisible()
        assert editor_of(form, "step.reason").typed() == LONG
        assert store.get(Issue, 1).state is State.REGISTERED
    press(qtbot, form, "dialog_agree")
    assert store.get(Issue, 1).state is State.DECLINED


@FAULTS
def test_the_editor_of_a_cell_stays_open(
    qtbot: QtBot, window: MainWindow, store: Store, fault: Fault, words: str
) -> None:
    window.show_room("ledger")
    table = window.findChild(RecordTable, "issue_table")
    assert table is not None
    table.setFocus()
    table.select_id(1, "cause")
    qtbot.keyClick(table, Qt.Key.Key_F2)
    editor = QApplication.focusWidget()
    assert isinstance(editor, QPlainTextEdit)
    commit(editor, LONG)
    with fault(store):
        qtbot.keyClick(editor, Qt.Key.Key_Return)
        assert editor.toPlainText() == LONG
        assert table.editing.editor is editor
        assert words in table.editing.note.accessibleName()
        assert store.get(Issue, 1).cause == ""
    qtbot.keyClick(editor, Qt.Key.Key_Return)
    assert store.get(Issue, 1).cause == LONG


@FAULTS
def test_a_line_of_progress_stays_in_its_field(
    qtbot: QtBot, window: MainWindow, store: Store, ask: PreparedAsk, fault: Fault, words: str
) -> None:
    window.show_room("rectification").reveal("issue", 1)
    field = window.findChild(QLineEdit, "progress_edit")
    assert field is not None
    text = LONG[:30000]
    field.setFocus()
    commit(field, text)
    ask.expect("refuse")
    with fault(store):
        qtbot.keyClick(field, Qt.Key.Key_Return)
        assert words in ask.asked[0][1]
        assert field.text() == text
    qtbot.keyClick(field, Qt.Key.Key_Return)
    assert [line.content for line in store.all(Progress)] == [text]
    assert field.text() == ""


def test_a_new_record_is_asked_for_again(qtbot: QtBot, office: Office, store: Store) -> None:
    dialog = RecordDialog(None, office, Person(9), "新增人员", None, None)
    qtbot.addWidget(dialog)
    dialog.show()
    fill(qtbot, editor_of(dialog, "name"), "吴霞")
    with read_only(store):
        press(qtbot, dialog, "dialog_agree")
        assert dialog.isVisible()
        assert editor_of(dialog, "name").typed() == "吴霞"
    assert store.find(Person, 9) is None


def test_closing_on_a_full_disk_keeps_the_text_as_a_draft(
    qtbot: QtBot, window: MainWindow, store: Store, office: Office
) -> None:
    window.show_room("ledger")
    table = window.findChild(RecordTable, "issue_table")
    assert table is not None
    table.setFocus()
    table.select_id(1, "cause")
    qtbot.keyClick(table, Qt.Key.Key_F2)
    editor = QApplication.focusWidget()
    assert isinstance(editor, QPlainTextEdit)
    commit(editor, LONG)
    with full(store):
        window.close()
    again = MainWindow(office, store.path)
    qtbot.addWidget(again)
    assert [draft.text for draft in again._bars.drafts.recovered] == [LONG]
