"""Blocks of cells: copied as WPS does, pasted, cleared and filled with one undo for each."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from gui.record_table import CellEdit, RecordTable
from gui.record_table.clipboard import from_text, to_html, to_text
from tests.gui.record_table.acting import (
    CATEGORY,
    CONTENT,
    FOUND,
    LEVEL,
    OWNER,
    STATE,
    choose,
    current,
    go_to,
    note,
    press,
)  # fmt: skip
from tests.gui.record_table.samples import Written

Key, CONTROL = Qt.Key, Qt.KeyboardModifier.ControlModifier


def put_on_clipboard(text: str) -> None:
    QApplication.clipboard().setText(text)


def test_cells_with_tabs_breaks_and_quotes_survive_the_clipboard() -> None:
    cells = [["一\n二", "a\tb"], ['说“好"的', ""]]
    assert from_text(to_text(cells)) == cells
    assert from_text("甲\t乙\r\n丙\r\n") == [["甲", "乙"], ["丙", ""]]
    assert "一<br" in to_html(cells)


def test_a_block_is_copied_as_it_reads(sheet: RecordTable) -> None:
    choose(sheet, 0, LEVEL, 1, FOUND)
    press(sheet, Key.Key_C, CONTROL)
    data = QApplication.clipboard().mimeData()
    assert data.text() == "科室\t3月9日\n个人\t"
    assert "<td>科室</td>" in data.html()


def test_hidden_columns_are_not_copied(sheet: RecordTable) -> None:
    sheet.fitting.hide("level", True)
    choose(sheet, 0, CATEGORY, 0, FOUND)
    sheet.copy()
    assert QApplication.clipboard().text() == "发展环境\t3月9日"


def test_rows_of_a_list_are_copied_whole(list_: RecordTable) -> None:
    go_to(list_, 1, CONTENT)
    list_.copy()
    assert QApplication.clipboard().text().startswith("2011-002\t培训走过场。\t素质能力")


def test_a_pasted_block_overwrites_with_one_operation(sheet: RecordTable, written: Written) -> None:
    put_on_clipboard("单位\t4.1\n个人\t4月2日\n")
    go_to(sheet, 0, LEVEL)
    press(sheet, Key.Key_V, CONTROL)
    assert written.labels == ["粘贴2行"]
    assert [(e.id, e.path, e.value) for e in written.edits] == [
        (11, "level", "单位"),
        (11, "found_on", date(2011, 4, 1)),
        (12, "found_on", date(2011, 4, 2)),
    ]
    assert note(sheet) == ""


def test_one_value_goes_into_the_whole_selection(sheet: RecordTable, written: Written) -> None:
    put_on_clipboard("2011-04-01")
    choose(sheet, 0, FOUND, 1, FOUND)
    sheet.paste()
    assert [edit.value for edit in written.edits] == [date(2011, 4, 1)] * 2
    assert written.labels == ["粘贴2格"]


def test_delete_clears_cells_with_one_operation(sheet: RecordTable, written: Written) -> None:
    choose(sheet, 0, LEVEL, 1, FOUND)
    press(sheet, Key.Key_Delete)
    assert written.labels == ["清除3格"]  # one of the four was empty
    assert {edit.value for edit in written.edits} == {None}
    assert sheet.records.rowCount() == 3


def test_delete_does_not_clear_what_must_be_filled_in(sheet: RecordTable, written: Written) -> None:
    go_to(sheet, 0, CONTENT)
    press(sheet, Key.Key_Delete)
    assert written.labels == []
    assert "不能为空" in note(sheet)


def test_cut_copies_and_clears(sheet: RecordTable, written: Written) -> None:
    go_to(sheet, 0, LEVEL)
    press(sheet, Key.Key_X, CONTROL)
    assert QApplication.clipboard().text() == "科室"
    assert written.edits == [CellEdit(11, "level", None)]


def test_fill_down_repeats_the_uppermost(sheet: RecordTable, written: Written) -> None:
    choose(sheet, 0, OWNER, 1, OWNER)
    press(sheet, Key.Key_D, CONTROL)
    assert written.edits == [CellEdit(12, "round.owner", 2)]


def test_fill_down_into_one_row_takes_what_stands_above(
    sheet: RecordTable, written: Written
) -> None:
    choose(sheet, 1, CATEGORY, 1, LEVEL)
    press(sheet, Key.Key_D, CONTROL)
    assert written.edits == [CellEdit(12, "category", 2), CellEdit(12, "level", "科室")]
    go_to(sheet, 0, OWNER)
    press(sheet, Key.Key_D, CONTROL)
    assert written.labels == ["向下填充2格"]


def test_today_by_a_key(sheet: RecordTable, written: Written) -> None:
    choose(sheet, 0, FOUND, 1, FOUND)
    press(sheet, Key.Key_Semicolon, CONTROL)
    assert {edit.value for edit in written.edits} == {date(2011, 4, 20)}
    assert written.labels == ["填入今天2格"]


def test_locked_cells_refuse_a_paste(sheet: RecordTable, written: Written) -> None:
    put_on_clipboard("已销号")
    go_to(sheet, 0, STATE)
    sheet.paste()
    assert written.labels == []
    assert "不在这里填写" in note(sheet)
    assert current(sheet) == (0, STATE)
