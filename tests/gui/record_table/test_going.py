"""Keys and columns of a wide sheet: Ctrl with arrows, Home and End, columns that do not scroll."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAction
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from gui.record_table import LIST, SHEET, RecordTable
from gui.settings import Settings
from tests.gui.record_table.acting import (
    CATEGORY,
    CONTENT,
    FOUND,
    LEVEL,
    OWNER,
    PUBLIC,
    STATE,
    choose,
    click,
    current,
    editor,
    go_to,
    press,
)  # fmt: skip
from tests.gui.record_table.conftest import Tables
from tests.gui.record_table.samples import ROWS

Key, Modifier = Qt.Key, Qt.KeyboardModifier
CONTROL, SHIFT = Modifier.ControlModifier, Modifier.ShiftModifier
NUMBER = 0


@pytest.mark.parametrize(
    ("start", "key", "modifier", "end"),
    [
        ((1, FOUND), Key.Key_Home, Modifier.NoModifier, (1, NUMBER)),
        ((1, FOUND), Key.Key_End, Modifier.NoModifier, (1, STATE)),
        ((1, FOUND), Key.Key_Home, CONTROL, (0, NUMBER)),
        ((1, FOUND), Key.Key_End, CONTROL, (2, STATE)),
        ((0, CONTENT), Key.Key_Down, CONTROL, (2, CONTENT)),
        ((0, OWNER), Key.Key_Down, CONTROL, (2, OWNER)),  # over a blank one
        ((0, LEVEL), Key.Key_Down, CONTROL, (1, LEVEL)),  # to the last before a blank one
        ((2, CONTENT), Key.Key_Up, CONTROL, (0, CONTENT)),
        ((1, NUMBER), Key.Key_Right, CONTROL, (1, LEVEL)),
        ((1, FOUND), Key.Key_Right, CONTROL, (1, PUBLIC)),
        ((1, STATE), Key.Key_Left, CONTROL, (1, PUBLIC)),
        ((0, CONTENT), Key.Key_Up, CONTROL, (0, CONTENT)),
    ],
)
def test_keys_lead_as_in_a_sheet(
    sheet: RecordTable,
    start: tuple[int, int],
    key: Qt.Key,
    modifier: Qt.KeyboardModifier,
    end: tuple[int, int],
) -> None:
    go_to(sheet, *start)
    press(sheet, key, modifier)
    assert current(sheet) == end
    assert sheet.blocks() == [(*end, *end)]


def test_shift_takes_what_lies_between(sheet: RecordTable) -> None:
    go_to(sheet, 0, CONTENT)
    press(sheet, Key.Key_Down, CONTROL | SHIFT)
    assert sheet.blocks() == [(0, CONTENT, 2, CONTENT)]
    press(sheet, Key.Key_Right, SHIFT)
    assert sheet.blocks() == [(0, CONTENT, 2, CATEGORY)]


def test_a_range_by_mouse_and_shift(sheet: RecordTable) -> None:
    go_to(sheet, 0, CONTENT)
    place = sheet.visualRect(sheet.records.index(1, LEVEL)).center()
    QTest.mouseClick(sheet.viewport(), Qt.MouseButton.LeftButton, SHIFT, place)
    assert sheet.blocks() == [(0, CONTENT, 1, LEVEL)]


def test_what_the_program_selects_does_not_depend_on_keys_held_down(sheet: RecordTable) -> None:
    go_to(sheet, 0, CONTENT)
    QTest.keyPress(sheet, Key.Key_Shift, SHIFT)
    sheet.select_id(13)
    assert sheet.selected_ids() == [13]
    QTest.keyRelease(sheet, Key.Key_Shift)


def test_a_hidden_current_column_is_no_place_to_go_from(sheet: RecordTable) -> None:
    go_to(sheet, 1, LEVEL)
    sheet.fitting.hide("level", True)
    press(sheet, Key.Key_Right, CONTROL)
    press(sheet, Key.Key_Return)
    press(sheet, Key.Key_Home)
    assert current(sheet)[1] == NUMBER


def test_all_by_a_key(sheet: RecordTable) -> None:
    go_to(sheet, 1, CONTENT)
    press(sheet, Key.Key_A, CONTROL)
    assert sheet.blocks() == [(0, NUMBER, 2, STATE)]


def test_home_and_end_lead_through_a_list(list_: RecordTable) -> None:
    go_to(list_, 1, CONTENT)
    press(list_, Key.Key_End)
    assert list_.current_id() == 13
    press(list_, Key.Key_Home)
    assert list_.current_id() == 11


# -- columns that do not scroll ---------------------------------------------------------------


@pytest.fixture
def narrow(table_of: Tables) -> RecordTable:
    """400 px for some 650: the number stays."""
    table = table_of(SHEET, width=400, frozen="number")
    table.horizontalScrollBar().setValue(table.horizontalScrollBar().maximum())
    assert table.horizontalScrollBar().value() > 150
    return table


def centre(table: RecordTable, row: int, column: int) -> QPoint:
    return table.visualRect(table.records.index(row, column)).center()


def test_the_first_column_stays_in_sight(narrow: RecordTable) -> None:
    assert narrow.visualRect(narrow.records.index(0, NUMBER)).left() == 0
    click(narrow, QPoint(20, centre(narrow, 1, NUMBER).y()))
    assert current(narrow) == (1, NUMBER)
    assert narrow.headings.section_rect(NUMBER).left() == 0


def test_what_is_painted_at_the_left_is_the_frozen_column(
    narrow: RecordTable, table_of: Tables
) -> None:
    narrow.clearFocus()
    before = table_of(SHEET, width=400, frozen="number")
    before.clearFocus()
    width = narrow.columnWidth(NUMBER) - 2
    left = [each.viewport().grab().copy(0, 0, width, 100).toImage() for each in (narrow, before)]
    assert left[0] == left[1]


def test_a_column_below_the_frozen_one_is_brought_out(narrow: RecordTable) -> None:
    narrow.setCurrentIndex(narrow.records.index(0, CONTENT))
    place = narrow.visualRect(narrow.records.index(0, CONTENT))
    assert place.left() >= narrow.freezing.edge
    narrow.horizontalScrollBar().setValue(narrow.horizontalScrollBar().maximum())
    before = narrow.horizontalScrollBar().value()
    narrow.setCurrentIndex(narrow.records.index(1, NUMBER))
    assert narrow.horizontalScrollBar().value() == before


def test_the_editor_opens_where_the_cell_is_seen(table_of: Tables) -> None:
    table = table_of(SHEET, width=600, frozen="content")
    table.headings.resizeSection(FOUND, 400)
    table.fitting.taken_over()
    QApplication.processEvents()  # Qt widens the scroll bar's range a moment later
    table.horizontalScrollBar().setValue(100)
    go_to(table, 0, CONTENT)
    press(table, Key.Key_F2)
    assert table.horizontalScrollBar().value() == 100
    assert editor(table).geometry().left() == table.columnWidth(NUMBER) - 1


def test_a_heading_that_stays_is_clicked_where_it_is_seen(narrow: RecordTable) -> None:
    QTest.mouseClick(narrow.headings.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(20, 16))
    assert narrow.records.rows.sorting.column == NUMBER


def test_columns_are_frozen_by_the_menu_and_that_is_remembered(
    table_of: Tables, tmp_path: Path
) -> None:
    settings = Settings(tmp_path / "taizhang.ini")
    table = table_of(SHEET, settings, frozen="number")
    table.header_menu(CATEGORY).findChild(QAction, "freeze_here").trigger()  # type: ignore[union-attr]
    assert table.fitting.frozen == "category"
    assert table_of(SHEET, settings, frozen="number").fitting.frozen == "category"
    table.header_menu(CATEGORY).findChild(QAction, "unfreeze").trigger()  # type: ignore[union-attr]
    assert table_of(SHEET, settings, frozen="number").fitting.frozen == ""
    table.fitting.reset()
    assert table.fitting.frozen == "number"


def test_columns_that_leave_no_room_do_not_stay(table_of: Tables) -> None:
    table = table_of(LIST, width=300, frozen="content")
    table.horizontalScrollBar().setValue(50)
    assert table.visualRect(table.records.index(0, NUMBER)).left() == -50


def test_many_rows_are_only_measured_in_sight(sheet: RecordTable) -> None:
    sheet.records.show_rows([(id, f"{id}", "长。" * 200, *ROWS[0][3:]) for id in range(1, 1001)])
    choose(sheet, 0, CONTENT, 0, CONTENT)
    press(sheet, Key.Key_Down, CONTROL)
    assert current(sheet) == (999, CONTENT)
    high = [row for row in range(1000) if sheet.rowHeight(row) != sheet.style_of_rows.least]
    assert 0 < len(high) < 50


@pytest.fixture
def far(table_of: Tables) -> RecordTable:
    """A sheet whose columns scroll far below the frozen one."""
    table = table_of(SHEET, width=420, frozen="number")
    for column in (CATEGORY, LEVEL, FOUND):
        table.horizontalHeader().resizeSection(column, 200)
    table.headings.let_go.emit()
    return table


def test_a_block_begins_where_it_did_though_that_is_below_the_frozen_columns(
    far: RecordTable,
) -> None:
    go_to(far, 0, CONTENT)
    for _ in range(4):
        press(far, Key.Key_Right, SHIFT)
    press(far, Key.Key_Down, SHIFT)
    assert far.blocks() == [(0, CONTENT, 1, PUBLIC)]
    press(far, Key.Key_Left, SHIFT)
    assert far.blocks() == [(0, CONTENT, 1, FOUND)]


def test_a_block_is_drawn_with_the_mouse_from_below_the_frozen_columns(
    far: RecordTable,
) -> None:
    go_to(far, 0, CONTENT)
    far.horizontalScrollBar().setValue(300)
    place = far.visualRect(far.records.index(1, FOUND)).center()
    QTest.mouseClick(far.viewport(), Qt.MouseButton.LeftButton, SHIFT, place)
    assert far.blocks() == [(0, CONTENT, 1, FOUND)]


def test_a_block_holds_the_columns_between_its_corners_as_they_stand(far: RecordTable) -> None:
    header = far.headings
    header.moveSection(header.visualIndex(FOUND), header.visualIndex(CATEGORY))
    go_to(far, 0, CONTENT)
    press(far, Key.Key_Right, SHIFT)
    press(far, Key.Key_Right, SHIFT)
    assert sorted(far.blocks()) == [(0, CONTENT, 0, CATEGORY), (0, FOUND, 0, FOUND)]


def test_enter_goes_on_below_where_the_tabs_began(sheet: RecordTable) -> None:
    go_to(sheet, 0, CONTENT)
    press(sheet, Key.Key_F2)
    press(editor(sheet), Key.Key_Tab)
    press(sheet, Key.Key_Tab)
    press(sheet, Key.Key_F2)
    press(editor(sheet), Key.Key_Return)
    assert current(sheet) == (1, CONTENT)


def test_arrows_in_between_begin_anew(sheet: RecordTable) -> None:
    go_to(sheet, 0, CONTENT)
    press(sheet, Key.Key_Tab)
    press(sheet, Key.Key_Right)
    press(sheet, Key.Key_Return)
    assert current(sheet) == (1, LEVEL)


def test_what_is_typed_goes_to_where_the_block_began(sheet: RecordTable) -> None:
    go_to(sheet, 0, CONTENT)
    press(sheet, Key.Key_Down, SHIFT)
    press(sheet, Key.Key_Right, SHIFT)
    assert (sheet.active().row(), sheet.active().column()) == (0, CONTENT)
    press(sheet, Key.Key_A)
    assert current(sheet) == (0, CONTENT)
    assert editor(sheet).typed() == "a"
    assert sheet.blocks() == [(0, CONTENT, 1, CATEGORY)]


@pytest.mark.parametrize(
    ("key", "order"),
    [
        (Key.Key_Return, [(1, CONTENT), (0, CATEGORY), (1, CATEGORY), (0, CONTENT)]),
        (Key.Key_Tab, [(0, CATEGORY), (1, CONTENT), (1, CATEGORY), (0, CONTENT)]),
    ],
)
def test_in_a_block_enter_and_tab_go_round_inside_it(
    sheet: RecordTable, key: Qt.Key, order: list[tuple[int, int]]
) -> None:
    go_to(sheet, 0, CONTENT)
    press(sheet, Key.Key_Down, SHIFT)
    press(sheet, Key.Key_Right, SHIFT)
    gone = list[tuple[int, int]]()
    for _each in order:
        press(sheet, key)
        gone.append(current(sheet))
    assert gone == order
    assert sheet.blocks() == [(0, CONTENT, 1, CATEGORY)]


def test_typing_into_a_block_cell_by_cell(sheet: RecordTable) -> None:
    go_to(sheet, 0, CONTENT)
    press(sheet, Key.Key_Down, SHIFT)
    for letter in (Key.Key_A, Key.Key_B):
        press(sheet, letter)
        press(editor(sheet), Key.Key_Return)
    texts = [sheet.records.rows.text(row, CONTENT) for row in (0, 1)]
    assert texts == ["a", "b"]
    assert sheet.blocks() == [(0, CONTENT, 1, CONTENT)]


def test_shift_and_tab_go_back_inside_a_block(sheet: RecordTable) -> None:
    go_to(sheet, 0, CONTENT)
    press(sheet, Key.Key_Right, SHIFT)
    press(sheet, Key.Key_Backtab, SHIFT)
    assert current(sheet) == (0, CATEGORY)


def test_shift_and_space_choose_the_row(sheet: RecordTable) -> None:
    go_to(sheet, 1, CONTENT)
    press(sheet, Key.Key_Space, SHIFT)
    assert sheet.blocks() == [(1, NUMBER, 1, STATE)]
    assert sheet.editing.editor is None


def test_home_scrolls_back_to_the_first_columns(far: RecordTable) -> None:
    go_to(far, 0, CONTENT)
    press(far, Key.Key_End)
    assert far.horizontalScrollBar().value() > 0
    press(far, Key.Key_Home, CONTROL)
    assert far.horizontalScrollBar().value() == 0
