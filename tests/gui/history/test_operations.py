"""操作历史 lists every operation, tells what the chosen one changed, and leads back to it."""

from dataclasses import replace
from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QPushButton, QTableView
from pytestqt.qtbot import QtBot

from gui.history import rows as history_rows
from gui.history.operations import OperationHistory
from gui.main_window import MainWindow
from gui.office import Office
from gui.record_table import ColumnFilter, RecordTable
from model.changes import Change
from model.deletion import deletion
from model.records import Campaign, Issue, Measure, Person, Submission
from model.store import Store
from tests.gui.story.clerk import Clerk

CONTROL_SHIFT = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
MEASURE = Measure(1, rectification=1, seq=1, content="更换座椅", owner=2)


@pytest.fixture
def worked(store: Store) -> Store:
    """Three operations after the ledger was made: a cause, a measure, a renamed person."""
    issue, person = store.get(Issue, 1), store.get(Person, 2)
    store.apply([Change(issue, replace(issue, cause="无人检修。"))], "修改产生原因")
    store.apply([Change(None, MEASURE)], "添加整改措施")
    store.apply([Change(person, replace(person, post="书记"))], "修改职务")
    return store


@pytest.fixture
def dialog(qtbot: QtBot, office: Office, worked: Store, campaign: Campaign) -> OperationHistory:
    made = OperationHistory(None, office, campaign)
    made._typing.setInterval(0)
    qtbot.addWidget(made)
    made.show()
    return made


def labels(dialog: OperationHistory) -> list[str]:
    return column(dialog.operations, "label")


def column(table: RecordTable, path: str) -> list[str]:
    place = table.records.column_of(path)
    return [table.records.rows.text(row, place) for row in range(len(table.records.rows))]


def changed(dialog: OperationHistory) -> list[tuple[str, ...]]:
    paths = ("record", "field", "before", "after")
    return list(zip(*(column(dialog.changes, path) for path in paths), strict=True))


def button(dialog: OperationHistory, name: str) -> QPushButton:
    found = dialog.findChild(QPushButton, name)
    assert found is not None
    return found


def press(qtbot: QtBot, dialog: OperationHistory, name: str) -> None:
    assert button(dialog, name).isEnabled()
    qtbot.mouseClick(button(dialog, name), Qt.MouseButton.LeftButton)


def hint(dialog: OperationHistory) -> str:
    found = dialog.findChild(QLabel, "operation_history_hint")
    assert found is not None
    return found.text()


def test_the_newest_is_first_and_chosen(dialog: OperationHistory) -> None:
    assert labels(dialog) == ["修改职务", "添加整改措施", "修改产生原因", "建立活动"]
    assert changed(dialog) == [("人员“李芳”", "职务", "副院长", "书记")]
    assert hint(dialog) == "共 4 步"


def test_the_chosen_one_is_told_field_by_field(dialog: OperationHistory) -> None:
    dialog.operations.select_id(3)
    assert changed(dialog) == [
        ("问题2011-001 · 整改措施“更换座椅”（新增）", "序号", "", "1"),
        ("", "整改措施", "", "更换座椅"),
        ("", "责任人", "", "李芳"),
    ]
    dialog.operations.select_id(2)
    assert changed(dialog) == [("问题2011-001", "产生原因", "（空）", "无人检修。")]


def test_what_was_taken_back_is_marked(dialog: OperationHistory, store: Store) -> None:
    store.undo()
    store.undo()
    store.redo()
    dialog._read()
    assert column(dialog.operations, "mark") == ["重做", "已重做", "撤销", "已撤销", "", "", ""]
    faded = dialog.operations.records.faded
    assert faded is not None
    rows = dialog.operations.records.rows
    assert [faded(rows.at(row)) for row in range(len(rows))] == [
        False, True, False, True, False, False, False,
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("措施", ["添加整改措施"]),
        ("更换", ["添加整改措施"]),  # stands in the record alone
        ("xgzw", ["修改职务"]),
        ("检修", ["修改产生原因"]),
        ("没有这个", []),
    ],
)
def test_search_finds_labels_and_what_stands_in_records(
    qtbot: QtBot, dialog: OperationHistory, text: str, found: list[str]
) -> None:
    dialog.search_edit.setText(text)
    qtbot.waitUntil(lambda: labels(dialog) == found)
    assert hint(dialog) == f"显示 {len(found)} / 4 步"


def test_what_a_heading_leaves_out_is_counted(dialog: OperationHistory) -> None:
    dialog.operations.filtering.put("label", ColumnFilter(holds="措施"))
    assert hint(dialog) == "显示 1 / 4 步"
    dialog.operations.filtering.clear()
    assert hint(dialog) == "共 4 步"


def test_what_no_tab_shows_is_found_in_the_menu(dialog: OperationHistory) -> None:
    dialog.operations.select_id(4)
    assert not button(dialog, "history_go").isEnabled()
    assert "菜单" in button(dialog, "history_go").toolTip()


def test_only_one_issue_with_all_that_belongs_to_it(qtbot: QtBot, dialog: OperationHistory) -> None:
    dialog.operations.select_id(3)
    assert button(dialog, "history_family").text() == "只看问题2011-001"
    press(qtbot, dialog, "history_family")
    assert labels(dialog) == ["添加整改措施", "修改产生原因", "建立活动"]
    press(qtbot, dialog, "history_only")
    assert len(labels(dialog)) == 4


def test_going_back_names_its_steps_and_can_be_done_again(
    qtbot: QtBot, dialog: OperationHistory, store: Store
) -> None:
    dialog.operations.select_id(2)
    assert button(dialog, "history_back").text() == "撤销到这里（2步）"
    press(qtbot, dialog, "history_back")
    assert store.find(Measure, 1) is None
    assert store.get(Person, 2).post == "副院长"
    assert store.get(Issue, 1).cause == "无人检修。"
    qtbot.waitUntil(lambda: len(labels(dialog)) == 6)
    assert hint(dialog) == "已撤销2步，可以用“重做”逐步恢复"
    store.redo()
    assert store.find(Measure, 1) == MEASURE


def test_the_last_and_what_was_taken_back_are_no_place_to_go_back_to(
    dialog: OperationHistory, store: Store
) -> None:
    back = button(dialog, "history_back")
    assert not back.isEnabled()
    assert back.toolTip() == "这已经是最后一步"
    store.undo()
    dialog._read()
    dialog.operations.select_id(4)
    assert not back.isEnabled()
    assert "不算数" in back.toolTip()


def test_nobody_goes_back_beyond_what_was_sent_upward(
    dialog: OperationHistory, store: Store
) -> None:
    sent = Submission(
        1, campaign=1, report="问题台账", recipient="县卫生局", submitted_on=date(2011, 4, 8),
        name="问题台账.xlsx", file="0" * 64,
    )  # fmt: skip
    store.apply([Change(None, sent)], "报送问题台账")
    dialog._read()
    dialog.operations.select_id(2)
    back = button(dialog, "history_back")
    assert not back.isEnabled()
    assert "报送" in back.toolTip()


def test_a_record_that_is_gone_cannot_be_gone_to(dialog: OperationHistory, store: Store) -> None:
    store.apply(deletion(store.get(Issue, 1), store), "删除问题")
    dialog._read()
    dialog.operations.select_id(2)
    assert not button(dialog, "history_go").isEnabled()
    assert "回收站" in button(dialog, "history_go").toolTip()


def test_an_operation_on_very_many_records_says_how_many_are_not_listed(
    dialog: OperationHistory, store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(history_rows, "MOST_CHANGES", 2)
    dialog.operations.select_id(1)
    assert column(dialog.changes, "record")[-1] == "另有7条记录没有列出"


def test_a_double_click_goes_to_the_record(qtbot: QtBot, window: MainWindow, worked: Store) -> None:
    clerk = Clerk(qtbot, window, worked)

    def choose() -> None:
        table = clerk.see(QTableView, "operations_table")
        assert isinstance(table, RecordTable)
        table.select_id(2)
        place = table.visualRect(table.currentIndex()).center()
        qtbot.mouseDClick(table.viewport(), Qt.MouseButton.LeftButton, pos=place)

    window.show_room("roster")
    clerk.in_dialog(lambda: clerk.key(Qt.Key.Key_H, CONTROL_SHIFT), choose)
    assert window.show_room("ledger").isVisible()


def test_escape_goes_nowhere(qtbot: QtBot, window: MainWindow, worked: Store) -> None:
    clerk = Clerk(qtbot, window, worked)
    window.show_room("roster")
    clerk.in_dialog(
        lambda: clerk.key(Qt.Key.Key_H, CONTROL_SHIFT), lambda: clerk.key(Qt.Key.Key_Escape)
    )
    assert window._workspace.door.name == "roster"
