"""The empty row at the end of both sheets: what is typed or pasted there becomes a record."""

from __future__ import annotations

from datetime import date

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from gui.ledger.room import LedgerRoom
from gui.main_window import MainWindow
from gui.office import Office
from gui.record_table import RecordTable
from model.changes import Change
from model.deletion import deletion
from model.records import Campaign, Issue, Opinion, Rectification
from model.store import Store
from tests.gui.ledger.conftest import shown_room

LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def room(qtbot: QtBot, office: Office, campaign: Campaign, store: Store) -> LedgerRoom:
    heard = Opinion(1, campaign=1, channel="电话", received_on=date(2011, 3, 1), content="慢。")
    store.apply([Change(None, heard)], "登记意见")
    return shown_room(qtbot, office, campaign)


def paste_below(table: RecordTable, path: str, text: str) -> None:
    QApplication.clipboard().setText(text)
    model = table.records
    table.setCurrentIndex(model.index(len(model.rows), model.column_of(path)))
    table.paste()


def test_pasted_rows_are_issues_with_their_first_round(room: LedgerRoom, store: Store) -> None:
    paste_below(room.table, "category", "素质能力\t培训走过场。\t科室\n发展环境\t排队长。\t单位")
    made = store.all(Issue)[1:]
    assert [(each.number, each.content) for each in made] == [
        ("2011-002", "培训走过场。"),
        ("2011-003", "排队长。"),
    ]
    assert [round.issue for round in store.all(Rectification)] == [1, *(each.id for each in made)]
    store.undo()
    assert len(store.all(Issue)) == 1


def test_a_typed_row_is_an_issue(qtbot: QtBot, room: LedgerRoom, store: Store) -> None:
    model = room.table.records
    room.table.setCurrentIndex(model.index(1, model.column_of("content")))
    room.table.setFocus()
    qtbot.keyClicks(room.table, "x")
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Tab)
    assert [each.content for each in store.all(Issue)] == ["候诊区座椅破损。", "x"]
    assert model.rows.text(1, model.column_of("number")) == "2011-002"
    assert room.table.current_id() == store.all(Issue)[-1].id


def test_pasted_opinions_were_heard_today_unless_they_say_otherwise(
    room: LedgerRoom, store: Store
) -> None:
    room.show_page("opinions")
    paste_below(room.table, "channel", "意见箱\t\t挂号慢。\n电话\t3.9\t厕所脏。")
    assert [(each.channel, each.received_on) for each in store.all(Opinion)[1:]] == [
        ("意见箱", date(2011, 4, 20)),
        ("电话", date(2011, 3, 9)),
    ]


def test_another_campaign_begins_with_an_empty_row(room: LedgerRoom, store: Store) -> None:
    model = room.table.records
    model.commit(1, model.column_of("category"), "素质能力")
    other = Campaign(2, title="纪律教育", start=date(2011, 6, 1), end=date(2011, 7, 1))
    store.apply([Change(None, other)], "建立活动")
    room.show_campaign(other)
    assert not model.is_begun()


def test_a_stack_of_slips_is_typed_by_its_words_alone(
    qtbot: QtBot, room: LedgerRoom, store: Store
) -> None:
    room.show_page("opinions")
    model = room.table.records
    content, channel = model.column_of("content"), model.column_of("channel")
    for row in (1, 2):
        room.table.setCurrentIndex(model.index(row, content))
        room.table.setFocus()
        qtbot.keyClicks(room.table, "x")
        qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Tab)
        assert model.rows.text(row, channel) == "电话"
    assert [(each.channel, each.received_on) for each in store.all(Opinion)[1:]] == [
        ("电话", date(2011, 4, 20)),
        ("电话", date(2011, 4, 20)),
    ]


def test_another_channel_that_is_typed_holds_for_the_slips_after_it(
    room: LedgerRoom, store: Store
) -> None:
    room.show_page("opinions")
    paste_below(room.table, "channel", "座谈会\t\t挂号慢。")
    paste_below(room.table, "content", "开门晚。")
    assert [each.channel for each in store.all(Opinion)] == ["电话", "座谈会", "座谈会"]


def test_the_first_slip_needs_its_channel(room: LedgerRoom, store: Store) -> None:
    store.apply([Change(store.get(Opinion, 1), None)], "删除意见")
    room.show_page("opinions")
    paste_below(room.table, "content", "开门晚。")
    assert store.all(Opinion) == []
    assert room.table.records.lacking() == room.table.records.column_of("channel")


@pytest.fixture
def empty_room(window: MainWindow, store: Store) -> LedgerRoom:
    """The sheets of a ledger that holds nothing yet, in the window."""
    store.apply(deletion(store.get(Issue, 1), store), "删除问题")
    room = window.show_room("ledger")
    assert isinstance(room, LedgerRoom)
    return room


def test_an_empty_ledger_takes_a_block_at_once(
    qtbot: QtBot, empty_room: LedgerRoom, store: Store
) -> None:
    """The first hour of a ledger: the issues stand in WPS."""
    empty_room.setFocus()
    QApplication.clipboard().setText("素质能力\t培训走过场。\t科室\n发展环境\t排队长。\t单位")
    qtbot.mouseClick(empty_room.table.viewport(), LEFT, pos=cell(empty_room.table, 0, "category"))
    qtbot.keyClick(empty_room.table, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    assert [each.content for each in store.all(Issue)] == ["培训走过场。", "排队长。"]


def test_what_an_empty_ledger_says_lies_below_the_row_to_type_into(
    qtbot: QtBot, empty_room: LedgerRoom
) -> None:
    words = empty_room.findChild(QLabel, "no_issues_sentence")
    assert words is not None
    qtbot.waitUntil(words.isVisible)
    entry = empty_room.table.visualRect(empty_room.table.records.index(0, 0))
    assert words.mapTo(empty_room.table.viewport(), QPoint(0, 0)).y() > entry.bottom()


def cell(table: RecordTable, row: int, path: str) -> QPoint:
    return table.visualRect(table.records.index(row, table.records.column_of(path))).center()
