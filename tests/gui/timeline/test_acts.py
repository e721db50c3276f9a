"""What the menu offers, and what comes of forms."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QMenu, QWidget

from gui import record_form
from gui.office import Office
from gui.timeline.acts import ACTS, WITHOUT_ROW
from gui.timeline.deeds import new_phase
from gui.timeline.menu import entries, menu
from gui.timeline.room import TimelineRoom
from model.changes import Change
from model.fields import Record
from model.judgements.timeline import Plan
from model.records import Campaign, Phase, Task
from model.store import Store
from tests.gui.prepared import PreparedAsk
from tests.gui.timeline.conftest import DONE, LATE, SENDING, UNDATED

Opened = list[tuple[Record, str]]


@pytest.fixture
def opened(monkeypatch: pytest.MonkeyPatch) -> Opened:
    """The records that a form was opened for, with its title; each form is left again."""
    seen: Opened = []

    def edit_record(
        parent: QWidget, office: Office, record: Record, title: str, **rest: Any
    ) -> Record | None:
        seen.append((record, title))
        return None

    monkeypatch.setattr(record_form, "edit_record", edit_record, raising=False)
    return seen


@pytest.fixture
def stored(monkeypatch: pytest.MonkeyPatch) -> None:
    """A form that is confirmed at once."""

    def edit_record(
        parent: QWidget, office: Office, record: Record, title: str, **rest: Any
    ) -> Record | None:
        assert isinstance(record, Task)
        named = replace(record, title="新的")
        office.do([Change(None, named)], title)
        return named

    monkeypatch.setattr(record_form, "edit_record", edit_record, raising=False)


# -- the menu ------------------------------------------------------------------------------


def test_every_entry_of_every_row_is_an_act(plan: Plan) -> None:
    ids = {entry.id for row in (None, *plan.rows) for entry in entries(row)} - {""}
    assert ids <= {*ACTS, *WITHOUT_ROW}


@pytest.mark.parametrize(
    ("id", "words", "moved"),
    [
        (LATE, "标为今天完成", True),
        (SENDING, "标为今天报送", True),
        (DONE, "标为未完成", False),
        (UNDATED, "标为今天完成", False),
    ],
)
def test_the_menu_fits_the_task(plan: Plan, id: int, words: str, moved: bool) -> None:
    row = next(row for row in plan.rows if (row.table, row.id) == ("task", id))
    offered = {entry.id: entry.text for entry in entries(row)}
    assert offered["done"] == words
    assert ("earlier" in offered) is moved


def test_the_campaign_itself_is_not_deleted_here(plan: Plan) -> None:
    assert "delete" not in {entry.id for entry in entries(plan.rows[0])}


def test_where_nothing_can_be_written_only_forms_can_be_opened(
    plan: Plan, room: TimelineRoom
) -> None:
    made = menu(plan.rows[1], False, room)
    enabled = [action.data() for action in made.actions() if action.isEnabled() and action.data()]
    assert enabled == ["open"]


@pytest.mark.qt_log_ignore("This plugin does not support (raise|grabbing)")
def test_an_entry_of_the_menu_is_done_to_the_row(room: TimelineRoom, store: Store) -> None:
    room.board.choose(("task", LATE))
    room.board.tree.menu_wanted.emit(room.mapToGlobal(QPoint(10, 10)))
    shown = room.findChild(QMenu, "timeline_menu")
    assert isinstance(shown, QMenu)
    for _ in range(3):  # 修改, 改名, 标为今天完成
        QTest.keyClick(shown, Qt.Key.Key_Down)
    QTest.keyClick(shown, Qt.Key.Key_Return)
    assert store.get(Task, LATE).done_on == date(2011, 4, 20)


# -- forms ---------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("key", "title"),
    [
        (("campaign", 1), "活动信息"),
        (("phase", 2), "修改阶段"),
        (("task", LATE), "修改任务"),
        (("task", SENDING), "修改任务"),
    ],
)
def test_enter_opens_everything_of_a_row_in_a_form(
    room: TimelineRoom, opened: Opened, key: tuple[str, int], title: str
) -> None:
    room.board.choose(key)
    QTest.keyClick(room.board.tree, Qt.Key.Key_Return)
    ((record, shown),) = opened
    assert ((record.table, record.id), shown) == (key, title)


def test_a_double_click_on_bar_or_name_opens_the_form(room: TimelineRoom, opened: Opened) -> None:
    chart, tree = room.board.chart, room.board.tree
    left = Qt.MouseButton.LeftButton
    QTest.mouseDClick(chart.viewport(), left, pos=chart.place_of(("task", SENDING)).center())
    place = tree.visualRect(tree.plan.index_of(("task", DONE))).center()
    QTest.mouseDClick(tree.viewport(), left, pos=place)
    assert [record.id for record, _ in opened] == [SENDING, DONE]


@pytest.mark.parametrize(
    ("key", "phase", "end"),
    [(("task", LATE), 2, date(2011, 5, 18)), (("phase", 1), 1, date(2011, 3, 10))],
)
def test_a_new_task_begins_in_the_phase_one_is_in(
    room: TimelineRoom, opened: Opened, key: tuple[str, int], phase: int, end: date
) -> None:
    room.board.choose(key)
    room.add()
    ((task, title),) = opened
    assert isinstance(task, Task)
    assert (title, task.campaign, task.phase, task.due) == ("新增任务", 1, phase, end)


def test_a_task_that_was_added_is_chosen(room: TimelineRoom, stored: None) -> None:
    room.show_list("tasks_today")
    room.add()
    row = room.board.tree.current_row()
    assert row is not None
    assert row.name == "新的"


def test_a_new_phase_follows_the_last_one(room: TimelineRoom, opened: Opened) -> None:
    room.acts.perform("add_phase")
    ((phase, title),) = opened
    assert isinstance(phase, Phase)
    assert (title, phase.seq) == ("新增阶段", 3)
    assert (phase.start, phase.end) == (date(2011, 5, 18), date(2011, 5, 18))


def test_a_record_that_is_gone_is_told(
    room: TimelineRoom, office: Office, store: Store, ask: PreparedAsk, opened: Opened
) -> None:
    row = next(line.row for line in room.board.chart.lines if line.row.name == "制定方案")
    office.bridge.blockSignals(True)
    office.do([Change(store.get(Task, DONE), None)], "删除任务")
    office.bridge.blockSignals(False)
    ask.expect("refuse")
    room.board.tree.open_wanted.emit(row)
    assert "不在台账里" in ask.asked[0][1]
    assert not opened


def test_the_form_of_an_archived_campaign_can_be_looked_at(
    room: TimelineRoom, opened: Opened
) -> None:
    room.board.set_editable(False)
    room.board.choose(("task", LATE))
    QTest.keyClick(room.board.tree, Qt.Key.Key_Return)
    assert len(opened) == 1


def test_a_new_phase_of_an_empty_campaign_begins_with_it(store: Store) -> None:
    bare = Campaign(9, title="新", start=date(2011, 6, 1), end=date(2011, 7, 1))
    phase = new_phase(bare, store)
    assert (phase.seq, phase.start, phase.end) == (1, date(2011, 6, 1), date(2011, 7, 1))
