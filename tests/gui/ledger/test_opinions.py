"""意见: typed in place, made into issues, declined; the switch leads there and back."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QApplication, QLabel, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from gui.entry_form import EntryForm
from gui.ledger.opinion_page import OpinionPage
from gui.ledger.room import LedgerRoom
from gui.main_window import MainWindow
from gui.office import Office
from gui.record_form import RecordDialog
from model.changes import Change
from model.lifecycle import move, register
from model.records import Campaign, Issue, Opinion, Origin
from model.store import Store
from model.words import Move
from tests.gui.ledger.opinion_acts import choose, fate, in_dialog, merge_into, press


def test_the_model_is_sound(page: OpinionPage) -> None:
    QAbstractItemModelTester(
        page.table.records, QAbstractItemModelTester.FailureReportingMode.Fatal
    )


def test_the_switch_counts_both_pages(room: LedgerRoom) -> None:
    words = [each.accessibleName() for each in room.switch.children() if isinstance(each, QWidget)]
    assert words == ["问题 1", "意见 3"]


def test_the_verbs_are_those_of_the_page(qtbot: QtBot, room: LedgerRoom) -> None:
    assert (room.adds, room.report) == ("新增问题", "问题台账")
    with qtbot.waitSignal(room.verbs_changed):
        press(qtbot, room, "ledger_switch_opinions")
    assert (room.adds, room.report) == ("新增意见", "意见征集汇总表")
    assert room.help_page == "opinions"
    assert room.status_text().startswith("共 3 条意见")


def test_a_cell_is_typed_in_place_and_undone(qtbot: QtBot, page: OpinionPage, store: Store) -> None:
    page.table.select_id(2, "proposer")
    page.table.setFocus()
    qtbot.keyClicks(page.table, "m")
    editor = QApplication.focusWidget()
    assert editor is not None
    qtbot.keyClick(editor, Qt.Key.Key_Return)
    assert store.get(Opinion, 2).proposer == "m"
    store.undo()
    row = page.table.records.rows.row_of(2)
    assert row is not None
    assert page.table.records.rows.text(row, page.table.records.column_of("proposer")) == ""


def test_several_become_one_issue_in_one_operation(
    qtbot: QtBot, page: OpinionPage, store: Store
) -> None:
    choose(page, 2, 3)
    in_dialog("issue_dialog", lambda dialog: dialog.send())
    press(qtbot, page.tools, "opinion_register")
    made = store.all(Issue)[-1]
    assert (made.content, made.source) == ("挂号慢。\n挂号太慢。", "征求意见")
    assert [each.opinion for each in store.all(Origin, issue=made.id)] == [2, 3]
    assert [fate(store, page, id) for id in (1, 2, 3)] == [
        "待处理",
        f"已合并 {made.number}",
        f"已合并 {made.number}",
    ]
    store.undo()
    assert store.all(Origin) == []
    assert fate(store, page, 2) == "待处理"


def test_a_form_left_makes_nothing(qtbot: QtBot, page: OpinionPage, store: Store) -> None:
    choose(page, 1)
    in_dialog("issue_dialog", lambda dialog: dialog.reject())
    press(qtbot, page.tools, "opinion_register")
    assert len(store.all(Issue)) == 1
    assert store.all(Origin) == []


def test_one_is_added_to_an_issue_chosen_by_its_words(
    qtbot: QtBot, page: OpinionPage, store: Store
) -> None:
    choose(page, 1)
    merge_into(qtbot, page, "2011-001")
    assert fate(store, page, 1) == "已立项 2011-001"


def test_declining_asks_why(qtbot: QtBot, page: OpinionPage, store: Store) -> None:
    def fill(dialog: EntryForm) -> None:
        dialog.send()
        assert dialog.isVisible()
        qtbot.keyClicks(dialog.form.editor("declined_reason"), "x")
        press(qtbot, dialog, "dialog_agree")

    choose(page, 3)
    in_dialog("decline_opinions", fill)
    press(qtbot, page.tools, "opinion_decline")
    assert fate(store, page, 3) == "不予立项"
    press(qtbot, page.tools, "opinion_withdraw")
    assert fate(store, page, 3) == "待处理"


def test_what_is_an_issue_is_not_declined(page: OpinionPage, store: Store) -> None:
    store.apply([Change(None, Origin(1, opinion=1, issue=1))], "并入问题")
    row = page.table.records.rows.row_of(1)
    assert row is not None
    column = page.table.records.column_of("declined_reason")
    assert "取消处理" in page.table.records.locked(row, column)

    choose(page, 1)
    why_not = "这条意见已立项为2011-001，不予立项要先取消处理"
    button = page.tools.findChild(QPushButton, "opinion_decline")
    assert button is not None
    assert (button.isEnabled(), button.toolTip()) == (False, why_not)
    for menu in (page.menu(), page.tools._more.menu()):
        assert menu is not None
        (entry,) = (each for each in menu.actions() if each.text() == "不予立项…")
        assert (entry.isEnabled(), entry.toolTip()) == (False, why_not)


def test_the_fate_leads_to_the_issue(qtbot: QtBot, page: OpinionPage, store: Store) -> None:
    store.apply([Change(None, Origin(1, opinion=1, issue=1))], "并入问题")
    with qtbot.waitSignal(page.record_wanted) as wanted:
        page.table.edit_wanted.emit(1, "fate")
    assert wanted.args == ["issue", 1]


def test_to_reveal_an_issue_or_an_opinion_turns_the_page(room: LedgerRoom) -> None:
    room.reveal("opinion", 2)
    assert room.opinions.isVisible()
    assert room.table.current_id() == 2
    room.reveal("issue", 1)
    assert room.issues.isVisible()


def test_a_deleted_one_comes_back_with_its_link(page: OpinionPage, store: Store) -> None:
    store.apply([Change(None, Origin(1, opinion=1, issue=1))], "并入问题")
    choose(page, 1)
    page.delete()
    assert (len(page.table.records.rows), store.all(Origin)) == (2, [])
    store.undo()
    assert fate(store, page, 1) == "已立项 2011-001"


def test_verbs_need_a_selection(page: OpinionPage) -> None:
    page.table.clearSelection()
    button = page.tools.findChild(QPushButton, "opinion_register")
    assert button is not None
    assert (button.isEnabled(), button.toolTip()) == (False, "先选一条或几条意见")
    choose(page, 1)
    assert button.isEnabled()


def test_counts_stand_in_the_tool_row(page: OpinionPage, store: Store) -> None:
    store.apply([Change(None, Origin(1, opinion=1, issue=1))], "并入问题")
    assert page.tools._counts.text() == "待处理 2 · 已立项 1"
    assert page.tools._counts.toolTip() == "意见箱 2条：待处理 1 · 已立项 1\n电话 1条：待处理 1"


def test_a_new_one_is_typed_in_its_form(qtbot: QtBot, page: OpinionPage, store: Store) -> None:
    def fill(dialog: RecordDialog) -> None:
        qtbot.keyClicks(dialog.form.editor("channel"), "wangluo")
        qtbot.keyClicks(dialog.form.editor("content"), "x")
        dialog.send()

    in_dialog("opinion_dialog", fill)
    page.add()
    made = store.all(Opinion)[-1]
    assert (made.content, made.received_on) == ("x", date(2011, 4, 20))
    assert page.table.current_id() == made.id


def test_a_new_one_came_as_the_last_one_did_and_is_not_declined_yet(
    qtbot: QtBot, page: OpinionPage, store: Store
) -> None:
    notes: list[str] = []

    def fill(dialog: RecordDialog) -> None:
        assert [each.name for each in dialog._fields] == [
            "channel", "received_on", "proposer", "content",
        ]  # fmt: skip
        notes.extend(label.text() for label in dialog.findChildren(QLabel) if label.isVisible())
        qtbot.keyClicks(dialog.form.editor("content"), "x")
        dialog.send()

    in_dialog("opinion_dialog", fill)
    page.add()
    assert store.all(Opinion)[-1].channel == "电话"
    assert "回车换行，Ctrl+Enter完成" in notes


def test_the_window_shows_the_verbs_of_the_page(
    qtbot: QtBot, window: MainWindow, heard: list[Opinion]
) -> None:
    room = window.show_room("ledger")
    assert isinstance(room, LedgerRoom)
    press(qtbot, room, "ledger_switch_opinions")
    button = window.findChild(QPushButton, "verb_add")
    assert button is not None
    assert button.accessibleName() == "新增意见"
    assert button.toolTip() == "新增意见（Ctrl+N）"


@pytest.mark.parametrize("key", [Qt.Key.Key_PageDown, Qt.Key.Key_PageUp])
def test_a_key_turns_from_one_sheet_to_the_other(
    qtbot: QtBot, window: MainWindow, heard: list[Opinion], key: Qt.Key
) -> None:
    room = window.show_room("ledger")
    assert isinstance(room, LedgerRoom)
    room.table.setFocus()
    shown = []
    for _time in range(2):
        qtbot.keyClick(QApplication.focusWidget(), key, Qt.KeyboardModifier.ControlModifier)
        shown.append(room.adds)
        assert room.table.hasFocus()
    assert shown == ["新增意见", "新增问题"]


def test_from_elsewhere_the_key_leads_to_the_sheet_that_was_left(
    qtbot: QtBot, window: MainWindow, heard: list[Opinion]
) -> None:
    room = window.show_room("ledger")
    assert isinstance(room, LedgerRoom)
    room.show_page("opinions")
    window.show_room("roster")
    qtbot.keyClick(window, Qt.Key.Key_PageDown, Qt.KeyboardModifier.ControlModifier)
    assert room.isVisible()
    assert room.adds == "新增意见"


@pytest.mark.parametrize(("page", "dialog"), [("issues", "issue"), ("opinions", "opinion")])
def test_the_key_of_the_verb_adds_what_the_page_adds(
    qtbot: QtBot, window: MainWindow, heard: list[Opinion], page: str, dialog: str
) -> None:
    room = window.show_room("ledger")
    assert isinstance(room, LedgerRoom)
    press(qtbot, room, f"ledger_switch_{page}")
    seen: list[str] = []

    def look(opened: RecordDialog) -> None:
        seen.append(opened.windowTitle())
        opened.reject()

    in_dialog(f"{dialog}_dialog", look)
    qtbot.keyClick(window, Qt.Key.Key_N, Qt.KeyboardModifier.ControlModifier)
    assert seen == [room.adds]


def test_the_form_of_an_issue_says_where_it_came_from_and_not_from_whom(
    page: OpinionPage, room: LedgerRoom, store: Store
) -> None:
    store.apply([Change(None, Origin(1, opinion=1, issue=1))], "并入问题")
    seen: list[str] = []

    def read(dialog: RecordDialog) -> None:
        seen.extend(label.text() for label in dialog.findChildren(QLabel))
        dialog.reject()

    in_dialog("issue_dialog", read)
    room.issues.table.opened.emit(1)
    assert "来自意见：意见箱“候诊没有椅子。”" in seen
    assert not any("病人家属" in text for text in seen)


def test_only_what_bears_on_a_fate_is_judged_anew(
    page: OpinionPage, office: Office, campaign: Campaign, monkeypatch: pytest.MonkeyPatch
) -> None:
    """To judge reads every issue, and a sheet of issues is pasted into."""
    judged: list[Campaign] = []
    judge = page._judge

    def noted(judging: Campaign) -> Sequence[Opinion]:
        judged.append(judging)
        return judge(judging)

    monkeypatch.setattr(page, "_judge", noted)
    before = office.store.get(Issue, 1)
    office.do([Change(before, replace(before, content="改过。"))], "修改")
    office.do(register(office.store, campaign, content="新。"), "新增问题")
    assert judged == []
    declined = move(office.store, 1, Move.DECLINE, {"step.reason": "重复。"}, date(2011, 4, 1))
    office.do(declined, "不予立项")
    assert judged == [campaign]
