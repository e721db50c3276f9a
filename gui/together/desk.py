"""What is done with the chosen issues together; each deed is one form and one operation."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QWidget

from gui.actions import ACTIONS, FILL, MERGE, TOGETHER
from gui.office import Office
from gui.together.filling import FillForm
from gui.together.group_form import GroupForm, Tell
from gui.together.merging import merge_form
from gui.together.moving import move_form
from gui.together.offers import chosen, offers
from model.lifecycle import gather, transition, transitions
from model.records import Issue
from model.words import Move

MoveOne = Callable[[int, Move], object]
NOTHING_CHOSEN = (
    "请先在“问题台账”或“整改跟踪”里选中几个问题：按住Ctrl逐个点，或按住Shift选一段，再办这一项。"
)


class Together:
    """``move_one`` makes a move that only one of them can make, with its own, fuller form.

    ``tell`` says what was done, where it can be taken back.
    """

    def __init__(self, office: Office, parent: QWidget, move_one: MoveOne, tell: Tell) -> None:
        self._office, self._parent = office, parent
        self._move_one, self._tell = move_one, tell

    def carry_out(self, action: str, ids: Sequence[int]) -> None:
        """Do one of the offered actions with these issues."""
        issues = chosen(self._office, ids)
        if action not in offers(issues):
            self._office.ask.refuse(self._why_not(action, issues))
        elif action == FILL:
            self._show(FillForm(self._parent, self._office, issues, self._tell))
        elif action == MERGE:
            self._show(merge_form(self._parent, self._office, issues, self._tell))
        else:
            self._move(TOGETHER[action], issues)

    def name_actions(self, actions: Mapping[str, QAction], ids: Sequence[int], barred: str) -> None:
        """Say in the main menu how many of these issues each is for; the rest cannot be chosen."""
        offered = offers(chosen(self._office, ids))
        for id in (*TOGETHER, FILL, MERGE):
            actions[id].setText(offered.get(id, ACTIONS[id].text))
            actions[id].setEnabled(id in offered and not barred)
            actions[id].setToolTip(barred or ("" if id in offered else NOTHING_CHOSEN))

    def _move(self, move: Move, issues: Sequence[Issue]) -> None:
        able = [each for each in issues if _can(each, move)]
        if len(able) == 1:
            self._move_one(able[0].id, move)
            return
        dossiers = [gather(self._office.store, each.id) for each in able]
        wanted, others = transition(able[0].state, move), len(issues) - len(able)
        form = move_form(self._parent, self._office, wanted, dossiers, others, self._tell)
        self._show(form)

    def _show(self, form: GroupForm) -> None:
        form.finished.connect(form.deleteLater)
        form.open()

    def _why_not(self, action: str, issues: Sequence[Issue]) -> str:
        if len(issues) < 2:
            return NOTHING_CHOSEN
        verb = TOGETHER.get(action, Move.MERGE)
        return f"选中的{len(issues)}个问题现在都不能“{verb}”。请换选别的问题。"


def _can(issue: Issue, move: Move) -> bool:
    return any(each.move is move for each in transitions(issue.state))
