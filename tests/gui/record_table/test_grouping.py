"""Rows stand in groups below painted headings; every row stays a record that is met as before."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAction, QColor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu

from gui.look import Look
from gui.record_table import LIST, SHEET, ColumnFilter, FilterChips, RecordTable
from gui.record_table.style import BAND_HEIGHT
from gui.settings import Settings
from tests.gui.record_table.acting import (
    CATEGORY,
    CONTENT,
    FOUND,
    LEVEL,
    PUBLIC,
    click,
    current,
    double_click,
    editor,
    go_to,
    press,
)
from tests.gui.record_table.conftest import Tables
from tests.gui.record_table.samples import ROWS, Written

Key = Qt.Key


def shown(table: RecordTable) -> list[int]:
    return [table.records.rows.id_at(row) for row in range(len(table.records.rows))]


def groups(table: RecordTable) -> list[tuple[int, str, int]]:
    """First row, words and count of each."""
    found = table.records.rows.groups
    return [(row, group.words, group.count) for row, group in found.items()]


def header_click(table: RecordTable, column: int) -> None:
    place = table.headings.section_rect(column).topLeft() + QPoint(20, 10)
    QTest.mouseClick(table.headings.viewport(), Qt.MouseButton.LeftButton, pos=place)


def offered(table: RecordTable, column: int, name: str) -> QAction | None:
    return table.header_menu(column).findChild(QAction, name)


def grouped(table: RecordTable, column: int = CATEGORY) -> RecordTable:
    action = offered(table, column, "group_here")
    assert action is not None
    action.trigger()
    return table


def band(table: RecordTable, row: int) -> QPoint:
    """The middle of the heading above a row."""
    return QPoint(40, table.rowViewportPosition(row) + BAND_HEIGHT // 2)


# -- order and counts -------------------------------------------------------------------------


def test_a_right_click_on_a_heading_groups_and_another_ungroups(sheet: RecordTable) -> None:
    place = sheet.headings.section_rect(CATEGORY).center()
    sheet.headings.customContextMenuRequested.emit(place)
    menu = QApplication.activePopupWidget()
    assert menu is not None
    action = menu.findChild(QAction, "group_here")
    assert action is not None
    assert action.text() == "按此列分组"
    action.trigger()
    menu.close()
    assert shown(sheet) == [11, 12, 13]
    assert groups(sheet) == [(0, "发展环境", 1), (1, "素质能力", 2)]
    back = offered(sheet, FOUND, "ungroup")
    assert back is not None
    back.trigger()
    assert groups(sheet) == []
    assert offered(sheet, FOUND, "ungroup") is None


def test_the_menu_of_a_cell_offers_what_its_heading_does(table_of: Tables) -> None:
    """By keyboard alone: a heading cannot be reached with it."""
    table = table_of()
    table.has_menu = True
    go_to(table, 1, CATEGORY)
    press(table, Key.Key_F10, Qt.KeyboardModifier.ShiftModifier)
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    heading = menu.findChild(QMenu, "this_column")
    assert isinstance(heading, QMenu)
    assert heading.title() == "此列“问题类别”"
    names = [action.objectName() for action in heading.actions()]
    assert names == [action.objectName() for action in table.header_menu(CATEGORY).actions()]
    action = heading.findChild(QAction, "group_here")
    assert action is not None
    action.trigger()
    menu.close()
    assert groups(table) == [(0, "发展环境", 1), (1, "素质能力", 2)]


def test_what_differs_in_each_row_is_not_offered(sheet: RecordTable) -> None:
    assert offered(sheet, CONTENT, "group_here") is None
    grouped(sheet)
    assert offered(sheet, CATEGORY, "group_here") is None


def test_a_list_in_an_order_of_its_own_is_not_grouped(list_: RecordTable) -> None:
    list_.headings.setSectionsClickable(False)
    assert offered(list_, CATEGORY, "group_here") is None


def test_rows_are_sorted_inside_their_group(sheet: RecordTable) -> None:
    grouped(sheet)
    header_click(sheet, FOUND)
    assert shown(sheet) == [11, 13, 12]
    assert groups(sheet) == [(0, "发展环境", 1), (1, "素质能力", 2)]
    header_click(sheet, CATEGORY)
    header_click(sheet, CATEGORY)
    assert groups(sheet) == [(0, "素质能力", 2), (2, "发展环境", 1)]


def test_blank_values_are_the_last_group(sheet: RecordTable) -> None:
    grouped(sheet, LEVEL)
    assert groups(sheet) == [(0, "科室", 1), (1, "个人", 1), (2, "（空白）", 1)]


def test_counts_follow_the_filters(sheet: RecordTable) -> None:
    grouped(sheet)
    sheet.filtering.put("content", ColumnFilter(holds="无记录"))
    assert groups(sheet) == [(0, "素质能力", 1)]
    sheet.filtering.clear()
    assert groups(sheet) == [(0, "发展环境", 1), (1, "素质能力", 2)]


def test_counts_follow_rows_that_come_go_and_alter(sheet: RecordTable) -> None:
    grouped(sheet)
    sheet.records.update_rows([(14, "2011-004", "又一条。", *ROWS[1][3:])], gone=[12])
    assert groups(sheet) == [(0, "发展环境", 1), (1, "素质能力", 2)]
    sheet.records.update_rows([(11, *ROWS[0][1:3], 1, *ROWS[0][4:])])
    assert groups(sheet) == [(0, "素质能力", 3)]
    assert [sheet.rowHeight(row) for row in range(3)] == [40 + BAND_HEIGHT, 40, 40]


def test_a_row_that_is_filed_elsewhere_stays_where_it_was_until_arranged(
    sheet: RecordTable, written: Written
) -> None:
    grouped(sheet)
    go_to(sheet, 1, CATEGORY)
    press(sheet, Key.Key_F2)
    press(editor(sheet), Key.Key_Up)
    press(editor(sheet), Key.Key_Return)
    assert written.edits[-1].value == 2
    assert shown(sheet) == [11, 12, 13]
    assert groups(sheet) == [(0, "发展环境", 2), (2, "素质能力", 1)]
    assert sheet.visualRect(sheet.records.index(2, 0)).height() == 40


# -- places -----------------------------------------------------------------------------------


@pytest.mark.parametrize("style", [SHEET, LIST])
def test_the_first_row_of_a_group_is_higher_by_its_heading(table_of: Tables, style: object) -> None:
    table = grouped(table_of(style))
    least = table.style_of_rows.least
    assert [table.rowHeight(row) - least for row in range(3)] == [BAND_HEIGHT, BAND_HEIGHT, 0]
    heights = [table.visualRect(table.records.index(row, 0)).height() for row in range(3)]
    assert heights == [least] * 3
    table.group_by("")
    assert [table.rowHeight(row) for row in range(3)] == [least] * 3


def test_only_rows_in_sight_have_their_height(sheet: RecordTable) -> None:
    rows = [(id, f"{id}", "问题。", id % 2 + 1, *ROWS[0][4:]) for id in range(1, 1001)]
    sheet.records.show_rows(rows)
    grouped(sheet)
    assert groups(sheet) == [(0, "发展环境", 500), (500, "素质能力", 500)]
    high = [row for row in range(1000) if sheet.rowHeight(row) != 40]
    assert high == [0]
    sheet.select_id(2)
    assert current(sheet)[0] == 500
    assert sheet.rowHeight(500) == 40 + BAND_HEIGHT
    cell = sheet.visualRect(sheet.records.index(500, 0))
    assert sheet.viewport().rect().contains(cell)


@pytest.mark.parametrize("style", [SHEET, LIST])
def test_a_click_on_a_heading_leaves_what_is_chosen(table_of: Tables, style: object) -> None:
    table = grouped(table_of(style))
    go_to(table, 2, LEVEL)
    click(table, band(table, 1))
    assert current(table) == (2, LEVEL)
    assert table.selected_ids() == [13]
    below = QPoint(band(table, 1).x(), table.rowViewportPosition(1) + BAND_HEIGHT + 1)
    click(table, below)
    assert current(table)[0] == 1


def test_a_double_click_on_a_heading_opens_nothing(list_: RecordTable) -> None:
    grouped(list_)
    go_to(list_, 0, CONTENT)
    told: list[int] = []
    list_.opened.connect(told.append)
    QTest.mouseDClick(list_.viewport(), Qt.MouseButton.LeftButton, pos=band(list_, 1))
    assert told == []


def test_a_drag_from_a_heading_chooses_nothing(sheet: RecordTable) -> None:
    grouped(sheet)
    go_to(sheet, 0, LEVEL)
    view, left = sheet.viewport(), Qt.MouseButton.LeftButton
    QTest.mousePress(view, left, pos=band(sheet, 1))
    end = sheet.visualRect(sheet.records.index(2, FOUND)).center()
    QTest.mouseMove(view, end)
    QTest.mouseRelease(view, left, pos=end)
    assert sheet.selected_ids() == [11]


def test_the_row_below_a_heading_is_hovered_only_on_its_cells(list_: RecordTable) -> None:
    grouped(list_)
    QTest.mouseMove(list_.viewport(), list_.visualRect(list_.records.index(1, 0)).center())
    assert list_.pointing.row == 1
    QTest.mouseMove(list_.viewport(), band(list_, 1))
    assert list_.pointing.row == -1


def test_the_editor_lies_on_the_cell(sheet: RecordTable) -> None:
    grouped(sheet)
    double_click(sheet, 0, CONTENT)
    cell = sheet.visualRect(sheet.records.index(0, CONTENT))
    assert cell.top() == BAND_HEIGHT
    assert editor(sheet).geometry().top() == cell.top() - 1
    assert editor(sheet).height() >= 40


def test_a_tick_box_is_hit_where_it_is_painted(sheet: RecordTable, written: Written) -> None:
    grouped(sheet)
    words = sheet.words_place(1, PUBLIC)
    click(sheet, QPoint(round(words.left()) + 8, round(words.center().y())))
    assert [(edit.id, edit.value) for edit in written.edits] == [(12, True)]


def test_keys_go_from_group_to_group_and_copy_is_of_records(sheet: RecordTable) -> None:
    grouped(sheet)
    go_to(sheet, 0, 0)
    press(sheet, Key.Key_Down)
    assert current(sheet) == (1, 0)
    press(sheet, Key.Key_Up, Qt.KeyboardModifier.ShiftModifier)
    sheet.copy()
    assert QApplication.clipboard().text().split() == ["2011-001", "2011-002"]


def test_what_is_found_is_marked_in_its_group(sheet: RecordTable) -> None:
    grouped(sheet)
    header_click(sheet, FOUND)
    assert sheet.search("走过场") == (1, 1)
    sheet.take_hit()
    assert current(sheet) == (2, CONTENT)


# -- what is seen -----------------------------------------------------------------------------


def test_a_heading_reaches_over_frozen_columns_and_row_numbers(
    table_of: Tables, look: Look
) -> None:
    table = grouped(table_of(SHEET, width=500, frozen="number"))
    table.horizontalScrollBar().setValue(60)
    assert table.freezing.works
    seen = table.grab().toImage()
    top = table.viewport().y() + table.rowViewportPosition(1) + 3
    ratio = seen.devicePixelRatio()
    colours = {
        QColor(seen.pixel(round(x * ratio), round(top * ratio))).name()
        for x in range(1, table.viewport().geometry().right() - 1)
    }
    assert colours == {look.tokens.head.name()}


def test_a_chip_tells_the_groups_and_takes_them_off(sheet: RecordTable, look: Look) -> None:
    chips = FilterChips(look, sheet.filtering, sheet)
    chips.resize(600, 30)
    chips.show()
    grouped(sheet)
    assert [chip.text() for chip in chips.chips()] == ["分组：问题类别"]
    sheet.filtering.put("content", ColumnFilter(holds="培训"))
    sheet.filtering.clear()
    assert [chip.text() for chip in chips.chips()] == ["分组：问题类别"]
    QTest.mouseClick(chips.chips()[0], Qt.MouseButton.LeftButton)
    assert groups(sheet) == []
    assert chips.chips() == []


def test_groups_are_remembered(table_of: Tables, tmp_path: Path) -> None:
    settings = Settings(tmp_path / "taizhang.ini")
    table = grouped(table_of(SHEET, settings), LEVEL)
    table.records.group(-1)
    again = table_of(SHEET, settings)
    assert [words for _row, words, _count in groups(again)] == ["科室", "个人", "（空白）"]
