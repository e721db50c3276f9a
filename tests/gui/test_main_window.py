"""The window follows what is stored, shows where an undo worked, and remembers how it was left."""

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import (
    QComboBox,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QPushButton,
    QTabBar,
    QToolButton,
    QWidget,
)
from pytestqt.qtbot import QtBot

from gui.main_window import MainWindow
from gui.office import Office
from gui.record_table import ColumnFilter, RecordTable
from model.changes import Change
from model.deletion import deletion
from model.records import Campaign, Issue, Phase
from model.store import Store
from tests.gui.prepared import PreparedAsk

CONTROL = Qt.KeyboardModifier.ControlModifier


def action(window: MainWindow, id: str) -> QAction:
    found = window.findChild(QAction, f"action_{id}")
    assert found is not None
    return found


def words(window: MainWindow, name: str) -> str:
    found = window.findChild(QLabel, name)
    assert found is not None
    return found.text()


def tabs(window: MainWindow) -> QTabBar:
    found = window.findChild(QTabBar, "tabs")
    assert found is not None
    return found


def test_it_names_the_campaign(window: MainWindow) -> None:
    assert window.windowTitle() == "活动台账 — 2011解放思想大讨论活动"


@pytest.mark.parametrize("number", [1, 2, 3, 4])
def test_control_and_a_number_open_a_tab(qtbot: QtBot, window: MainWindow, number: int) -> None:
    qtbot.keyClick(window, Qt.Key(Qt.Key.Key_0 + number), CONTROL)
    assert tabs(window).currentIndex() == number - 1


def test_the_least_size_is_kept(window: MainWindow) -> None:
    window.resize(10, 10)
    assert (window.width(), window.height()) == (960, 600)


def test_a_low_window_has_a_low_strip(qtbot: QtBot, window: MainWindow) -> None:
    strip = window.findChild(QWidget, "overview")
    assert strip is not None
    window.resize(1366, 700)
    qtbot.waitUntil(lambda: strip.height() == 44)
    window.resize(1366, 768)
    qtbot.waitUntil(lambda: strip.height() == 72)


def test_undo_is_named_in_the_menu(window: MainWindow, request: pytest.FixtureRequest) -> None:
    request.getfixturevalue("edited")
    assert action(window, "undo").text() == "撤销 修改产生原因"
    assert not action(window, "redo").isEnabled()


def test_undo_shows_where_it_worked(
    qtbot: QtBot, window: MainWindow, office: Office, request: pytest.FixtureRequest
) -> None:
    request.getfixturevalue("edited")
    window.show_room("roster")
    qtbot.keyClick(window, Qt.Key.Key_Z, CONTROL)
    assert office.store.get(Issue, 1).cause == ""
    assert tabs(window).currentIndex() == 1
    assert words(window, "news_label") == "已撤销：修改产生原因"
    assert action(window, "redo").text() == "重做 修改产生原因"


@pytest.mark.parametrize(
    ("key", "modifiers"),
    [(Qt.Key.Key_Y, CONTROL), (Qt.Key.Key_Z, CONTROL | Qt.KeyboardModifier.ShiftModifier)],
)
def test_both_keys_redo(
    qtbot: QtBot,
    window: MainWindow,
    office: Office,
    request: pytest.FixtureRequest,
    key: Qt.Key,
    modifiers: Qt.KeyboardModifier,
) -> None:
    request.getfixturevalue("edited")
    action(window, "undo").trigger()
    qtbot.keyClick(window, key, modifiers)
    assert office.store.get(Issue, 1).cause == "无人检修。"
    assert words(window, "news_label") == "已重做：修改产生原因"


def test_a_deletion_offers_undo_in_the_status_bar(
    qtbot: QtBot, window: MainWindow, office: Office
) -> None:
    office.do(deletion(office.store.get(Issue, 1), office.store), "删除2011-001")
    assert words(window, "news_label") == "已删除2011-001"
    button = window.findChild(QToolButton, "news_button_0")
    assert button is not None
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    assert office.store.find(Issue, 1) is not None


def test_the_campaign_comes_back_with_an_undo(window: MainWindow, office: Office) -> None:
    action(window, "delete_campaign").trigger()
    assert office.store.all(Campaign) == []
    assert window.windowTitle() == "活动台账"
    assert words(window, "saved_label").endswith("尚未建立活动")


def test_deleting_the_campaign_can_be_undone(window: MainWindow, office: Office) -> None:
    action(window, "delete_campaign").trigger()
    action(window, "undo").trigger()
    assert window.windowTitle() == "活动台账 — 2011解放思想大讨论活动"


def test_another_campaign_can_be_chosen(qtbot: QtBot, window: MainWindow, office: Office) -> None:
    fresh = Campaign(2, title="纪律教育", start=date(2012, 1, 1), end=date(2012, 2, 1))
    office.do([Change(None, fresh)], "建立活动")
    assert window.windowTitle() == "活动台账 — 2012纪律教育"
    box = window.findChild(QComboBox, "campaign_box")
    assert box is not None
    assert [box.itemText(index) for index in range(box.count())] == [
        "2012纪律教育",
        "2011解放思想大讨论活动",
    ]
    box.setFocus()
    qtbot.keyClick(box, Qt.Key.Key_Down)
    assert window.windowTitle() == "活动台账 — 2011解放思想大讨论活动"


def test_undo_goes_to_the_campaign_it_worked_on(window: MainWindow, office: Office) -> None:
    phase = office.store.get(Phase, 1)
    fresh = Campaign(2, title="纪律教育", start=date(2012, 1, 1), end=date(2012, 2, 1))
    office.do([Change(None, fresh)], "建立活动")
    office.do([Change(phase, replace(phase, name="动员"))], "修改阶段")
    action(window, "undo").trigger()
    assert window.windowTitle() == "活动台账 — 2011解放思想大讨论活动"
    assert tabs(window).currentIndex() == 0


def test_a_renamed_campaign_is_named_anew(window: MainWindow, office: Office) -> None:
    campaign = office.store.get(Campaign, 1)
    office.do([Change(campaign, replace(campaign, title="作风建设"))], "修改活动")
    assert window.windowTitle() == "活动台账 — 2011作风建设"


def test_ctrl_f_searches_and_escape_ends_it(qtbot: QtBot, window: MainWindow) -> None:
    window.show_room("ledger")
    qtbot.keyClick(window, Qt.Key.Key_F, CONTROL)
    field = window.findChild(QLineEdit, "search_edit")
    assert field is not None
    assert field.hasFocus()
    field.insert("座椅")
    qtbot.keyClick(field, Qt.Key.Key_Escape)
    assert field.text() == ""
    assert not field.hasFocus()


def test_a_search_goes_on_in_the_next_room(qtbot: QtBot, window: MainWindow) -> None:
    field = window.findChild(QLineEdit, "search_edit")
    assert field is not None
    window.show_room("ledger")
    with qtbot.waitSignal(window.show_room("ledger").found) as told:
        field.insert("座")
    assert told.args == [1, 1]


def test_the_strip_counts_again_after_a_change(
    qtbot: QtBot, window: MainWindow, office: Office
) -> None:
    closed = window.findChild(QWidget, "tile_closed")
    assert closed is not None
    assert "0/ 1" in closed.accessibleName()
    office.do(deletion(office.store.get(Issue, 1), office.store), "删除")
    qtbot.waitUntil(lambda: "0/ 0" in closed.accessibleName())


def test_what_was_saved_last_is_said(window: MainWindow, request: pytest.FixtureRequest) -> None:
    request.getfixturevalue("edited")
    assert words(window, "saved_label").startswith("已保存 ")


def test_verbs_lose_their_words_in_a_narrow_window(qtbot: QtBot, window: MainWindow) -> None:
    window.show_room("roster")
    window.resize(1366, 768)
    verb = window.findChild(QPushButton, "verb_add")
    assert verb is not None
    qtbot.waitUntil(lambda: verb.text() == "新增成员")
    window.resize(1000, 700)
    qtbot.waitUntil(lambda: verb.text() == "")
    assert verb.toolTip() == "新增成员（Ctrl+N）"


def test_tab_and_campaign_are_remembered(qtbot: QtBot, window: MainWindow, office: Office) -> None:
    window.show_room("roster")
    window.close()
    again = MainWindow(office, office.store.path)
    assert tabs(again).currentIndex() == 3
    again.close()
    again.deleteLater()


def test_the_tab_is_remembered_though_nobody_closed_the_window(
    window: MainWindow, office: Office
) -> None:
    window.show_room("roster")
    assert office.settings.get("window/tab") == "roster"
    window.show_room("timeline")
    assert office.settings.get("window/tab") == "timeline"


def test_a_start_writes_no_tab(window: MainWindow, office: Office) -> None:
    assert office.settings.get("window/tab") is None


def test_a_window_left_on_a_lost_screen_is_brought_back(window: MainWindow, office: Office) -> None:
    window.move(9000, 9000)
    window.close()
    again = MainWindow(office, office.store.path)
    again.show()
    assert again.screen().availableGeometry().intersects(again.frameGeometry())
    again.close()
    again.deleteLater()


def test_a_read_only_ledger_says_why(qtbot: QtBot, store: Store, office: Office) -> None:
    beside = Store(store.path, read_only="李 正在使用这个台账，现在只能查看。")
    window = MainWindow(replace(office, store=beside), store.path, "演示日期 2011年4月20日")
    assert words(window, "mark_label") == "演示日期 2011年4月20日 · 只读"
    assert words(window, "standing_label") == beside.read_only
    assert not action(window, "add_issue").isEnabled()
    assert action(window, "add_issue").toolTip() == beside.read_only
    window.close()
    window.deleteLater()
    beside.close()


def test_opening_another_ledger_is_asked_for(
    qtbot: QtBot, window: MainWindow, ask: PreparedAsk
) -> None:
    ask.expect("open_path", Path("/别处/台账.db"))
    with qtbot.waitSignal(window.ledger_wanted) as wanted:
        action(window, "open_ledger").trigger()
    assert wanted.args == [Path("/别处/台账.db")]


def test_a_year_without_holidays_is_noted_in_every_tab(
    window: MainWindow, office: Office, store: Store
) -> None:
    assert "未录入" not in words(window, "counts_label")
    campaign = store.get(Campaign, 1)
    later = replace(campaign, start=date(2027, 2, 18), end=date(2027, 5, 18))
    office.do([Change(campaign, later)], "修改活动")
    for tab in ("timeline", "rectification"):
        window.show_room(tab)
        assert words(window, "counts_label").count("2027年的放假调休未录入") == 1


def test_the_lights_are_judged_anew_on_another_day(
    qtbot: QtBot, store: Store, office: Office
) -> None:
    days = [date(2011, 3, 1)]
    window = MainWindow(replace(office, today=lambda: days[0]), store.path)
    tile = window.findChild(QWidget, "tile_phase")
    assert tile is not None
    assert "学习动员" in tile.accessibleName()
    days[0] = date(2011, 4, 1)
    window.check_day()
    assert "查摆问题" in tile.accessibleName()
    window.close()
    window.deleteLater()


def open_cell(qtbot: QtBot, window: MainWindow, path: str) -> RecordTable:
    """The first row of the ledger, typed into at this column."""
    window.show_room("ledger").setFocus()
    table = window.findChild(RecordTable, "issue_table")
    assert table is not None
    table.select_id(1, path)
    qtbot.keyClick(table, Qt.Key.Key_F2)
    return table


def test_reading_anew_waits_for_what_is_being_typed(
    qtbot: QtBot, window: MainWindow, store: Store
) -> None:
    table = open_cell(qtbot, window, "cause")
    typed = window.focusWidget()
    assert isinstance(typed, QPlainTextEdit)
    typed.setPlainText("无人检修。")
    qtbot.keyClick(typed, Qt.Key.Key_F5)
    assert table.editing.editor is typed
    qtbot.keyClick(typed, Qt.Key.Key_Return)
    assert store.get(Issue, 1).cause == "无人检修。"


def test_what_was_typed_is_written_before_another_campaign_is_shown(
    qtbot: QtBot, window: MainWindow, office: Office, store: Store, campaign: Campaign
) -> None:
    office.do([Change(None, replace(campaign, id=2, title="第二次活动"))], "新建活动")
    window._showing.show_one_of_all(1)
    open_cell(qtbot, window, "cause")
    typed = window.focusWidget()
    assert isinstance(typed, QPlainTextEdit)
    typed.setPlainText("无人检修。")
    window._showing.choose(2)
    assert store.get(Issue, 1).cause == "无人检修。"
    assert window.windowTitle().endswith("第二次活动")


def test_a_refused_text_is_not_lost_by_reading_anew(
    qtbot: QtBot, window: MainWindow, office: Office, campaign: Campaign
) -> None:
    other = replace(campaign, id=2, title="第二次活动")
    office.do([Change(None, other)], "新建活动")
    action(window, "show_ledger").trigger()
    window._showing.show_one_of_all(1)
    table = open_cell(qtbot, window, "found_on")
    qtbot.keyClicks(window.focusWidget(), "2.30")
    qtbot.keyClick(window.focusWidget(), Qt.Key.Key_Return)
    action(window, "refresh").trigger()
    assert table.editing.editor is not None
    assert "还没有写入" in table.editing.note.words()
    box = window.findChild(QComboBox, "campaign_box")
    assert box is not None
    box.activated.emit(1 - box.currentIndex())
    assert table.editing.editor is not None
    assert window.windowTitle() == "活动台账 — 2011解放思想大讨论活动"


def test_a_pressed_verb_gives_the_keyboard_back_to_the_room(
    qtbot: QtBot, window: MainWindow, edited: Issue
) -> None:
    window.show_room("ledger")
    undo = window.findChild(QPushButton, "verb_undo")
    search = window.findChild(QLineEdit, "search_edit")
    assert undo is not None
    assert search is not None
    search.setFocus()
    with qtbot.waitSignal(window._workspace.tabs.used):
        qtbot.mouseClick(undo, Qt.MouseButton.LeftButton)
    search.setFocus()
    window._workspace.tabs.used.emit()
    focused = window.focusWidget()
    assert focused is not None
    assert focused.objectName() == "issue_table"


def test_what_only_filtered_rows_hold_is_said(qtbot: QtBot, window: MainWindow) -> None:
    window.show_room("ledger")
    table, search = window.findChild(RecordTable, "issue_table"), window._menu_bar.search_edit
    assert table is not None
    search.setText("座椅")
    assert search._fact == "第1处，共1处"
    table.filtering.put("content", ColumnFilter(holds="挂号"))
    search.setText("座")
    assert search._fact == "筛掉的行里有1条"
    search.setText("没有这个词")
    assert search._fact == "没有找到"


def test_f3_seeks_again_what_was_sought_before(qtbot: QtBot, window: MainWindow) -> None:
    window.show_room("ledger").setFocus()
    search = window._menu_bar.search_edit
    search.setText("座椅")
    qtbot.keyClick(search, Qt.Key.Key_Escape)
    assert search.text() == ""
    action(window, "find_next").trigger()
    assert search.text() == "座椅"
    assert search._fact == "第1处，共1处"
