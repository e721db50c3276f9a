"""Ledgers of a few issues or opinions of different sorts, and the room that shows them."""

from __future__ import annotations

from datetime import date

import pytest
from pytestqt.qtbot import QtBot

from gui.ledger.opinion_page import OpinionPage
from gui.ledger.room import LedgerRoom
from gui.office import Office
from model.changes import Change
from model.records import Campaign, Issue, Opinion, Rectification
from model.store import Store
from model.words import Level
from tests.gui.ledger.opinion_acts import press


@pytest.fixture
def issues(store: Store) -> None:
    """Four more issues beside the one there: 3 of 素质能力, 1 of 发展环境, 1 of none."""
    told = [
        (1, Level.LEADERSHIP, "座谈会", "医务科"),
        (1, Level.DEPARTMENT, "座谈会", "护理部"),
        (2, Level.DEPARTMENT, "自查", "医务科"),
        (None, None, "", ""),
    ]
    records = [
        record
        for id, (category, level, source, department) in enumerate(told, 2)
        for record in (
            Issue(
                id, campaign=1, content=f"问题{id}", category=category, level=level, source=source,
                department=department, found_on=date(2011, 3, id),
            ),
            Rectification(id, issue=id, due=date(2011, 4, 10), owner=id % 2 + 1),
        )
    ]  # fmt: skip
    store.apply([Change(None, record) for record in records], "登记问题")


def shown_room(qtbot: QtBot, office: Office, campaign: Campaign) -> LedgerRoom:
    """The room of the campaign, following what is stored, as wide as in a window of 1366."""
    made = LedgerRoom(office)
    qtbot.addWidget(made)
    office.bridge.changed.connect(made.follow)
    made.resize(1366, 600)
    made.show_campaign(campaign)
    made.show()
    return made


@pytest.fixture
def wide_room(qtbot: QtBot, office: Office, campaign: Campaign, issues: None) -> LedgerRoom:
    """The room in a window high enough for the statistics."""
    made = shown_room(qtbot, office, campaign)
    made.resize(1366, 900)
    qtbot.waitExposed(made)
    return made


@pytest.fixture
def heard(store: Store) -> list[Opinion]:
    """Three opinions by two channels."""
    told = [
        ("意见箱", "候诊没有椅子。", "病人家属"),
        ("意见箱", "挂号慢。", ""),
        ("电话", "挂号太慢。", ""),
    ]
    made = [
        Opinion(
            id, campaign=1, channel=channel, content=content, proposer=proposer,
            received_on=date(2011, 3, 20 + id),
        )
        for id, (channel, content, proposer) in enumerate(told, 1)
    ]  # fmt: skip
    store.apply([Change(None, each) for each in made], "登记意见")
    return made


@pytest.fixture
def room(qtbot: QtBot, office: Office, campaign: Campaign, heard: list[Opinion]) -> LedgerRoom:
    return shown_room(qtbot, office, campaign)


@pytest.fixture
def page(qtbot: QtBot, room: LedgerRoom) -> OpinionPage:
    """The page of the opinions, turned to by the switch."""
    press(qtbot, room, "ledger_switch_opinions")
    assert room.opinions.isVisible()
    return room.opinions
