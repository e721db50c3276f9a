"""The statistics count all issues, filter the sheet at a click, and agree with its funnels."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from gui.ledger.room import FOLDED, LedgerRoom
from gui.ledger.statistics_panel import WIDTH, StatisticsPanel
from gui.office import Office
from gui.record_table import ColumnFilter
from model.changes import Change
from model.deletion import deletion
from model.records import Category, Issue, Opinion
from model.store import Store


@pytest.fixture
def panel(wide_room: LedgerRoom) -> StatisticsPanel:
    return wide_room.issues.statistics


def row_of(panel: StatisticsPanel, path: str, title: str) -> int:
    found = [(each.path, each.title) for each in panel.model.all()]
    return found.index((path, title))


def click(qtbot: QtBot, panel: StatisticsPanel, path: str, title: str) -> None:
    index = panel.model.index(row_of(panel, path, title))
    panel.list.scrollTo(index)
    place = panel.list.visualRect(index).center()
    qtbot.mouseClick(panel.list.viewport(), Qt.MouseButton.LeftButton, pos=place)


def counts(panel: StatisticsPanel, path: str) -> dict[str, int]:
    bars = [each for each in panel.model.all() if each.path == path and each.bar]
    return {each.title: each.bar.total for each in bars if each.bar}


def chosen(panel: StatisticsPanel) -> list[str]:
    return [each.title for each in panel.model.all() if each.chosen]


def shown(room: LedgerRoom) -> list[int]:
    rows = room.table.records.rows
    return sorted(rows.id_at(row) for row in range(len(rows)))


def test_the_model_is_sound(panel: StatisticsPanel) -> None:
    QAbstractItemModelTester(panel.model, QAbstractItemModelTester.FailureReportingMode.Fatal)


def test_every_group_counts_every_issue(panel: StatisticsPanel) -> None:
    assert counts(panel, "category") == {"素质能力": 3, "发展环境": 1, "未填": 1}
    for path in ("category", "source", "level", "department"):
        assert sum(counts(panel, path).values()) == 5


def test_a_click_filters_and_another_lets_more_through(
    qtbot: QtBot, wide_room: LedgerRoom, panel: StatisticsPanel
) -> None:
    click(qtbot, panel, "category", "发展环境")
    assert shown(wide_room) == [4]
    click(qtbot, panel, "category", "未填")
    assert shown(wide_room) == [4, 5]
    assert chosen(panel) == ["发展环境", "未填"]
    click(qtbot, panel, "category", "发展环境")
    click(qtbot, panel, "category", "未填")
    assert shown(wide_room) == [1, 2, 3, 4, 5]
    assert chosen(panel) == []


def test_groups_narrow_each_other_and_the_counts_stay(
    qtbot: QtBot, wide_room: LedgerRoom, panel: StatisticsPanel
) -> None:
    click(qtbot, panel, "category", "素质能力")
    click(qtbot, panel, "department", "医务科")
    assert shown(wide_room) == [2]
    assert counts(panel, "category") == {"素质能力": 3, "发展环境": 1, "未填": 1}


def test_a_click_and_the_funnel_are_one_filter(
    qtbot: QtBot, wide_room: LedgerRoom, panel: StatisticsPanel
) -> None:
    click(qtbot, panel, "level", "科室")
    filters = wide_room.table.records.column_filters
    assert filters == {"level": ColumnFilter(ticked=frozenset({"科室"}))}
    both = ColumnFilter(ticked=frozenset({"科室", "领导班子"}))
    wide_room.table.filtering.put("level", both)
    assert chosen(panel) == ["领导班子", "科室"]
    wide_room.table.filtering.clear()
    assert chosen(panel) == []


def test_arrows_pass_over_headings_and_space_filters(
    qtbot: QtBot, wide_room: LedgerRoom, panel: StatisticsPanel
) -> None:
    panel.list.setFocus(Qt.FocusReason.TabFocusReason)
    assert panel.list.currentIndex().row() == row_of(panel, "category", "素质能力")
    for _each in range(3):
        qtbot.keyClick(panel.list, Qt.Key.Key_Down)
    assert panel.list.currentIndex().row() == row_of(panel, "source", "自查")
    qtbot.keyClick(panel.list, Qt.Key.Key_Space)
    assert shown(wide_room) == [1, 4]
    qtbot.keyClick(panel.list, Qt.Key.Key_Return)
    assert shown(wide_room) == [1, 2, 3, 4, 5]


def test_the_ring_is_for_the_keyboard(qtbot: QtBot, panel: StatisticsPanel) -> None:
    click(qtbot, panel, "level", "科室")
    assert not panel.list.ringed(panel.list.currentIndex())
    qtbot.keyClick(panel.list, Qt.Key.Key_Up)
    assert panel.list.ringed(panel.list.currentIndex())


def test_counts_follow_each_operation_and_its_undo(panel: StatisticsPanel, store: Store) -> None:
    before = store.get(Issue, 5)
    store.apply([Change(before, replace(before, category=2))], "修改问题类别")
    assert counts(panel, "category") == {"素质能力": 3, "发展环境": 2}
    store.undo()
    store.apply(deletion(store.get(Issue, 1), store), "删除")
    assert counts(panel, "category") == {"素质能力": 2, "发展环境": 1, "未填": 1}


def test_a_renamed_category_has_its_new_name(panel: StatisticsPanel, store: Store) -> None:
    before = store.get(Category, 1)
    store.apply([Change(before, replace(before, name="本领"))], "修改")
    assert counts(panel, "category") == {"本领": 3, "发展环境": 1, "未填": 1}


def test_a_row_says_what_it_counts(panel: StatisticsPanel) -> None:
    index = panel.model.index(row_of(panel, "category", "素质能力"))
    assert index.data(Qt.ItemDataRole.ToolTipRole) == "素质能力：共3条，已销号0条"
    assert index.data(Qt.ItemDataRole.AccessibleTextRole) == "素质能力：共3条，已销号0条"


# -- folding ---------------------------------------------------------------------------------


def press(qtbot: QtBot, room: LedgerRoom, name: str) -> None:
    """Press the one that is shown."""
    (button,) = (each for each in room.findChildren(QPushButton, name) if each.isVisible())
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)


def test_folded_statistics_leave_the_sheet_all_the_width(
    qtbot: QtBot, wide_room: LedgerRoom, panel: StatisticsPanel
) -> None:
    assert panel.isVisible()
    assert panel.width() == WIDTH
    before = wide_room.table.width()
    press(qtbot, wide_room, "fold_statistics")
    assert not panel.isVisible()
    qtbot.waitUntil(lambda: wide_room.table.width() == before + WIDTH + 1)
    press(qtbot, wide_room, "unfold_statistics")
    assert panel.isVisible()


def test_folding_is_remembered(
    qtbot: QtBot, wide_room: LedgerRoom, office: Office, store: Store
) -> None:
    press(qtbot, wide_room, "fold_statistics")
    again = LedgerRoom(office)
    qtbot.addWidget(again)
    again.resize(1366, 700)
    again.show()
    assert not again.issues.statistics.isVisible()
    office.settings.put(FOLDED, False)
    third = LedgerRoom(office)
    qtbot.addWidget(third)
    third.resize(1366, 700)
    third.show()
    assert third.issues.statistics.isVisible()


def test_a_narrow_window_folds_them_until_they_are_asked_for(
    qtbot: QtBot, wide_room: LedgerRoom, office: Office, panel: StatisticsPanel
) -> None:
    wide_room.resize(1100, 700)
    assert not panel.isVisible()
    press(qtbot, wide_room, "unfold_statistics")
    assert panel.isVisible()
    press(qtbot, wide_room, "fold_statistics")
    wide_room.resize(1300, 700)
    assert panel.isVisible()
    assert office.settings.get(FOLDED) is None


# -- opinions --------------------------------------------------------------------------------


def test_opinions_are_counted_by_channel_and_fate(
    qtbot: QtBot, wide_room: LedgerRoom, store: Store
) -> None:
    told = [("意见箱", ""), ("意见箱", "不归本院管。"), ("电话", "")]
    made = [
        Opinion(id, campaign=1, channel=channel, content="x", declined_reason=reason)
        for id, (channel, reason) in enumerate(told, 1)
    ]
    store.apply([Change(None, each) for each in made], "登记意见")
    wide_room.show_page("opinions")
    panel = wide_room.opinions.statistics
    assert panel.isVisible()
    assert counts(panel, "channel") == {"意见箱": 2, "电话": 1}
    click(qtbot, panel, "fate", "不予立项")
    assert shown(wide_room) == [2]
    click(qtbot, panel, "fate", "待处理")
    assert shown(wide_room) == [1, 2, 3]
    assert wide_room.status_text().startswith("共 3 条意见")
