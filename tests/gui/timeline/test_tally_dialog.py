"""个人完成: typed in place for every person, judged at once, taken back."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtTest import QAbstractItemModelTester, QTest
from PySide6.QtWidgets import QApplication, QLabel, QPushButton
from pytestqt.qtbot import QtBot

from gui.office import Office
from gui.record_table import CellEdit
from gui.timeline.menu import entries
from gui.timeline.room import TimelineRoom
from gui.timeline.tally_dialog import TallyDialog
from model.changes import Change
from model.records import Person, Tally, Task
from model.store import Store
from tests.gui.timeline.conftest import WIDE


@pytest.fixture
def study(store: Store, tasks: list[Task]) -> Task:
    """Everybody shall study 20 hours; 张明 has."""
    before = store.get(Task, WIDE)
    task = replace(before, per_person=True, target_amount=20.0, target_unit="小时")
    tally = Tally(1, task=WIDE, person=1, amount=20.0)
    store.apply([Change(before, task), Change(None, tally)], "登记个人完成")
    return task


@pytest.fixture
def dialog(qtbot: QtBot, office: Office, study: Task) -> Iterator[TallyDialog]:
    made = TallyDialog(None, office, study)
    qtbot.addWidget(made)
    made.show()
    yield made
    office.bridge.changed.disconnect(made._follow)


def said(dialog: TallyDialog, name: str) -> str:
    label = dialog.findChild(QLabel, name)
    assert label is not None
    return label.text()


def words(dialog: TallyDialog) -> list[str]:
    rows = dialog.table.records.rows
    return [rows.text(row, dialog.table.records.column_of("reached")) for row in range(len(rows))]


def type_into(qtbot: QtBot, dialog: TallyDialog, person: int, path: str, text: str) -> None:
    dialog.table.select_id(person, path)
    dialog.table.setFocus()
    qtbot.keyClicks(dialog.table, text[0])
    editor = QApplication.focusWidget()
    assert editor is not None
    qtbot.keyClicks(editor, text[1:])
    qtbot.keyClick(editor, Qt.Key.Key_Return)


def test_the_model_is_sound(dialog: TallyDialog) -> None:
    QAbstractItemModelTester(
        dialog.table.records, QAbstractItemModelTester.FailureReportingMode.Fatal
    )


def test_it_says_the_target_how_many_and_who_is_missing(dialog: TallyDialog) -> None:
    assert said(dialog, "tally_facts") == "每人20小时 · 1/2人达标"
    assert said(dialog, "tally_missing") == "未达标：李芳"
    assert words(dialog) == ["达标", "未登记"]


def test_an_amount_typed_in_place_is_judged_and_undone(
    qtbot: QtBot, dialog: TallyDialog, store: Store
) -> None:
    type_into(qtbot, dialog, 2, "amount", "12.5")
    assert words(dialog) == ["达标", "未达标"]
    type_into(qtbot, dialog, 2, "amount", "20")
    type_into(qtbot, dialog, 2, "done_on", "4.18")
    assert said(dialog, "tally_facts") == "每人20小时 · 2/2人达标"
    assert said(dialog, "tally_missing") == "全部达标"
    made = store.all(Tally, person=2)[0]
    assert (made.amount, made.done_on) == (20.0, date(2011, 4, 18))
    for _ in range(3):
        store.undo()
    assert store.all(Tally, person=2) == []
    assert words(dialog) == ["达标", "未登记"]


def test_what_is_emptied_is_no_record_any_more(dialog: TallyDialog, store: Store) -> None:
    dialog.table.records.write([CellEdit(1, "amount", None)], "清除")
    assert store.all(Tally) == []
    dialog.table.records.write([CellEdit(1, "amount", None)], "清除")
    assert words(dialog) == ["未登记", "未登记"]


def test_a_block_is_one_operation(dialog: TallyDialog, store: Store) -> None:
    last = store.history.last_id()
    edits = [CellEdit(id, "amount", 30.0) for id in (1, 2)]
    dialog.table.records.write(edits, "粘贴")
    assert store.history.last_id() == last + 1
    assert said(dialog, "tally_facts").endswith("2/2人达标")


def test_a_person_who_leaves_is_asked_no_more(dialog: TallyDialog, store: Store) -> None:
    before = store.get(Person, 2)
    store.apply([Change(before, replace(before, left_on=date(2011, 4, 1)))], "调离")
    assert said(dialog, "tally_facts").endswith("1/1人达标")


def test_a_double_click_opens_it_and_the_timeline_counts(
    qtbot: QtBot, room: TimelineRoom, study: Task
) -> None:
    tree = room.board.tree
    index = tree.plan.index_of(("task", WIDE))
    assert tree.plan.index(index.row(), 2, index.parent()).data() == "1/2人达标"
    seen: list[str] = []

    def leave() -> None:
        shown = QApplication.activeModalWidget()
        assert isinstance(shown, TallyDialog)
        seen.append(said(shown, "tally_title"))
        close = shown.findChild(QPushButton, "tally_close")
        assert close is not None
        qtbot.mouseClick(close, Qt.MouseButton.LeftButton)

    QTimer.singleShot(0, leave)
    place = tree.visualRect(index).center()
    QTest.mouseDClick(tree.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert seen == ["宣传"]


def test_the_menu_offers_the_form_as_well(room: TimelineRoom, study: Task) -> None:
    room.board.choose(("task", WIDE))
    offered = {entry.id: entry.text for entry in entries(room.board.tree.current_row())}
    assert (offered["open"], offered["form"]) == ("个人完成…", "修改任务…")


def test_a_tally_is_shown_as_its_task(room: TimelineRoom, study: Task) -> None:
    room.reveal("tally", 1)
    current = room.board.tree.current_row()
    assert current is not None
    assert current.id == WIDE
