"""What is typed and not stored is kept beside the ledger each second, and offered again."""

import json
import os
import stat
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from typing import TypeVar

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QPlainTextEdit, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from gui.draft_file import Draft, DraftFile
from gui.main_window import MainWindow
from gui.moves.form import MoveForm
from gui.office import Office
from gui.record_form import RecordDialog
from gui.record_table import RecordTable
from model.changes import Change
from model.lifecycle import gather, transition
from model.records import Campaign, Issue, Person, Progress
from model.store import Store
from model.words import Move, State
from tests.gui.prepared import PreparedAsk
from tests.gui.typing_chinese import commit

W = TypeVar("W", bound=QWidget)
LEFT = Qt.MouseButton.LeftButton
DRAFT = Draft("main_window/progress_edit", "今天的进展", "", "已联系厂家", "2011-04-20T10:32")


@pytest.fixture
def file(store: Store) -> DraftFile:
    return DraftFile(store.path)


def see(parent: QWidget, kind: type[W], name: str) -> W:
    return next(each for each in parent.findChildren(kind, name) if each.isVisible())


def texts(file: DraftFile) -> list[tuple[str, str]]:
    return [(each.words, each.text) for each in file.read()]


def hasten(window: MainWindow) -> None:
    """What happens each second happens at once."""
    for timer in window._bars.drafts.findChildren(QTimer):
        timer.setInterval(10)


def tick(window: MainWindow) -> None:
    """A second later."""
    window._bars.drafts.keep()


def give_keyboard(qtbot: QtBot, widget: QWidget) -> None:
    qtbot.mouseClick(widget, LEFT)
    assert QApplication.focusWidget() is widget


def opened_again(qtbot: QtBot, office: Office) -> MainWindow:
    """The window of the next start, with the keyboard."""
    made = MainWindow(office, office.store.path)
    qtbot.addWidget(made)
    made.show()
    made.activateWindow()
    qtbot.waitUntil(made.isActiveWindow)
    return made


@pytest.fixture
def progress(qtbot: QtBot, window: MainWindow) -> QLineEdit:
    """The field for today's progress, with the keyboard."""
    window.show_room("rectification").reveal("issue", 1)
    field = see(window, QLineEdit, "progress_edit")
    give_keyboard(qtbot, field)
    return field


@contextmanager
def shown(qtbot: QtBot, dialog: QWidget) -> Iterator[None]:
    qtbot.addWidget(dialog)
    dialog.show()
    dialog.activateWindow()
    qtbot.waitUntil(dialog.isActiveWindow)
    yield


def test_a_line_of_progress_is_kept_until_it_is_stored(
    qtbot: QtBot, window: MainWindow, progress: QLineEdit, file: DraftFile, store: Store
) -> None:
    commit(progress, "已联系厂家")
    tick(window)
    assert texts(file) == [("今天的进展", "已联系厂家")]
    qtbot.keyClick(progress, Qt.Key.Key_Return)
    assert [line.content for line in store.all(Progress)] == ["已联系厂家"]
    tick(window)
    assert not file.path.exists()


def test_it_is_kept_though_another_field_is_visited(
    qtbot: QtBot, window: MainWindow, progress: QLineEdit, file: DraftFile
) -> None:
    commit(progress, "已联系厂家")
    window.show_room("rectification").setFocus()
    tick(window)
    assert texts(file) == [("今天的进展", "已联系厂家")]


def test_only_its_owner_may_read_it(
    window: MainWindow, progress: QLineEdit, file: DraftFile
) -> None:
    commit(progress, "秘密")
    tick(window)
    if os.name == "posix":
        assert stat.S_IMODE(file.path.stat().st_mode) == 0o600


def test_it_is_written_by_itself(
    qtbot: QtBot, window: MainWindow, progress: QLineEdit, file: DraftFile
) -> None:
    hasten(window)
    commit(progress, "已联系厂家")
    qtbot.waitUntil(file.path.exists)


def test_text_in_a_cell_is_kept_until_written_or_given_up(
    qtbot: QtBot, window: MainWindow, file: DraftFile
) -> None:
    window.show_room("ledger")
    table = see(window, RecordTable, "issue_table")
    table.setFocus()
    table.select_id(1, "cause")
    qtbot.keyClick(table, Qt.Key.Key_F2)
    editor = QApplication.focusWidget()
    assert isinstance(editor, QPlainTextEdit)
    commit(editor, "无人检修")
    tick(window)
    assert texts(file) == [("问题台账2011-001 · 产生原因", "无人检修")]
    hasten(window)
    qtbot.keyClick(editor, Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: not file.path.exists())


def test_text_in_a_cell_of_a_row_that_is_no_record_yet_says_so(
    qtbot: QtBot, window: MainWindow, file: DraftFile
) -> None:
    window.show_room("ledger")
    table = see(window, RecordTable, "issue_table")
    table.setFocus()
    cause = table.records.column_of("cause")
    table.setCurrentIndex(table.records.index(1, cause))
    qtbot.keyClick(table, Qt.Key.Key_F2)
    commit(see(window, QPlainTextEdit, "cause_edit"), "无人检修")
    tick(window)
    assert texts(file) == [("问题台账新的一行 · 产生原因", "无人检修")]
    table.editing.give_up()


def test_all_fields_of_a_form_are_kept_until_it_closes(
    qtbot: QtBot, window: MainWindow, office: Office, store: Store, file: DraftFile,
    ask: PreparedAsk,
) -> None:  # fmt: skip
    form = RecordDialog(window, office, store.get(Issue, 1), "问题2011-001", None, None)
    with shown(qtbot, form):
        for name, text in (("cause", "无人检修"), ("note", "待查")):
            editor = form.form.editor(name)
            give_keyboard(qtbot, editor)
            commit(editor, text)
        tick(window)
        assert texts(file) == [
            ("问题2011-001 · 产生原因", "无人检修"), ("问题2011-001 · 备注", "待查"),
        ]  # fmt: skip
        ask.expect("confirm", True)
        form.reject()
    tick(window)
    assert not file.path.exists()


def test_the_form_of_a_move_is_kept(
    qtbot: QtBot, window: MainWindow, office: Office, store: Store, file: DraftFile
) -> None:
    wanted = transition(State.REGISTERED, Move.DECLINE)
    form = MoveForm(office, wanted, gather(store, 1), window)
    with shown(qtbot, form):
        editor = form.form.editor("step.reason")
        give_keyboard(qtbot, editor)
        commit(editor, "不属于本院")
        tick(window)
        assert [text for _words, text in texts(file)] == ["不属于本院"]
        form.done(0)


def test_what_is_searched_is_no_draft(qtbot: QtBot, window: MainWindow, file: DraftFile) -> None:
    field = see(window, QLineEdit, "search_edit")
    field.setFocus()
    qtbot.keyClicks(field, "abc")
    tick(window)
    assert not file.path.exists()


def test_what_stands_unfinished_at_the_end_is_offered_at_the_start(
    qtbot: QtBot, window: MainWindow, office: Office, progress: QLineEdit
) -> None:
    commit(progress, "已联系厂家")
    window.close()
    again = opened_again(qtbot, office)
    words = see(again, QLabel, "draft_words")
    assert words.text().startswith("上次没写完的一段话（")
    assert words.text().endswith("今天的进展）：已联系厂家")
    again.close()


@pytest.fixture
def recovered(qtbot: QtBot, office: Office, file: DraftFile) -> Iterator[MainWindow]:
    """A window after a power cut left two texts."""
    file.write([DRAFT, Draft("x/note_edit", "备注", "", "待查", "2011-04-20T10:30")])
    made = opened_again(qtbot, office)
    yield made
    made.close()


def press(qtbot: QtBot, window: QWidget, name: str) -> None:
    qtbot.mouseClick(see(window, QPushButton, name), LEFT)


def test_recovered_texts_are_copied(qtbot: QtBot, recovered: MainWindow) -> None:
    press(qtbot, recovered, "draft_copy")
    assert QApplication.clipboard().text() == "今天的进展：已联系厂家\n\n备注：待查"


def test_dismissed_they_are_gone(qtbot: QtBot, recovered: MainWindow, file: DraftFile) -> None:
    press(qtbot, recovered, "draft_drop")
    assert not file.path.exists()
    bar = recovered.findChild(QWidget, "draft_bar")
    assert bar is not None
    assert bar.isHidden()


def test_to_dismiss_them_leaves_the_keyboard_at_its_work(
    qtbot: QtBot, recovered: MainWindow
) -> None:
    recovered.activateWindow()
    qtbot.waitUntil(recovered.isActiveWindow)
    room = recovered.show_room("ledger")
    room.setFocus()
    before = QApplication.focusWidget()
    assert before is not None
    press(qtbot, recovered, "draft_drop")
    assert QApplication.focusWidget() is before


def test_they_stay_while_others_are_typed(
    qtbot: QtBot, recovered: MainWindow, office: Office, file: DraftFile
) -> None:
    form = RecordDialog(recovered, office, Person(9), "新增人员", None, None)
    with shown(qtbot, form):
        give_keyboard(qtbot, form.form.editor("name"))
        commit(form.form.editor("name"), "吴霞")
        tick(recovered)
        assert [text for _words, text in texts(file)] == ["已联系厂家", "待查", "吴霞"]
        form.done(0)
    tick(recovered)
    assert [text for _words, text in texts(file)] == ["已联系厂家", "待查"]


def test_one_is_put_back_at_its_place(
    qtbot: QtBot, window: MainWindow, office: Office, progress: QLineEdit, file: DraftFile
) -> None:
    commit(progress, "已联系厂家")
    window.close()
    again = opened_again(qtbot, office)
    again.show_room("rectification").reveal("issue", 1)
    field = see(again, QLineEdit, "progress_edit")
    assert field.text() == ""
    field.setFocus()
    press(qtbot, again, "draft_put_back")
    assert field.text() == "已联系厂家"
    assert not again._bars.drafts.recovered
    assert len(file.read()) == 1  # it is typed now, and not stored yet
    qtbot.keyClick(field, Qt.Key.Key_Return)
    tick(again)
    assert not file.path.exists()
    again.close()


def test_nothing_is_put_over_what_stands_there_now(
    qtbot: QtBot, window: MainWindow, file: DraftFile
) -> None:
    window._bars.drafts.recovered = [
        Draft("main_window/progress_edit", "今天的进展", "别的话", "已联系厂家", "")
    ]
    window.show_room("rectification").reveal("issue", 1)
    see(window, QLineEdit, "progress_edit").setFocus()
    assert window.findChild(QPushButton, "draft_put_back") is None


@pytest.mark.parametrize(
    "garbled",
    ["", "{", pytest.param("[" * 100_000, id="deep"), "[1]", '[{"text": "x"}]', '{"a": 1}'],
)
def test_a_garbled_file_is_no_draft(file: DraftFile, garbled: str) -> None:
    file.path.write_text(garbled, "utf-8")
    assert file.read() == []


def test_a_disk_that_cannot_be_written_stops_nobody(tmp_path: Path) -> None:
    DraftFile(tmp_path / "没有" / "台账.db").write([DRAFT])


def test_the_file_is_plain_to_read(file: DraftFile) -> None:
    file.write([DRAFT])
    assert file.path.name == "台账.db.draft"
    assert json.loads(file.path.read_text("utf-8"))[0]["text"] == "已联系厂家"
    assert file.read() == [DRAFT]


def test_a_read_only_ledger_has_none(
    qtbot: QtBot, office: Office, store: Store, file: DraftFile, monkeypatch: pytest.MonkeyPatch
) -> None:
    file.write([DRAFT])
    monkeypatch.setattr(store, "read_only", "现在是只读查看。")
    window = MainWindow(office, store.path)
    qtbot.addWidget(window)
    assert window._bars.drafts.recovered == []
    window.show_room("rectification").reveal("issue", 1)
    window._bars.drafts.keep()
    assert file.read() == [DRAFT]


def test_it_is_offered_as_soon_as_the_ledger_can_be_written(
    qtbot: QtBot, office: Office, store: Store, file: DraftFile, monkeypatch: pytest.MonkeyPatch
) -> None:
    file.write([DRAFT])
    monkeypatch.setattr(store, "read_only", "王强正在使用。")
    window = MainWindow(office, store.path)
    qtbot.addWidget(window)
    window.show()
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    monkeypatch.setattr(store, "read_only", "")
    see(window, QLineEdit, "search_edit").setFocus()
    assert window._bars.drafts.recovered == [DRAFT]
    assert see(window, QWidget, "draft_bar").isVisible()
    window.close()


def test_it_is_kept_while_another_program_is_before_the_window(
    qtbot: QtBot, window: MainWindow, file: DraftFile
) -> None:
    window.show_room("ledger")
    table = see(window, RecordTable, "issue_table")
    table.setFocus()
    table.select_id(1, "cause")
    qtbot.keyClick(table, Qt.Key.Key_F2)
    editor = QApplication.focusWidget()
    assert isinstance(editor, QPlainTextEdit)
    commit(editor, "无人检修")
    other = QWidget()
    qtbot.addWidget(other)
    other.show()
    other.activateWindow()
    qtbot.waitUntil(other.isActiveWindow)
    tick(window)
    assert texts(file) == [("问题台账2011-001 · 产生原因", "无人检修")]


@pytest.fixture
def begun(qtbot: QtBot, window: MainWindow) -> RecordTable:
    """The ledger with a row that is no record yet: only its cause was typed."""
    window.show_room("ledger")
    table = see(window, RecordTable, "issue_table")
    table.setFocus()
    cause = table.records.column_of("cause")
    table.setCurrentIndex(table.records.index(len(table.records.rows), cause))
    qtbot.keyClick(table, Qt.Key.Key_F2)
    editor = QApplication.focusWidget()
    assert isinstance(editor, QPlainTextEdit)
    commit(editor, "无人检修")
    qtbot.keyClick(editor, Qt.Key.Key_Tab)
    assert table.records.is_begun()
    return table


def test_a_row_that_is_no_record_yet_is_kept(
    qtbot: QtBot, window: MainWindow, begun: RecordTable, file: DraftFile
) -> None:
    tick(window)
    assert texts(file) == [("问题台账新的一行 · 产生原因", "无人检修")]
    begun.records.forget_fresh()
    tick(window)
    assert not file.path.exists()


def test_a_row_that_is_no_record_yet_is_put_back_cell_by_cell(
    qtbot: QtBot, window: MainWindow, begun: RecordTable, office: Office
) -> None:
    window.close()
    again = opened_again(qtbot, office)
    again.show_room("ledger")
    table = see(again, RecordTable, "issue_table")
    table.setFocus()
    cause = table.records.column_of("cause")
    table.setCurrentIndex(table.records.index(len(table.records.rows), cause))
    qtbot.keyClick(table, Qt.Key.Key_F2)
    press(qtbot, again, "draft_put_back")
    qtbot.keyClick(see(again, QPlainTextEdit, "cause_edit"), Qt.Key.Key_Tab)
    assert [edit.value for edit in table.records.fresh_edits()] == ["无人检修"]
    assert not again._bars.drafts.recovered
    again.close()


def test_a_row_that_is_no_record_yet_is_offered_in_another_campaign(
    window: MainWindow, begun: RecordTable, office: Office, store: Store, campaign: Campaign
) -> None:
    other = replace(campaign, id=store.fresh_id(Campaign), title="第二次活动")
    office.do([Change(None, other)], "新建活动")
    assert not begun.records.is_begun()
    assert [each.text for each in window._bars.drafts.recovered] == ["无人检修"]
    assert see(window, QLabel, "draft_words").text().endswith("无人检修")
