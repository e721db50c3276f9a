"""The foot says in a few words what is missing, urges what is next and offers the way back."""

import pytest
from PySide6.QtWidgets import QLabel, QPushButton
from pytestqt.qtbot import QtBot

from gui.look import Look
from gui.look.texts import ELLIPSIS
from gui.rectification.detail.foot import Foot
from model.lifecycle import Missing, Readiness, transitions
from model.refused import Place
from model.words import Move, State

HERE = Place("issue", 1, "content")
LACKING = Readiness(
    (
        Missing("整改情况未填写", "写明结果", HERE, "round.result"),
        Missing("三看：措施有力还没有确认", "勾选", HERE, "round.measures_strong"),
        Missing("整改措施2未完成", "标为完成", HERE, "measure.done_on"),
    ),
    (),
)


@pytest.fixture
def foot(qtbot: QtBot, look: Look) -> Foot:
    made = Foot(look)
    qtbot.addWidget(made)
    made.resize(440, 72)
    made.show()
    return made


def words(foot: Foot) -> QLabel:
    found = foot.findChild(QLabel, "missing")
    assert found is not None
    return found


def role(foot: Foot) -> str:
    button = foot.findChild(QPushButton, "next_move")
    assert button is not None
    return str(button.property("role"))


def test_it_names_what_is_missing_and_no_more(foot: Foot) -> None:
    foot.show_moves(transitions(State.RECTIFYING), LACKING)
    assert words(foot).text() == "还差3项：整改情况、措施有力、整改措施2"
    assert role(foot) == "primary"


def test_words_that_are_too_long_are_cut_and_whole_in_the_tooltip(foot: Foot) -> None:
    foot.show_moves(transitions(State.RECTIFYING), Readiness(LACKING.missing * 5, ()))
    assert words(foot).text().endswith(ELLIPSIS)
    assert words(foot).toolTip().endswith("整改措施2")


def test_a_closed_issue_is_not_urged_to_go_back(foot: Foot) -> None:
    foot.show_moves(transitions(State.CLOSED), LACKING, settled=True)
    assert role(foot) == "plain"
    assert "已经办结" in words(foot).text()


@pytest.mark.parametrize(
    ("state", "beside", "rarer"),
    [
        (State.RECTIFYING, Move.EXTEND, [Move.PROLONG, Move.DECLINE, Move.MERGE]),
        (State.AWAITING_ACCEPTANCE, Move.SEND_BACK, []),
        (State.AWAITING_CLOSING, Move.RETURN, []),
    ],
)
def test_the_other_usual_way_on_has_its_button(
    qtbot: QtBot, foot: Foot, state: State, beside: Move, rarer: list[Move]
) -> None:
    foot.show_moves(transitions(state), None)
    shown = [
        each
        for each in foot.findChildren(QPushButton)
        if each.isVisible() and each.text() in list(Move)
    ]
    assert [each.text() for each in shown[1:]] == [beside]
    assert [action.text() for action in foot.rarer_menu(foot).actions()] == [
        f"{move}…" for move in rarer
    ]
    with qtbot.waitSignal(foot.move_wanted) as wanted:
        shown[1].click()
    assert wanted.args == [beside]
