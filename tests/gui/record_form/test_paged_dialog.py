"""From the form of a record to the one above and below; what was typed is stored on the way."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QPushButton
from pytestqt.qtbot import QtBot

from gui.ledger.issue_pages import IssuePages
from gui.ledger.room import LedgerRoom
from gui.main_window import MainWindow
from gui.office import Office
from gui.record_form.dialog import typed_fields
from gui.record_form.paged_dialog import DOWN, UP, PagedDialog
from model.changes import Change
from model.lifecycle import move, register
from model.records import Campaign, Issue, Opinion, Origin
from model.store import Store
from model.words import Move
from tests.gui.conftest import TODAY, show_active
from tests.gui.prepared import PreparedAsk
from tests.gui.record_form.test_form import put, refusal

ALT = Qt.KeyboardModifier.AltModifier


@pytest.fixture
def room(window: MainWindow, store: Store, campaign: Campaign) -> LedgerRoom:
    """Three issues, 1 to 3."""
    for content in ("走廊灯不亮。", "病历不规范。"):
        store.apply(register(store, campaign, content=content), "新增问题")
    shown = window.show_room("ledger")
    assert isinstance(shown, LedgerRoom)
    return shown


@pytest.fixture
def dialog(qtbot: QtBot, office: Office, room: LedgerRoom) -> Iterator[PagedDialog]:
    """The form of the second issue."""
    pages = IssuePages(office, room.table)
    page = pages.page(office.store.get(Issue, 2))
    made = PagedDialog(room, office, page, typed_fields(Issue), pages)
    show_active(qtbot, made)
    yield made
    made.hide()
    made.deleteLater()


def title(dialog: PagedDialog) -> str:
    found = dialog.findChild(QLabel, "dialog_title")
    assert found is not None
    assert found.text() == dialog.windowTitle()
    return found.text()


def button(dialog: PagedDialog, name: str) -> QPushButton:
    found = dialog.findChild(QPushButton, name)
    assert found is not None
    return found


@pytest.mark.parametrize("field", ["content", "category", "found_on", "department"])
def test_the_keys_lead_up_and_down_from_any_field(
    dialog: PagedDialog, room: LedgerRoom, field: str
) -> None:
    dialog.form.focus_field(field)
    QTest.keyClick(dialog.form.editor(field), Qt.Key.Key_Down, ALT)
    assert title(dialog) == "问题2011-003"
    assert dialog.form.editor("content").property("plainText") == "病历不规范。"
    assert dialog.form.editor(field).hasFocus()
    assert room.table.current_id() == 3
    for _twice in range(2):
        QTest.keyClick(dialog.form.editor(field), Qt.Key.Key_Up, ALT)
    assert title(dialog) == "问题2011-001"


def test_the_ends_are_said(dialog: PagedDialog) -> None:
    assert button(dialog, "dialog_key_down").isEnabled()
    QTest.mouseClick(button(dialog, "dialog_key_down"), Qt.MouseButton.LeftButton)
    assert not button(dialog, "dialog_key_down").isEnabled()
    assert "最后一条" in button(dialog, "dialog_key_down").toolTip()
    dialog.go(DOWN)
    assert title(dialog) == "问题2011-003"


def test_what_was_typed_is_stored_on_the_way(dialog: PagedDialog, store: Store) -> None:
    put(dialog.form, "department", "总务科")
    dialog.go(UP)
    assert store.get(Issue, 2).department == "总务科"
    entry = store.undoable()
    assert entry is not None
    assert entry.label == "修改问题"
    put(dialog.form, "department", "门诊部")
    dialog.send()
    assert (store.get(Issue, 1).department, store.get(Issue, 2).department) == ("门诊部", "总务科")
    assert not dialog.isVisible()


def test_nothing_typed_is_nothing_stored(dialog: PagedDialog, store: Store) -> None:
    before = store.undoable()
    dialog.go(UP)
    dialog.go(DOWN)
    dialog.send()
    assert store.undoable() == before
    assert not dialog.isVisible()


def test_what_is_refused_keeps_the_form(dialog: PagedDialog, store: Store) -> None:
    put(dialog.form, "found_on", "昨天")
    dialog.go(DOWN)
    assert title(dialog) == "问题2011-002"
    assert refusal(dialog.form, "found_on")
    assert store.get(Issue, 2).found_on is None


def test_leaving_still_asks(dialog: PagedDialog, ask: PreparedAsk) -> None:
    dialog.go(DOWN)
    put(dialog.form, "department", "门诊部")
    ask.expect("confirm", False)
    QTest.keyClick(dialog, Qt.Key.Key_Escape)
    assert dialog.isVisible()


def test_a_settled_issue_is_passed_over(dialog: PagedDialog, store: Store) -> None:
    store.apply(move(store, 1, Move.DECLINE, {"step.reason": "不受理"}, TODAY), "不予立项")
    dialog.go(UP)
    assert title(dialog) == "问题2011-002"


def test_the_way_is_as_the_sheet_is_sorted(dialog: PagedDialog, room: LedgerRoom) -> None:
    room.table.sort_by("number", reverse=True)
    dialog.go(DOWN)
    assert title(dialog) == "问题2011-001"


def test_each_says_which_opinions_it_came_from(dialog: PagedDialog, store: Store) -> None:
    told = Opinion(1, campaign=1, channel="意见箱", content="太暗。", proposer="某人")
    store.apply([Change(None, told), Change(None, Origin(1, opinion=1, issue=3))], "登记意见")
    dialog.go(DOWN)
    note = dialog.findChild(QLabel, "content_note")
    assert note is not None
    assert note.text() == "来自意见：意见箱“太暗。”"


def test_an_archived_campaign_is_looked_through(
    office: Office, room: LedgerRoom, store: Store, campaign: Campaign
) -> None:
    store.apply([Change(campaign, replace(campaign, archived=True))], "归档")
    pages = IssuePages(office, room.table)
    dialog = PagedDialog(room, office, pages.page(store.get(Issue, 1)), typed_fields(Issue), pages)
    dialog.go(DOWN)
    assert title(dialog) == "问题2011-002"
    assert not button(dialog, "dialog_agree").isEnabled()
    assert dialog.form.editor("content").property("readOnly")
    dialog.deleteLater()
