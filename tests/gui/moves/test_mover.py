"""A move through the window: what is missing is listed and mended, then the form stores it."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import TypeVar

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from gui.moves.form import MoveForm
from gui.moves.mover import Mover
from gui.moves.refused import RefusedMove
from gui.office import Office
from gui.record_form.day_editor import Calendar
from model.changes import Change
from model.lifecycle import gather, move, register
from model.records import Campaign, Issue
from model.refused import Place
from model.store import Store
from model.words import Move, State
from tests.gui.prepared import PreparedAsk
from tests.gui.rectification.test_room import STARTED

D = TypeVar("D", bound=QWidget)


@pytest.fixture
def window(qtbot: QtBot) -> QWidget:
    made = QWidget()
    qtbot.addWidget(made)
    made.show()
    return made


def opened(window: QWidget, kind: type[D]) -> D:
    found = window.findChild(kind)
    assert found is not None
    return found


def press(qtbot: QtBot, dialog: QWidget, name: str) -> None:
    qtbot.mouseClick(dialog.findChild(QPushButton, name), Qt.MouseButton.LeftButton)


def test_the_form_of_a_start_stores_the_move(
    qtbot: QtBot, office: Office, store: Store, window: QWidget
) -> None:
    Mover(office, lambda place: None, window).carry_out(1, Move.START)
    form = opened(window, MoveForm)
    form.form.show_values({**STARTED, "issue.category": 1, "issue.source": "自查", "round.goal": "",
                           "round.department": "", "step.on": date(2011, 4, 1)})  # fmt: skip
    press(qtbot, form, "dialog_agree")
    dossier = gather(store, 1)
    assert dossier.issue.state is State.RECTIFYING
    assert dossier.measures[0].content == "更换座椅"


def test_the_calendar_of_a_new_due_date_opens_at_the_programs_today(
    qtbot: QtBot, office: Office, window: QWidget
) -> None:
    Mover(office, lambda place: None, window).carry_out(1, Move.START)
    editor = opened(window, MoveForm).form.editor("round.due")
    qtbot.keyClick(editor, Qt.Key.Key_F4)
    calendar = opened(editor, Calendar)
    assert calendar.month.selectedDate().toPython() == office.today()
    calendar.close()


def test_a_form_sent_too_early_stays_open_and_says_all(
    qtbot: QtBot, office: Office, store: Store, window: QWidget
) -> None:
    Mover(office, lambda place: None, window).carry_out(1, Move.START)
    form = opened(window, MoveForm)
    press(qtbot, form, "dialog_agree")
    assert form.isVisible()
    words = form.findChild(QLabel, "dialog_refusal")
    assert words is not None
    assert "还差4项" in words.text()
    assert store.get(Issue, 1).state is State.REGISTERED


def test_a_form_is_as_high_again_as_it_was_when_nothing_is_refused_any_more(
    qtbot: QtBot, office: Office, window: QWidget
) -> None:
    Mover(office, lambda place: None, window).carry_out(1, Move.DECLINE)
    form = opened(window, MoveForm)
    before = form.height()
    press(qtbot, form, "dialog_agree")
    qtbot.waitUntil(lambda: form.height() > before)
    form.form.clear_refusals()
    form.say("")
    qtbot.waitUntil(lambda: form.height() == before)


def test_what_must_be_filled_in_is_starred(office: Office, window: QWidget) -> None:
    Mover(office, lambda place: None, window).carry_out(1, Move.DECLINE)
    form = opened(window, MoveForm)
    stars = [each.objectName() for each in form.findChildren(QLabel) if each.text() == "＊"]
    assert stars == ["step.reason_required", "step.on_required"]


def test_what_was_typed_is_not_thrown_away_without_a_question(
    qtbot: QtBot, office: Office, ask: PreparedAsk, window: QWidget
) -> None:
    Mover(office, lambda place: None, window).carry_out(1, Move.START)
    form = opened(window, MoveForm)
    qtbot.keyClicks(form.form.editor("round.goal"), "ok")
    ask.expect("confirm", False)
    press(qtbot, form, "dialog_cancel")
    assert form.isVisible()
    ask.expect("confirm", True)
    press(qtbot, form, "dialog_cancel")
    assert not form.isVisible()


def test_what_no_form_supplies_is_listed_and_mended_on_the_spot(
    qtbot: QtBot, office: Office, store: Store, window: QWidget
) -> None:
    store.apply(move(store, 1, Move.START, STARTED, date(2011, 4, 1)), "启动整改")
    Mover(office, lambda place: None, window).carry_out(1, Move.SUBMIT)
    dialog = opened(window, RefusedMove)
    note = dialog.findChild(QLabel, "refused_note")
    assert note is not None
    assert note.text() == "没有改动任何内容"
    press(qtbot, dialog, "mend_1")
    assert note.text() == "刚才补的已经保存"
    assert gather(store, 1).measures[0].done_on == date(2011, 4, 20)
    press(qtbot, dialog, "mend_2")
    assert gather(store, 1).round.completed_on == date(2011, 4, 20)
    excuse = dialog.findChild(QPushButton, "refused_excuse")
    assert excuse is not None
    assert not excuse.isVisible()


@pytest.fixture
def awaiting(store: Store) -> None:
    """The issue waits for its acceptance, without any evidence."""
    day = date(2011, 4, 1)
    store.apply(move(store, 1, Move.START, STARTED, day), "启动整改")
    (measure,) = gather(store, 1).measures
    store.apply([Change(measure, replace(measure, done_on=day))], "完成")
    entries = {"round.result": "已更换。", "round.completed_on": day}
    store.apply(move(store, 1, Move.SUBMIT, entries, day), "提交验收")


def test_what_only_a_reason_excuses_is_listed_before_the_form(
    qtbot: QtBot, office: Office, window: QWidget, awaiting: None
) -> None:
    gone_to: list[Place] = []
    Mover(office, gone_to.append, window).carry_out(1, Move.ACCEPT)
    dialog = opened(window, RefusedMove)
    press(qtbot, dialog, "mend_1")
    assert gone_to == [Place("issue", 1, "evidence")]
    assert not dialog.isVisible()


def test_who_judges_reads_what_was_done(
    office: Office, store: Store, window: QWidget, awaiting: None
) -> None:
    Mover(office, lambda place: None, window).carry_out(1, Move.SEND_BACK)
    words = opened(window, MoveForm).findChild(QLabel, "move_result")
    assert words is not None
    assert words.text() == "4月1日完成：已更换。"


def test_the_offices_day_is_told_apart_from_other_days(office: Office, window: QWidget) -> None:
    Mover(office, lambda place: None, window).carry_out(1, Move.START)
    assert opened(window, MoveForm).form.editor("step.on").accessibleName() == "办理日期"


def test_a_reason_will_do_instead(
    qtbot: QtBot, office: Office, window: QWidget, awaiting: None
) -> None:
    Mover(office, lambda place: None, window).carry_out(1, Move.ACCEPT)
    press(qtbot, opened(window, RefusedMove), "refused_excuse")
    assert opened(window, MoveForm).isVisible()


def test_a_move_the_state_does_not_know_is_refused_in_words(
    office: Office, ask: PreparedAsk, window: QWidget
) -> None:
    ask.expect("refuse")
    Mover(office, lambda place: None, window).carry_out(1, Move.CLOSE)
    assert "现在可以" in ask.asked[0][1]


def test_an_issue_is_merged_into_one_chosen_by_its_number(
    qtbot: QtBot, office: Office, store: Store, window: QWidget
) -> None:
    campaign = store.get(Campaign, 1)
    store.apply(register(store, campaign, content="椅子不够。"), "新增问题")
    Mover(office, lambda place: None, window).carry_out(2, Move.MERGE)
    form = opened(window, MoveForm)
    editor = form.form.editor("issue.merged_into")
    editor.setFocus()
    qtbot.keyClicks(editor, "2011-00")
    qtbot.keyClick(editor, Qt.Key.Key_Return)
    assert editor.property("text") == "2011-001 候诊区座椅破损。"
    form.form.type_text("step.reason", "说的是同一件事。")
    press(qtbot, form, "dialog_agree")
    assert store.get(Issue, 2).merged_into == 1
