"""The table keeps what is chosen, sorts by its header, finds in place and remembers its columns."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAction
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from gui.look import Look
from gui.record_table import LIST, SHEET, RecordTable, Row, TableModel
from gui.record_table.header import RecordHeader
from gui.settings import Settings
from tests.gui.record_table.acting import CONTENT, FOUND, LEVEL, STATE, current, go_to, press
from tests.gui.record_table.conftest import Tables
from tests.gui.record_table.samples import COLUMNS, CONTEXT, ROWS, Written


def header_click(table: RecordTable, column: int) -> None:
    header = table.horizontalHeader()
    place = QPoint(header.sectionViewportPosition(column) + 20, 10)
    QTest.mouseClick(header.viewport(), Qt.MouseButton.LeftButton, pos=place)


def ids(table: RecordTable) -> list[int]:
    return [table.records.rows.id_at(row) for row in range(table.records.rowCount())]


# -- chosen -----------------------------------------------------------------------------------


def test_current_and_selected_records_are_told(qtbot: QtBot, list_: RecordTable) -> None:
    with qtbot.waitSignals([list_.current_changed, list_.selection_changed]):
        go_to(list_, 1, CONTENT)
    press(list_, Qt.Key.Key_Down, Qt.KeyboardModifier.ShiftModifier)
    assert list_.selected_ids() == [12, 13]
    assert list_.current_id() == 13


def test_the_chosen_records_stay_chosen_when_sorted(list_: RecordTable) -> None:
    go_to(list_, 0, FOUND)
    told: list[int] = []
    list_.current_changed.connect(told.append)
    list_.sort_by("found_on", reverse=True)
    list_.sort_by("found_on")
    assert ids(list_) == [13, 11, 12]
    assert list_.selected_ids() == [11]
    assert current(list_) == (1, FOUND)
    assert told == []


def test_where_the_record_is_filtered_out_its_neighbour_is_chosen(list_: RecordTable) -> None:
    go_to(list_, 0, CONTENT)
    told: list[int] = []
    list_.current_changed.connect(told.append)
    list_.records.filter(text="培训")
    assert list_.selected_ids() == [12]
    assert told == [12]
    list_.records.filter(text="没有的")
    assert told == [12, 0]


def test_a_record_is_revealed_by_id(sheet: RecordTable) -> None:
    assert sheet.select_id(13, "found_on")
    assert current(sheet) == (2, FOUND)
    assert not sheet.select_id(99)


def test_enter_opens_a_row_of_a_list_and_goes_down_a_sheet(qtbot: QtBot, table_of: Tables) -> None:
    list_, sheet = table_of(LIST), table_of(SHEET)
    go_to(list_, 1, 0)
    with qtbot.waitSignal(list_.opened) as opened:
        press(list_, Qt.Key.Key_Return)
    assert opened.args == [12]
    go_to(sheet, 1, 0)
    press(sheet, Qt.Key.Key_Return)
    assert current(sheet) == (2, 0)


# -- header -----------------------------------------------------------------------------------


def test_a_click_on_a_header_sorts_and_another_reverses(sheet: RecordTable) -> None:
    header_click(sheet, FOUND)
    assert ids(sheet) == [13, 11, 12]
    header_click(sheet, FOUND)
    assert ids(sheet) == [11, 13, 12]
    sheet.sort_by("")
    assert ids(sheet) == [11, 12, 13]


def test_a_double_click_on_a_border_fits_the_column(sheet: RecordTable) -> None:
    header = sheet.horizontalHeader()
    before = header.sectionSize(LEVEL)
    border = QPoint(header.sectionViewportPosition(LEVEL) + before - 1, 10)
    QTest.mouseDClick(header.viewport(), Qt.MouseButton.LeftButton, pos=border)
    assert 40 <= header.sectionSize(LEVEL) < before


def test_the_columns_fill_the_table(sheet: RecordTable) -> None:
    for width in (900, 1300):
        sheet.resize(width, 400)
        assert sheet.horizontalHeader().length() == sheet.viewport().width()


def test_optional_columns_hide_when_it_gets_narrow(sheet: RecordTable) -> None:
    sheet.resize(740, 400)
    assert sheet.isColumnHidden(STATE)
    sheet.resize(900, 400)
    assert not sheet.isColumnHidden(STATE)


def test_columns_are_hidden_by_the_menu(sheet: RecordTable) -> None:
    menu = sheet.columns_menu()
    menu.findChild(QAction, "show_level").trigger()  # type: ignore[union-attr]
    assert sheet.isColumnHidden(LEVEL)
    menu.findChild(QAction, "reset_columns").trigger()  # type: ignore[union-attr]
    assert not sheet.isColumnHidden(LEVEL)


def test_columns_and_order_are_remembered(table_of: Tables, tmp_path: Path) -> None:
    settings = Settings(tmp_path / "taizhang.ini")
    table = table_of(SHEET, settings)
    header = table.horizontalHeader()
    header.resizeSection(FOUND, 130)
    header.moveSection(header.visualIndex(LEVEL), 0)
    table.fitting.taken_over()
    table.fitting.hide("state", True)
    table.sort_by("found_on", reverse=True)
    table.records.sort(-1)
    again = table_of(SHEET, settings)
    assert again.horizontalHeader().sectionSize(FOUND) == 130
    assert again.horizontalHeader().logicalIndex(0) == LEVEL
    assert again.isColumnHidden(STATE)
    assert ids(again) == [11, 13, 12]


def test_garbled_memory_is_ignored(table_of: Tables, tmp_path: Path) -> None:
    settings = Settings(tmp_path / "taizhang.ini")
    settings.put("table/issue_table", {"widths": {"gone": 80}, "order": ["gone"], "sort": "gone"})
    assert ids(table_of(SHEET, settings)) == [11, 12, 13]


def test_a_cut_title_is_whole_in_the_tooltip(sheet: RecordTable) -> None:
    header = sheet.horizontalHeader()
    assert isinstance(header, RecordHeader)
    assert header.whole_title(FOUND) == ""
    header.resizeSection(FOUND, 50)
    assert header.whole_title(FOUND) == "发现时间"


# -- rows -------------------------------------------------------------------------------------


def test_rows_are_as_high_as_their_words(table_of: Tables) -> None:
    sheet, list_ = table_of(SHEET), table_of(LIST)
    long = (12, "2011-002", "一条很长的问题表现。" * 30, *ROWS[1][3:])
    sheet.records.update_rows([long])
    assert [sheet.rowHeight(row) for row in range(3)] == [40, 132, 40]
    assert [list_.rowHeight(row) for row in range(3)] == [36, 48, 36]


def test_only_rows_in_sight_are_measured(sheet: RecordTable) -> None:
    long = "一条很长的问题表现。" * 30
    sheet.records.show_rows([(id, f"{id}", long, *ROWS[0][3:]) for id in range(1, 101)])
    assert sheet.rowHeight(0) == 132
    assert sheet.rowHeight(99) == 40
    sheet.select_id(100)
    assert sheet.rowHeight(99) == 132
    last = sheet.visualRect(sheet.records.index(99, CONTENT))
    assert last.bottom() <= sheet.viewport().height()


def test_cut_words_are_whole_in_the_tooltip(sheet: RecordTable) -> None:
    long = (12, "2011-002", "一条很长的问题表现。" * 60, *ROWS[1][3:])
    sheet.records.update_rows([long])
    assert sheet.pointing.whole_words(1, CONTENT) == long[2]
    assert sheet.pointing.whole_words(0, CONTENT) == ""


# -- searching --------------------------------------------------------------------------------


def test_places_are_counted_and_gone_through(sheet: RecordTable) -> None:
    assert sheet.search("培训") == (1, 3)
    assert sheet.search_next() == (2, 3)
    assert sheet.search_next() == (3, 3)
    assert sheet.search_next() == (1, 3)
    assert current(sheet) == (1, CONTENT)
    assert sheet.search_previous() == (3, 3)
    assert sheet.records.rowCount() == 3


def test_search_begins_at_the_current_row(sheet: RecordTable) -> None:
    go_to(sheet, 2, 0)
    assert sheet.search("培训") == (2, 3)
    sheet.take_hit()
    assert current(sheet) == (2, CONTENT)


def test_letters_find_initials_and_mark_their_words(sheet: RecordTable) -> None:
    assert sheet.search("zgc") == (1, 1)
    hit = sheet.finder.places(1, CONTENT)[0]
    assert sheet.records.rows.text(1, CONTENT)[hit.start : hit.start + hit.length] == "走过场"


def test_places_follow_what_is_typed(sheet: RecordTable) -> None:
    sheet.search("培训")
    sheet.records.update_rows([(12, "2011-002", "无。", *ROWS[1][3:])])
    assert sheet.finder.place == (1, 2)
    assert sheet.search("") == (0, 0)


def test_what_is_found_below_is_scrolled_to(sheet: RecordTable) -> None:
    rows = [(id, f"{id}", f"问题{id}。", *ROWS[0][3:]) for id in range(1, 201)]
    sheet.records.show_rows(rows)
    sheet.search("问题150。")
    assert (
        sheet.viewport()
        .rect()
        .contains(sheet.visualRect(sheet.records.index(149, CONTENT)).center())
    )


# -- painting ---------------------------------------------------------------------------------


def test_a_painter_of_ones_own_gets_the_cell(table_of: Tables) -> None:
    table = table_of(SHEET)
    seen = []
    table.records.columns = tuple(
        replace(c, paint=lambda p, look, cell: seen.append(cell)) if c.path == "level" else c
        for c in table.records.columns
    )
    table.grab()
    assert [cell.text for cell in seen] == ["科室", "个人", ""]
    assert seen[0].row == ROWS[0]


def many(at: int) -> Row:
    return (100 + at, f"2011-{at:03d}", f"第{at % 2}种", *ROWS[0][3:])


def test_typing_brings_its_cell_into_sight(sheet: RecordTable) -> None:
    sheet.records.show_rows([many(at) for at in range(60)])
    sheet.setCurrentIndex(sheet.records.index(50, CONTENT))
    sheet.verticalScrollBar().setValue(0)
    press(sheet, Qt.Key.Key_A)
    assert 50 in sheet.fitting.rows_in_sight()
    assert sheet.editing.editor is not None


def test_of_a_hidden_record_never_the_empty_row_takes_the_place(
    look: Look, written: Written, qtbot: QtBot
) -> None:
    model = TableModel(COLUMNS, CONTEXT, edit=written, adds="新增问题")
    model.show_rows([many(at) for at in range(60)])
    sheet = RecordTable(model, look, SHEET, "issue_table")
    qtbot.addWidget(sheet)
    sheet.setCurrentIndex(model.index(50, CONTENT))
    model.filter(text="第1种")
    assert current(sheet) == (29, CONTENT)
    assert not model.is_fresh(29)
    model.filter(text="没有这一种")
    model.filter(text="第0种")
    assert current(sheet) == (0, CONTENT)


def test_the_last_row_is_seen_at_the_end_of_the_bar(sheet: RecordTable) -> None:
    """Rows get their heights as they come into sight."""
    long = [(each[0], each[1], "培训走过场。" * 40, *each[3:]) for each in map(many, range(60))]
    sheet.records.show_rows(long)
    sheet.verticalScrollBar().setValue(sheet.verticalScrollBar().maximum())
    last = sheet.visualRect(sheet.records.index(59, CONTENT))
    assert last.bottom() <= sheet.viewport().height()


def test_a_heading_sorts_and_hides_its_column_by_menu(sheet: RecordTable) -> None:
    def trigger(name: str) -> None:
        action = sheet.header_menu(FOUND).findChild(QAction, name)
        assert action is not None
        action.trigger()

    trigger("sort_down")
    assert ids(sheet) == [11, 13, 12]
    trigger("sort_up")
    assert ids(sheet) == [13, 11, 12]
    trigger("hide_column")
    assert sheet.horizontalHeader().isSectionHidden(FOUND)
