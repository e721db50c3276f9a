"""整改跟踪: tiles open their lists, the detail records work, the next move leads on."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QLabel, QLineEdit, QMenu, QPushButton
from pytestqt.qtbot import QtBot

from gui.office import Office
from gui.record_form import RecordDialog
from gui.record_table import ColumnFilter
from gui.rectification.room import RectificationRoom
from model.changes import Change
from model.lifecycle import gather, move
from model.records import Campaign, Measure, Opinion, Origin, Progress
from model.store import Store
from model.words import Move

STARTED = {
    "round.leader": 1,
    "round.owner": 2,
    "round.due": date(2011, 4, 15),
    "measure.content": "更换座椅",
}


@pytest.fixture
def room(qtbot: QtBot, office: Office, store: Store, campaign: Campaign) -> RectificationRoom:
    store.apply(move(store, 1, Move.START, STARTED, date(2011, 4, 1)), "启动整改")
    made = RectificationRoom(office)
    qtbot.addWidget(made)
    office.bridge.changed.connect(made.follow)
    made.resize(1366, 600)
    made.show_campaign(campaign)
    made.show()
    return made


def shown(room: RectificationRoom) -> list[int]:
    return [row[0] for row in room.table.records.rows.all]


def test_the_model_is_sound(room: RectificationRoom) -> None:
    QAbstractItemModelTester(
        room.table.records, QAbstractItemModelTester.FailureReportingMode.Fatal
    )


def test_a_tile_opens_exactly_its_list(room: RectificationRoom) -> None:
    room.show_list("overdue")
    assert shown(room) == [1]
    room.show_list("closed")
    assert shown(room) == []
    room.clear_filters()
    assert shown(room) == [1]


def test_enter_records_todays_line(qtbot: QtBot, room: RectificationRoom, store: Store) -> None:
    field = room.detail.findChild(QLineEdit, "progress_edit")
    assert field is not None
    qtbot.keyClicks(field, "zuoyi")
    qtbot.keyClick(field, Qt.Key.Key_Return)
    (line,) = store.all(Progress)
    assert (line.content, line.on, line.by) == ("zuoyi", date(2011, 4, 20), 1)
    assert field.text() == ""


def test_a_click_on_the_box_ticks_a_measure_off_and_undo_takes_it_back(
    qtbot: QtBot, room: RectificationRoom, store: Store
) -> None:
    row = room.detail.measures.rows()[0]
    qtbot.mouseClick(row, Qt.MouseButton.LeftButton, pos=QPoint(8, 12))
    (measure,) = store.all(Measure)
    assert measure.done_on == date(2011, 4, 20)
    store.undo()
    assert store.all(Measure)[0].done_on is None


def test_the_big_button_asks_for_the_next_move(qtbot: QtBot, room: RectificationRoom) -> None:
    button = room.detail.findChild(QPushButton, "next_move")
    assert button is not None
    assert button.text() == "提交验收"
    with qtbot.waitSignal(room.move_wanted) as wanted:
        qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    assert wanted.args == [1, Move.SUBMIT]


def test_what_is_stored_elsewhere_is_shown(room: RectificationRoom, store: Store) -> None:
    measure = gather(store, 1).measures[0]
    store.apply([Change(measure, replace(measure, done_on=date(2011, 4, 10)))], "完成")
    assert room.table.records.rows.text(0, 6) == "1/1"


def test_a_part_is_revealed_through_its_issue(room: RectificationRoom) -> None:
    room.show_list("closed")
    room.reveal("measure", 1)
    assert room.detail.issue_id() == 1
    assert shown(room) == [1]


@pytest.mark.parametrize("part", ["measures", "evidence", "publicity"])
def test_a_part_that_is_missing_gets_the_cursor(
    qtbot: QtBot, room: RectificationRoom, part: str
) -> None:
    room.resize(1366, 300)
    room.reveal("issue", 1, part)
    button = room.detail.findChild(QPushButton, f"{part}_add")
    assert button is not None
    qtbot.waitUntil(lambda: not button.visibleRegion().isEmpty())
    assert room.focusWidget() is button


def test_the_detail_shows_the_opinions_behind_and_not_who_said_them(
    room: RectificationRoom, store: Store
) -> None:
    assert room.detail.origins.isHidden()
    told = Opinion(
        1, campaign=1, channel="意见箱", content="没有椅子。", proposer="某人",
        received_on=date(2011, 3, 14),
    )  # fmt: skip
    origin = Origin(1, opinion=1, issue=1)
    store.apply([Change(None, told), Change(None, origin)], "登记意见")
    room.detail.show_issue(1)
    assert not room.detail.origins.isHidden()
    labels = room.detail.origins.findChildren(QLabel)
    assert list(dict.fromkeys(label.text() for label in labels)) == [
        "意见箱",
        "3月14日 · 没有椅子。",
    ]
    store.undo()
    assert room.detail.origins.isHidden()


def test_a_heading_filters_by_light_and_all_is_shown_again(room: RectificationRoom) -> None:
    (light,) = (each.words for each in room.table.records.rows.options(0))
    assert light == "逾期"
    room.table.filtering.put("light", ColumnFilter(ticked=frozenset({"正常"})))
    shown_label = room.findChild(QLabel, "shown")
    assert isinstance(shown_label, QLabel)
    assert shown_label.text() == "显示 0 / 1 条"
    room.reveal("issue", 1)
    assert room.table.current_id() == 1
    assert shown_label.text() == "共 1 条"


def test_a_settled_issue_offers_nothing_to_add_and_says_why(
    room: RectificationRoom, store: Store
) -> None:
    entries = {"step.reason": "查无此事。", "step.approver": 1}
    store.apply(move(store, 1, Move.DECLINE, entries, date(2011, 4, 19)), "不予立项")
    for name in ("measures_add", "evidence_add"):
        button = room.detail.findChild(QPushButton, name)
        assert button is not None
        assert not button.isEnabled()
        assert button.toolTip() == "不予立项的问题只能改备注。"
    assert not room.detail.measures.rows()[0].isEnabled()
    room.detail._open_menu(QPoint(0, 0))
    menu = room.detail.findChild(QMenu, "rarer_moves")
    assert menu is not None
    menu.close()
    barred = [each.text() for each in menu.actions() if each.text() and not each.isEnabled()]
    assert barred == ["修改整改安排…"]


def test_a_letter_is_told_where_it_belongs_and_f2_goes_there(
    qtbot: QtBot, room: RectificationRoom, monkeypatch: pytest.MonkeyPatch
) -> None:
    model = room.table.records
    said = model.locked(0, model.column_of("owner"))
    assert said == "“责任人”不在这里填写。按 F2 打开表单来改。"
    assert "F2" not in model.locked(0, model.column_of("light"))
    shown: list[RecordDialog] = []

    def keep(dialog: RecordDialog) -> int:
        qtbot.addWidget(dialog)
        shown.append(dialog)
        return 0

    monkeypatch.setattr(RecordDialog, "exec", keep)
    monkeypatch.setattr(RecordDialog, "deleteLater", lambda dialog: None)
    room.table.select_id(1, "owner")
    qtbot.keyClick(room.table, Qt.Key.Key_F2)
    assert shown[0].form.focusWidget() is shown[0].form.editor("owner")
    room.table.select_id(1, "due")
    with qtbot.waitSignal(room.move_wanted) as wanted:
        qtbot.keyClick(room.table, Qt.Key.Key_F2)
    assert wanted.args == [1, Move.EXTEND]
