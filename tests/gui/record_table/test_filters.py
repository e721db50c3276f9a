"""The filter of a column: what it offers, what it lets through, and how it is said."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QAbstractItemModelTester, QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QMenu, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from gui.look import Look
from gui.record_table import ColumnFilter, FilterChips, RecordTable, TableModel
from gui.record_table.filter_popup import FilterPopup
from gui.record_table.filters import BLANK, SPANS, Option
from gui.record_table.options import ALL, OptionModel
from tests.gui.record_table.acting import CATEGORY, CONTENT, FOUND, LEVEL, editor, go_to, press
from tests.gui.record_table.conftest import Tables
from tests.gui.record_table.samples import COLUMNS, CONTEXT, ROWS

Key, Modifier = Qt.Key, Qt.KeyboardModifier
TODAY = date(2011, 4, 20)  # a Wednesday


def shown(table: RecordTable) -> list[int]:
    return [table.records.rows.id_at(row) for row in range(len(table.records.rows))]


def opened(table: RecordTable, column: int) -> FilterPopup:
    """The popup below the funnel that was clicked."""
    header = table.headings
    place = header.funnel_rect(column).center()
    QTest.mouseClick(header.viewport(), Qt.MouseButton.LeftButton, pos=place)
    return popup(table)


def popup(table: RecordTable) -> FilterPopup:
    found = [each for each in table.findChildren(FilterPopup) if each.isVisible()]
    assert len(found) == 1
    return found[0]


def lines(found: FilterPopup) -> list[tuple[str, int, bool]]:
    """What is offered: words, count, whether it is ticked."""
    model = found.options.model()
    indexes = [model.index(row, 0) for row in range(model.rowCount())]
    ticks = Qt.ItemDataRole.CheckStateRole
    return [
        (str(i.data()), int(i.data(Qt.ItemDataRole.UserRole)), i.data(ticks) == 2) for i in indexes
    ]


def click_line(found: FilterPopup, row: int) -> None:
    place = found.options.visualRect(found.options.model().index(row, 0)).center()
    QTest.mouseClick(found.options.viewport(), Qt.MouseButton.LeftButton, pos=place)


def part(found: QWidget, name: str) -> QWidget:
    made = found.findChild(QWidget, name)
    assert isinstance(made, QWidget)
    return made


def take(found: FilterPopup) -> None:
    QTest.mouseClick(part(found, "filter_take"), Qt.MouseButton.LeftButton)


# -- the popup --------------------------------------------------------------------------------


def test_the_funnel_offers_the_values_with_counts(sheet: RecordTable) -> None:
    found = opened(sheet, CATEGORY)
    assert lines(found) == [(ALL, 3, True), ("发展环境", 1, True), ("素质能力", 2, True)]
    assert sheet.records.rows.sorting.column == -1  # the click did not sort


def test_unticked_values_are_hidden_and_the_funnel_tells(qtbot: QtBot, sheet: RecordTable) -> None:
    found = opened(sheet, CATEGORY)
    click_line(found, 1)
    with qtbot.waitSignal(sheet.filters_changed):
        take(found)
    assert shown(sheet) == [12, 13]
    assert sheet.filtering.words() == [("category", "问题类别：素质能力")]
    assert sheet.filtering.shown_words() == "显示 2 / 3 条"


def test_filters_of_columns_hold_together_and_count_what_the_others_let(
    sheet: RecordTable,
) -> None:
    sheet.filtering.put("category", ColumnFilter(ticked=frozenset({"素质能力"})))
    found = opened(sheet, LEVEL)
    assert lines(found) == [(ALL, 2, True), ("个人", 1, True), (BLANK, 1, True)]
    click_line(found, 1)
    take(found)
    assert shown(sheet) == [13]
    sheet.records.filter(lambda row: row[0] != 13)
    assert shown(sheet) == []
    sheet.records.filter()
    sheet.filtering.clear()
    assert shown(sheet) == [11, 12, 13]


def test_ticks_are_there_again(sheet: RecordTable) -> None:
    sheet.filtering.put("category", ColumnFilter(ticked=frozenset({"素质能力"})))
    found = opened(sheet, CATEGORY)
    assert lines(found)[1:] == [("发展环境", 1, False), ("素质能力", 2, True)]
    click_line(found, 0)
    assert all(line[2] for line in lines(found))
    take(found)
    assert sheet.filtering.words() == []


def test_nothing_ticked_cannot_be_taken(sheet: RecordTable) -> None:
    found = opened(sheet, CATEGORY)
    click_line(found, 0)
    assert not part(found, "filter_take").isEnabled()
    press(found, Key.Key_Return)
    assert sheet.filtering.words() == []


def test_a_double_click_takes_one_alone(sheet: RecordTable) -> None:
    found = opened(sheet, CATEGORY)
    place = found.options.visualRect(found.options.model().index(2, 0)).center()
    QTest.mouseDClick(found.options.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert sheet.filtering.words() == [("category", "问题类别：素质能力")]


def test_the_list_is_searched_by_words_and_initials(sheet: RecordTable) -> None:
    found = opened(sheet, CATEGORY)
    QTest.keyClicks(part(found, "filter_search"), "fz")
    assert [line[0] for line in lines(found)] == [ALL, "发展环境"]
    press(part(found, "filter_search"), Key.Key_Return)
    assert shown(sheet) == [11]


def test_a_text_that_is_held_lets_later_rows_through_too(sheet: RecordTable) -> None:
    found = opened(sheet, CONTENT)
    field = part(found, "filter_search")
    field.setText("培训")  # type: ignore[attr-defined]
    press(field, Key.Key_Return)
    assert shown(sheet) == [12, 13]
    assert sheet.filtering.words() == [("content", "问题表现：含“培训”")]
    sheet.records.show_rows([*ROWS, (14, "2011-004", "又一次培训。", *ROWS[0][3:])])
    assert shown(sheet) == [12, 13, 14]


def test_all_by_the_keyboard(sheet: RecordTable) -> None:
    go_to(sheet, 0, CATEGORY)
    press(sheet, Key.Key_Down, Modifier.AltModifier)
    found = popup(sheet)
    press(part(found, "filter_search"), Key.Key_Down)
    press(found.options, Key.Key_Down)
    press(found.options, Key.Key_Space)
    press(found.options, Key.Key_Return)
    assert shown(sheet) == [12, 13]


def test_escape_leaves_the_filter_as_it_was(sheet: RecordTable) -> None:
    found = opened(sheet, CATEGORY)
    click_line(found, 1)
    press(part(found, "filter_search"), Key.Key_Escape)
    assert not found.isVisible()
    assert shown(sheet) == [11, 12, 13]


def test_clearing_takes_only_this_one_off(sheet: RecordTable) -> None:
    sheet.filtering.put("category", ColumnFilter(ticked=frozenset({"素质能力"})))
    sheet.filtering.put("content", ColumnFilter(holds="培训"))
    QTest.mouseClick(part(opened(sheet, CATEGORY), "filter_clear"), Qt.MouseButton.LeftButton)
    assert [path for path, _words in sheet.filtering.words()] == ["content"]


def test_a_refused_cell_is_not_left_for_a_filter(sheet: RecordTable) -> None:
    go_to(sheet, 0, FOUND)
    QTest.keyClicks(sheet, "4")
    QTest.keyClicks(editor(sheet), ".31")
    place = sheet.headings.funnel_rect(CATEGORY).center()
    QTest.mouseClick(sheet.headings.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert sheet.findChildren(FilterPopup) == []


# -- days -------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("span", "since", "until"),
    [
        ("今天以前", date.min, date(2011, 4, 19)),
        ("今天", TODAY, TODAY),
        ("本周", date(2011, 4, 18), date(2011, 4, 24)),
        ("下周", date(2011, 4, 25), date(2011, 5, 1)),
        ("本月", date(2011, 4, 1), date(2011, 4, 30)),
        ("今天以后", date(2011, 4, 21), date.max),
    ],
)
def test_stretches_are_counted_from_today(span: str, since: date, until: date) -> None:
    assert ColumnFilter(span=span).stretch(TODAY) == (since, until)


def test_a_stretch_is_taken_with_one_click(sheet: RecordTable) -> None:
    sheet.records.update_rows([(12, *ROWS[1][1:5], date(2011, 4, 21), *ROWS[1][6:])])
    found = opened(sheet, FOUND)
    chip = part(found, f"filter_span_{list(SPANS).index('本周')}")
    QTest.mouseClick(chip, Qt.MouseButton.LeftButton)
    assert shown(sheet) == [12]
    assert sheet.filtering.words() == [("found_on", "发现时间：本周")]


def test_days_from_one_to_another_as_people_type_them(sheet: RecordTable) -> None:
    found = opened(sheet, FOUND)
    QTest.keyClicks(part(found, "filter_since"), "3.1")
    QTest.keyClicks(part(found, "filter_until"), "3/5")
    press(part(found, "filter_until"), Key.Key_Return)
    assert shown(sheet) == [13]
    assert sheet.filtering.words() == [("found_on", "发现时间：3月1日—3月5日")]


def test_a_day_that_is_none_is_said_and_nothing_filtered(sheet: RecordTable) -> None:
    found = opened(sheet, FOUND)
    QTest.keyClicks(part(found, "filter_since"), "4.31")
    take(found)
    assert found.isVisible()
    assert "没有31日" in part(found, "filter_days_note").text()  # type: ignore[attr-defined]
    assert sheet.filtering.words() == []


def ticked(found: FilterPopup) -> list[str]:
    return [words for words, _count, is_ticked in lines(found)[1:] if is_ticked]


def typed(found: FilterPopup) -> tuple[str, str]:
    """What stands in 从 and 到."""
    since, until = part(found, "filter_since"), part(found, "filter_until")
    return str(since.property("text")), str(until.property("text"))


MARCH = ColumnFilter(since=date(2011, 3, 1), until=date(2011, 3, 31))


def test_the_ticks_show_what_the_days_let_through(sheet: RecordTable) -> None:
    sheet.filtering.put("found_on", ColumnFilter(since=date(2011, 3, 5)))
    assert ticked(opened(sheet, FOUND)) == ["3月9日"]


def test_the_ticks_follow_what_is_typed(sheet: RecordTable) -> None:
    found = opened(sheet, FOUND)
    assert ticked(found) == ["3月2日", "3月9日", BLANK]
    QTest.keyClicks(part(found, "filter_until"), "3.5")
    assert ticked(found) == ["3月2日"]
    press(part(found, "filter_until"), Key.Key_Backspace)
    for _ in "3.":
        press(part(found, "filter_until"), Key.Key_Backspace)
    assert ticked(found) == ["3月2日", "3月9日", BLANK]


def test_a_tick_altered_counts_and_empties_the_days(sheet: RecordTable) -> None:
    sheet.filtering.put("found_on", MARCH)
    assert shown(sheet) == [11, 13]
    found = opened(sheet, FOUND)
    assert typed(found) == ("3月1日", "3月31日")
    click_line(found, 1)
    assert (typed(found), ticked(found)) == (("", ""), ["3月9日"])
    take(found)
    assert shown(sheet) == [11]
    assert sheet.filtering.words() == [("found_on", "发现时间：3月9日")]


def test_a_word_sought_empties_the_days_too(sheet: RecordTable) -> None:
    sheet.filtering.put("found_on", MARCH)
    found = opened(sheet, FOUND)
    QTest.keyClicks(part(found, "filter_search"), "9")
    assert typed(found) == ("", "")
    press(part(found, "filter_search"), Key.Key_Return)
    assert shown(sheet) == [11]


def test_days_that_let_nothing_through_yet_can_be_taken(sheet: RecordTable) -> None:
    found = opened(sheet, FOUND)
    QTest.keyClicks(part(found, "filter_since"), "4.1")
    assert ticked(found) == []
    take(found)
    assert sheet.filtering.words() == [("found_on", "发现时间：4月1日起")]


def test_a_stretch_stays_until_something_else_is_chosen(sheet: RecordTable) -> None:
    sheet.filtering.put("found_on", ColumnFilter(span="今天以前"))
    found = opened(sheet, FOUND)
    assert ticked(found) == ["3月2日", "3月9日"]
    take(found)
    assert sheet.filtering.words() == [("found_on", "发现时间：今天以前")]
    found = opened(sheet, FOUND)
    click_line(found, 2)
    chip = part(found, "filter_span_0")
    assert isinstance(chip, QAbstractButton)
    assert not chip.isChecked()
    take(found)
    assert shown(sheet) == [13]


# -- what is offered --------------------------------------------------------------------------


def test_a_column_may_file_many_values_under_one_word() -> None:
    columns = [replace(c, filed_under=lambda v: "有" if v else "无") if c.path == "found_on" else c
               for c in COLUMNS]  # fmt: skip
    model = TableModel(columns, CONTEXT)
    model.show_rows(ROWS)
    assert model.rows.options(FOUND) == [Option("有", 2), Option("无", 1)]
    model.filter_columns({"found_on": ColumnFilter(ticked=frozenset({"无"}))})
    assert model.rows.id_at(0) == 12
    assert model.column_filters.keys() == {"found_on"}


def test_options_keep_their_ticks_while_the_list_is_narrowed(qapp: QApplication) -> None:
    model = OptionModel([Option("甲", 1), Option("乙", 2)], {"甲"})
    tester = QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    model.narrow("乙")
    assert model.ticked() == {"乙"}
    model.toggle(1)
    assert model.ticked() == set()
    model.narrow("")
    assert model.ticked() == {"甲"}
    model.setData(model.index(2), Qt.CheckState.Checked, Qt.ItemDataRole.CheckStateRole)
    assert model.ticked() == {"甲", "乙"}
    del tester


# -- words ------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("chosen", "words"),
    [
        (ColumnFilter(ticked=frozenset("丙乙甲")), "丙、乙、甲"),
        (ColumnFilter(ticked=frozenset("甲乙丙丁")), "丁、丙、乙等4项"),
        (ColumnFilter(ticked=frozenset(("", "甲"))), f"甲、{BLANK}"),
        (ColumnFilter(since=date(2011, 4, 1)), "4月1日起"),
        (ColumnFilter(until=date(2010, 4, 1)), "到2010年4月1日为止"),
        (ColumnFilter(since=TODAY, until=TODAY), "4月20日"),
    ],
)
def test_a_filter_is_said_in_words(chosen: ColumnFilter, words: str) -> None:
    assert chosen.words(2011) == words


@pytest.fixture
def chips(qtbot: QtBot, look: Look, sheet: RecordTable) -> FilterChips:
    made = FilterChips(look, sheet.filtering)
    qtbot.addWidget(made)
    made.resize(800, 32)
    made.show()
    return made


def test_chips_say_what_is_on_and_take_it_off(chips: FilterChips, sheet: RecordTable) -> None:
    sheet.filtering.put("category", ColumnFilter(ticked=frozenset({"素质能力"})))
    sheet.filtering.put("content", ColumnFilter(holds="走过场"))
    assert [chip.text() for chip in chips.chips()] == ["问题表现：含“走过场”", "问题类别：素质能力"]
    assert part(chips, "filter_shown").text() == "显示 1 / 3 条"  # type: ignore[attr-defined]
    QTest.mouseClick(chips.chips()[0], Qt.MouseButton.LeftButton)
    assert shown(sheet) == [12, 13]
    clear = part(chips, "filter_clear_all")
    assert isinstance(clear, QPushButton)
    clear.click()
    assert shown(sheet) == [11, 12, 13]
    assert chips.chips() == []
    assert not clear.isVisible()


def test_chips_that_find_no_room_are_one_whose_menu_takes_them_off(
    qtbot: QtBot, chips: FilterChips, sheet: RecordTable
) -> None:
    sheet.filtering.put("category", ColumnFilter(ticked=frozenset({"素质能力"})))
    sheet.filtering.put("content", ColumnFilter(holds="走过场"))
    chips.resize(240, 32)
    clear, folded = part(chips, "filter_clear_all"), part(chips, "filter_chip_(folded)")
    qtbot.waitUntil(lambda: clear.width() == clear.sizeHint().width())
    assert not any(chip.isVisible() for chip in chips.chips())
    assert folded.text() == "筛选2项"  # type: ignore[attr-defined]
    assert folded.toolTip().splitlines()[:2] == ["问题表现：含“走过场”", "问题类别：素质能力"]
    QTest.mouseClick(folded, Qt.MouseButton.LeftButton)
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    entry = next(each for each in menu.actions() if each.text() == "取消 问题类别：素质能力")
    with qtbot.waitSignal(chips.taken_off):
        place = menu.actionGeometry(entry).center()
        QTest.mouseClick(menu, Qt.MouseButton.LeftButton, pos=place)
    assert [path for path, _words in sheet.filtering.words()] == ["content"]


@pytest.mark.parametrize("width", [200, 300, 400, 500, 600])
def test_no_chip_is_narrower_than_words_need_and_the_verb_is_whole(
    qtbot: QtBot, chips: FilterChips, sheet: RecordTable, width: int
) -> None:
    sheet.filtering.put("category", ColumnFilter(ticked=frozenset({"素质能力"})))
    sheet.filtering.put("content", ColumnFilter(holds="走过场"))
    sheet.group_by("level")
    chips.resize(width, 32)
    clear = part(chips, "filter_clear_all")
    needs = [(clear, clear.sizeHint().width())]
    needs += [(chip, chip.minimumSizeHint().width()) for chip in chips.chips()]
    qtbot.waitUntil(lambda: clear.geometry().right() < chips.width())
    qtbot.waitUntil(lambda: all(each.width() >= need for each, need in needs if each.isVisible()))


def test_only_rows_like_this_one_by_the_menu(sheet: RecordTable) -> None:
    go_to(sheet, 0, CATEGORY)
    menu = QMenu(sheet)
    actions = {action.objectName(): action for action in sheet.cell_actions(menu)}
    assert actions["only_these"].text() == "只看“发展环境”"
    actions["only_these"].trigger()
    assert shown(sheet) == [11]
    go_to(sheet, 0, CATEGORY)
    actions["copy_with_headings"].trigger()
    assert QApplication.clipboard().text() == "问题类别\n发展环境"


def test_the_heading_of_a_filtered_column_still_sorts(sheet: RecordTable) -> None:
    place = QPoint(sheet.headings.section_rect(CATEGORY).left() + 20, 16)
    QTest.mouseClick(sheet.headings.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert sheet.records.rows.sorting.column == CATEGORY


def test_filters_outlast_news(table_of: Tables) -> None:
    table = table_of()
    table.filtering.put("category", ColumnFilter(ticked=frozenset({"素质能力"})))
    table.records.show_rows(ROWS, CONTEXT)
    assert shown(table) == [12, 13]


def test_a_list_that_is_not_sorted_is_not_filtered(sheet: RecordTable) -> None:
    sheet.headings.setSectionsClickable(False)
    place = sheet.headings.funnel_rect(CATEGORY).center()
    QTest.mouseClick(sheet.headings.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert sheet.findChildren(FilterPopup) == []
