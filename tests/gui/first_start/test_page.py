"""The first start makes a campaign in a moment, by mouse or by Enter, and says what is wrong."""

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QPushButton
from pytestqt.qtbot import QtBot

from gui.first_start import FirstStart
from gui.first_start.offer_list import OfferList
from gui.office import Office
from gui.preferences import Preferences, keep, recall
from model.changes import Change
from model.deletion import deletion
from model.records import Campaign, Issue, Phase
from model.templates import catalogue
from tests.gui.conftest import TODAY
from tests.gui.prepared import PreparedAsk


@pytest.fixture
def page(qtbot: QtBot, office: Office) -> FirstStart:
    made = FirstStart(office)
    qtbot.addWidget(made)
    made.resize(1366, 706)
    made.show()
    made.activateWindow()
    qtbot.waitUntil(made.isActiveWindow)
    return made


def newest(office: Office) -> Campaign:
    return max(office.store.all(Campaign), key=lambda campaign: campaign.id)


def test_it_offers_every_built_in_plan(page: FirstStart) -> None:
    assert page.beginning.templates.records.rowCount() == len(catalogue())


def test_it_proposes_the_plans_own_start(page: FirstStart) -> None:
    assert page.beginning.start_edit.text() == str(catalogue()[0].span.start)


def test_the_button_makes_the_campaign(qtbot: QtBot, page: FirstStart, office: Office) -> None:
    page.beginning.institution_edit.setText("××镇卫生院")
    qtbot.mouseClick(page.beginning.create_button, Qt.MouseButton.LeftButton)
    made = newest(office)
    assert made.title == catalogue()[0].title
    assert made.institution == "××镇卫生院"
    assert office.store.all(Phase, campaign=made.id)


@pytest.mark.parametrize("where", ["templates", "start_edit", "institution_edit"])
def test_enter_makes_the_campaign(
    qtbot: QtBot, page: FirstStart, office: Office, where: str
) -> None:
    field = getattr(page.beginning, where)
    field.setFocus()
    qtbot.keyClick(field, Qt.Key.Key_Return)
    assert len(office.store.all(Campaign)) == 2


def test_a_double_click_on_a_plan_makes_one_campaign(
    qtbot: QtBot, page: FirstStart, office: Office
) -> None:
    inside = first_row(page.beginning.templates)
    qtbot.mouseClick(page.beginning.templates.viewport(), Qt.MouseButton.LeftButton, pos=inside)
    qtbot.mouseDClick(page.beginning.templates.viewport(), Qt.MouseButton.LeftButton, pos=inside)
    assert len(office.store.all(Campaign)) == 2


def test_another_start_moves_the_dates(page: FirstStart, office: Office) -> None:
    page.beginning.start_edit.setText("2026年3月1日")
    page.beginning.create_campaign()
    assert newest(office).start == date(2026, 3, 1)


def test_a_date_that_does_not_exist_is_refused_on_the_page(
    page: FirstStart, office: Office
) -> None:
    page.beginning.start_edit.setText("2011-02-30")
    page.beginning.create_campaign()
    refusal = page.findChild(QLabel, "first_start_refusal")
    assert refusal is not None
    assert refusal.text().startswith("2011年2月没有30日。")
    assert refusal.isVisible()
    assert len(office.store.all(Campaign)) == 1


def test_the_institution_is_remembered(qtbot: QtBot, page: FirstStart, office: Office) -> None:
    page.beginning.institution_edit.setText("××镇卫生院")
    page.beginning.create_campaign()
    again = FirstStart(office)
    qtbot.addWidget(again)
    assert again.beginning.institution_edit.text() == "××镇卫生院"


def test_tab_goes_from_the_plan_to_the_button(qtbot: QtBot, page: FirstStart) -> None:
    page.beginning.templates.setFocus()
    order = []
    for _step in range(5):
        qtbot.keyClick(page.focusWidget(), Qt.Key.Key_Tab)
        order.append(page.focusWidget().objectName())
    assert order == [
        "start_edit",
        "institution_edit",
        "create_campaign",
        "open_sample",
        "open_ledger",
    ]


@pytest.mark.parametrize(
    ("button", "signal"), [("open_sample", "sample_wanted"), ("open_ledger", "ledger_wanted")]
)
def test_the_other_ways_are_asked_for(
    qtbot: QtBot, page: FirstStart, button: str, signal: str
) -> None:
    found = page.findChild(QPushButton, button)
    assert found is not None
    with qtbot.waitSignal(getattr(page, signal)):
        qtbot.mouseClick(found, Qt.MouseButton.LeftButton)


def copying(qtbot: QtBot, page: FirstStart) -> None:
    segment = page.findChild(QAbstractButton, "beginning_ways_copy")
    assert segment is not None
    qtbot.mouseClick(segment, Qt.MouseButton.LeftButton)


def test_a_former_campaign_is_copied_from_today_on(
    qtbot: QtBot, page: FirstStart, office: Office
) -> None:
    copying(qtbot, page)
    assert page.beginning.campaigns.isVisible()
    assert page.beginning.start_edit.text() == str(TODAY)
    qtbot.mouseClick(page.beginning.create_button, Qt.MouseButton.LeftButton)
    made = newest(office)
    assert (made.id, made.title, made.start) == (2, "解放思想大讨论活动", TODAY)
    phases = office.store.all(Phase, campaign=2)
    assert [phase.name for phase in phases] == ["学习动员", "查摆问题"]
    assert office.store.all(Issue, campaign=2) == []
    copied = office.store.undoable()
    assert copied is not None
    assert copied.label == "复制活动解放思想大讨论活动"


def test_a_copy_keeps_its_institution_unless_another_is_typed(
    qtbot: QtBot, page: FirstStart, office: Office, campaign: Campaign
) -> None:
    named = replace(campaign, institution="××镇卫生院")
    office.do([Change(campaign, named)], "填写单位")
    page.look_again()
    page.offer_copy(campaign.id)
    assert page.beginning.institution_edit.text() == "××镇卫生院"
    page.beginning.institution_edit.setText("××乡卫生院")
    page.beginning.create_campaign()
    assert newest(office).institution == "××乡卫生院"


def test_what_was_typed_stays_when_another_way_is_chosen(qtbot: QtBot, page: FirstStart) -> None:
    page.beginning.start_edit.setText("2012-03-01")
    copying(qtbot, page)
    assert page.beginning.start_edit.text() == "2012-03-01"


def test_the_copy_that_is_asked_for_is_chosen(page: FirstStart, office: Office) -> None:
    page.beginning.create_campaign()
    page.look_again()
    assert page.beginning.campaigns.records.rowCount() == 2
    page.offer_copy(1)
    offer = page.beginning.campaigns.offer()
    assert offer is not None
    assert offer.campaign == 1


def test_without_a_campaign_there_is_nothing_to_copy(
    page: FirstStart, office: Office, campaign: Campaign
) -> None:
    office.do(deletion(campaign, office.store), "删除活动")
    page.look_again()
    assert page.beginning.ways.isHidden()
    assert page.beginning.templates.isVisible()


@pytest.mark.parametrize("height", [638, 706])
def test_all_five_plans_are_in_sight(page: FirstStart, height: int) -> None:
    """At 1366 by 700 and 768, less what menus and status bar take."""
    page.resize(1366, height)
    QApplication.processEvents()
    assert page.beginning.templates.verticalScrollBar().maximum() == 0


def test_with_a_campaign_open_escape_leads_back(qtbot: QtBot, page: FirstStart) -> None:
    page.show_way_back(True)
    with qtbot.waitSignal(page.left):
        qtbot.keyClick(page.beginning.templates, Qt.Key.Key_Escape)


def test_without_one_there_is_no_way_back(qtbot: QtBot, page: FirstStart) -> None:
    page.show_way_back(False)
    with qtbot.assertNotEmitted(page.left):
        qtbot.keyClick(page.beginning.templates, Qt.Key.Key_Escape)


def test_what_is_typed_once_is_proposed_ever_after(page: FirstStart, office: Office) -> None:
    page.beginning.institution_edit.setText("××镇卫生院")
    page.beginning.create_campaign()
    assert recall(office.settings).institution == "××镇卫生院"
    page.beginning.institution_edit.setText("××乡卫生院")
    page.beginning.create_campaign()
    assert recall(office.settings).institution == "××镇卫生院"


def test_a_new_campaign_is_the_offices_own(page: FirstStart, office: Office) -> None:
    keep(office.settings, Preferences(superior="××县卫生局", warning_days=5))
    page.beginning.create_campaign()
    made = newest(office)
    assert (made.superior, made.warning_days) == ("××县卫生局", 5)


def test_the_icon_is_offered_while_there_is_no_campaign(page: FirstStart) -> None:
    page.show_way_back(False)
    assert page.icon_offer.isVisible()
    page.show_way_back(True)
    assert not page.icon_offer.isVisible()


def test_the_icon_is_made_without_a_question(
    page: FirstStart, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.delenv("XDG_CONFIG_HOME", raising=False)
    (tmp_path / "Desktop").mkdir()
    page.icon_offer.button.click()
    assert (tmp_path / "Desktop" / "活动台账.desktop").exists()
    assert "双击就能打开" in page.icon_offer.words.text()
    assert page.icon_offer.button.isHidden()


def test_where_no_icon_can_be_made_it_is_said(
    page: FirstStart, ask: PreparedAsk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.delenv("XDG_CONFIG_HOME", raising=False)
    ask.expect("refuse")
    page.icon_offer.button.click()
    assert not page.icon_offer.button.isHidden()


def first_row(offers: OfferList) -> QPoint:
    return offers.visualRect(offers.records.index(0)).center()


def test_years_later_a_plan_begins_today(qtbot: QtBot, office: Office) -> None:
    later = replace(office, today=lambda: date(2026, 11, 23))
    made = FirstStart(later)
    qtbot.addWidget(made)
    assert made.beginning.start_edit.text() == "2026-11-23"


def test_a_low_window_shows_the_whole_sentence(page: FirstStart, qtbot: QtBot) -> None:
    page.resize(960, 520)
    label = page.findChild(QLabel, "templates_sentence")
    assert label is not None
    qtbot.waitUntil(lambda: page.width() == 960)
    page.beginning._show_way("copy")
    room = QRect(0, 0, label.width(), 1000)
    wraps = Qt.TextFlag.TextWordWrap
    qtbot.waitUntil(
        lambda: (
            label.fontMetrics().boundingRect(room, wraps, label.text()).height() <= label.height()
        )
    )
