"""What is done with the issues of the campaign that is shown, wherever it is asked for."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QWidget

from gui.campaign_work import add_issue
from gui.office import Office
from gui.showing import Showing
from model.records import Issue
from model.refused import Place
from model.words import Move

if TYPE_CHECKING:
    from gui.together.desk import Together


class IssueWork:
    """Each deed has its form; where nothing can be altered, that is said instead.

    ``tell`` says in the foot what was done to several issues, where it can be taken back.
    """

    def __init__(
        self, parent: QWidget, office: Office, showing: Showing, tell: Callable[[str], None]
    ) -> None:
        self._parent, self._office, self._showing, self._tell = parent, office, showing, tell

    def add(self) -> None:
        """新增问题; it is shown then."""
        assert self._showing.campaign is not None
        added = add_issue(self._parent, self._office, self._showing.campaign)
        if added is not None:
            self._showing.reveal(Place(Issue.table, added))

    def move(self, issue: int, move: Move) -> None:
        """The form of a move, or what is missing."""
        if self._may():
            # The forms of moves are loaded with the first move, not at the start.
            from gui.moves import Mover

            Mover(self._office, self._showing.reveal, self._parent).carry_out(issue, move)

    def work_together(self, action: str) -> None:
        """One deed with all issues that are selected in the room."""
        if self._may():
            self._together.carry_out(action, self._showing.room.chosen_issues())

    def name_together(self, actions: Mapping[str, QAction]) -> None:
        """Say in the menu for how many of the selected issues each deed is."""
        barred = self._office.barred(self._showing.campaign)
        self._together.name_actions(actions, self._showing.room.chosen_issues(), barred)

    def _may(self) -> bool:
        barred = self._office.barred(self._showing.campaign)
        if barred:
            self._office.ask.refuse(barred)
        return not barred

    @cached_property
    def _together(self) -> Together:
        from gui.together.desk import Together  # with the first selection that is worked on

        return Together(self._office, self._parent, self.move, self._tell)
