"""Typing into cells: what opens the editor, what closes it, and that no letter is lost."""

from __future__ import annotations

from datetime import date

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPlainTextEdit, QWidget
from pytestqt.qtbot import QtBot

from gui.record_form.day_editor import Calendar
from gui.record_form.long_editor import LongEditor
from gui.record_table import CellEdit, RecordTable
from model.refused import Place, Refused
from tests.gui.record_table.acting import (
    CATEGORY,
    CONTENT,
    FOUND,
    LEVEL,
    OWNER,
    PUBLIC,
    STATE,
    click,
    current,
    double_click,
    editor,
    go_to,
    note,
    press,
)  # fmt: skip
from tests.gui.record_table.samples import Written
from tests.gui.typing_chinese import commit, compose

Key, Modifier = Qt.Key, Qt.KeyboardModifier


def test_a_letter_opens_the_editor_and_replaces_the_text(
    sheet: RecordTable, written: Written
) -> None:
    go_to(sheet, 0, FOUND)
    QTest.keyClicks(sheet, "4")
    QTest.keyClicks(editor(sheet), ".30")
    press(editor(sheet), Key.Key_Return)
    assert written.edits == [CellEdit(11, "found_on", date(2011, 4, 30))]
    assert current(sheet) == (1, FOUND)


@pytest.mark.parametrize("column", [CONTENT, FOUND])
def test_f2_opens_the_editor_with_the_text(sheet: RecordTable, column: int) -> None:
    go_to(sheet, 0, column)
    press(sheet, Key.Key_F2)
    assert editor(sheet).typed() == sheet.records.rows.text(0, column)


def test_a_double_click_opens_it_too(sheet: RecordTable) -> None:
    double_click(sheet, 0, CONTENT)
    assert editor(sheet).typed() == "候诊区座椅破损。"


def test_pinyin_typed_on_a_cell_loses_no_letter(sheet: RecordTable, written: Written) -> None:
    go_to(sheet, 0, CONTENT)
    assert sheet.testAttribute(Qt.WidgetAttribute.WA_InputMethodEnabled)
    compose(sheet, ["z", "zo", "zou", "zouliang"])
    commit(sheet, "走廊")
    assert editor(sheet).hasFocus()
    commit(editor(sheet), "灯不亮。")
    press(editor(sheet), Key.Key_Return)
    assert written.edits == [CellEdit(11, "content", "走廊灯不亮。")]


def test_no_input_method_on_a_locked_cell(sheet: RecordTable) -> None:
    go_to(sheet, 0, STATE)
    assert not sheet.testAttribute(Qt.WidgetAttribute.WA_InputMethodEnabled)


@pytest.mark.parametrize("column", [CONTENT, OWNER])
def test_the_enter_that_ends_a_composition_does_not_commit(
    sheet: RecordTable, written: Written, column: int
) -> None:
    go_to(sheet, 0, column)
    press(sheet, Key.Key_F2)
    compose(editor(sheet), ["l", "lifang"])
    press(editor(sheet), Key.Key_Return)
    assert sheet.editing.editor is not None
    commit(editor(sheet), "lifang")
    assert written.labels == []


def test_enter_while_composing_in_the_table_itself_does_nothing(sheet: RecordTable) -> None:
    go_to(sheet, 0, CONTENT)
    compose(sheet, ["z"])
    press(sheet, Key.Key_Return)
    assert sheet.editing.editor is not None
    assert current(sheet) == (0, CONTENT)


@pytest.mark.parametrize(
    ("key", "modifier", "cell"),
    [
        (Key.Key_Return, Modifier.NoModifier, (2, FOUND)),
        (Key.Key_Return, Modifier.ShiftModifier, (0, FOUND)),
        (Key.Key_Tab, Modifier.NoModifier, (1, PUBLIC)),
        (Key.Key_Backtab, Modifier.ShiftModifier, (1, LEVEL)),
    ],
)
def test_enter_goes_down_and_tab_goes_right(
    sheet: RecordTable,
    written: Written,
    key: Qt.Key,
    modifier: Qt.KeyboardModifier,
    cell: tuple[int, int],
) -> None:
    go_to(sheet, 1, FOUND)
    QTest.keyClicks(sheet, "5")
    QTest.keyClicks(editor(sheet), ".1")
    press(editor(sheet), key, modifier)
    assert written.edits == [CellEdit(12, "found_on", date(2011, 5, 1))]
    assert sheet.editing.editor is None
    assert current(sheet) == cell
    assert sheet.hasFocus()


def test_escape_restores(sheet: RecordTable, written: Written) -> None:
    go_to(sheet, 0, CONTENT)
    QTest.keyClicks(sheet, "x")
    press(editor(sheet), Key.Key_Escape)
    assert sheet.editing.editor is None
    assert written.labels == []
    assert sheet.records.rows.text(0, CONTENT) == "候诊区座椅破损。"


def test_alt_enter_breaks_the_line_and_the_editor_grows(
    sheet: RecordTable, written: Written
) -> None:
    go_to(sheet, 0, CONTENT)
    press(sheet, Key.Key_F2)
    long = editor(sheet)
    assert isinstance(long, LongEditor)
    before = long.height()
    for _ in range(3):
        press(long, Key.Key_Return, Modifier.AltModifier)
        commit(long, "又一行。")
    assert long.height() > before + 40
    press(long, Key.Key_Return)
    assert written.edits[0].value == "候诊区座椅破损。\n又一行。\n又一行。\n又一行。"


def test_a_click_elsewhere_writes(sheet: RecordTable, written: Written) -> None:
    go_to(sheet, 0, FOUND)
    QTest.keyClicks(sheet, "5")
    QTest.keyClicks(editor(sheet), ".1")
    go_to(sheet, 1, LEVEL)
    assert written.labels == ["修改发现时间"]
    assert current(sheet) == (1, LEVEL)


# -- refused ----------------------------------------------------------------------------------


def type_wrong_date(table: RecordTable) -> None:
    go_to(table, 0, FOUND)
    QTest.keyClicks(table, "4")
    QTest.keyClicks(editor(table), ".31")


def test_a_refused_text_stays_in_the_editor_with_a_note(
    sheet: RecordTable, written: Written
) -> None:
    type_wrong_date(sheet)
    press(editor(sheet), Key.Key_Return)
    assert editor(sheet).typed() == "4.31"
    assert editor(sheet).property("refused")
    assert "4月没有31日，还没有写入" in note(sheet)
    assert "可写" in note(sheet)
    assert "按 Esc 恢复“3月9日”。" in note(sheet)
    assert written.labels == []


def test_a_refused_text_is_not_left_by_a_click(sheet: RecordTable) -> None:
    type_wrong_date(sheet)
    go_to(sheet, 1, LEVEL)
    assert current(sheet) == (0, FOUND)
    assert editor(sheet).typed() == "4.31"
    assert editor(sheet).hasFocus()


def test_typing_on_or_escape_takes_the_refusal_away(sheet: RecordTable) -> None:
    type_wrong_date(sheet)
    press(editor(sheet), Key.Key_Return)
    press(editor(sheet), Key.Key_Backspace)
    assert note(sheet) == ""
    assert not editor(sheet).property("refused")
    press(editor(sheet), Key.Key_Return)
    press(sheet, Key.Key_Up)
    assert sheet.records.rows.text(0, FOUND) == "4月3日"


def type_month_end(table: RecordTable) -> None:
    go_to(table, 0, FOUND)
    QTest.keyClicks(table, "4")
    commit(editor(table), "月底")
    press(editor(table), Key.Key_Return)


def test_the_end_of_a_month_is_asked_back_and_enter_takes_its_last_day(
    sheet: RecordTable, written: Written
) -> None:
    type_month_end(sheet)
    assert "“4月底”没有说是哪一天，还没有写入" in note(sheet)
    assert "要写成4月30日，就输入4.30。按 Esc 恢复“3月9日”。" in note(sheet)
    assert editor(sheet).typed() == "4月底"
    press(editor(sheet), Key.Key_Return)
    assert written.edits == [CellEdit(11, "found_on", date(2011, 4, 30))]


def test_the_end_of_a_month_is_not_taken_by_going_elsewhere(
    sheet: RecordTable, written: Written
) -> None:
    type_month_end(sheet)
    go_to(sheet, 1, LEVEL)
    assert editor(sheet).typed() == "4月底"
    assert "没有说是哪一天" in note(sheet)
    press(editor(sheet), Key.Key_Escape)
    assert written.labels == []


def test_a_day_that_has_not_come_is_written_and_remarked(
    sheet: RecordTable, written: Written
) -> None:
    """Today is 20 April."""
    for text, said in (("4.20", ""), ("4.21", "请留意\n日期在今天之后，请核对。")):
        go_to(sheet, 0, FOUND)
        QTest.keyClicks(sheet, text[0])
        QTest.keyClicks(editor(sheet), text[1:])
        press(editor(sheet), Key.Key_Return)
        assert note(sheet) == said
    assert [edit.value for edit in written.edits] == [date(2011, 4, 20), date(2011, 4, 21)]


def test_what_the_store_refuses_stays_in_the_editor_too(
    sheet: RecordTable, written: Written
) -> None:
    written.refusing = Refused("活动已归档，只能查看。", Place("issue", 11))
    go_to(sheet, 0, CONTENT)
    press(sheet, Key.Key_F2)
    press(editor(sheet), Key.Key_Return, Modifier.AltModifier)
    commit(editor(sheet), "改")
    press(editor(sheet), Key.Key_Tab)
    assert "已归档" in note(sheet)
    assert editor(sheet).typed().endswith("改")


def test_nothing_leaves_a_refused_cell_by_sorting(sheet: RecordTable) -> None:
    type_wrong_date(sheet)
    sheet.sort_by("content")
    assert editor(sheet).typed() == "4.31"


# -- kinds ------------------------------------------------------------------------------------


def test_choices_are_narrowed_and_taken(sheet: RecordTable, written: Written) -> None:
    go_to(sheet, 0, LEVEL)
    QTest.keyClicks(sheet, "d")
    QTest.keyClicks(editor(sheet), "w")
    press(editor(sheet), Key.Key_Return)
    assert [edit.value for edit in written.edits] == ["单位"]


def test_references_are_chosen_by_name(sheet: RecordTable, written: Written) -> None:
    go_to(sheet, 0, CATEGORY)
    press(sheet, Key.Key_F2)
    press(editor(sheet), Key.Key_Down)
    press(editor(sheet), Key.Key_Return)
    assert written.edits == [CellEdit(11, "category", 1)]


def test_flags_are_ticked_by_space_and_by_a_click(sheet: RecordTable, written: Written) -> None:
    go_to(sheet, 0, PUBLIC)
    press(sheet, Key.Key_Space)
    words = sheet.words_place(1, PUBLIC).toRect()
    click(sheet, QPoint(words.left() + 8, words.center().y()))
    assert written.edits == [
        CellEdit(11, "requires_publicity", False),
        CellEdit(12, "requires_publicity", True),
    ]
    assert written.labels == ["修改需公示"] * 2
    assert sheet.editing.editor is None


def test_other_letters_leave_a_flag_alone(sheet: RecordTable, written: Written) -> None:
    go_to(sheet, 0, PUBLIC)
    QTest.keyClicks(sheet, "x")
    assert written.labels == []


# -- locked -----------------------------------------------------------------------------------


def test_a_letter_on_a_locked_cell_says_why(sheet: RecordTable, written: Written) -> None:
    go_to(sheet, 2, CONTENT)
    QTest.keyClicks(sheet, "x")
    assert sheet.editing.editor is None
    assert "已销号" in note(sheet)


def test_a_letter_in_a_list_says_why_but_space_selects(list_: RecordTable) -> None:
    go_to(list_, 0, STATE)
    press(list_, Key.Key_Space)
    assert not list_.editing.note.isVisible()
    QTest.keyClicks(list_, "x")
    assert "不在这里填写" in note(list_)


def test_f2_on_a_locked_cell_asks_for_another_way(qtbot: QtBot, sheet: RecordTable) -> None:
    go_to(sheet, 0, STATE)
    with qtbot.waitSignal(sheet.edit_wanted) as asked:
        press(sheet, Key.Key_F2)
    assert asked.args == [11, "state"]


def test_a_double_click_in_a_list_opens_the_record_once(qtbot: QtBot, list_: RecordTable) -> None:
    opened: list[int] = []
    list_.opened.connect(opened.append)
    list_.edit_wanted.connect(lambda id, _path: opened.append(id))
    double_click(list_, 1, STATE)
    assert opened == [12]


def test_commands_open_no_editor(sheet: RecordTable) -> None:
    go_to(sheet, 0, CONTENT)
    press(sheet, Key.Key_S, Modifier.ControlModifier)
    assert sheet.editing.editor is None


def test_no_bar_below_takes_the_height_of_the_last_line(sheet: RecordTable) -> None:
    go_to(sheet, 0, CONTENT)
    press(sheet, Key.Key_F2)
    opened = editor(sheet)
    assert isinstance(opened, QPlainTextEdit)
    assert opened.horizontalScrollBarPolicy() is Qt.ScrollBarPolicy.ScrollBarAlwaysOff


def test_a_key_in_a_window_that_is_not_the_active_one_ends(
    qtbot: QtBot, sheet: RecordTable
) -> None:
    """There the editor cannot have the keyboard, and what it has no use for comes back."""
    go_to(sheet, 0, CONTENT)
    press(sheet, Qt.Key.Key_F2)
    other = QWidget()
    qtbot.addWidget(other)
    other.show()
    other.activateWindow()
    qtbot.waitUntil(other.isActiveWindow)
    press(sheet, Qt.Key.Key_F9)
    assert editor(sheet).typed() == "候诊区座椅破损。"


@pytest.fixture
def calendar(sheet: RecordTable) -> Calendar:
    """The calendar of a cell without a day."""
    go_to(sheet, 1, FOUND)
    press(sheet, Key.Key_F2)
    press(editor(sheet), Key.Key_F4)
    found = editor(sheet).findChild(Calendar)
    assert isinstance(found, Calendar)
    return found


def test_a_day_picked_in_a_cells_calendar_is_written(
    sheet: RecordTable, written: Written, calendar: Calendar
) -> None:
    press(calendar.month.focusWidget() or calendar.month, Key.Key_Right)
    press(calendar.month.focusWidget() or calendar.month, Key.Key_Return)
    assert written.edits == [CellEdit(12, "found_on", date(2011, 4, 21))]


def test_a_cells_calendar_left_by_escape_leaves_the_editor_open(
    sheet: RecordTable, written: Written, calendar: Calendar
) -> None:
    press(calendar.month.focusWidget() or calendar.month, Key.Key_Escape)
    assert not calendar.isVisible()
    press(editor(sheet), Key.Key_Escape)
    assert written.edits == []
