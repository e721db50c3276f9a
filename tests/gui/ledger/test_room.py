"""问题台账: typed in place, added by form, moved by menu, taken back."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QApplication, QMenu
from pytestqt.qtbot import QtBot

from gui.ledger.room import LedgerRoom
from gui.main_window import MainWindow
from gui.office import Office
from gui.record_table import RecordTable
from gui.rectification.room import RectificationRoom
from model.changes import Change
from model.lifecycle import move, register
from model.records import Campaign, Issue
from model.store import Store
from model.words import Move
from tests.gui.conftest import TODAY
from tests.gui.ledger.conftest import shown_room


@pytest.fixture
def room(qtbot: QtBot, office: Office, campaign: Campaign) -> LedgerRoom:
    return shown_room(qtbot, office, campaign)


def test_the_model_is_sound(room: LedgerRoom) -> None:
    QAbstractItemModelTester(
        room.table.records, QAbstractItemModelTester.FailureReportingMode.Fatal
    )


def test_a_cell_is_typed_in_place_and_undone(qtbot: QtBot, room: LedgerRoom, store: Store) -> None:
    room.table.select_id(1, "found_on")
    room.table.setFocus()
    qtbot.keyClicks(room.table, "4")
    editor = QApplication.focusWidget()
    assert editor is not None
    qtbot.keyClicks(editor, ".18")
    qtbot.keyClick(editor, Qt.Key.Key_Return)
    assert str(store.get(Issue, 1).found_on) == "2011-04-18"
    column = room.table.records.column_of("found_on")
    assert room.table.records.rows.text(0, column) == "4月18日"
    store.undo()
    assert room.table.records.rows.text(0, column) == ""


def test_the_menu_of_an_issue_offers_its_moves(
    qtbot: QtBot, room: LedgerRoom, store: Store
) -> None:
    menu = room.issues._menu(store.get(Issue, 1))
    (start,) = (action for action in menu.actions() if action.text() == "启动整改…")
    with qtbot.waitSignal(room.move_wanted) as wanted:
        start.trigger()
    assert wanted.args == [1, Move.START]


def test_a_deleted_issue_leaves_the_sheet_and_comes_back(room: LedgerRoom, store: Store) -> None:
    room.table.select_id(1)
    room.delete()
    assert len(room.table.records.rows) == 0
    store.undo()
    assert len(room.table.records.rows) == 1


def test_the_menu_says_how_many_issues_deleting_takes(
    room: LedgerRoom, office: Office, campaign: Campaign, store: Store
) -> None:
    """In WPS 删除 in the menu of cells is meant for cells."""
    office.do(register(store, campaign, content="收费慢。"), "新增")
    room.table.select_id(1)
    menu = room.issues._menu(store.get(Issue, 1))
    assert menu.actions()[-1].text() == "删除这个问题"
    room.table.selectAll()
    (action,) = (
        each
        for each in room.issues._menu(store.get(Issue, 1)).actions()
        if each.text() == "删除2个问题"
    )
    action.trigger()
    assert store.all(Issue, campaign=campaign.id) == []


def test_the_menu_key_opens_the_menu_of_a_cell_also_in_the_empty_row(
    qtbot: QtBot, room: LedgerRoom
) -> None:
    table = room.table
    table.setFocus()
    for row, name in ((0, "issue_menu"), (1, "cells_menu")):
        table.setCurrentIndex(table.records.index(row, table.records.column_of("category")))
        qtbot.keyClick(table, Qt.Key.Key_F10, Qt.KeyboardModifier.ShiftModifier)
        menu = QApplication.activePopupWidget()
        assert isinstance(menu, QMenu)
        assert menu.objectName() == name
        assert "此列“问题类别”" in [action.text() for action in menu.actions()]
        menu.close()


def test_a_settled_issue_says_the_key_that_leads_on_and_is_shown_whatever_was_filtered(
    qtbot: QtBot, window: MainWindow, store: Store
) -> None:
    store.apply(move(store, 1, Move.DECLINE, {"step.reason": "重复。"}, TODAY), "不予立项")
    qtbot.keyClick(window, Qt.Key.Key_3, Qt.KeyboardModifier.ControlModifier)
    tracks = window.findChild(RectificationRoom)
    assert isinstance(tracks, RectificationRoom)
    tracks.show_list("overdue")
    assert tracks.table.current_id() == 0
    qtbot.keyClick(window, Qt.Key.Key_2, Qt.KeyboardModifier.ControlModifier)
    sheet = window.findChild(RecordTable, "issue_table")
    assert isinstance(sheet, RecordTable)
    sheet.select_id(1, "cause")
    sheet.setFocus()
    qtbot.keyClick(sheet, "x")
    assert sheet.editing.note.words() == (
        "不予立项的问题只能改备注\n按 F2 或双击打开，可以重新立项。"
    )
    qtbot.keyClick(sheet, Qt.Key.Key_F2)
    assert tracks.isVisible()
    assert tracks.table.current_id() == 1


def test_status_counts_rows_and_selection(room: LedgerRoom) -> None:
    room.table.select_id(1)
    assert room.status_text() == "共 1 条 · 选中 1 条"


def test_of_edited_issues_only_their_rows_are_read(
    room: LedgerRoom, office: Office, campaign: Campaign, monkeypatch: pytest.MonkeyPatch
) -> None:
    office.do(register(office.store, campaign, content="收费慢。"), "新增")
    read: list[object] = []
    rows = office.store.rows

    def noted(kind: type[Issue], paths: list[str], ids: object = None, **where: int) -> object:
        read.append(ids)
        return rows(kind, paths, ids, **where)  # type: ignore[arg-type]

    monkeypatch.setattr(office.store, "rows", noted)
    issue = office.store.get(Issue, 2)
    office.do([Change(issue, replace(issue, content="收费更慢。"))], "修改")
    assert read == [{2}]
    records = room.table.records
    texts = [records.rows.text(row, records.column_of("content")) for row in (0, 1)]
    assert texts == ["候诊区座椅破损。", "收费更慢。"]
    office.store.undo()
    office.store.undo()
    assert read == [{2}, {2}, None]
    assert len(records.rows) == 1
