"""Somebody sets the PC's clock: what is shown follows it, whichever way it went."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from gui.history.operations import OperationHistory
from gui.main_window import MainWindow
from gui.office import Office
from model.changes import Change
from model.records import Campaign, Task
from model.store import Store
from tests.gui.conftest import TODAY


class Clock:
    """The PC's clock."""

    def __init__(self) -> None:
        self.day = TODAY

    def __call__(self) -> date:
        return self.day


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def shown(qtbot: QtBot, office: Office, store: Store, clock: Clock) -> Iterator[MainWindow]:
    """A window with one task that is due tomorrow."""
    task = Task(1, campaign=1, title="上报方案", due=date(2011, 4, 21))
    store.apply([Change(None, task)], "新增任务")
    window = MainWindow(replace(office, today=clock), store.path)
    qtbot.addWidget(window)
    window.show()
    yield window
    window.close()


def phase_words(window: MainWindow) -> str:
    tile = window.findChild(QWidget, "tile_phase")
    assert tile is not None
    return tile.accessibleName()


@pytest.mark.parametrize("day", [date(2011, 4, 25), date(2011, 3, 1)])
def test_all_is_judged_again_by_the_new_day(
    qtbot: QtBot, shown: MainWindow, clock: Clock, day: date
) -> None:
    before = phase_words(shown)
    clock.day = day
    shown.check_day()
    qtbot.waitUntil(lambda: phase_words(shown) != before)
    after = phase_words(shown)
    clock.day = TODAY
    shown.check_day()
    qtbot.waitUntil(lambda: phase_words(shown) == before)
    assert after != before


def test_a_day_before_the_campaign_makes_no_nonsense(
    qtbot: QtBot, shown: MainWindow, clock: Clock
) -> None:
    for day in (date(1970, 1, 1), date(2038, 1, 19)):
        clock.day = day
        shown.check_day()
        for name in ("timeline", "ledger", "rectification", "roster"):
            shown.show_room(name)
        assert "-" not in phase_words(shown)


def test_the_history_stays_in_the_order_of_the_deeds(
    qtbot: QtBot, office: Office, store: Store, campaign: Campaign
) -> None:
    """Also where a click on 时间 sorts it."""
    store._connection.execute("UPDATE operation SET at = '2031-01-01T00:00:00' WHERE id = 1")
    store.apply([Change(campaign, replace(campaign, theme="一"))], "修改主题")
    dialog = OperationHistory(None, office, campaign)
    qtbot.addWidget(dialog)
    rows = dialog.operations.records.rows
    assert [rows.id_at(row) for row in range(len(rows))] == [2, 1]
    dialog.operations.sort_by("at")
    assert [rows.id_at(row) for row in range(len(rows))] == [1, 2]
