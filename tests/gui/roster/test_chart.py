"""Cards: what they say, how they are chosen and opened."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from gui.look import Look
from gui.roster.chart import Chart, by_rank
from gui.roster.group_panel import GroupPanel
from model.judgements.roster import Burden, Seat


def seat(member: int, role: str = "成员", name: str = "王强") -> Seat:
    person = member if name else None
    return Seat(member, role, person, name, "干事" if name else "", "", "", Burden(), None)


@pytest.fixture
def chart(qtbot: QtBot, look: Look) -> Chart:
    made = Chart(look, "chart", "成员", by_rank)
    qtbot.addWidget(made)
    made.show_seats([seat(1, "组长", "张明"), seat(2), seat(3, name="")])
    made.resize(524, 400)
    made.show()
    return made


def test_a_card_says_who_stands_where(chart: Chart) -> None:
    assert [card.accessibleName() for card in chart.cards] == [
        "组长 张明 干事",
        "成员 王强 干事",
        "成员 待定",
    ]


def test_a_click_chooses(chart: Chart, qtbot: QtBot) -> None:
    with qtbot.waitSignal(chart.chosen) as told:
        qtbot.mouseClick(chart.cards[1], Qt.MouseButton.LeftButton)
    assert told.args == [2]


def test_enter_and_double_click_open(chart: Chart, qtbot: QtBot) -> None:
    with qtbot.waitSignal(chart.opened) as told:
        qtbot.keyClick(chart.cards[2], Qt.Key.Key_Return)
    assert told.args == [3]
    with qtbot.waitSignal(chart.opened):
        qtbot.mouseDClick(chart.cards[0], Qt.MouseButton.LeftButton)


def test_one_card_is_chosen(chart: Chart) -> None:
    chart.choose(2)
    chart.choose(3)
    assert [card.chosen for card in chart.cards] == [False, False, True]
    chart.choose(0)
    assert not any(card.chosen for card in chart.cards)


def test_the_same_members_keep_their_cards(chart: Chart) -> None:
    before = list(chart.cards)
    chart.show_seats([seat(1, "组长", "李芳"), seat(2), seat(3)])
    assert chart.cards == before
    assert chart.cards[0].accessibleName() == "组长 李芳 干事"
    chart.show_seats([seat(2)])
    assert [card.seat.member for card in chart.cards] == [2]


def test_the_notice_is_copied(qtbot: QtBot, look: Look) -> None:
    panel = GroupPanel(look)
    qtbot.addWidget(panel)
    panel.show_seats([seat(1, "组长", "张<明>")], None)
    qtbot.mouseClick(panel.notice.copy_button, Qt.MouseButton.LeftButton)
    assert QApplication.clipboard().text() == "组长：张<明>。"


def test_without_members_the_panel_says_how_to_begin(qtbot: QtBot, look: Look) -> None:
    panel = GroupPanel(look)
    qtbot.addWidget(panel)
    panel.show_seats([], None)
    shown = panel.currentWidget()
    assert shown is not None
    assert shown.accessibleName().startswith("还没有领导小组成员")
