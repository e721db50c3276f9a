"""Views: shown from the menu, kept under a name, renamed, deleted, and all that undone."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date, datetime

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QApplication, QMenu, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from gui.entry_form import EntryForm
from gui.ledger.room import LedgerRoom
from gui.main_window import MainWindow
from gui.office import Office
from gui.record_table import ColumnFilter
from gui.record_table.filter_chips import FilterChip
from model.changes import Change
from model.records import Campaign, Issue, Measure, View
from model.store import Store
from model.views import Arrangement, packed
from model.words import Page


def shown(room: LedgerRoom) -> list[int]:
    rows = room.table.records.rows
    return sorted(rows.id_at(row) for row in range(len(rows)))


def button(room: LedgerRoom, name: str) -> QPushButton:
    (found,) = (each for each in room.findChildren(QPushButton, name) if each.isVisible())
    return found


def menu(qtbot: QtBot, room: LedgerRoom) -> dict[str, QAction]:
    """Open 视图 ▾ by a click; its entries by name."""
    qtbot.mouseClick(button(room, "views"), Qt.MouseButton.LeftButton)
    opened = QApplication.activePopupWidget()
    assert isinstance(opened, QMenu)
    return {each.objectName(): each for each in opened.actions() if each.objectName()}


def choose(qtbot: QtBot, room: LedgerRoom, name: str) -> None:
    entry = menu(qtbot, room)[name]
    assert entry.isEnabled()
    opened = QApplication.activePopupWidget()
    assert isinstance(opened, QMenu)
    place = opened.actionGeometry(entry).center()
    qtbot.mouseClick(opened, Qt.MouseButton.LeftButton, pos=place)


def close_menu() -> None:
    opened = QApplication.activePopupWidget()
    assert opened is not None
    opened.close()


def in_form(name: str, act: Callable[[EntryForm], object]) -> None:
    """Do this in the form of that name as soon as it is open."""

    def when_open() -> None:
        form = QApplication.activeModalWidget()
        if isinstance(form, EntryForm) and form.objectName() == name:
            act(form)
        else:
            QTimer.singleShot(10, when_open)

    QTimer.singleShot(0, when_open)


def write(qtbot: QtBot, name: str) -> Callable[[EntryForm], None]:
    def fill(form: EntryForm) -> None:
        editor = form.form.editor("name")
        editor.setFocus()
        qtbot.keyClick(editor, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
        qtbot.keyClicks(editor, name)
        qtbot.mouseClick(form.agree_button, Qt.MouseButton.LeftButton)

    return fill


@pytest.fixture
def kept(store: Store, issues: None) -> View:
    """A view of the issues of one department, by date from the last, without the cause."""
    told = Arrangement(
        filters={"department": {"ticked": ["医务科"]}},
        columns={"sort": "found_on", "reverse": True, "hidden": ["cause"], "order": []},
        search="问题",
    )
    view = View(1, campaign=1, room=Page.ISSUES, name="yiwuke", definition=packed(told))
    store.apply([Change(None, view)], "保存视图")
    return view


def test_a_built_in_view_shows_its_rows(qtbot: QtBot, wide_room: LedgerRoom) -> None:
    choose(qtbot, wide_room, "view_领导班子问题")
    assert shown(wide_room) == [2]
    assert button(wide_room, "views").accessibleName() == "视图：领导班子问题"
    choose(qtbot, wide_room, "view_全部")
    assert shown(wide_room) == [1, 2, 3, 4, 5]
    assert button(wide_room, "views").accessibleName() == "视图"


def test_the_menu_ticks_what_is_shown(qtbot: QtBot, wide_room: LedgerRoom, kept: View) -> None:
    wide_room.table.filtering.put("level", ColumnFilter(ticked=frozenset({"领导班子"})))
    ticked = [name for name, each in menu(qtbot, wide_room).items() if each.isChecked()]
    close_menu()
    assert ticked == ["view_领导班子问题"]


def test_an_own_view_brings_order_columns_and_search(
    qtbot: QtBot, wide_room: LedgerRoom, kept: View
) -> None:
    with qtbot.waitSignal(wide_room.search_wanted) as sought:
        choose(qtbot, wide_room, "view_yiwuke")
    rows = wide_room.table.records.rows
    assert [rows.id_at(row) for row in range(len(rows))] == [4, 2]
    cause = wide_room.table.records.column_of("cause")
    assert wide_room.table.isColumnHidden(cause)
    assert sought.args == ["问题"]


def test_the_window_searches_what_a_view_searched(
    qtbot: QtBot, window: MainWindow, kept: View
) -> None:
    room = window.show_room("ledger")
    assert isinstance(room, LedgerRoom)
    room.issues.views.show("yiwuke")
    assert room.issues.views._searched() == "问题"


def test_what_is_shown_is_kept_under_a_name(
    qtbot: QtBot, wide_room: LedgerRoom, store: Store
) -> None:
    wide_room.table.filtering.put("source", ColumnFilter(holds="座谈"))
    in_form("save_view", write(qtbot, "zuotan"))
    qtbot.mouseClick(button(wide_room, "save_view_button"), Qt.MouseButton.LeftButton)
    assert [view.name for view in store.all(View)] == ["zuotan"]
    assert button(wide_room, "views").accessibleName() == "视图：zuotan"
    wide_room.issues.views.clear()
    choose(qtbot, wide_room, "view_zuotan")
    assert shown(wide_room) == [2, 3]
    store.undo()
    assert "view_zuotan" not in menu(qtbot, wide_room)
    close_menu()


def test_a_built_in_name_is_refused_in_the_form(
    qtbot: QtBot, wide_room: LedgerRoom, store: Store
) -> None:
    form = wide_room.issues.views.save_form()
    qtbot.addWidget(form)
    form.form.show_values({"name": "逾期"})
    form.show()
    form.send()
    assert form.isVisible()
    assert "程序自带" in form._refusal_label.text()
    assert store.all(View) == []


def test_a_view_is_renamed_and_deleted(
    qtbot: QtBot, wide_room: LedgerRoom, kept: View, store: Store
) -> None:
    closed = menu(qtbot, wide_room)
    assert not closed["rename_view"].isEnabled()
    assert closed["rename_view"].toolTip() == "先选一个自己保存的视图"
    close_menu()
    choose(qtbot, wide_room, "view_yiwuke")
    in_form("rename_view", write(qtbot, "neike"))
    choose(qtbot, wide_room, "rename_view")
    assert store.get(View, kept.id).name == "neike"
    choose(qtbot, wide_room, "delete_view")
    assert store.all(View) == []
    assert shown(wide_room) == [2, 4]
    store.undo()
    assert wide_room.issues.views.own() == ["neike"]


def test_an_archived_campaign_keeps_its_views(
    qtbot: QtBot, wide_room: LedgerRoom, campaign: Campaign, kept: View, store: Store
) -> None:
    archived = replace(campaign, archived=True)
    store.apply([Change(campaign, archived)], "归档")
    wide_room.show_campaign(archived)
    choose(qtbot, wide_room, "view_yiwuke")
    assert shown(wide_room) == [2, 4]
    entries = menu(qtbot, wide_room)
    assert [entries[name].isEnabled() for name in ("save_view", "delete_view")] == [False, False]
    assert "已归档" in entries["save_view"].toolTip()
    close_menu()
    assert not button(wide_room, "save_view_button").isEnabled()


# -- questions -------------------------------------------------------------------------------


def test_what_was_touched_today_is_shown(qtbot: QtBot, wide_room: LedgerRoom, store: Store) -> None:
    store._now = lambda: datetime(2011, 4, 20, 9, 0)
    measure = Measure(1, rectification=3, content="先这样。")
    store.apply([Change(None, measure)], "添加措施")
    choose(qtbot, wide_room, "view_今天动过的")
    assert shown(wide_room) == [3]
    before = store.get(Issue, 2)
    store.apply([Change(before, replace(before, cause="未查。"))], "修改")
    wide_room.table.records.refresh()
    assert shown(wide_room) == [2, 3]


def test_a_question_is_a_chip_that_takes_it_back(qtbot: QtBot, wide_room: LedgerRoom) -> None:
    choose(qtbot, wide_room, "view_逾期")
    assert shown(wide_room) == []
    chip = wide_room.issues.tools._question
    assert chip is not None
    assert chip.text() == "逾期"
    assert wide_room.status_text() == "显示 0 / 5 条"
    qtbot.mouseClick(chip, Qt.MouseButton.LeftButton)
    assert shown(wide_room) == [1, 2, 3, 4, 5]


def test_clearing_takes_question_and_filters_off(qtbot: QtBot, wide_room: LedgerRoom) -> None:
    wide_room.issues.views.ask("overdue")
    wide_room.table.filtering.put("level", ColumnFilter(ticked=frozenset({"科室"})))
    qtbot.mouseClick(button(wide_room, "filter_clear_all"), Qt.MouseButton.LeftButton)
    assert shown(wide_room) == [1, 2, 3, 4, 5]


@pytest.mark.parametrize("chip", ["filter_chip_level", "filter_chip_(group)"])
def test_the_sheet_has_the_focus_when_a_chip_is_taken_off(
    qtbot: QtBot, wide_room: LedgerRoom, chip: str
) -> None:
    wide_room.table.filtering.put("level", ColumnFilter(ticked=frozenset({"科室"})))
    wide_room.table.group_by("category")
    chips = wide_room.issues.tools.chips.chips()
    pressed = next(each for each in chips if each.objectName() == chip)
    pressed.setFocus()
    qtbot.mouseClick(pressed, Qt.MouseButton.LeftButton)
    assert chip not in [each.objectName() for each in wide_room.issues.tools.chips.chips()]
    assert wide_room.table.hasFocus()


def test_the_sheet_has_the_focus_when_a_question_is_taken_back(
    qtbot: QtBot, wide_room: LedgerRoom
) -> None:
    wide_room.issues.views.ask("overdue")
    (chip,) = wide_room.findChildren(FilterChip, "filter_chip_question")
    qtbot.mouseClick(chip, Qt.MouseButton.LeftButton)
    assert wide_room.table.hasFocus()


@pytest.mark.parametrize("entry", ["view_领导班子问题", "delete_view"])
def test_the_sheet_has_the_focus_when_a_view_is_shown_or_deleted(
    qtbot: QtBot, wide_room: LedgerRoom, kept: View, entry: str
) -> None:
    wide_room.issues.views.show("yiwuke")
    button(wide_room, "views").setFocus()
    choose(qtbot, wide_room, entry)
    assert wide_room.table.hasFocus()


def test_where_nothing_passes_a_button_shows_all(qtbot: QtBot, wide_room: LedgerRoom) -> None:
    choose(qtbot, wide_room, "view_逾期")
    assert not wide_room.table.isVisible()
    qtbot.mouseClick(button(wide_room, "show_all"), Qt.MouseButton.LeftButton)
    assert wide_room.table.isVisible()


def test_my_overdue_needs_a_person_of_my_name(
    qtbot: QtBot, wide_room: LedgerRoom, office: Office
) -> None:
    assert menu(qtbot, wide_room)["view_我的逾期"].isEnabled()
    close_menu()
    stranger = LedgerRoom(replace(office, user="某人"))
    qtbot.addWidget(stranger)
    stranger.resize(1366, 700)
    stranger.show_campaign(office.store.get(Campaign, 1))
    stranger.show()
    entry = menu(qtbot, stranger)["view_我的逾期"]
    assert not entry.isEnabled()
    assert "使用人" in entry.toolTip()
    assert entry.text() == "我的逾期（先在“设置”里填使用人）"
    close_menu()


def test_another_campaign_begins_with_all_its_issues(
    wide_room: LedgerRoom, store: Store, kept: View
) -> None:
    wide_room.issues.views.show("yiwuke")
    other = Campaign(9, title="下一个", start=date(2012, 1, 1), end=date(2012, 3, 1))
    store.apply([Change(None, other)], "建立活动")
    wide_room.show_campaign(other)
    assert wide_room.table.records.column_filters == {}
    assert wide_room.issues.views.own() == []


def test_what_is_revealed_is_shown_whatever_hides_it(wide_room: LedgerRoom) -> None:
    wide_room.issues.views.show("领导班子问题")
    wide_room.reveal("issue", 5)
    assert wide_room.table.current_id() == 5


def test_chips_come_by_tab_after_the_views_and_before_the_verb_that_clears_them(
    qtbot: QtBot, wide_room: LedgerRoom
) -> None:
    wide_room.issues.views.ask("overdue")
    for path, value in (("level", "科室"), ("category", "素质能力")):
        wide_room.table.filtering.put(path, ColumnFilter(ticked=frozenset({value})))
    widget: QWidget | None = button(wide_room, "save_view_button")
    names = []
    while widget is not None and widget.objectName() != "filter_clear_all":
        widget = widget.nextInFocusChain()
        if (
            widget is not None
            and widget.isVisible()
            and widget.focusPolicy() & Qt.FocusPolicy.TabFocus
        ):
            names.append(widget.objectName())
    assert names == [
        "filter_chip_question", "filter_chip_category", "filter_chip_level", "filter_clear_all",
    ]  # fmt: skip
