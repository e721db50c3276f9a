"""The room 领导小组 as the office uses it."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from gui.main_window import MainWindow
from gui.office import Office
from gui.record_table import RecordTable
from gui.roster.room import RosterRoom
from model.changes import Change
from model.records import Campaign, Member, Person
from model.store import Store
from tests.gui.roster.conftest import VACANT, start_issue

OFFICE_HEAD = 7


@pytest.fixture
def room(qtbot: QtBot, office: Office, roster: Store, noted: Campaign) -> RosterRoom:
    made = RosterRoom(office)
    qtbot.addWidget(made)
    office.bridge.changed.connect(made.follow)
    made.show_campaign(noted)
    made.resize(1366, 560)
    made.show()
    return made


def words(room: RosterRoom, member: int) -> list[str]:
    """What the row of a member says."""
    rows = room.table.records.rows
    row = rows.row_of(member)
    assert row is not None
    return [rows.text(row, column) for column in range(len(rows.columns))]


def card(room: RosterRoom, member: int) -> str:
    """What the card of a member says."""
    panel = room.group_panel
    cards = [*panel.group_chart.cards, *panel.office_chart.cards]
    return next(each.accessibleName() for each in cards if each.seat.member == member)


def chosen(room: RosterRoom) -> list[int]:
    panel = room.group_panel
    cards = [*panel.group_chart.cards, *panel.office_chart.cards]
    return [each.seat.member for each in cards if each.chosen]


def type_in(room: RosterRoom, member: int, path: str, text: str) -> None:
    """Type into a cell, as the editor does on Enter."""
    model = room.table.records
    row = model.rows.row_of(member)
    assert row is not None
    model.commit(row, model.column_of(path), text)


def test_rows_say_what_weighs_on_each(room: RosterRoom) -> None:
    assert words(room, 1)[4:] == ["3", "1项"]
    assert words(room, 3) == [
        "成员", "王强", "医务科主任", "医疗质量、处方点评、病历书写类问题整改。", "2", "1项",
    ]  # fmt: skip
    assert words(room, 8)[4:] == ["1", "无"]


def test_a_place_to_fill_is_shown_as_such(room: RosterRoom) -> None:
    assert words(room, VACANT) == ["成员", "", "", "", "", ""]
    assert card(room, VACANT) == "成员 待定"
    assert "孙丽、（待定）。" in room.group_panel.notice.words


def test_card_and_row_are_chosen_together(room: RosterRoom, qtbot: QtBot) -> None:
    room.reveal("member", OFFICE_HEAD)
    assert chosen(room) == [OFFICE_HEAD]
    room.group_panel.group_chart.cards[0].click()
    assert room.table.selected_ids() == [1]
    assert chosen(room) == [1]


def test_what_is_typed_shows_in_row_card_and_notice(room: RosterRoom) -> None:
    type_in(room, VACANT, "person", "何平")
    type_in(room, VACANT, "person.post", "检验科主任")
    assert words(room, VACANT)[1:3] == ["何平", "检验科主任"]
    assert card(room, VACANT) == "成员 何平 检验科主任"
    assert "孙丽、何平。" in room.group_panel.notice.words


def test_a_new_name_typed_into_a_cell_adds_the_person(
    room: RosterRoom, roster: Store, qtbot: QtBot
) -> None:
    room.table.select_id(VACANT, "person")
    room.table.edit(room.table.currentIndex())
    editor = room.table.editing.editor
    assert editor is not None
    qtbot.keyClicks(editor, "He Ping")
    qtbot.keyClick(editor, Qt.Key.Key_Return)
    assert words(room, VACANT)[1] == "He Ping"
    assert roster.get(Person, roster.get(Member, VACANT).person).name == "He Ping"


def test_after_a_new_name_the_keyboard_stays_in_the_table(
    window: MainWindow, roster: Store, qtbot: QtBot
) -> None:
    table = window.show_room("roster").findChild(RecordTable, "roster_table")
    assert table is not None
    table.setFocus()
    table.select_id(OFFICE_HEAD, "person")
    qtbot.keyClick(table, Qt.Key.Key_F2)
    editor = table.editing.editor
    assert editor is not None
    qtbot.keyClicks(editor, "Zhao Ding")
    qtbot.keyClick(editor, Qt.Key.Key_Return)
    assert roster.get(Person, roster.get(Member, OFFICE_HEAD).person).name == "Zhao Ding"
    assert table.hasFocus()
    assert table.current_id() == OFFICE_HEAD + 1


def test_a_name_is_found_by_initials_in_a_cell(room: RosterRoom, qtbot: QtBot) -> None:
    room.table.select_id(VACANT, "person")
    room.table.edit(room.table.currentIndex())
    editor = room.table.editing.editor
    assert editor is not None
    qtbot.keyClicks(editor, "wx")
    qtbot.keyClick(editor, Qt.Key.Key_Return)
    assert words(room, VACANT)[1] == "吴霞"


def test_another_role_moves_the_card_at_once(room: RosterRoom) -> None:
    type_in(room, 3, "role", "副组长")
    roles = [each.seat.role for each in room.group_panel.group_chart.cards]
    assert roles.count("副组长") == 2


def test_the_post_of_nobody_is_locked(room: RosterRoom) -> None:
    model = room.table.records
    row = model.rows.row_of(VACANT)
    assert row is not None
    assert "先填姓名" in model.locked(row, model.column_of("person.post"))


def test_whose_term_is_over_stays_on_the_list_only(room: RosterRoom, roster: Store) -> None:
    before = roster.get(Member, 9)
    roster.apply([Change(before, replace(before, valid_to=date(2011, 4, 19)))], "离任")
    assert words(room, 9)[5] == "已离任"
    assert "郑伟" not in room.group_panel.notice.words
    assert room.status_text() == "共8人 · 1个席位待定"


def test_deleting_and_taking_back(room: RosterRoom, roster: Store) -> None:
    room.reveal("member", OFFICE_HEAD)
    room.delete()
    assert roster.find(Member, OFFICE_HEAD) is None
    entry = roster.undoable()
    assert entry is not None
    assert entry.label == "删除办公室主任周涛"
    roster.undo()
    assert card(room, OFFICE_HEAD) == "办公室主任 周涛 院办公室主任"


def test_nothing_selected_deletes_nothing(room: RosterRoom, roster: Store) -> None:
    before = roster.undoable()
    room.table.clearSelection()
    room.delete()
    assert roster.undoable() == before


def test_a_new_issue_weighs_at_once(room: RosterRoom, roster: Store, campaign: Campaign) -> None:
    start_issue(roster, campaign, 9, date(2011, 4, 18))
    assert words(room, 9)[4:] == ["1", "1项"]


def test_a_renamed_person_shows_everywhere(room: RosterRoom, roster: Store) -> None:
    before = roster.get(Person, 2)
    roster.apply([Change(before, replace(before, name="李芳芳"))], "改名")
    assert words(room, 2)[1] == "李芳芳"
    assert card(room, 2) == "副组长 李芳芳 副院长"


def test_search_finds_names_by_initials(room: RosterRoom, qtbot: QtBot) -> None:
    with qtbot.waitSignal(room.found) as told:
        room.search("lf")
    assert told.args == [1, 1]
    with qtbot.waitSignal(room.found) as told:
        room.search("")
    assert told.args == [0, 0]


def test_counts_for_the_status_bar(room: RosterRoom) -> None:
    room.table.clearSelection()
    assert room.status_text() == "共9人 · 1个席位待定"
    room.reveal("member", 1)
    assert room.status_text() == "共9人 · 1个席位待定 · 选中1人"


def test_a_campaign_without_members(qtbot: QtBot, office: Office, campaign: Campaign) -> None:
    room = RosterRoom(office)
    qtbot.addWidget(room)
    room.show_campaign(campaign)
    assert room.group_panel.currentIndex() == 1
    assert room.status_text() == "共0人"
