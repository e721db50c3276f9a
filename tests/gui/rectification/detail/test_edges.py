"""Everything in the detail ends at one edge, whether a scroll bar is there or not."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QPushButton, QScrollArea, QWidget
from pytestqt.qtbot import QtBot

from gui.office import Office
from gui.rectification.detail import DetailPanel
from model.changes import Change
from model.lifecycle import gather, move
from model.store import Store
from model.words import Move
from tests.gui.rectification.test_room import STARTED

WIDTH = 440


@pytest.fixture
def panel(qtbot: QtBot, office: Office, store: Store) -> DetailPanel:
    store.apply(move(store, 1, Move.START, STARTED, date(2011, 4, 1)), "启动整改")
    made = DetailPanel(office)
    qtbot.addWidget(made)
    made.resize(WIDTH, 1200)
    made.show_issue(1)
    with qtbot.waitExposed(made):
        made.show()
    return made


def right(panel: DetailPanel, part: QWidget) -> int:
    return part.mapTo(panel, QPoint(part.width(), 0)).x()


@pytest.mark.parametrize(("height", "scrolls"), [(1200, False), (500, True)])
def test_all_parts_end_where_the_foot_does(
    qtbot: QtBot, panel: DetailPanel, height: int, scrolls: bool
) -> None:
    panel.resize(WIDTH, height)
    area = panel.findChild(QScrollArea, "detail_scroll")
    verb = panel.findChild(QPushButton, "measures_add")
    assert area is not None
    assert verb is not None
    qtbot.waitUntil(lambda: area.verticalScrollBar().isVisible() == scrolls)
    parts = [panel.facts, panel.measures, panel.progress.field, panel.acceptance.head, verb]
    qtbot.waitUntil(lambda: {right(panel, part) for part in parts} == {WIDTH - 20})


def test_a_long_goal_has_two_lines_of_the_whole_width(panel: DetailPanel, store: Store) -> None:
    one = panel.facts.height()
    round = gather(store, 1).round
    for goal, lines in (("候诊区座椅全部更换。", 1), ("候诊区座椅全部更换，" * 9, 2)):
        before = gather(store, 1).round
        store.apply([Change(before, replace(round, goal=goal))], "修改整改目标")
        panel.refresh()
        assert panel.facts.height() == one + 23 + (lines - 1) * 20
    assert goal in panel.facts.accessibleName()
