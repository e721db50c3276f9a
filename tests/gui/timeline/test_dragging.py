"""Dates altered by dragging bars on the real chart."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from gui.office import Office
from gui.timeline.room import TimelineRoom
from model.changes import Change
from model.records import Campaign, Phase, Task
from model.store import Store
from model.words import Precision
from tests.gui.prepared import PreparedAsk
from tests.gui.timeline.conftest import DONE, LATE, SENDING, UNDATED, Mouse

Bar = Callable[[int], QPoint]


@pytest.fixture
def day(room: TimelineRoom) -> int:
    """The width of a day."""
    return room.board.chart.scale.pixels


def right_edge(room: TimelineRoom, table: str, id: int) -> QPoint:
    place = room.board.chart.place_of((table, id))
    return QPoint(place.right(), place.center().y())


def test_a_bar_is_moved_by_days_and_undo_brings_it_back(
    room: TimelineRoom, store: Store, mouse: Mouse, bar: Bar, day: int
) -> None:
    before = store.get(Task, LATE)
    mouse.drag(bar(LATE), 5 * day)
    moved = store.get(Task, LATE)
    assert (moved.start, moved.due) == (date(2011, 4, 18), date(2011, 4, 23))
    entry = store.undoable()
    assert entry is not None
    assert entry.label == "移动任务 走访座谈"
    store.undo()
    assert store.get(Task, LATE) == before
    assert room.board.chart.place_of(("task", LATE)).width() == 6 * day


def test_the_bar_follows_what_was_stored(
    room: TimelineRoom, mouse: Mouse, bar: Bar, day: int
) -> None:
    before = bar(LATE)
    mouse.drag(before, 3 * day)
    assert bar(LATE) == before + QPoint(3 * day, 0)


def test_the_right_edge_alters_how_long_it_lasts(
    room: TimelineRoom, store: Store, mouse: Mouse, day: int
) -> None:
    mouse.drag(right_edge(room, "task", LATE), 2 * day)
    resized = store.get(Task, LATE)
    assert (resized.start, resized.due) == (date(2011, 4, 13), date(2011, 4, 20))


def test_the_left_handle_of_the_chosen_bar_alters_its_start(
    room: TimelineRoom, store: Store, mouse: Mouse, day: int
) -> None:
    room.board.choose(("task", LATE))
    place = room.board.chart.place_of(("task", LATE))
    mouse.drag(QPoint(place.left(), place.center().y()), -2 * day)
    resized = store.get(Task, LATE)
    assert (resized.start, resized.due) == (date(2011, 4, 11), date(2011, 4, 18))


def test_an_end_before_the_start_is_refused_and_changes_nothing(
    room: TimelineRoom, store: Store, mouse: Mouse, day: int, ask: PreparedAsk
) -> None:
    before = store.get(Task, LATE)
    ask.expect("refuse")
    mouse.drag(right_edge(room, "task", LATE), -9 * day)
    assert "早于开始" in ask.asked[0][1]
    assert store.get(Task, LATE) == before


def test_esc_lets_go_without_a_change(
    room: TimelineRoom, store: Store, mouse: Mouse, bar: Bar, day: int
) -> None:
    place = bar(LATE)
    mouse.press(place)
    mouse.move(place + QPoint(4 * day, 0))
    assert room.board.chart.ghost() is not None
    QTest.keyClick(room.board.chart, Qt.Key.Key_Escape)
    assert room.board.chart.ghost() is None
    mouse.release(place + QPoint(4 * day, 0))
    assert store.get(Task, LATE).start == date(2011, 4, 13)


def test_a_click_only_chooses(room: TimelineRoom, store: Store, mouse: Mouse, bar: Bar) -> None:
    last = store.history.last_id()
    mouse.press(bar(LATE))
    mouse.move(bar(LATE) + QPoint(2, 0))
    mouse.release(bar(LATE) + QPoint(2, 0))
    assert store.history.last_id() == last
    assert room.board.chosen() == ("task", LATE)


def test_a_bar_put_back_where_it_was_stores_nothing(
    store: Store, room: TimelineRoom, mouse: Mouse, bar: Bar, day: int
) -> None:
    last = store.history.last_id()
    place = bar(LATE)
    mouse.press(place)
    mouse.move(place + QPoint(3 * day, 0))
    mouse.move(place)
    mouse.release(place)
    assert store.history.last_id() == last


def test_a_submission_moves_and_keeps_having_no_start(
    store: Store, room: TimelineRoom, mouse: Mouse, bar: Bar, day: int
) -> None:
    mouse.drag(bar(SENDING), day)
    moved = store.get(Task, SENDING)
    assert (moved.start, moved.due) == (None, date(2011, 4, 26))


def test_a_task_without_dates_gets_them_by_drawing(
    store: Store, room: TimelineRoom, mouse: Mouse, bar: Bar, day: int
) -> None:
    chart = room.board.chart
    row = chart.lines[[line.row.id for line in chart.lines].index(UNDATED, 3)].row
    number = [line.row for line in chart.lines].index(row)
    start = chart.scale.left(date(2011, 4, 11)) + day // 2 - chart.offset.x()
    mouse.drag(QPoint(start, 72 + number * chart.row_height + 9), 4 * day)
    drawn = store.get(Task, UNDATED)
    assert (drawn.start, drawn.due) == (date(2011, 4, 11), date(2011, 4, 15))


def test_what_is_done_stays_where_it_was_done(
    store: Store, room: TimelineRoom, mouse: Mouse, bar: Bar, day: int
) -> None:
    before = store.get(Task, DONE)
    mouse.drag(bar(DONE), 4 * day)
    assert store.get(Task, DONE) == before


def test_a_phase_is_moved_likewise(
    store: Store, room: TimelineRoom, mouse: Mouse, day: int
) -> None:
    mouse.drag(right_edge(room, "phase", 1), 2 * day)
    assert store.get(Phase, 1).end == date(2011, 3, 12)


def test_a_phase_known_by_months_moves_by_whole_months(
    store: Store, office: Office, room: TimelineRoom, mouse: Mouse, day: int
) -> None:
    before = store.get(Phase, 2)
    months = replace(
        before, start=date(2011, 3, 1), end=date(2011, 4, 30), precision=Precision.MONTH
    )
    office.do([Change(before, months)], "改为按月")
    mouse.drag(room.board.chart.place_of(("phase", 2)).center(), 20 * day)
    moved = store.get(Phase, 2)
    assert (moved.start, moved.end) == (date(2011, 4, 1), date(2011, 5, 31))


def test_what_is_to_be_done_in_a_phase_moves_with_it_and_back(
    store: Store, room: TimelineRoom, mouse: Mouse, day: int, qtbot: QtBot
) -> None:
    room.board.choose(("phase", 2))
    with qtbot.waitSignal(room.done) as told:
        mouse.drag(room.board.chart.place_of(("phase", 2)).center(), 3 * day)
    late, sending = store.get(Task, LATE), store.get(Task, SENDING)
    assert store.get(Phase, 2).start == date(2011, 3, 14)
    assert (late.start, late.due, sending.due) == (
        date(2011, 4, 16), date(2011, 4, 21), date(2011, 4, 28),
    )  # fmt: skip
    assert told.args == ["已移动阶段 查摆问题，连同2项任务", None]
    store.undo()
    assert store.get(Task, LATE).due == date(2011, 4, 18)
    assert store.get(Phase, 2).start == date(2011, 3, 11)


def test_what_is_done_stays_when_its_phase_moves(
    store: Store, room: TimelineRoom, mouse: Mouse, day: int
) -> None:
    before = store.get(Task, DONE)
    mouse.drag(room.board.chart.place_of(("phase", 1)).center(), 3 * day)
    assert store.get(Phase, 1).start == date(2011, 2, 21)
    assert store.get(Task, DONE) == before


def test_a_task_that_leaves_its_phase_is_told(
    room: TimelineRoom, mouse: Mouse, bar: Bar, day: int, qtbot: QtBot
) -> None:
    with qtbot.waitSignal(room.done) as told:
        mouse.drag(bar(LATE), 35 * day)
    assert told.args == ["已移动任务 走访座谈，超出所在阶段“查摆问题”", None]
    assert "1项任务超出所在阶段" in room.status_text()


def test_nothing_is_dragged_in_an_archived_campaign(
    store: Store, office: Office, room: TimelineRoom, mouse: Mouse, bar: Bar, day: int
) -> None:
    campaign = store.get(Campaign, 1)
    office.do([Change(campaign, replace(campaign, archived=True))], "归档")
    before = store.get(Task, LATE)
    mouse.drag(bar(LATE), 5 * day)
    assert store.get(Task, LATE) == before
