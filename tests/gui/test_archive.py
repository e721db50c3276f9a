"""An archived campaign can be looked at everywhere and altered nowhere, until it is taken out."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QComboBox,
    QLabel,
    QPlainTextEdit,
    QPushButton,
    QWidget,
)
from pytestqt.qtbot import QtBot

from gui.ledger.room import LedgerRoom
from gui.main_window import MainWindow
from gui.office import ARCHIVED, Office
from gui.record_form import RecordDialog, RecordForm
from gui.record_form.choice_editor import ChoiceEditor
from gui.record_form.line_editor import LineEditor
from gui.record_list import RecordList
from gui.rectification.room import RectificationRoom
from gui.roster.member_form import MemberForm
from gui.roster.room import RosterRoom
from gui.timeline.room import TimelineRoom
from model import sample
from model.records import Campaign, Category, Issue, Measure, Member, Person, Progress
from model.refused import Refused
from model.store import Store
from model.words import Move, State
from tests.gui.prepared import PreparedAsk


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    """The sample ledger: every room has something to show."""
    path = tmp_path / "台账.db"
    path.write_bytes(sample.FILE.read_bytes())
    opened = Store.open_or_create(path, user="张明")
    yield opened
    opened.close()


@pytest.fixture
def archived(window: MainWindow) -> MainWindow:
    """The window after 归档 in the menu 活动."""
    trigger(window, "archive_campaign")
    return window


def action(window: MainWindow, id: str) -> QAction:
    found = window.findChild(QAction, f"action_{id}")
    assert found is not None
    return found


def trigger(window: MainWindow, id: str) -> None:
    action(window, id).trigger()
    QApplication.processEvents()


def words(window: MainWindow, name: str) -> str:
    found = window.findChild(QLabel, name)
    assert found is not None
    return found.text() if found.isVisible() else ""


def button(parent: QWidget, name: str) -> QAbstractButton:
    found = parent.findChild(QAbstractButton, name)
    assert found is not None
    return found


def current(store: Store) -> Campaign:
    return store.all(Campaign)[0]


def issue_in(store: Store, state: State) -> Issue:
    return store.all(Issue, state=state)[0]


# -- the window --------------------------------------------------------------------------------


def test_the_menu_archives_and_takes_out_again(window: MainWindow, store: Store) -> None:
    assert action(window, "archive_campaign").text() == "归档"
    trigger(window, "archive_campaign")
    assert current(store).archived
    assert action(window, "archive_campaign").text() == "取消归档"
    trigger(window, "archive_campaign")
    assert not current(store).archived
    assert action(window, "archive_campaign").text() == "归档"


def test_it_says_so_in_title_drop_down_and_status_bar(window: MainWindow) -> None:
    box = window.findChild(QComboBox, "campaign_box")
    assert box is not None
    for marked in (False, True, False):
        assert window.windowTitle().endswith("（已归档）") is marked
        assert box.currentText().endswith("（已归档）") is marked
        assert box.toolTip().endswith("（已归档）") is marked
        assert (words(window, "archived_label") == "活动已归档，只能查看") is marked
        trigger(window, "archive_campaign")


@pytest.mark.parametrize("verb", ["add", "add_issue", "delete", "delete_campaign"])
def test_verbs_are_disabled_with_the_reason(archived: MainWindow, verb: str) -> None:
    assert not action(archived, verb).isEnabled()
    assert action(archived, verb).toolTip() == ARCHIVED


def test_looking_exporting_and_copying_stay_possible(archived: MainWindow) -> None:
    for id in ("archive_campaign", "copy_campaign", "export_issue-ledger", "undo", "edit_campaign"):
        assert action(archived, id).isEnabled(), id


def test_the_verb_of_the_tab_row_says_why(archived: MainWindow) -> None:
    verb = archived.findChild(QPushButton, "verb_add")
    assert verb is not None
    assert not verb.isEnabled()
    assert verb.toolTip().startswith(ARCHIVED)


def test_taken_out_everything_can_be_done_again(archived: MainWindow, store: Store) -> None:
    rooms = [archived.show_room(name) for name in ("ledger", "rectification", "roster")]
    trigger(archived, "archive_campaign")
    assert action(archived, "add").isEnabled()
    assert action(archived, "add").toolTip() != ARCHIVED
    ledger, rectification, roster = rooms
    assert isinstance(ledger, LedgerRoom)
    assert isinstance(rectification, RectificationRoom)
    assert isinstance(roster, RosterRoom)
    archived.show_room("ledger")
    table = ledger.table
    table.select_id(issue_in(store, State.REGISTERED).id)
    row = table.records.rows.row_of(issue_in(store, State.REGISTERED).id)
    assert row is not None
    assert table.records.locked(row, table.records.column_of("content")) == ""
    archived.show_room("rectification")
    rectification.reveal("issue", issue_in(store, State.RECTIFYING).id)
    assert button(rectification, "next_move").isEnabled()
    archived.show_room("roster")
    assert roster.table.records.locked(0, roster.table.records.column_of("duties")) == ""


def test_archiving_can_be_undone(archived: MainWindow, store: Store) -> None:
    trigger(archived, "undo")
    assert not current(store).archived
    assert action(archived, "add").isEnabled()


def test_another_campaign_is_not_barred(archived: MainWindow, store: Store) -> None:
    trigger(archived, "copy_campaign")
    button(archived, "create_campaign").click()
    QApplication.processEvents()
    assert [campaign.archived for campaign in store.all(Campaign)].count(False) == 1
    assert words(archived, "archived_label") == ""
    assert action(archived, "add_issue").isEnabled()


def test_the_first_start_does_not_say_it(archived: MainWindow) -> None:
    trigger(archived, "new_campaign")
    assert words(archived, "archived_label") == ""


# -- the rooms ---------------------------------------------------------------------------------


def test_no_cell_of_the_ledger_can_be_typed_into(archived: MainWindow) -> None:
    room = archived.show_room("ledger")
    assert isinstance(room, LedgerRoom)
    model = room.table.records
    for row in range(model.rowCount()):
        for column in range(model.columnCount()):
            assert not model.flags(model.index(row, column)) & Qt.ItemFlag.ItemIsEditable
    assert model.locked(0, model.column_of("content")) == ARCHIVED
    with pytest.raises(Refused, match="活动已归档"):
        model.commit(0, model.column_of("content"), "改")


def test_the_menu_of_an_issue_is_barred(archived: MainWindow, store: Store) -> None:
    room = archived.show_room("ledger")
    assert isinstance(room, LedgerRoom)
    menu = room.issues._menu(issue_in(store, State.RECTIFYING))
    barred = {each.text() for each in menu.actions() if each.text() and not each.isEnabled()}
    assert {"提交验收…", "延期…", "删除这个问题"} <= barred
    assert "打开…" not in barred
    assert {each.toolTip() for each in menu.actions() if each.text() in barred} == {ARCHIVED}


def test_the_detail_can_only_be_read(archived: MainWindow, store: Store) -> None:
    room = archived.show_room("rectification")
    assert isinstance(room, RectificationRoom)
    issue = next(
        each
        for each in store.all(Issue, state=State.RECTIFYING)
        if room.table.select_id(each.id) and room.detail.findChild(QWidget, "measures_add")
    )
    room.reveal("issue", issue.id)
    for name in ("next_move", "extend", "more_moves", "measures_add", "evidence_add"):
        assert not button(room.detail, name).isEnabled(), name
        assert button(room.detail, name).toolTip() == ARCHIVED
    assert not room.detail.progress.field.isVisible()
    rows = [*room.detail.measures.rows(), *room.detail.progress.rows()]
    assert rows
    assert not any(row.isEnabled() for row in rows)
    assert words(archived, "missing")[:5] == ARCHIVED[:5]


def test_a_tick_does_not_reach_the_store(
    qtbot: QtBot, archived: MainWindow, store: Store, ask: PreparedAsk
) -> None:
    room = archived.show_room("rectification")
    assert isinstance(room, RectificationRoom)
    before = list(store.all(Measure)), list(store.all(Progress)), store.history.last_id()
    room.reveal("issue", issue_in(store, State.RECTIFYING).id)
    for row in room.detail.measures.rows():
        qtbot.mouseClick(row, Qt.MouseButton.LeftButton, pos=row.rect().topLeft())
    assert (list(store.all(Measure)), list(store.all(Progress)), store.history.last_id()) == before


def test_a_move_is_refused_before_its_form_opens(
    archived: MainWindow, store: Store, ask: PreparedAsk
) -> None:
    room = archived.show_room("rectification")
    ask.expect("refuse")
    room.move_wanted.emit(issue_in(store, State.RECTIFYING).id, Move.EXTEND)
    assert ask.asked == [("refuse", ARCHIVED)]


def test_nothing_is_dragged_or_named_in_the_timeline(archived: MainWindow) -> None:
    room = archived.show_room("timeline")
    assert isinstance(room, TimelineRoom)
    assert not room.board.chart.editable
    plan = room.board.tree.plan
    index = plan.index(0, 0, plan.index(1, 0))
    assert index.isValid()
    assert not plan.flags(index) & Qt.ItemFlag.ItemIsEditable


def test_no_cell_of_the_roster_can_be_typed_into(archived: MainWindow) -> None:
    room = archived.show_room("roster")
    assert isinstance(room, RosterRoom)
    model = room.table.records
    for path in ("role", "person", "person.post", "duties"):
        assert model.locked(0, model.column_of(path)) == ARCHIVED


# -- dialogs -----------------------------------------------------------------------------------


@pytest.fixture
def barred_office(archived: MainWindow, office: Office) -> Office:
    """The office of the window whose campaign is archived."""
    return office


def test_a_form_can_be_read_and_not_typed_into(
    qtbot: QtBot, barred_office: Office, store: Store
) -> None:
    campaign = current(store)
    dialog = RecordDialog(None, barred_office, campaign, "活动信息", None, None)
    qtbot.addWidget(dialog)
    dialog.show()
    assert not button(dialog, "dialog_agree").isEnabled()
    assert button(dialog, "dialog_agree").toolTip() == ARCHIVED
    told = dialog.findChild(QLabel, "dialog_barred")
    assert told is not None
    assert told.text() == ARCHIVED
    goals = dialog.form.editor("goals")
    assert isinstance(goals, QPlainTextEdit)
    assert goals.isReadOnly()
    assert goals.isEnabled()  # it can still be scrolled and copied
    for name in ("title", "start", "institution"):
        editor = dialog.form.editor(name)
        assert isinstance(editor, LineEditor)
        assert editor.isReadOnly()
    assert not dialog.form.editor("requires_publicity").isEnabled()
    dialog.reject()


def test_the_form_of_a_member_is_barred(qtbot: QtBot, barred_office: Office, store: Store) -> None:
    form = MemberForm(barred_office, store.all(Member)[0], "修改成员", None)
    qtbot.addWidget(form)
    assert not button(form, "dialog_agree").isEnabled()
    inside = form.findChild(RecordForm)
    assert inside is not None
    editor = inside.editor("role")
    assert isinstance(editor, ChoiceEditor)
    editor.open_list()
    assert not editor.is_open


def test_a_list_of_the_campaign_is_barred_but_not_that_of_the_persons(
    qtbot: QtBot, barred_office: Office, store: Store
) -> None:
    for kind, can in ((Category, False), (Person, True)):
        dialog = RecordList(None, barred_office, current(store), kind)
        qtbot.addWidget(dialog)
        assert button(dialog, "list_add").isEnabled() is can
        model = dialog.table.records
        assert (model.locked(0, model.column_of("name")) == "") is can


def test_the_form_does_not_offer_to_tick_archived(
    qtbot: QtBot, office: Office, store: Store
) -> None:
    """It is done by 归档 alone, which also says what it means."""
    dialog = RecordDialog(None, office, replace(current(store)), "活动信息", None, None)
    qtbot.addWidget(dialog)
    with pytest.raises(KeyError):
        dialog.form.editor("archived")
