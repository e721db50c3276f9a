"""The form beside the sheet, through the real window: it follows, writes, refuses, is undone."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLineEdit, QPlainTextEdit, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from gui.ledger.issue_detail import IssueDetail
from gui.ledger.room import LedgerRoom
from gui.main_window import MainWindow
from gui.office import Office
from model.changes import Change
from model.lifecycle import move
from model.records import Campaign, Issue, Opinion, Origin
from model.store import Store
from model.words import Move
from tests.gui.typing_chinese import commit

ALT = Qt.KeyboardModifier.AltModifier
CTRL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def room(qtbot: QtBot, window: MainWindow, issues: None) -> LedgerRoom:
    window.resize(1366, 768)
    made = window.show_room("ledger")
    assert isinstance(made, LedgerRoom)
    made.table.select_id(1, "department")
    made.table.setFocus()
    return made


@pytest.fixture
def detail(qtbot: QtBot, room: LedgerRoom) -> IssueDetail:
    """Opened by the verb in the tool row."""
    qtbot.mouseClick(verb(room), Qt.MouseButton.LeftButton)
    assert room.issues.side.detail is not None
    return room.issues.side.detail


def verb(room: LedgerRoom) -> QPushButton:
    found = room.findChild(QPushButton, "show_detail")
    assert isinstance(found, QPushButton)
    return found


def write(qtbot: QtBot, detail: IssueDetail, name: str, text: str) -> QWidget:
    editor = detail.form.editor(name)
    editor.setFocus()
    qtbot.keyClick(editor, Qt.Key.Key_A, CTRL)
    commit(editor, text)
    return editor


def words(detail: IssueDetail, name: str) -> str:
    editor = detail.form.editor(name)
    assert isinstance(editor, QLineEdit | QPlainTextEdit)
    return editor.text() if isinstance(editor, QLineEdit) else editor.toPlainText()


def refusal(detail: IssueDetail, name: str) -> str:
    found = detail.form.findChild(QWidget, f"{name}_refusal")
    return found.text() if found.isVisible() else ""  # type: ignore[union-attr]


def test_it_is_not_built_before_it_is_opened(room: LedgerRoom) -> None:
    assert room.issues.side.detail is None
    assert not room.issues.side.isVisible()


def test_it_follows_the_row(qtbot: QtBot, room: LedgerRoom, detail: IssueDetail) -> None:
    assert words(detail, "content") == "候诊区座椅破损。"
    qtbot.keyClick(room.table, Qt.Key.Key_Down)
    assert words(detail, "content") == "问题2"


def test_a_field_is_written_when_it_is_left_and_undone(
    qtbot: QtBot, window: MainWindow, room: LedgerRoom, detail: IssueDetail, store: Store
) -> None:
    write(qtbot, detail, "department", "护理部")
    assert store.get(Issue, 1).department == ""
    qtbot.keyClick(detail.form.editor("department"), Qt.Key.Key_Return)
    assert store.get(Issue, 1).department == "护理部"
    entry = store.undoable()
    assert entry is not None
    assert entry.label == "修改涉及科室"
    column = room.table.records.column_of("department")
    assert room.table.records.rows.text(0, column) == "护理部"
    store.undo()
    assert words(detail, "department") == ""


def test_the_keys_go_on_in_the_same_field_and_write(
    qtbot: QtBot, room: LedgerRoom, detail: IssueDetail, store: Store
) -> None:
    editor = write(qtbot, detail, "note", "已报告")
    qtbot.keyClick(editor, Qt.Key.Key_Down, ALT)
    assert store.get(Issue, 1).note == "已报告"
    assert (room.table.current_id(), words(detail, "note")) == (2, "")
    assert QApplication.focusWidget() is editor
    qtbot.keyClick(editor, Qt.Key.Key_Up, ALT)
    assert words(detail, "note") == "已报告"
    qtbot.keyClick(editor, Qt.Key.Key_Up, ALT)
    assert room.table.current_id() == 1


def test_a_refused_value_stays_with_its_row(
    qtbot: QtBot, room: LedgerRoom, detail: IssueDetail, store: Store
) -> None:
    editor = write(qtbot, detail, "found_on", "4月31日")
    room.table.setFocus()
    assert "4月没有31日" in refusal(detail, "found_on")
    qtbot.keyClick(room.table, Qt.Key.Key_Down)
    qtbot.waitUntil(lambda: room.table.current_id() == 1)
    assert editor.hasFocus()
    assert words(detail, "found_on") == "4月31日"
    store.apply([Change(store.get(Issue, 2), replace(store.get(Issue, 2), note="别的"))], "别的")
    assert words(detail, "found_on") == "4月31日"
    qtbot.keyClick(editor, Qt.Key.Key_Escape)
    assert (words(detail, "found_on"), refusal(detail, "found_on")) == ("", "")
    qtbot.keyClick(editor, Qt.Key.Key_Escape)
    assert room.table.hasFocus()
    qtbot.keyClick(room.table, Qt.Key.Key_Down)
    assert words(detail, "content") == "问题2"


def test_a_click_on_another_row_writes_or_comes_back_to_what_is_refused(
    qtbot: QtBot, room: LedgerRoom, detail: IssueDetail, store: Store
) -> None:
    other = room.table.visualRect(room.table.records.index(1, 0)).center()
    click = (room.table.viewport(), Qt.MouseButton.LeftButton)
    editor = write(qtbot, detail, "found_on", "4月31日")
    qtbot.mouseClick(*click, pos=other)
    qtbot.waitUntil(lambda: room.table.current_id() == 1)
    assert editor.hasFocus()
    assert words(detail, "found_on") == "4月31日"
    write(qtbot, detail, "found_on", "4月30日")
    qtbot.mouseClick(*click, pos=other)
    assert str(store.get(Issue, 1).found_on) == "2011-04-30"
    assert (room.table.current_id(), words(detail, "content")) == (2, "问题2")
    assert detail.form.is_altered() is False


def test_another_campaign_is_not_held_up_by_a_refused_value(
    qtbot: QtBot, room: LedgerRoom, detail: IssueDetail, store: Store
) -> None:
    store.apply([Change(None, replace(store.get(Campaign, 1), id=2, title="另一个活动"))], "新建")
    write(qtbot, detail, "found_on", "4月31日")
    room.show_campaign(store.get(Campaign, 2))
    assert detail.issue_id() == 0
    room.show_campaign(store.get(Campaign, 1))
    room.table.select_id(1)
    assert (words(detail, "found_on"), refusal(detail, "found_on")) == ("", "")


def test_a_settled_issue_takes_a_note_only(
    qtbot: QtBot, room: LedgerRoom, detail: IssueDetail, store: Store, office: Office
) -> None:
    entries = {"step.reason": "不属实", "step.approver": 1}
    day = office.today()
    store.apply(move(store, 1, Move.DECLINE, entries, day, "张明"), "不予受理")
    qtbot.keyClicks(detail.form.editor("department"), "x")
    assert words(detail, "department") == ""
    write(qtbot, detail, "note", "已答复")
    room.table.setFocus()
    assert store.get(Issue, 1).note == "已答复"
    room.table.select_id(2)
    write(qtbot, detail, "department", "药剂科")
    room.table.setFocus()
    assert store.get(Issue, 2).department == "药剂科"


def test_nothing_is_typed_into_an_archived_campaign(
    qtbot: QtBot, room: LedgerRoom, detail: IssueDetail, store: Store
) -> None:
    campaign = store.get(Campaign, 1)
    store.apply([Change(campaign, replace(campaign, archived=True))], "归档")
    qtbot.keyClicks(detail.form.editor("note"), "x")
    assert words(detail, "note") == ""
    assert not detail.form.editor("requires_publicity").isEnabled()
    barred = detail.findChild(QWidget, "form_barred")
    assert barred is not None
    assert barred.isVisible()


def test_an_issue_names_the_opinions_it_came_from(
    room: LedgerRoom, detail: IssueDetail, store: Store
) -> None:
    assert detail.origins.isHidden()
    said = Opinion(1, campaign=1, channel="意见箱", content="座椅坏了")
    store.apply([Change(None, said), Change(None, Origin(1, opinion=1, issue=1))], "登记意见")
    assert "1条" in detail.origins.head.accessibleName()
    assert not detail.origins.isHidden()


def test_ctrl_i_goes_into_the_field_of_the_cell_and_closes_from_there(
    qtbot: QtBot, room: LedgerRoom, office: Office
) -> None:
    qtbot.keyClick(room.table, Qt.Key.Key_I, CTRL)
    detail = room.issues.side.detail
    assert detail is not None
    assert detail.form.editor("department").hasFocus()
    assert verb(room).isChecked()
    qtbot.keyClick(detail.form.editor("department"), Qt.Key.Key_I, CTRL)
    assert room.table.hasFocus()
    assert not room.issues.side.isVisible()


def test_the_field_with_the_cursor_is_in_sight(
    qtbot: QtBot, window: MainWindow, room: LedgerRoom, detail: IssueDetail
) -> None:
    window.resize(960, 600)
    note, cause = detail.form.editor("note"), detail.form.editor("cause")
    assert note.visibleRegion().isEmpty()
    detail.go_to_field("note")
    assert note.visibleRegion().boundingRect() == note.rect()
    detail.go_to_field("content")
    assert cause.visibleRegion().isEmpty()
    detail.form.editor("department").setFocus()
    qtbot.keyClick(detail.form.editor("department"), Qt.Key.Key_Return)
    assert cause.hasFocus()
    assert cause.visibleRegion().boundingRect() == cause.rect()


def test_it_is_remembered(
    qtbot: QtBot, detail: IssueDetail, office: Office, campaign: Campaign
) -> None:
    again = LedgerRoom(office)
    qtbot.addWidget(again)
    again.show_campaign(campaign)
    assert again.issues.side.is_open()
    assert again.issues.side.detail is None
    again.show()
    assert again.issues.side.detail is not None


def test_in_a_narrow_window_only_one_side_is_open(
    qtbot: QtBot, window: MainWindow, room: LedgerRoom
) -> None:
    window.resize(960, 600)
    statistics = room.issues.statistics
    unfold = room.findChild(QPushButton, "unfold_statistics")
    assert isinstance(unfold, QPushButton)
    qtbot.mouseClick(unfold, Qt.MouseButton.LeftButton)
    assert statistics.isVisible()
    qtbot.mouseClick(verb(room), Qt.MouseButton.LeftButton)
    assert room.issues.side.isVisible()
    assert not statistics.isVisible()
    qtbot.mouseClick(unfold, Qt.MouseButton.LeftButton)
    assert statistics.isVisible()
    assert not room.issues.side.isVisible()
