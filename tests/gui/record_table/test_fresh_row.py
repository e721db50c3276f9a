"""The empty row at the end: what is typed there becomes a record in one operation, or waits."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester, QTest
from PySide6.QtWidgets import QApplication

from gui.record_table import RecordTable, StoreEdits, TableColumn, TableModel
from gui.record_table.refused_cells import RefusedCells
from model.changes import Change, Operation
from model.records import Category
from model.refused import Refused
from model.store import Store
from tests.gui.record_table.acting import choose, current, editor, go_to, note, press
from tests.gui.record_table.conftest import Tables

Key, Modifier = Qt.Key, Qt.KeyboardModifier
SEQ, NAME = 0, 1
COLUMNS = (
    TableColumn("seq", Category.field("seq"), 80, editable=True),
    TableColumn("name", Category.field("name"), editable=True),
)


class Categories:
    """A table of the ledger's categories, as a room keeps it."""

    def __init__(self, store: Store) -> None:
        self.store = store
        self.operations: list[Operation] = []
        self.barred = ""
        self.model = TableModel(
            COLUMNS,
            edit=StoreEdits(store, Category, self._make),
            locked=lambda row, column: self.barred,
            adds="新增类别",
        )
        self.model.show_rows(self.rows())
        store.subscribe(self._follow)

    def rows(self) -> list[Any]:
        return self.store.rows(Category, ["seq", "name"])

    def _make(self, cells: Any) -> list[Change]:
        last = {"seq": 9, **cells}
        fresh = Category(self.store.fresh_id(Category), campaign=1, **last)
        if fresh.name == "不许":
            raise Refused("这个名称不许用。")
        return [Change(None, fresh)]

    def _follow(self, operation: Operation) -> None:
        self.operations.append(operation)
        self.model.follow_rows(self.rows(), self.model.context)


@pytest.fixture
def categories(qapp: object, store: Store) -> Iterator[Categories]:
    made = Categories(store)
    tester = QAbstractItemModelTester(
        made.model, QAbstractItemModelTester.FailureReportingMode.Fatal
    )
    yield made
    del tester


@pytest.fixture
def table(categories: Categories, table_of: Tables) -> RecordTable:
    return table_of(model=categories.model)


def type_in(table: RecordTable, row: int, column: int, text: str, key: Qt.Key) -> None:
    go_to(table, row, column)
    QTest.keyClicks(table, text[0])
    QTest.keyClicks(editor(table), text[1:])
    press(editor(table), key)


def names(table: RecordTable) -> list[str]:
    return [table.records.rows.text(row, NAME) for row in range(table.records.rowCount())]


def test_the_empty_row_stands_last(table: RecordTable) -> None:
    assert names(table) == ["素质能力", "发展环境", ""]
    assert table.records.headerData(2, Qt.Orientation.Vertical) == "＋"
    assert len(table.records.rows) == 2


def test_a_required_cell_makes_the_record(table: RecordTable, categories: Categories) -> None:
    type_in(table, 2, NAME, "xin", Key.Key_Tab)
    assert names(table) == ["素质能力", "发展环境", "xin", ""]
    assert [operation.label for operation in categories.operations] == ["新增类别"]
    assert current(table) == (2, NAME)


def test_enter_goes_to_the_next_empty_row(table: RecordTable) -> None:
    for number in (2, 3, 4):
        type_in(table, number, NAME, f"n{number}", Key.Key_Return)
        assert current(table) == (number + 1, NAME)
    assert names(table)[2:] == ["n2", "n3", "n4", ""]


def test_what_was_typed_first_waits_for_the_required_cell(
    table: RecordTable, categories: Categories
) -> None:
    type_in(table, 2, SEQ, "7", Key.Key_Tab)
    assert categories.operations == []
    assert table.records.rows.text(2, SEQ) == "7"
    type_in(table, 2, NAME, "xin", Key.Key_Tab)
    assert len(categories.operations) == 1
    assert categories.store.all(Category)[-1].seq == 7


def test_enter_goes_to_what_lacks_and_says_so(table: RecordTable) -> None:
    type_in(table, 2, SEQ, "7", Key.Key_Return)
    assert current(table) == (2, NAME)
    assert "新的一行还差“问题类别”，还没有写入" in note(table)


def test_leaving_an_unfinished_row_says_what_lacks_and_loses_nothing(table: RecordTable) -> None:
    type_in(table, 2, SEQ, "7", Key.Key_Tab)
    go_to(table, 0, NAME)
    assert "还没有写入" in note(table)
    assert table.records.rows.text(2, SEQ) == "7"


def test_news_and_sorting_leave_an_unfinished_row_alone(
    table: RecordTable, categories: Categories
) -> None:
    type_in(table, 2, SEQ, "7", Key.Key_Tab)
    before = categories.store.get(Category, 2)
    categories.store.apply([Change(before, None)], "删除")
    table.sort_by("name")
    assert names(table) == ["素质能力", ""]
    assert table.records.rows.text(1, SEQ) == "7"
    assert current(table) == (1, NAME)


def test_escape_gives_the_row_up(table: RecordTable) -> None:
    type_in(table, 2, SEQ, "7", Key.Key_Tab)
    press(table, Key.Key_Escape)
    assert table.records.rows.text(2, SEQ) == ""


def test_delete_empties_a_waiting_cell(table: RecordTable, categories: Categories) -> None:
    type_in(table, 2, SEQ, "7", Key.Key_Tab)
    go_to(table, 2, SEQ)
    press(table, Key.Key_Delete)
    assert not table.records.is_begun()
    assert categories.operations == []


def test_what_the_room_refuses_stays_in_the_editor(
    table: RecordTable, categories: Categories
) -> None:
    go_to(table, 2, NAME)
    press(table, Key.Key_F2)
    editor(table).fill("不许")
    press(editor(table), Key.Key_Return)
    assert "不许用" in note(table)
    assert editor(table).typed() == "不许"
    assert categories.operations == []


def test_one_undo_takes_the_record_back(table: RecordTable, categories: Categories) -> None:
    type_in(table, 2, NAME, "xin", Key.Key_Tab)
    categories.store.undo()
    assert names(table) == ["素质能力", "发展环境", ""]


def test_rows_pasted_behind_the_last_become_records(
    table: RecordTable, categories: Categories
) -> None:
    QApplication.clipboard().setText("1\t甲\n2\t乙\n3\t丙\n")
    go_to(table, 1, SEQ)
    press(table, Key.Key_V, Modifier.ControlModifier)
    assert names(table) == ["素质能力", "甲", "乙", "丙", ""]
    assert [operation.label for operation in categories.operations] == ["粘贴3行"]
    categories.store.undo()
    assert names(table) == ["素质能力", "发展环境", ""]


def test_a_pasted_row_without_its_required_cell_is_refused(
    table: RecordTable, categories: Categories
) -> None:
    QApplication.clipboard().setText("3\t甲\n4\t\n5\t丙")
    go_to(table, 2, SEQ)
    table.paste()
    listed = table.findChild(RefusedCells)
    assert isinstance(listed, RefusedCells)
    assert "不能为空" in listed.table.records.rows.text(0, 2)
    listed.accept()
    assert names(table)[2:] == ["甲", "丙", ""]


def test_a_barred_table_has_no_empty_row(table: RecordTable, categories: Categories) -> None:
    categories.barred = "已归档"
    table.records.refresh()
    assert names(table) == ["素质能力", "发展环境"]
    assert table.records.adds == ""


def test_the_empty_row_is_no_record_to_act_on(table: RecordTable) -> None:
    opened: list[int] = []
    table.edit_wanted.connect(lambda id, _path: opened.append(id))
    choose(table, 1, SEQ, 2, NAME)
    assert table.selected_ids() == [2]
    table.copy()
    assert "\n" not in QApplication.clipboard().text()
    assert opened == []
