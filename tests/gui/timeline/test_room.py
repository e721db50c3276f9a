"""The room 阶段时间轴 as the main window and the user know it."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QCheckBox, QWidget
from pytestqt.qtbot import QtBot

from gui.office import Office
from gui.timeline.outline import Order
from gui.timeline.room import TimelineRoom
from gui.timeline.scale import Zoom
from gui.timeline.tree_model import NAME, OWNER, STATUS
from model.changes import Change
from model.records import Campaign, Person, Phase, Task
from model.store import Store
from tests.gui.conftest import TODAY
from tests.gui.timeline.conftest import DONE, LATE, SENDING, UNDATED


def button(room: TimelineRoom, name: str) -> QAbstractButton:
    found = room.findChild(QAbstractButton, name)
    assert isinstance(found, QAbstractButton)
    return found


def names(room: TimelineRoom) -> list[str]:
    return [line.row.name for line in room.board.chart.lines]


def tasks(room: TimelineRoom) -> list[int]:
    return [line.row.id for line in room.board.chart.lines if line.row.table == "task"]


def turn_wheel(room: TimelineRoom, modifier: Qt.KeyboardModifier, notches: int, x: int) -> None:
    view = room.board.chart.viewport()
    place = QPointF(x, 200)
    event = QWheelEvent(
        place,
        QPointF(view.mapToGlobal(place.toPoint())),
        QPoint(),
        QPoint(0, 120 * notches),
        Qt.MouseButton.NoButton,
        modifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(view, event)


# -- what is shown -------------------------------------------------------------------------


def test_tree_and_chart_show_the_plan_in_its_order(room: TimelineRoom) -> None:
    assert names(room) == [
        "活动全程",
        "宣传",
        "第一阶段 学习动员",
        "制定方案",
        "第二阶段 查摆问题",
        "走访座谈",
        "报送台账",
        "理论研讨",
    ]


def test_persons_of_one_name_are_told_apart(room: TimelineRoom, store: Store) -> None:
    twin = Person(901, name=store.get(Person, 1).name)
    store.apply([Change(None, twin)], "新增人员")
    owners = {line.row.owner for line in room.board.chart.lines}
    assert "张明（1）" in owners
    assert "张明" not in owners


def test_the_status_counts_phases_and_tasks(room: TimelineRoom) -> None:
    assert room.status_text().startswith("2个阶段 · 5项任务")


def test_the_whole_campaign_is_in_sight_in_weeks(room: TimelineRoom) -> None:
    chart = room.board.chart
    assert chart.horizontalScrollBar().maximum() == 0
    assert chart.scale.right(date(2011, 5, 18)) <= chart.viewport().width()


def test_what_does_not_fit_opens_with_today_at_a_third(
    qtbot: QtBot, office: Office, campaign: Campaign, room: TimelineRoom
) -> None:
    office.settings.put("timeline/zoom", Zoom.DAY)
    again = TimelineRoom(office)
    qtbot.addWidget(again)
    again.show_campaign(campaign)
    again.resize(1366, 560)
    with qtbot.waitExposed(again):
        again.show()
    chart = again.board.chart
    today = chart.scale.middle(TODAY) - chart.offset.x()
    assert abs(today - chart.viewport().width() / 3) <= 1


def test_tree_and_chart_scroll_as_one(room: TimelineRoom, qtbot: QtBot) -> None:
    room.resize(1366, 250)
    QApplication.processEvents()
    tree, chart = room.board.tree, room.board.chart
    assert tree.verticalScrollBar().maximum() == chart.verticalScrollBar().maximum() > 0
    tree.verticalScrollBar().setValue(30)
    assert chart.offset.y() == 30
    chart.verticalScrollBar().setValue(50)
    assert tree.verticalScrollBar().value() == 50


@pytest.mark.parametrize("zoom", list(Zoom))
def test_the_rows_of_the_tree_lie_beside_their_bars(room: TimelineRoom, zoom: Zoom) -> None:
    button(room, f"timeline_zoom_{zoom}").click()
    QApplication.processEvents()
    tree, chart = room.board.tree, room.board.chart
    row = tree.visualRect(tree.plan.index_of(("task", LATE)))
    in_tree = tree.viewport().mapToGlobal(row.center()).y()
    in_chart = chart.viewport().mapToGlobal(chart.place_of(("task", LATE)).center()).y()
    assert abs(in_tree - in_chart) <= 1


def test_a_narrow_window_loses_the_persons_first(room: TimelineRoom) -> None:
    assert not room.board.tree.isColumnHidden(OWNER)
    room.resize(960, 560)
    QApplication.processEvents()
    assert room.board.tree.isColumnHidden(OWNER)
    assert not room.board.tree.isColumnHidden(STATUS)
    assert room.board.tree.width() >= 240


def test_a_wide_window_has_higher_rows_and_a_wider_tree(room: TimelineRoom) -> None:
    room.resize(1920, 900)
    QApplication.processEvents()
    tree = room.board.tree
    assert tree.width() == 500
    assert tree.visualRect(tree.plan.index_of(("task", LATE))).height() == 30
    assert room.board.chart.row_height == 30


def test_an_empty_campaign_says_what_to_do_next(
    qtbot: QtBot, office: Office, store: Store, room: TimelineRoom
) -> None:
    bare = Campaign(9, title="新活动", start=date(2011, 6, 1), end=date(2011, 7, 1))
    office.do([Change(None, bare)], "建立活动")
    room.show_campaign(bare)
    assert button(room, "timeline_first_phase_button").isVisible()
    phase = Phase(9, campaign=9, seq=1, name="动员", start=bare.start, end=bare.end)
    office.do([Change(None, phase)], "新增阶段")
    assert not button(room, "timeline_first_phase_button").isVisible()
    assert names(room) == ["活动全程", "第一阶段 动员"]


def test_every_control_can_be_found_and_read_out(room: TimelineRoom) -> None:
    for control in room.findChildren(QWidget):
        if control.focusPolicy() != Qt.FocusPolicy.NoFocus and control.isVisible():
            assert control.objectName(), control
            assert control.accessibleName(), control.objectName()


# -- following -----------------------------------------------------------------------------


def test_what_was_chosen_stays_when_others_alter_the_plan(
    room: TimelineRoom, office: Office, store: Store
) -> None:
    room.board.choose(("task", LATE))
    task = store.get(Task, UNDATED)
    office.do([Change(task, replace(task, title="研讨"))], "修改任务")
    office.do([Change(store.get(Task, DONE), None)], "删除任务")
    assert room.board.chosen() == ("task", LATE)
    assert names(room)[-1] == "研讨"


def test_the_status_is_told_again_when_it_changed(
    room: TimelineRoom, office: Office, store: Store, qtbot: QtBot
) -> None:
    with qtbot.waitSignal(room.status_changed):
        office.do([Change(store.get(Task, DONE), None)], "删除任务")
    assert "4项任务" in room.status_text()


def test_folding_is_remembered_for_each_campaign(
    qtbot: QtBot, office: Office, campaign: Campaign, room: TimelineRoom
) -> None:
    room.board.tree.setExpanded(room.board.tree.plan.index_of(("phase", 2)), False)
    again = TimelineRoom(office)
    qtbot.addWidget(again)
    again.show_campaign(campaign)
    again.resize(1366, 560)
    with qtbot.waitExposed(again):
        again.show()
    assert names(again)[-1] == "第二阶段 查摆问题"


# -- filters, order, finding ---------------------------------------------------------------


def test_only_what_is_open_can_be_shown(room: TimelineRoom) -> None:
    box = room.findChild(QCheckBox, "timeline_open_box")
    assert isinstance(box, QCheckBox)
    box.click()
    assert DONE not in tasks(room)
    assert "第一阶段 学习动员" not in names(room)
    box.click()
    assert DONE in tasks(room)


def test_headings_sort_within_the_phases_and_go_back(room: TimelineRoom) -> None:
    headings = room.board.tree.headings
    natural = tasks(room)

    def click(section: int) -> None:
        place = QPoint(headings.sectionViewportPosition(section) + 10, 50)
        QTest.mouseClick(headings.viewport(), Qt.MouseButton.LeftButton, pos=place)

    click(OWNER)
    assert tasks(room)[2:] == [LATE, UNDATED, SENDING]
    click(OWNER)
    assert tasks(room) == natural
    click(STATUS)
    assert headings.order is Order.DUE
    click(NAME)
    assert headings.order is Order.PLAN


def test_search_goes_to_the_first_hit_and_on(room: TimelineRoom, qtbot: QtBot) -> None:
    with qtbot.waitSignal(room.found) as told:
        room.search("阶段")
    assert told.args == [1, 2]
    assert room.board.chosen() == ("phase", 1)
    with qtbot.waitSignal(room.found) as told:
        room.search_next()
    assert told.args == [2, 2]
    assert room.board.chosen() == ("phase", 2)


def test_a_hit_under_a_folded_phase_is_unfolded(room: TimelineRoom) -> None:
    tree = room.board.tree
    tree.setExpanded(tree.plan.index_of(("phase", 2)), False)
    room.search("走访")
    assert room.board.chosen() == ("task", LATE)
    assert LATE in tasks(room)


def test_todays_list_shows_exactly_its_tasks_until_it_is_left(room: TimelineRoom) -> None:
    room.show_list("tasks_today")
    assert tasks(room) == [LATE, SENDING]
    leave = button(room, "timeline_list_button")
    assert leave.text() == "今日待办2项"
    leave.click()
    assert not leave.isVisible()
    assert DONE in tasks(room)


def test_a_task_that_is_done_leaves_todays_list(
    room: TimelineRoom, office: Office, store: Store
) -> None:
    room.show_list("tasks_today")
    task = store.get(Task, LATE)
    office.do([Change(task, replace(task, done_on=TODAY))], "标为完成")
    assert tasks(room) == [SENDING]


@pytest.mark.parametrize(
    ("name", "key"), [("phase", ("phase", 2)), ("submission", ("task", SENDING))]
)
def test_the_other_tiles_choose_what_they_stand_for(
    room: TimelineRoom, name: str, key: tuple[str, int]
) -> None:
    room.show_list(name)
    assert room.board.chosen() == key


def test_a_record_is_revealed_whatever_hides_it(room: TimelineRoom) -> None:
    room.show_list("tasks_today")
    room.reveal("task", DONE)
    assert room.board.chosen() == ("task", DONE)
    assert DONE in tasks(room)


# -- looking -------------------------------------------------------------------------------


def test_a_click_on_a_bar_chooses_its_row(room: TimelineRoom) -> None:
    place = room.board.chart.place_of(("task", SENDING)).center()
    QTest.mouseClick(room.board.chart.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert room.board.tree.currentIndex().data() == "报送台账"


def test_a_click_on_the_fold_mark_folds(room: TimelineRoom) -> None:
    tree = room.board.tree
    place = tree.visualRect(tree.plan.index_of(("phase", 2))).topLeft() + QPoint(20, 14)
    QTest.mouseClick(tree.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert LATE not in tasks(room)
    QTest.mouseClick(tree.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert LATE in tasks(room)


def test_ctrl_and_wheel_zoom_around_the_mouse(room: TimelineRoom, office: Office) -> None:
    chart = room.board.chart
    day = chart.scale.day(500)
    turn_wheel(room, Qt.KeyboardModifier.ControlModifier, 1, 500)
    assert chart.scale.zoom is Zoom.DAY
    assert abs(chart.scale.middle(day) - chart.offset.x() - 500) <= 1
    assert button(room, "timeline_zoom_日").isChecked()
    assert office.settings.get("timeline/zoom") == "日"
    turn_wheel(room, Qt.KeyboardModifier.ControlModifier, -1, 500)
    turn_wheel(room, Qt.KeyboardModifier.ControlModifier, -1, 500)
    turn_wheel(room, Qt.KeyboardModifier.ControlModifier, -1, 500)
    assert chart.scale.zoom is Zoom.MONTH


def test_shift_and_wheel_scroll_sideways(room: TimelineRoom) -> None:
    button(room, "timeline_zoom_日").click()
    before = room.board.chart.offset.x()
    turn_wheel(room, Qt.KeyboardModifier.ShiftModifier, 1, 100)
    assert room.board.chart.offset.x() < before


def test_today_comes_back_by_its_button(room: TimelineRoom) -> None:
    button(room, "timeline_zoom_日").click()
    chart = room.board.chart
    chart.horizontalScrollBar().setValue(0)
    button(room, "timeline_today_button").click()
    today = chart.scale.middle(TODAY) - chart.offset.x()
    assert 0 < today < chart.viewport().width()


def test_a_day_far_off_the_plan_is_not_on_the_chart_and_the_button_says_so(
    qtbot: QtBot, office: Office, campaign: Campaign, tasks: list[Task]
) -> None:
    later = TimelineRoom(replace(office, today=lambda: date(2026, 1, 5)))
    qtbot.addWidget(later)
    later.show_campaign(campaign)
    today = button(later, "timeline_today_button")
    assert not today.isEnabled()
    assert "太远" in today.toolTip()
    assert later.board.chart.scale.last.year == 2011


def test_the_tip_tells_the_row_under_the_mouse(room: TimelineRoom) -> None:
    chart = room.board.chart
    row = chart.row_under(chart.place_of(("task", LATE)).center())
    chart.hovered.emit(row, chart.viewport().mapToGlobal(QPoint(300, 200)))
    assert room.tip.isVisible()
    assert room.tip.told.status == "逾期2天 · 已完成1 / 2次"
    chart.hovered.emit(None, QPoint())
    assert not room.tip.isVisible()


def test_what_is_only_recalled_is_not_written_again(office: Office, room: TimelineRoom) -> None:
    assert office.settings.get("timeline/planned") is None


def test_the_original_plan_is_offered_only_where_there_is_one(
    store: Store, room: TimelineRoom
) -> None:
    box = room.toolbar.findChild(QCheckBox, "timeline_planned_box")
    assert box is not None
    assert box.isEnabled()
    done = store.get(Task, DONE)
    store.apply([Change(done, replace(done, done_on=done.due))], "按期完成")
    assert not box.isEnabled()
    assert "没有完成时间与时限不同的任务" in box.toolTip()
