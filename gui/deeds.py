"""What each action of the menu does."""

from __future__ import annotations

from collections.abc import Callable
from functools import cached_property, partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from gui import campaign_work, desktop, editing, program_work
from gui.actions import ACTIONS, EXPORTS, FILL, MERGE, TABS, TOGETHER
from gui.ask import LEDGER
from gui.backups.tending import Tending
from gui.exporting import Exporting
from gui.issue_work import IssueWork
from gui.office import Office
from gui.places import campaign_at, place_of
from gui.showing import Showing
from model.changes import Operation, Way
from model.records import Campaign
from model.refused import Place, Refused

if TYPE_CHECKING:
    from gui.help.calling import HelpCalls


class Deeds(QObject):
    """One table of deeds by the ids of actions; what only the program or the window can do is
    asked for by a signal."""

    ledger_wanted = Signal(Path)
    own_wanted = Signal()
    sample_wanted = Signal()
    dark_wanted = Signal(bool)
    settings_changed = Signal()
    search_wanted = Signal()
    search_next_wanted = Signal()
    told = Signal(str, object)  # what was done, and what can be done next (Offers)

    def __init__(self, window: QWidget, office: Office, showing: Showing, backups: Tending) -> None:
        super().__init__(window)
        self._window, self._office, self._showing = window, office, showing
        self._backups = backups
        self._exporting = Exporting(office, self)
        self._exporting.told.connect(self.told)
        self.issues = IssueWork(window, office, showing, self.tell_done)
        self.by_id = self._table()

    def _table(self) -> dict[str, Callable[[], object]]:
        showing, backups, issues = self._showing, self._backups, self.issues
        return {
            "new_campaign": showing.show_first_start,
            "open_ledger": self.open_ledger,
            "open_sample": self.sample_wanted.emit,
            "open_own": self.own_wanted.emit,
            **{id: partial(self._export, report) for id, report in EXPORTS.items()},
            "show_folder": self._show_folder,
            "back_up": backups.back_up,
            "show_backups": backups.show_backups,
            "quit": self._window.close,
            "undo": self.undo,
            "redo": self._redo,
            "cut": partial(editing.on_focused, "cut"),
            "copy": partial(editing.on_focused, "copy"),
            "paste": partial(editing.on_focused, "paste"),
            "delete": lambda: showing.room.delete(),
            "find": self.search_wanted.emit,
            "find_next": self.search_next_wanted.emit,
            **{id: partial(showing.show_room, door.name) for id, door in TABS.items()},
            "turn_sheet": self._turn_sheet,
            "next_pane": partial(showing.turn_to_pane, 1),
            "previous_pane": partial(showing.turn_to_pane, -1),
            "dark": lambda: self.dark_wanted.emit(not self._office.look.dark),
            "refresh": showing.refresh,
            **{id: partial(self._work_on, deed) for id, deed in campaign_work.DEEDS.items()},
            "copy_campaign": lambda: showing.show_copy(self._campaign),
            **{id: partial(self._set_up, deed) for id, deed in program_work.DEEDS.items()},
            **{id: partial(issues.work_together, id) for id in (*TOGETHER, FILL, MERGE)},
            "bin": self._show_bin,
            "add_issue": issues.add,
            "help": lambda: self.help.open(),
            "help_keys": lambda: self.help.open("keys"),
            "export": lambda: self._export(showing.room.report),
            "add": lambda: showing.room.add(),
        }

    @property
    def _campaign(self) -> Campaign:
        """The campaign that is shown; actions that ask for it are disabled while there is none."""
        assert self._showing.campaign is not None
        return self._showing.campaign

    @cached_property
    def help(self) -> HelpCalls:
        """使用帮助, for the window and every dialog."""
        from gui.help.calling import HelpCalls  # 1 ms

        look, settings = self._office.look, self._office.settings
        return HelpCalls(self._window, look, settings, lambda: self._showing.help_page)

    # -- the past ----------------------------------------------------------------------------

    def undo(self) -> None:
        """Take back the last operation, and show where it worked."""
        self._show_reverted(editing.undo(self._office))

    def _redo(self) -> None:
        self._show_reverted(editing.redo(self._office))

    def _show_reverted(self, operation: Operation | None) -> None:
        """Go to where an undo or redo worked, and say what it did."""
        if operation is None:
            return
        store = self._office.store
        self._showing.show_place(place_of(operation, store), campaign_at(operation, store))
        back = "redo" if operation.way is Way.UNDO else "undo"
        offer = (ACTIONS[back].text, self.by_id[back])
        self.told.emit(f"{editing.SAID[operation.way]}：{operation.label}", (offer,))

    def tell_done(self, words: str, place: Place | None = None) -> None:
        """Say what was done, and offer to take it back and to see the ``place`` it led to."""
        seen = (("查看", partial(self._showing.reveal, place)),) if place else ()
        self.told.emit(words, (("撤销", self.undo), *seen))

    def _show_bin(self) -> None:
        bin = campaign_work.show_bin(self._window, self._office, self._showing.campaign)
        self._showing.go_to(bin)

    # -- the campaign and the program --------------------------------------------------------

    def _work_on(self, deed: campaign_work.Deed) -> None:
        self._showing.go_to(deed(self._window, self._office, self._campaign))

    def _set_up(self, deed: program_work.Deed) -> None:
        if deed(self._window, self._office):
            self.settings_changed.emit()

    # -- the two sheets of the ledger --------------------------------------------------------

    def _turn_sheet(self) -> None:
        """To the other sheet of 问题台账; from elsewhere to the one that was left there."""
        before = self._showing.room
        ledger = self._showing.show_room("ledger")
        if ledger is before:
            ledger.turn_sheet()

    # -- files -------------------------------------------------------------------------------

    def _export(self, report: str) -> None:
        self._exporting.export(report, self._campaign)

    def open_ledger(self) -> None:
        """打开台账."""
        folder = self._office.store.path.parent
        path = self._office.ask.open_path("打开台账", folder, LEDGER)
        if path is not None:
            self.ledger_wanted.emit(path)

    def _show_folder(self) -> None:
        try:
            desktop.open_folder(self._office.store.path)
        except Refused as refusal:
            self._office.ask.refuse(refusal.text)
