"""The sheet of opinions offers the names used before, and shows every number whole."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from gui.ledger.opinion_page import OpinionPage
from gui.record_form import RecordDialog
from gui.record_form.choice_editor import ChoiceEditor
from model.changes import Change
from model.records import Campaign, Issue, Opinion, Origin, Rectification
from model.store import Store
from tests.gui.ledger.opinion_acts import fate, in_dialog


@pytest.fixture
def elsewhere(store: Store, campaign: Campaign) -> None:
    """Another campaign, in which somebody else said something."""
    other = replace(campaign, id=2, title="另一活动")
    said = Opinion(9, campaign=2, channel="电话", content="听不清。", proposer="别处某人")
    store.apply([Change(None, other), Change(None, said)], "另一活动")


def test_names_are_offered_where_they_stand_already_and_nowhere_else(
    qtbot: QtBot, page: OpinionPage, store: Store, elsewhere: None
) -> None:
    seen: list[list[str]] = []

    def look(dialog: RecordDialog) -> None:
        editor = dialog.form.editor("proposer")
        assert isinstance(editor, ChoiceEditor)
        seen.append(list(editor._choices()))
        dialog.reject()

    said = Opinion(4, campaign=1, channel="电话", content="听不清。", proposer="匿名")
    store.apply([Change(None, replace(said, id=id)) for id in (4, 5)], "登记意见")
    page.table.select_id(2, "proposer")
    page.table.setFocus()
    qtbot.keyClicks(page.table, "n")
    editor = QApplication.focusWidget()
    assert isinstance(editor, ChoiceEditor)
    qtbot.keyClicks(editor, "m")
    assert list(editor._choices()) == ["匿名", "病人家属"]
    qtbot.keyClick(editor, Qt.Key.Key_Return)
    assert store.get(Opinion, 2).proposer == "匿名"
    in_dialog("opinion_dialog", look)
    page.table.opened.emit(1)
    assert seen == [["匿名", "病人家属"]]


def test_several_numbers_stand_below_each_other(page: OpinionPage, store: Store) -> None:
    row = page.table.records.rows.row_of(2)
    assert row is not None
    before = page.table.rowHeight(row)
    issues = [Issue(id, campaign=1, content=str(id)) for id in (2, 3)]
    rounds = [Rectification(each.id, issue=each.id) for each in issues]
    links = [Origin(each.id, opinion=2, issue=each.id) for each in issues]
    store.apply([Change(None, each) for each in (*issues, *rounds, *links)], "立项")
    assert fate(store, page, 2) == "已立项 2011-002、2011-003"
    column = page.table.records.column_of("fate")
    assert page.table.rowHeight(row) > before
    assert page.table.pointing.whole_words(row, column) == ""  # nothing is cut
