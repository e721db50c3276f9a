"""What a tab must be able to do; the main window knows its rooms only through this."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, ClassVar

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from gui.office import Office
from model.changes import Operation
from model.records import Campaign

# The lists that the tiles of the overview strip open.
LISTS = ("phase", "submission", "tasks_today", "overdue", "awaiting", "closed", "effective")


class Room(QWidget):
    """One of the four tabs; its title, icon and what it can show are declared in ``gui.rooms``.

    ``verbs`` are the ids of the actions (see ``gui.actions``) at the right of the tab row, ``adds``
    the words of the adding one. A room is built when its tab is first opened and is then told the
    campaign; what was stored while it was hidden it follows when it is shown again.
    """

    verbs: ClassVar[tuple[str, ...]] = ("undo", "export", "add")
    adds: str = ""  # 新增问题
    report: str = ""  # the report that 导出 in the tab row writes
    help_page: str = ""  # the page of the help that F1 opens

    status_changed = Signal()  # status_text() says something else now
    verbs_changed = Signal()  # so do ``adds``, ``report`` or ``help_page``
    record_wanted = Signal(str, int)  # table, id: another room shall reveal it
    move_wanted = Signal(int, object)  # issue id, Move
    action_wanted = Signal(str)  # id of an action of the main menu
    done = Signal(str, object)  # what was done, for the foot; the Place it led to, or None
    search_wanted = Signal(str)  # the search shall hold this text
    found = Signal(int, int)  # number of the current hit from 1, hits in all: 第2处，共7处

    def __init__(self, office: Office, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.office = office

    def show_campaign(self, campaign: Campaign) -> None:
        """Show this campaign from now on; also called when the campaign's own record changed."""
        raise NotImplementedError

    def follow(self, operation: Operation) -> None:
        """Bring what is shown up to date after ``operation`` (any campaign's, any record's)."""
        raise NotImplementedError

    def search(self, text: str) -> None:
        """Mark ``text`` wherever it stands and go to the first hit; blank ends the search."""

    def search_next(self) -> None:
        """Go to the next hit."""

    def hidden_hits(self) -> int:
        """How many rows that are filtered out hold what was found nowhere else."""
        return 0

    def show_list(self, name: str) -> None:
        """Show exactly the list that a tile stands for, one of ``LISTS``."""

    def reveal(self, table: str, id: int, part: str = "") -> None:
        """Select the record and bring it into sight, whatever filter hides it now.

        ``part`` is what of the record is meant: a field, or a table of what belongs to it.
        """

    def add(self) -> None:
        """What the room's adding verb does."""

    def chosen_issues(self) -> list[int]:
        """The ids of the issues that are selected, for what is done with several together."""
        return []

    def delete(self) -> None:
        """Delete what is selected; it can be undone, so nobody is asked."""

    def kept(self) -> dict[str, Any]:
        """How it is looked at just now, for the same room of a window with another look."""
        return {}

    def take_up(self, kept: Mapping[str, Any]) -> None:
        """Show what that room had ``kept``; nothing where it had nothing to keep."""

    def settle(self) -> bool:
        """Write what is being typed; False: it is refused, and reading all anew would lose it."""
        return True

    def turn_sheet(self) -> None:
        """Show the other one, where the room has two sheets."""

    def panes(self) -> Sequence[QWidget]:
        """The parts that F6 goes through, as they stand from left to right."""
        return (self,)

    def status_text(self) -> str:
        """The counts for the status bar: 共 37 条 · 选中 1 条."""
        return ""
