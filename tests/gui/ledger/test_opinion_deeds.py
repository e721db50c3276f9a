"""What is done with opinions is told in the foot, can be taken back there, and says what stays."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QLabel, QPushButton, QToolButton
from pytestqt.qtbot import QtBot

from gui.ledger.opinion_page import OpinionPage
from gui.ledger.room import LedgerRoom
from gui.main_window import MainWindow
from gui.record_form import RecordDialog
from model.changes import Change
from model.records import Issue, Opinion, Origin
from model.store import Store
from tests.gui.ledger.opinion_acts import choose, fate, in_dialog, merge_into, press


@pytest.fixture
def shown(qtbot: QtBot, window: MainWindow, heard: list[Opinion]) -> OpinionPage:
    """The page in the window."""
    window.resize(1366, 768)
    room = window.show_room("ledger")
    assert isinstance(room, LedgerRoom)
    press(qtbot, room, "ledger_switch_opinions")
    return room.opinions


@pytest.fixture
def raised(store: Store) -> None:
    """The first opinion is in 2011-001 already."""
    store.apply([Change(None, Origin(1, opinion=1, issue=1))], "并入问题")


def told(window: MainWindow) -> str:
    found = window.findChild(QLabel, "news_label")
    assert found is not None
    return found.text()


def offer(window: MainWindow, words: str) -> QToolButton:
    """The button of these words in the foot."""
    names = ("news_button_0", "news_button_1")
    found = [each for name in names for each in window.findChildren(QToolButton, name)]
    return next(each for each in found if each.text() == words)


def register(qtbot: QtBot, page: OpinionPage, *ids: int) -> None:
    choose(page, *ids)
    in_dialog("issue_dialog", lambda dialog: dialog.send())
    press(qtbot, page.tools, "opinion_register")


def entry(page: OpinionPage, words: str) -> QAction | None:
    return next((each for each in page.menu().actions() if each.text() == words), None)


def test_a_new_issue_is_told_seen_and_taken_back(
    qtbot: QtBot, window: MainWindow, shown: OpinionPage, store: Store
) -> None:
    register(qtbot, shown, 2, 3)
    assert told(window) == "已立项：2011-002，合并了2条意见"
    qtbot.mouseClick(offer(window, "查看"), Qt.MouseButton.LeftButton)
    room = window.show_room("ledger")
    assert isinstance(room, LedgerRoom)
    assert room.issues.isVisible()
    assert room.table.current_id() == store.all(Issue)[-1].id


def test_a_new_issue_is_taken_back_where_it_is_told(
    qtbot: QtBot, window: MainWindow, shown: OpinionPage, store: Store
) -> None:
    register(qtbot, shown, 2)
    assert told(window) == "已立项：2011-002"
    qtbot.mouseClick(offer(window, "撤销"), Qt.MouseButton.LeftButton)
    assert fate(store, shown, 2) == "待处理"


def test_one_that_is_an_issue_becomes_another_only_when_that_was_said(
    qtbot: QtBot, window: MainWindow, shown: OpinionPage, store: Store, raised: None
) -> None:
    said: list[str] = []

    def read(dialog: RecordDialog) -> None:
        note = dialog.findChild(QLabel, "content_note")
        assert note is not None
        said.extend((dialog.windowTitle(), note.text()))
        dialog.send()

    choose(shown, 1)
    again = entry(shown, "再立一个问题…")
    assert again is not None
    assert entry(shown, "立项…") is None
    in_dialog("issue_dialog", read)
    again.trigger()
    title, note = said
    assert title == "再立一个问题"
    assert note.startswith("这条意见已立项为2011-001，再立一个问题？")
    assert told(window) == "已再立一个问题：2011-002"
    assert fate(store, shown, 1) == "已立项 2011-001、2011-002"


def test_the_form_of_a_first_issue_asks_nothing(
    qtbot: QtBot, shown: OpinionPage, raised: None
) -> None:
    notes: list[QLabel | None] = []

    def read(dialog: RecordDialog) -> None:
        notes.append(dialog.findChild(QLabel, "content_note"))
        dialog.reject()

    choose(shown, 2)
    in_dialog("issue_dialog", read)
    press(qtbot, shown.tools, "opinion_register")
    assert notes == [None]


def test_the_menu_says_how_many_are_deleted(shown: OpinionPage) -> None:
    choose(shown, 1)
    assert entry(shown, "删除这条意见") is not None
    choose(shown, 1, 2)
    assert entry(shown, "删除2条意见") is not None


def test_who_is_merged_with_another_is_told(
    qtbot: QtBot, window: MainWindow, shown: OpinionPage, store: Store, raised: None
) -> None:
    """The fate of the one that was there before says 已合并 too from now on."""
    choose(shown, 2)
    merge_into(qtbot, shown, "2011-001")
    assert told(window) == "1条意见已并入2011-001，这个问题现在合并了2条意见"
    assert [fate(store, shown, id) for id in (1, 2)] == ["已合并 2011-001"] * 2


def test_nothing_is_cancelled_where_nothing_was_done(
    qtbot: QtBot, shown: OpinionPage, raised: None
) -> None:
    button = shown.tools.findChild(QPushButton, "opinion_withdraw")
    assert button is not None
    choose(shown, 2, 3)
    assert not button.isEnabled()
    assert button.toolTip() == "选中的意见还没有处理，不用取消"
    action = entry(shown, "取消处理")
    assert action is not None
    assert not action.isEnabled()
    choose(shown, 1, 2)
    assert button.isEnabled()
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    assert shown.window().focusWidget() is shown.table  # and not what stands beside the button


def test_what_is_cancelled_and_what_stays_is_told(
    qtbot: QtBot, window: MainWindow, shown: OpinionPage, store: Store, raised: None
) -> None:
    opinion = store.get(Opinion, 3)
    store.apply([Change(opinion, replace(opinion, declined_reason="重复。"))], "不予立项")
    choose(shown, 1, 2, 3)
    shown.perform("withdraw")
    assert told(window) == ("2条意见已回到待处理，不予立项的理由已清空，2011-001还在问题台账里")
    assert fate(store, shown, 1) == "待处理"
    qtbot.mouseClick(offer(window, "撤销"), Qt.MouseButton.LeftButton)
    assert store.get(Opinion, 3).declined_reason == "重复。"
    assert fate(store, shown, 1) == "已立项 2011-001"
