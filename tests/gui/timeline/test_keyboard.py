"""The plan worked on by keyboard, in the tree."""

from __future__ import annotations

from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit
from pytestqt.qtbot import QtBot

from gui.timeline.room import TimelineRoom
from gui.timeline.tree import Tree
from model.records import Phase, Task
from model.store import Store
from tests.gui.prepared import PreparedAsk
from tests.gui.timeline.conftest import DONE, LATE, SENDING, UNDATED, WIDE

Key = Qt.Key


@pytest.fixture
def tree(room: TimelineRoom) -> Tree:
    room.setFocus()
    return room.board.tree


def press(tree: Tree, *keys: Qt.Key) -> None:
    for key in keys:
        QTest.keyClick(tree, key)


def editor(tree: Tree) -> QLineEdit:
    found = tree.findChild(QLineEdit, "timeline_name_edit")
    assert isinstance(found, QLineEdit)
    return found


def type_name(tree: Tree, text: str, end: Qt.Key = Key.Key_Return) -> None:
    edit = editor(tree)
    edit.setText(text)
    QTest.keyClick(edit, end)
    for _ in range(2):  # the editor is committed, and then its name asked for
        QApplication.processEvents()


def test_down_goes_through_all_rows_and_the_chart_follows(room: TimelineRoom, tree: Tree) -> None:
    keys = []
    for _ in range(8):
        press(tree, Key.Key_Down)
        keys.append(room.board.chosen())
        assert room.board.chart.chosen == room.board.chosen()
    assert keys[0] == ("campaign", 1)
    assert keys[-1] == ("task", UNDATED)


def test_left_folds_and_right_unfolds_tree_and_chart(room: TimelineRoom, tree: Tree) -> None:
    rows = len(room.board.chart.lines)
    tree.choose(("phase", 2))
    press(tree, Key.Key_Left)
    assert len(room.board.chart.lines) == rows - 3
    press(tree, Key.Key_Right)
    assert len(room.board.chart.lines) == rows


def test_f2_edits_the_name_in_its_place(store: Store, tree: Tree) -> None:
    tree.choose(("task", LATE))
    press(tree, Key.Key_F2)
    type_name(tree, "入户走访")
    assert store.get(Task, LATE).title == "入户走访"
    assert tree.currentIndex().data() == "入户走访"


def test_esc_leaves_the_name_as_it_was(store: Store, tree: Tree) -> None:
    last = store.history.last_id()
    tree.choose(("task", LATE))
    press(tree, Key.Key_F2)
    type_name(tree, "入户走访", Key.Key_Escape)
    assert store.history.last_id() == last


def test_a_phase_is_renamed_and_keeps_its_number(store: Store, tree: Tree) -> None:
    tree.choose(("phase", 2))
    press(tree, Key.Key_F2)
    assert editor(tree).text() == "查摆问题"
    type_name(tree, "查摆整改")
    assert store.get(Phase, 2).name == "查摆整改"
    assert tree.currentIndex().data() == "第二阶段 查摆整改"


def test_a_blank_name_is_refused_beside_the_row(
    room: TimelineRoom, store: Store, tree: Tree
) -> None:
    tree.choose(("task", LATE))
    press(tree, Key.Key_F2)
    type_name(tree, "  ")
    assert store.get(Task, LATE).title == "走访座谈"
    assert room.tip.isVisible()
    assert "不能为空" in room.tip.told.status


def test_insert_adds_a_task_in_its_place(store: Store, room: TimelineRoom, tree: Tree) -> None:
    tree.choose(("task", DONE))
    press(tree, Key.Key_Insert)
    type_name(tree, "张贴标语")
    (made,) = [task for task in store.all(Task) if task.title == "张贴标语"]
    assert (made.phase, made.start, made.due) == (1, date(2011, 2, 18), date(2011, 3, 10))
    assert room.board.chosen() == ("task", made.id)
    store.undo()
    assert not [task for task in store.all(Task) if task.title == "张贴标语"]


@pytest.mark.parametrize(("text", "end"), [("张贴标语", Key.Key_Escape), ("", Key.Key_Return)])
def test_an_insert_that_was_not_meant_leaves_nothing(
    store: Store, room: TimelineRoom, tree: Tree, text: str, end: Qt.Key
) -> None:
    last, rows = store.history.last_id(), len(room.board.chart.lines)
    tree.choose(("phase", 1))
    press(tree, Key.Key_Insert)
    assert len(room.board.chart.lines) == rows + 1
    type_name(tree, text, end)
    assert store.history.last_id() == last
    assert len(room.board.chart.lines) == rows


def test_a_task_for_the_whole_campaign_lasts_as_long(store: Store, tree: Tree) -> None:
    tree.choose(("task", WIDE))
    press(tree, Key.Key_Insert)
    type_name(tree, "督查")
    (made,) = [task for task in store.all(Task) if task.title == "督查"]
    assert (made.phase, made.start, made.due) == (None, date(2011, 2, 18), date(2011, 5, 18))


def test_delete_deletes_the_row_and_undo_brings_it_back(
    store: Store, room: TimelineRoom, tree: Tree
) -> None:
    before = store.get(Task, LATE)
    tree.choose(("task", LATE))
    press(tree, Key.Key_Delete)
    assert store.find(Task, LATE) is None
    assert room.board.chart.place_of(("task", LATE)).isEmpty()
    store.undo()
    assert store.get(Task, LATE) == before
    assert not room.board.chart.place_of(("task", LATE)).isEmpty()


def test_a_phase_in_use_is_not_deleted(store: Store, tree: Tree, ask: PreparedAsk) -> None:
    ask.expect("refuse")
    tree.choose(("phase", 2))
    press(tree, Key.Key_Delete)
    assert "还在用" in ask.asked[0][1]
    assert store.find(Phase, 2) is not None


@pytest.mark.parametrize("id", [LATE, SENDING])
def test_space_marks_as_done_today_and_back(store: Store, tree: Tree, id: int) -> None:
    tree.choose(("task", id))
    press(tree, Key.Key_Space)
    assert store.get(Task, id).done_on == date(2011, 4, 20)
    press(tree, Key.Key_Space)
    assert store.get(Task, id).done_on is None


@pytest.mark.parametrize(
    ("key", "shift", "start", "due"),
    [
        (Key.Key_Left, False, 12, 17),
        (Key.Key_Right, False, 14, 19),
        (Key.Key_Left, True, 13, 17),
        (Key.Key_Right, True, 13, 19),
    ],
)
def test_alt_and_arrows_move_and_resize(
    store: Store, tree: Tree, key: Qt.Key, shift: bool, start: int, due: int
) -> None:
    tree.choose(("task", LATE))
    modifiers = Qt.KeyboardModifier.AltModifier
    if shift:
        modifiers |= Qt.KeyboardModifier.ShiftModifier
    QTest.keyClick(tree, key, modifiers)
    task = store.get(Task, LATE)
    assert (task.start, task.due) == (date(2011, 4, start), date(2011, 4, due))


def test_nothing_is_altered_where_nothing_can_be_written(
    store: Store, room: TimelineRoom, tree: Tree
) -> None:
    room.board.set_editable(False)
    last = store.history.last_id()
    tree.choose(("task", LATE))
    press(tree, Key.Key_Delete, Key.Key_Space, Key.Key_Insert, Key.Key_F2)
    assert store.history.last_id() == last
    assert tree.findChild(QLineEdit, "timeline_name_edit") is None


def test_the_focus_of_the_room_is_the_tree(room: TimelineRoom, qtbot: QtBot) -> None:
    room.setFocus()
    assert room.focusProxy() is room.board.tree
