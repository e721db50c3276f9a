"""Every action of the menu has its deed."""

from __future__ import annotations

from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from gui.actions import ACTIONS
from gui.main_window import MainWindow
from model.records import Issue
from model.store import Store


def test_each_action_has_a_deed_and_no_other(window: MainWindow) -> None:
    assert set(window._deeds.by_id) == set(ACTIONS)


def test_what_was_done_can_be_taken_back_where_it_is_told(
    qtbot: QtBot, window: MainWindow, store: Store, edited: Issue
) -> None:
    with qtbot.waitSignal(window._deeds.told) as told:
        window._deeds.tell_done("已改2项")
    words, offers = told.args
    assert words == "已改2项"
    ((word, take_back),) = offers
    assert word == "撤销"
    take_back()
    QApplication.processEvents()
    assert store.get(Issue, 1).cause == ""
