"""What hovers beside a bar."""

from __future__ import annotations

from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from gui.look import Look
from gui.timeline.tip import HINT, Tip, Told, hint_of, told_of
from model.judgements.timeline import Plan, Row
from tests.gui.timeline.conftest import DONE, LATE, SENDING, UNDATED


def task(plan: Plan, id: int) -> Row:
    return next(row for row in plan.rows if (row.table, row.id) == ("task", id))


def test_dates_person_state_and_hint_are_told(plan: Plan) -> None:
    row = task(plan, LATE)
    assert told_of(row, hint_of(row)) == Told(
        "走访座谈",
        "4月13日—4月18日 · 4个工作日 · 张明",
        "red",
        "逾期2天 · 已完成1 / 2次",
        HINT,
    )


def test_the_hint_says_what_the_mouse_can_do_here(plan: Plan) -> None:
    assert hint_of(task(plan, UNDATED)) == "在右边这一行里拖动，画出起止日期"
    assert hint_of(task(plan, DONE)) == "双击修改"
    assert hint_of(task(plan, SENDING)) == "拖动改日期"
    assert hint_of(plan.rows[0]) == ""


def test_it_stays_inside_of_the_room(look: Look, qtbot: QtBot) -> None:
    ground = QWidget()
    qtbot.addWidget(ground)
    ground.resize(600, 300)
    tip = Tip(look, ground)
    for place in (QPoint(0, 0), QPoint(599, 299), QPoint(599, 0), QPoint(0, 299)):
        tip.tell(Told("走访座谈", "4月13日—4月18日 · 4个工作日", "red", "逾期2天", HINT), place)
        assert ground.rect().contains(tip.geometry())


def test_the_words_are_read_out(look: Look, qtbot: QtBot) -> None:
    ground = QWidget()
    qtbot.addWidget(ground)
    tip = Tip(look, ground)
    tip.tell(Told("走访座谈", "4月13日", hint=HINT), QPoint(0, 0))
    assert tip.accessibleDescription() == f"走访座谈；4月13日；{HINT}"
