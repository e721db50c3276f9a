"""A campaign or the page that makes one; the rest of the window hears which."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

import pytest
from pytestqt.qtbot import QtBot

from gui.office import Office
from gui.showing import Showing
from gui.workspace import Workspace
from model.changes import Change
from model.deletion import deletion
from model.records import Campaign
from model.refused import Place
from model.store import Store

START = date(2012, 3, 1)


@pytest.fixture
def showing(qtbot: QtBot, office: Office) -> Iterator[Showing]:
    made = Showing(office, Workspace(office))
    qtbot.addWidget(made)
    office.bridge.changed.connect(made.follow)
    yield made
    office.bridge.changed.disconnect(made.follow)


def another(store: Store) -> Campaign:
    fresh = Campaign(store.fresh_id(Campaign), title="下一次活动", start=START, end=START)
    store.apply([Change(None, fresh)], "新增活动")
    return fresh


def test_the_campaign_that_was_open_comes_again(
    showing: Showing, store: Store, campaign: Campaign
) -> None:
    another(store)
    showing.show_one_of_all(campaign.id)
    assert (showing.campaign, showing.is_working) == (campaign, True)


def test_of_one_that_is_gone_the_newest_comes(showing: Showing, store: Store) -> None:
    newest = another(store)
    showing.show_one_of_all(77)
    assert showing.campaign == newest


def test_without_a_campaign_there_is_the_page_that_makes_one(
    showing: Showing, store: Store, campaign: Campaign
) -> None:
    showing.show_one_of_all(None)
    store.apply(deletion(campaign, store), "删除活动")
    assert (showing.campaign, showing.is_working) == (None, False)
    assert showing.help_page == "plan"


def test_the_page_that_makes_one_is_left_to_where_one_was(
    qtbot: QtBot, showing: Showing, campaign: Campaign
) -> None:
    showing.show_one_of_all(None)
    with qtbot.waitSignal(showing.changed):
        showing.show_first_start()
    assert (showing.campaign, showing.is_working) == (campaign, False)
    with qtbot.waitSignal(showing.changed):
        showing._leave_first_start()
    assert showing.is_working


def test_the_same_campaign_is_told_too(qtbot: QtBot, showing: Showing, campaign: Campaign) -> None:
    showing.show_one_of_all(None)
    with qtbot.waitSignal(showing.changed):
        showing.show_one_of_all(campaign.id)


def test_a_place_is_shown_in_its_campaign(
    showing: Showing, store: Store, campaign: Campaign
) -> None:
    newest = another(store)
    showing.show_one_of_all(newest.id)
    showing.go_to(None)
    assert showing.campaign == newest
    showing.go_to(Place("issue", 1))
    assert showing.campaign == campaign
    assert showing.room.objectName() == "ledger_room"
