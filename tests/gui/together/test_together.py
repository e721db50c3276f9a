"""Several issues are chosen in a table and worked on together, through the real window."""

from __future__ import annotations

from datetime import date
from typing import Any, TypeVar

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QDialog, QLabel, QMenu, QPushButton, QToolButton
from pytestqt.qtbot import QtBot

from gui.ledger.room import LedgerRoom
from gui.main_window import MainWindow
from gui.office import Office
from gui.rectification.room import RectificationRoom
from gui.together.filling import FillForm
from gui.together.group_form import GroupForm
from gui.together.held import HeldReport
from model.changes import Change
from model.lifecycle import gather, move, register
from model.records import Campaign, Issue, Opinion, Origin
from model.store import Store
from model.words import Move, State
from tests.gui.prepared import PreparedAsk
from tests.gui.rectification.test_room import STARTED

D = TypeVar("D", bound=QDialog)
STARTABLE = ("启动整改 2项…", "不予立项 2项…")
BEGUN = date(2011, 4, 1)


@pytest.fixture
def room(window: MainWindow, store: Store, campaign: Campaign) -> RectificationRoom:
    """整改跟踪 with 1 and 2 registered, 3 without its category; 4 being put right."""
    for content, category in (("挂号排长队。", 1), ("走廊灯不亮。", None), ("病历不规范。", 1)):
        changes = register(store, campaign, content=content, category=category, source="自查")
        store.apply(changes, "新增问题")
    store.apply(move(store, 4, Move.START, STARTED, BEGUN), "启动整改")
    shown = window.show_room("rectification")
    assert isinstance(shown, RectificationRoom)
    return shown


def choose(room: RectificationRoom | LedgerRoom, *ids: int) -> None:
    """Select the rows of these issues, as Ctrl and clicks do."""
    table = room.table
    table.clearSelection()
    for id in ids:
        row = table.records.rows.row_of(id)
        assert row is not None
        index = table.records.index(row, 1)
        place = table.visualRect(index).center()
        QtBot.mouseClick(
            table.viewport(),
            Qt.MouseButton.LeftButton,
            Qt.KeyboardModifier.NoModifier if id == ids[0] else Qt.KeyboardModifier.ControlModifier,
            place,
        )
    assert sorted(table.selected_ids()) == sorted(ids)


def trigger(window: MainWindow, id: str) -> None:
    found = window.findChild(QAction, f"action_{id}")
    assert found is not None
    found.trigger()


def opened(window: MainWindow, kind: type[D]) -> D:
    (found,) = (each for each in window.findChildren(kind) if each.isVisible())
    return found


def press(qtbot: QtBot, dialog: QDialog, name: str) -> None:
    button = dialog.findChild(QPushButton, name)
    assert button is not None
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)


def words(dialog: QDialog | MainWindow, name: str) -> str:
    found = dialog.findChild(QLabel, name)
    assert found is not None
    return found.text()


def texts(menu: QMenu) -> list[str]:
    return [action.text() for action in menu.actions() if not action.isSeparator()]


def filled(form: GroupForm, **values: Any) -> None:
    for name, text in values.items():
        form.form.type_text(name.replace("__", "."), text)


START = {
    "round__leader": "张明",
    "round__owner": "李芳",
    "round__due": "5.10",
    "measure__content": "逐条整改",
}


# -- the offers -------------------------------------------------------------------------------


def test_the_context_menu_counts_what_each_move_is_for(room: RectificationRoom) -> None:
    choose(room, 1, 2, 4)
    assert texts(room.table_menu()) == [
        "启动整改 2项…",
        "提交验收 1项…",
        "延期 1项…",
        "不予立项 3项…",
        "批量填写…",
        "合并重复问题…",
    ]


def test_one_issue_has_its_own_moves(room: RectificationRoom) -> None:
    choose(room, 4)
    assert texts(room.table_menu())[:2] == ["提交验收…", "转长期整改…"]


def test_the_sheet_of_issues_offers_the_same(
    window: MainWindow, store: Store, room: RectificationRoom
) -> None:
    ledger = window.show_room("ledger")
    assert isinstance(ledger, LedgerRoom)
    choose(ledger, 1, 2)
    offered = texts(ledger.issues._menu(store.get(Issue, 1)))
    assert offered[:6] == [
        "打开…",
        "打开详情",
        "启动整改 2项…",
        "不予立项 2项…",
        "批量填写…",
        "合并重复问题…",
    ]
    assert offered[6].startswith("复制")
    assert offered[-1] == "删除2个问题"


def test_the_main_menu_counts_when_it_opens(window: MainWindow, room: RectificationRoom) -> None:
    choose(room, 1, 2)
    menu = window._menu_bar.menu("批量办理")
    menu.aboutToShow.emit()
    shown = {each.text(): each.isEnabled() for each in menu.actions() if not each.isSeparator()}
    assert shown["启动整改 2项…"]
    assert not shown["销号…"]


def test_the_foot_of_the_detail_is_for_all_that_are_selected(
    qtbot: QtBot, window: MainWindow, room: RectificationRoom
) -> None:
    choose(room, 1, 2)
    assert words(window, "missing") == "选中2个问题，可以一起办理"
    button = room.detail.findChild(QPushButton, "next_move")
    assert button is not None
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    (menu,) = (each for each in room.findChildren(QMenu) if each.isVisible())
    assert texts(menu)[0] == "启动整改 2项…"
    menu.close()
    choose(room, 4)
    assert button.text() == "提交验收"


def test_without_a_selection_it_is_said_how_to_select(
    window: MainWindow, room: RectificationRoom, ask: PreparedAsk
) -> None:
    choose(room, 1)
    ask.expect("refuse")
    trigger(window, "together_fill")
    assert "按住Ctrl" in ask.asked[0][1]


# -- a move -----------------------------------------------------------------------------------


def test_one_form_starts_several_and_one_undo_takes_it_back(
    qtbot: QtBot, window: MainWindow, room: RectificationRoom, store: Store
) -> None:
    choose(room, 1, 2, 4)
    trigger(window, "together_start")
    form = opened(window, GroupForm)
    assert words(form, "dialog_title") == "启动整改 · 2个问题"
    assert words(form, "dialog_subject") == "2011-001、2011-002；另选的1个不在这一步，不受影响"
    filled(form, **START)
    press(qtbot, form, "dialog_agree")
    assert not form.isVisible()
    assert [store.get(Issue, id).state for id in (1, 2)] == [State.RECTIFYING] * 2
    assert words(window, "news_label") == "已启动整改2个问题"
    button = window.findChild(QToolButton, "news_button_0")
    assert button is not None
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    assert [store.get(Issue, id).state for id in (1, 2)] == [State.REGISTERED] * 2


def test_what_all_have_is_not_asked_and_what_some_have_is_said(
    window: MainWindow, room: RectificationRoom
) -> None:
    choose(room, 1, 2)
    trigger(window, "together_start")
    form = opened(window, GroupForm)
    assert form.findChild(QLabel, "issue.source_label") is None
    assert form.findChild(QLabel, "issue.category_label") is None
    form.done(0)
    choose(room, 1, 2, 3)
    trigger(window, "together_start")
    form = opened(window, GroupForm)
    assert "2个问题已经有了" in words(form, "issue.category_note")


def test_back_from_the_report_the_first_gap_is_typed_into_and_what_is_needed_is_starred(
    qtbot: QtBot, window: MainWindow, room: RectificationRoom
) -> None:
    choose(room, 1, 2)
    trigger(window, "together_start")
    form = opened(window, GroupForm)
    starred = {
        label.objectName().removesuffix("_required")
        for label in form.findChildren(QLabel)
        if label.objectName().endswith("_required")
    }
    assert starred == {
        "round.leader", "round.owner", "round.due", "measure.content", "step.on",
    }  # fmt: skip
    filled(form, round__leader="张明", round__due="5.10")
    press(qtbot, form, "dialog_agree")
    press(qtbot, opened(window, HeldReport), "held_back")
    assert form.focusWidget() is form.form.editor("round.owner")
    form.done(0)


def test_who_is_held_back_is_reported_before_anything_is_stored(
    qtbot: QtBot, window: MainWindow, room: RectificationRoom, store: Store
) -> None:
    choose(room, 1, 2, 3)
    trigger(window, "together_start")
    form = opened(window, GroupForm)
    filled(form, **START)
    press(qtbot, form, "dialog_agree")
    report = opened(window, HeldReport)
    assert words(report, "held_title") == "能办2项，不能办1项"
    assert words(report, "held_2011-003_why") == "问题类别未填写"
    assert store.get(Issue, 1).state is State.REGISTERED
    press(qtbot, report, "held_some")
    assert [store.get(Issue, id).state for id in (1, 2, 3)] == [
        State.RECTIFYING,
        State.RECTIFYING,
        State.REGISTERED,
    ]
    assert not form.isVisible()
    assert words(window, "news_label") == "已启动整改2个问题"


def test_the_report_leads_back_to_the_form_or_out_of_it(
    qtbot: QtBot, window: MainWindow, room: RectificationRoom, store: Store
) -> None:
    choose(room, 1, 3)
    trigger(window, "together_start")
    form = opened(window, GroupForm)
    filled(form, **START)
    press(qtbot, form, "dialog_agree")
    qtbot.keyClick(opened(window, HeldReport), Qt.Key.Key_Escape)
    assert form.isVisible()
    press(qtbot, form, "dialog_agree")
    press(qtbot, opened(window, HeldReport), "held_none")
    assert not form.isVisible()
    assert {store.get(Issue, id).state for id in (1, 3)} == {State.REGISTERED}


def test_where_nobody_is_ready_only_the_way_back_is_offered(
    qtbot: QtBot, window: MainWindow, room: RectificationRoom
) -> None:
    choose(room, 1, 2)
    trigger(window, "together_start")
    press(qtbot, opened(window, GroupForm), "dialog_agree")
    report = opened(window, HeldReport)
    assert words(report, "held_title") == "这2项都还不能办"
    assert report.findChild(QPushButton, "held_some") is None
    assert "牵头领导未填写；责任人未填写" in words(report, "held_2011-001_why")


def test_a_day_to_come_is_refused_in_the_form(
    qtbot: QtBot, window: MainWindow, room: RectificationRoom
) -> None:
    choose(room, 1, 2)
    trigger(window, "together_decline")
    form = opened(window, GroupForm)
    filled(form, step__reason="不归本院管", step__on="5.1")
    press(qtbot, form, "dialog_agree")
    assert "不晚于今天" in words(form, "dialog_refusal")


def test_a_single_one_that_can_gets_its_own_form(
    window: MainWindow, room: RectificationRoom
) -> None:
    choose(room, 1, 4)
    trigger(window, "together_extend")
    (form,) = (each for each in window.findChildren(QDialog) if each.isVisible())
    assert form.objectName() == "move_form"


# -- filling ----------------------------------------------------------------------------------


def test_a_field_is_filled_in_all_by_one_operation(
    qtbot: QtBot, window: MainWindow, room: RectificationRoom, store: Store
) -> None:
    choose(room, 1, 2, 4)
    trigger(window, "together_fill")
    form = opened(window, FillForm)
    box, below = form.field_box.mapTo(form, QPoint()), form.form.mapTo(form, QPoint())
    assert box.y() < below.y()  # which field comes before what it is filled with
    form.choose("round.leader")
    assert "其中1个问题" in words(form, "round.leader_note")
    filled(form, round__leader="李芳")
    press(qtbot, form, "dialog_agree")
    assert [gather(store, id).round.leader for id in (1, 2, 4)] == [2, 2, 2]
    assert words(window, "news_label") == "已填写3个问题的牵头领导"
    store.undo()
    assert [gather(store, id).round.leader for id in (1, 2, 4)] == [None, None, 1]


def test_how_many_had_the_value_already_is_said(
    qtbot: QtBot, window: MainWindow, room: RectificationRoom, store: Store
) -> None:
    choose(room, 1, 2, 4)
    trigger(window, "together_fill")
    form = opened(window, FillForm)
    form.choose("round.leader")
    filled(form, round__leader="张明")  # as the third has it
    press(qtbot, form, "dialog_agree")
    assert words(window, "news_label") == "已填写2个问题的牵头领导，另1个本来就是这样"


def test_what_cannot_be_filled_is_reported(
    qtbot: QtBot, window: MainWindow, room: RectificationRoom, store: Store
) -> None:
    choose(room, 1, 4)
    trigger(window, "together_fill")
    form = opened(window, FillForm)
    form.choose("round.due")
    filled(form, round__due="5.20")
    press(qtbot, form, "dialog_agree")
    report = opened(window, HeldReport)
    assert "延期" in words(report, "held_2011-004_why")
    press(qtbot, report, "held_some")
    assert gather(store, 1).round.due == date(2011, 5, 20)
    assert gather(store, 4).round.due == date(2011, 4, 15)


def test_nothing_is_emptied_by_an_empty_field(
    qtbot: QtBot, window: MainWindow, room: RectificationRoom, store: Store
) -> None:
    choose(room, 1, 2)
    trigger(window, "together_fill")
    form = opened(window, FillForm)
    form.choose("source")
    press(qtbot, form, "dialog_agree")
    assert form.isVisible()
    assert store.get(Issue, 1).source == "自查"
    filled(form, source="自查")
    press(qtbot, form, "dialog_agree")
    assert "没有什么要改" in words(form, "dialog_refusal")


# -- merging ----------------------------------------------------------------------------------


def test_duplicates_are_merged_into_the_lowest_number_with_opinions_and_texts(
    qtbot: QtBot, window: MainWindow, room: RectificationRoom, store: Store
) -> None:
    told = Opinion(1, campaign=1, channel="意见箱", content="排队太久。")
    store.apply([Change(None, told), Change(None, Origin(1, opinion=1, issue=2))], "登记意见")
    choose(room, 3, 2, 1)
    trigger(window, "together_merge")
    press(qtbot, opened(window, GroupForm), "dialog_agree")
    assert [store.get(Issue, id).merged_into for id in (1, 2, 3)] == [None, 1, 1]
    assert "合并2011-002：挂号排长队。" in store.get(Issue, 1).note
    assert store.get(Origin, 1).issue == 1
    assert words(window, "news_label") == "已合并2个问题到2011-001"


def test_another_number_may_stay_without_the_texts(
    qtbot: QtBot, window: MainWindow, room: RectificationRoom, store: Store
) -> None:
    choose(room, 1, 2)
    trigger(window, "together_merge")
    form = opened(window, GroupForm)
    filled(form, stays="2011-002 挂号排长队。", texts="否")
    press(qtbot, form, "dialog_agree")
    assert store.get(Issue, 1).merged_into == 2
    assert store.get(Issue, 2).note == ""


def test_an_archived_campaign_is_worked_on_no_more(
    window: MainWindow, room: RectificationRoom, office: Office, store: Store, ask: PreparedAsk
) -> None:
    choose(room, 1, 2)
    trigger(window, "archive_campaign")
    choose(room, 1, 2)
    assert not any(each.isEnabled() for each in room.table_menu().actions() if each.text())
    ask.expect("refuse")
    room.action_wanted.emit("together_fill")
    assert "已归档" in ask.asked[0][1]
