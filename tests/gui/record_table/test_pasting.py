"""A pasted block: written whole, or its right cells alone when the user says so."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel, QPushButton

from gui.record_table import CellEdit, RecordTable
from gui.record_table.clipboard import from_text
from gui.record_table.refused_cells import RefusedCells
from model.refused import Place, Refused
from tests.gui.record_table.acting import (
    CATEGORY,
    CONTENT,
    FOUND,
    LEVEL,
    OWNER,
    STATE,
    choose,
    go_to,
    note,
    press,
)  # fmt: skip
from tests.gui.record_table.samples import Written

Key, CONTROL = Qt.Key, Qt.KeyboardModifier.ControlModifier
RARE = "㛃𬸣😀"


def paste(table: RecordTable, text: str, row: int, column: int) -> None:
    QApplication.clipboard().setText(text)
    go_to(table, row, column)
    press(table, Key.Key_V, CONTROL)


def dialog(table: RecordTable) -> RefusedCells:
    """The open list of refused cells."""
    found = [each for each in table.findChildren(RefusedCells) if each.isVisible()]
    assert len(found) == 1
    return found[0]


def said(table: RecordTable) -> list[tuple[str, ...]]:
    """The lines of the list: where, what, why."""
    model = dialog(table).table.records
    return [
        tuple(model.rows.text(row, column) for column in range(3))
        for row in range(model.rowCount())
    ]


def answer(table: RecordTable, name: str) -> None:
    button = dialog(table).findChild(QPushButton, name)
    assert isinstance(button, QPushButton)
    button.click()


# -- reading ----------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "cells"),
    [
        ('"一\n二"\t"说""好""的"\n', [["一\n二", '说"好"的']]),
        ('"开放"讨论\t乙', [['"开放"讨论', "乙"]]),  # as Excel copies it
        ('"整格"', [['"整格"']]),
        ('"没有完\t乙\n丙', [['"没有完', "乙"], ["丙", ""]]),
        ("\t乙\n\n丙", [["", "乙"], ["", ""], ["丙", ""]]),
        ("", []),
    ],
)
def test_blocks_are_read_as_spreadsheets_copy_them(text: str, cells: list[list[str]]) -> None:
    assert from_text(text) == cells


# -- refused ----------------------------------------------------------------------------------


def test_refused_cells_are_listed_and_nothing_is_written_yet(
    sheet: RecordTable, written: Written
) -> None:
    paste(sheet, "单位\t4月31日\n全县\t4.2", 0, LEVEL)
    assert written.edits == []
    assert [line[:2] for line in said(sheet)] == [
        ("第1行“发现时间”", "4月31日"),
        ("第2行“层面”", "全县"),
    ]
    assert "没有31日" in said(sheet)[0][2]
    answer(sheet, "write_right")
    assert [(edit.id, edit.path) for edit in written.edits] == [(11, "level"), (12, "found_on")]
    assert written.labels == ["粘贴2行"]


@pytest.mark.parametrize("way_out", ["write_none", "escape"])
def test_nothing_is_written_when_the_user_says_so(
    sheet: RecordTable, written: Written, way_out: str
) -> None:
    paste(sheet, "单位\t4月31日", 0, LEVEL)
    if way_out == "escape":
        press(dialog(sheet), Key.Key_Escape)
    else:
        answer(sheet, way_out)
    assert written.edits == []


def test_a_row_that_the_store_refuses_is_listed_too(sheet: RecordTable, written: Written) -> None:
    written.refusing = Refused("这一行刚在别处改过。", Place("issue", 11))
    paste(sheet, "单位\n单位", 0, LEVEL)
    assert said(sheet) == [("第1行“层面”", "单位", "这一行刚在别处改过。")]
    answer(sheet, "write_right")
    assert [edit.id for edit in written.edits] == [12]


def test_what_refuses_the_whole_is_said_at_the_cell(sheet: RecordTable, written: Written) -> None:
    written.refusing_all = Refused("活动已归档，只能查看。")
    paste(sheet, "单位\n单位", 0, LEVEL)
    assert "已归档" in note(sheet)
    assert sheet.findChildren(RefusedCells) == []


def test_where_nothing_is_right_there_is_nothing_to_choose(
    sheet: RecordTable, written: Written
) -> None:
    paste(sheet, "全县\n全省", 0, LEVEL)
    assert dialog(sheet).findChild(QPushButton, "write_right") is None
    lead = dialog(sheet).findChild(QLabel, "refused_lead")
    assert isinstance(lead, QLabel)
    assert "没有可以写入的内容" in lead.text()


def test_a_block_wider_than_the_table_is_told(sheet: RecordTable, written: Written) -> None:
    paste(sheet, "李芳\t登记\t多出来\t又一格", 0, STATE - 1)
    assert said(sheet) == [("放不下的部分", "多出来", "右边没有栏目了，多出的2列没有地方写。")]


def test_rows_beyond_the_last_are_told(sheet: RecordTable, written: Written) -> None:
    paste(sheet, "甲。\n乙。\n丙。", 1, CONTENT)
    assert ("放不下的部分", "丙。", "下面没有行了，还有1行没有地方写。") in said(sheet)


def test_many_cells_refused_alike_share_a_line(sheet: RecordTable) -> None:
    sheet.records.show_rows([(id, f"{id}", "。", *[None] * 6) for id in range(1, 9)])
    paste(sheet, "\n".join(f"甲{n}\t单位" for n in range(8)), 0, CATEGORY)
    assert len(said(sheet)) == 8  # each names another text
    answer(sheet, "write_none")
    paste(sheet, "\n".join("登" for _ in range(8)), 0, STATE)
    assert [line[:2] for line in said(sheet)] == [("“状态”第1—8行", "登等8格")]


def test_a_locked_cell_that_stays_the_same_is_no_matter(
    sheet: RecordTable, written: Written
) -> None:
    paste(sheet, "李芳\t登记\n李芳\t登记", 0, STATE - 1)
    assert [(edit.id, edit.path) for edit in written.edits] == [(12, "round.owner")]


# -- odd texts --------------------------------------------------------------------------------


def test_a_name_that_is_nobodys_and_a_day_that_is_none(sheet: RecordTable) -> None:
    paste(sheet, "2月30日\t是\t赵无名", 0, FOUND)
    assert [line[1] for line in said(sheet)] == ["2月30日", "赵无名"]
    assert "还没有“赵无名”" in said(sheet)[1][2]


def test_a_name_that_several_have_is_not_taken_as_the_first(
    sheet: RecordTable, written: Written
) -> None:
    names = {"person": {1: "王伟（内科）", 2: "王伟（外科）"}}
    sheet.records.set_context(replace(sheet.records.context, names=names))
    paste(sheet, "王伟\n王伟（外科）", 0, OWNER)
    assert [line[1] for line in said(sheet)] == ["王伟"]
    assert "请写明是哪一个：王伟（内科）、王伟（外科）" in said(sheet)[0][2]
    answer(sheet, "write_right")
    assert written.edits == [CellEdit(12, "round.owner", 2)]


def test_the_end_of_a_month_is_no_day(sheet: RecordTable) -> None:
    paste(sheet, "4月底\n4.2", 0, FOUND)
    assert "要写成4月30日，就输入4.30。" in said(sheet)[0][2]


def test_rare_characters_and_emoji_are_kept(sheet: RecordTable, written: Written) -> None:
    paste(sheet, f"{RARE}\n{RARE}", 0, CONTENT)
    assert [edit.value for edit in written.edits] == [RARE, RARE]
    assert note(sheet) == ""
    assert not sheet.grab().isNull()


def test_control_characters_are_left_out_and_that_is_said(
    sheet: RecordTable, written: Written
) -> None:
    paste(sheet, "一\x07二\x0b三\n四", 0, CONTENT)
    assert [edit.value for edit in written.edits] == ["一二三", "四"]
    assert "去掉了2个看不见的控制字符" in note(sheet)


def test_text_longer_than_a_cell_of_a_spreadsheet_is_refused(
    sheet: RecordTable, written: Written
) -> None:
    paste(sheet, "长" * 40_000 + "\n短。", 0, CONTENT)
    assert "40000字" in said(sheet)[0][2]
    answer(sheet, "write_right")
    assert [edit.value for edit in written.edits] == ["短。"]


# -- where it goes ----------------------------------------------------------------------------


def test_a_block_is_repeated_over_a_selection_that_is_a_multiple(
    sheet: RecordTable, written: Written
) -> None:
    QApplication.clipboard().setText("单位\t4.1")
    choose(sheet, 0, LEVEL, 1, FOUND)
    sheet.paste()
    assert [edit.value for edit in written.edits] == ["单位", date(2011, 4, 1)] * 2


def test_what_was_pasted_is_selected(sheet: RecordTable) -> None:
    paste(sheet, "单位\t4.1\n单位\t4.1", 0, LEVEL)
    assert sheet.selected_ids() == [11, 12]
    assert sheet.blocks() == [(0, LEVEL, 1, FOUND)]
