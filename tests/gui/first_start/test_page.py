"""The first start makes a campaign in a moment, by mouse or by Enter, and says what is wrong."""

from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QPushButton
from pytestqt.qtbot import QtBot

from gui.first_start import FirstStart
from gui.office import Office
from model.records import Campaign, Phase
from model.templates import catalogue


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
    assert page.templates.count() == len(catalogue())


def test_it_proposes_the_plans_own_start(page: FirstStart) -> None:
    assert page.start_edit.text() == str(catalogue()[0].span.start)


def test_the_button_makes_the_campaign(qtbot: QtBot, page: FirstStart, office: Office) -> None:
    page.institution_edit.setText("××镇卫生院")
    qtbot.mouseClick(page.create_button, Qt.MouseButton.LeftButton)
    made = newest(office)
    assert made.title == catalogue()[0].title
    assert made.institution == "××镇卫生院"
    assert office.store.all(Phase, campaign=made.id)


@pytest.mark.parametrize("where", ["templates", "start_edit", "institution_edit"])
def test_enter_makes_the_campaign(
    qtbot: QtBot, page: FirstStart, office: Office, where: str
) -> None:
    field = getattr(page, where)
    field.setFocus()
    qtbot.keyClick(field, Qt.Key.Key_Return)
    assert len(office.store.all(Campaign)) == 2


def test_a_double_click_on_a_plan_makes_one_campaign(
    qtbot: QtBot, page: FirstStart, office: Office
) -> None:
    inside = page.templates.visualItemRect(page.templates.item(0)).center()
    qtbot.mouseClick(page.templates.viewport(), Qt.MouseButton.LeftButton, pos=inside)
    qtbot.mouseDClick(page.templates.viewport(), Qt.MouseButton.LeftButton, pos=inside)
    assert len(office.store.all(Campaign)) == 2


def test_another_start_moves_the_dates(page: FirstStart, office: Office) -> None:
    page.start_edit.setText("2026年3月1日")
    page.create_campaign()
    assert newest(office).start == date(2026, 3, 1)


def test_a_date_that_does_not_exist_is_refused_on_the_page(
    page: FirstStart, office: Office
) -> None:
    page.start_edit.setText("2011-02-30")
    page.create_campaign()
    refusal = page.findChild(QLabel, "first_start_refusal")
    assert refusal is not None
    assert refusal.text().startswith("2011年2月没有30日。")
    assert refusal.isVisible()
    assert len(office.store.all(Campaign)) == 1


def test_the_institution_is_remembered(qtbot: QtBot, page: FirstStart, office: Office) -> None:
    page.institution_edit.setText("××镇卫生院")
    page.create_campaign()
    again = FirstStart(office)
    qtbot.addWidget(again)
    assert again.institution_edit.text() == "××镇卫生院"


def test_tab_goes_from_the_plan_to_the_button(qtbot: QtBot, page: FirstStart) -> None:
    page.templates.setFocus()
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


def test_with_a_campaign_open_escape_leads_back(qtbot: QtBot, page: FirstStart) -> None:
    page.show_way_back(True)
    with qtbot.waitSignal(page.left):
        qtbot.keyClick(page.templates, Qt.Key.Key_Escape)


def test_without_one_there_is_no_way_back(qtbot: QtBot, page: FirstStart) -> None:
    page.show_way_back(False)
    with qtbot.assertNotEmitted(page.left):
        qtbot.keyClick(page.templates, Qt.Key.Key_Escape)
