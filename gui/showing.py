"""What is before the user: a campaign in its workspace, or the page that makes one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QApplication, QLineEdit, QPlainTextEdit, QStackedWidget

from gui.office import Office
from gui.places import campaign_behind
from gui.room import Room
from gui.workspace import Workspace
from model.changes import Operation
from model.records import Campaign
from model.refused import Place

if TYPE_CHECKING:
    from gui.first_start import FirstStart


class Showing(QStackedWidget):
    """The two pages of the window, and the one campaign that all of it is about."""

    leaving = Signal()  # another campaign is about to be shown
    changed = Signal()  # another campaign or page is shown, or the campaign has another name
    sample_wanted = Signal()
    ledger_wanted = Signal()

    def __init__(self, office: Office, workspace: Workspace) -> None:
        super().__init__()
        self.campaign: Campaign | None = None  # also while the page covers it that makes one
        self._office, self._workspace = office, workspace
        self._first_start: FirstStart | None = None
        self.addWidget(workspace)

    @property
    def is_working(self) -> bool:
        """A campaign is shown, not the page that makes one."""
        return self.currentWidget() is self._workspace

    @property
    def room(self) -> Room:
        """The room that is shown; actions that ask for it are disabled while there is none."""
        assert self._workspace.room is not None
        return self._workspace.room

    @property
    def help_page(self) -> str:
        """The page of the help for what is shown."""
        return self.room.help_page if self.is_working else "plan"

    def turn_to_pane(self, step: int) -> None:
        """Give the keyboard to the next pane or the one before."""
        self._workspace.turn_to_pane(step)

    def status_text(self) -> str:
        """What the room counts, and what is to be said of the days that lights are judged by."""
        words, campaign = self.room.status_text(), self.campaign
        if campaign is None or campaign.start is None or campaign.end is None:
            return words
        note = self._office.calendar.note(campaign.start, campaign.end)
        return " · ".join(filter(None, (words, "" if note in words else note)))

    def show_room(self, name: str) -> Room:
        """Open a tab."""
        return self._workspace.show_room(name)

    # -- campaigns ---------------------------------------------------------------------------

    def show_one_of_all(self, wanted: object) -> None:
        """Show the campaign with the id ``wanted``, else the newest, else the first-start page."""
        campaigns = self._office.store.all(Campaign)
        shown = next((each for each in campaigns if each.id == wanted), None)
        shown = shown or (campaigns[-1] if campaigns else None)
        if shown is None:
            self.campaign = None
            self.show_first_start()
        elif shown != self.campaign:
            self.show_campaign(shown)
        else:
            self.changed.emit()

    def choose(self, wanted: object) -> None:
        """Show the campaign with this id, unless a refused text would be lost by that."""
        if self._workspace.settle():
            self.show_one_of_all(wanted)
        else:
            self.changed.emit()  # the one that is shown still is

    def show_campaign(self, campaign: Campaign) -> None:
        """Show this campaign, in the room that was open."""
        if self.campaign is not None and self.campaign.id != campaign.id:
            self.leaving.emit()
        self.campaign = campaign
        self.setCurrentWidget(self._workspace)
        self._workspace.show_campaign(campaign)
        self.changed.emit()
        self._workspace.focus_room()

    def follow(self, operation: Operation) -> None:
        """Show what was stored: a campaign that was made here, else what was shown before."""
        campaigns = [each for each in operation.changes if isinstance(each.record, Campaign)]
        if campaigns:
            # What another one makes is not what is being looked at here.
            mine = not self._office.store.read_only
            made = [each.record.id for each in campaigns if mine and each.before is None]
            self.show_one_of_all(made[-1] if made else self.campaign and self.campaign.id)
        self._workspace.follow(operation)

    def refresh(self) -> bool:
        """Read everything again as it is in the file now; False while something is being typed."""
        if self._is_typed_into() or not self._workspace.settle():
            return False
        if self.campaign is not None:
            wanted, self.campaign = self.campaign.id, None
            self.show_one_of_all(wanted)
        return True

    def _is_typed_into(self) -> bool:
        focused = QApplication.focusWidget()
        if not isinstance(focused, QLineEdit | QPlainTextEdit):
            return False
        return self._workspace.isAncestorOf(focused)

    # -- the page that makes one -------------------------------------------------------------

    def show_first_start(self) -> None:
        """The page that makes a campaign; with a campaign open it can be left again."""
        page = self._first_start or self._made_first_start()
        page.look_again()
        page.show_way_back(self.campaign is not None)
        self.setCurrentWidget(page)
        self.changed.emit()

    def show_copy(self, campaign: Campaign) -> None:
        """The page that makes a campaign, with this one to be copied."""
        self.show_first_start()
        assert self._first_start is not None
        self._first_start.offer_copy(campaign.id)

    def _made_first_start(self) -> FirstStart:
        # Not on the daily start path: it reads the templates.
        from gui.first_start import FirstStart

        self._first_start = FirstStart(self._office)
        self._first_start.sample_wanted.connect(self.sample_wanted)
        self._first_start.ledger_wanted.connect(self.ledger_wanted)
        self._first_start.left.connect(self._leave_first_start)
        self.addWidget(self._first_start)
        return self._first_start

    def _leave_first_start(self) -> None:
        if self.campaign is not None:
            self.show_campaign(self.campaign)

    # -- places ------------------------------------------------------------------------------

    def go_to(self, place: object) -> None:
        """Show the place that a deed answered, if it did."""
        if isinstance(place, Place):
            self.show_place(place, campaign_behind(place, self._office.store))

    def show_place(self, place: Place, campaign: Campaign | None) -> None:
        """Show a record in its campaign."""
        if campaign is not None and campaign != self.campaign:
            self.show_campaign(campaign)
        if self.campaign is not None:
            self.reveal(place)

    def reveal(self, place: Place) -> None:
        """Show a record of the campaign that is shown."""
        self._workspace.reveal(place.table, place.id, place.field)
