"""The window: menus, strip, four tabs and status bar; the only place where parts are wired."""

from __future__ import annotations

from collections.abc import Callable
from functools import cached_property, partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QCloseEvent, QResizeEvent
from PySide6.QtWidgets import QApplication, QMainWindow, QStackedWidget, QVBoxLayout, QWidget

from gui import desktop, editing, program_work
from gui.actions import ACTIONS, BARE_MENUS, EXPORTS, FILL, MENUS, MERGE, TOGETHER
from gui.ask import LEDGER
from gui.backups.tending import Tending
from gui.bars import Bars
from gui.campaign_work import DEEDS, Deed, add_issue, archive_words, show_bin
from gui.exporting import Exporting
from gui.menu_bar import MenuBar, archive_mark, campaign_words, made_actions
from gui.office import ARCHIVED, Office
from gui.overview import LOW_BELOW
from gui.places import campaign_at, campaign_behind, place_of
from gui.room import Room
from gui.rooms import DOORS
from gui.status_bar import StatusBar
from gui.window_memory import WindowMemory
from gui.workspace import Workspace
from model.changes import Operation, Way
from model.records import Campaign, Issue
from model.refused import Place, Refused
from model.words import Move

if TYPE_CHECKING:
    from gui.first_start import FirstStart
    from gui.help.calling import HelpCalls
    from gui.together.desk import Together

DAY_CHECK_MILLISECONDS = 60_000
PAINTED_MILLISECONDS = 50


class MainWindow(QMainWindow):
    """One open ledger. Another ledger, or another look, is another window."""

    ledger_wanted = Signal(Path)
    own_wanted = Signal()
    sample_wanted = Signal()
    dark_wanted = Signal(bool)
    settings_changed = Signal()
    retry_wanted = Signal()
    closed = Signal()  # nothing may ask the store any more
    restore_wanted = Signal(Path)  # the backup that shall be brought back

    def __init__(self, office: Office, own: Path, mark: str = "") -> None:
        """``own`` is the office's ledger, to come back to from any other; ``mark`` stands in the
        status bar as long as this ledger is open (演示日期)."""
        super().__init__()
        self._office = office
        self._memory = WindowMemory(office.settings)
        self._campaign: Campaign | None = None
        self._judged_on = office.today()
        self.setObjectName("main_window")
        self._actions = made_actions(self, self._deeds())
        self._menu_bar = MenuBar(office.look, self._actions)
        self._workspace = Workspace(office)
        self._first_start: FirstStart | None = None
        self._pages = QStackedWidget()
        self._status = StatusBar(office.look)
        self._exporting = Exporting(office, self)
        self.backups = Tending(office, self._status, self)
        self._bars = Bars(office, self)
        self._day_timer = QTimer(self, interval=DAY_CHECK_MILLISECONDS)
        self._painted_timer = QTimer(self, singleShot=True, interval=PAINTED_MILLISECONDS)
        self._mark = mark
        self._build(office.store.path != own)
        self._wire()
        self._memory.place(self)
        if self._memory.tab in [door.name for door in DOORS]:
            self._workspace.begin_with(self._memory.tab)
        try:
            self._show_campaigns(self._memory.campaign)
        except Refused:  # a damaged file: nothing of a window that nobody sees may go on
            self.deleteLater()
            raise

    # -- building ----------------------------------------------------------------------------

    def _deeds(self) -> dict[str, Callable[[], object]]:
        """What each action of the menu does."""
        return {
            "new_campaign": self.show_first_start,
            "open_ledger": self._open_ledger,
            "open_sample": self.sample_wanted.emit,
            "open_own": self.own_wanted.emit,
            **{id: partial(self._export, report) for id, report in EXPORTS.items()},
            "show_folder": self._show_folder,
            "back_up": lambda: self.backups.back_up(),
            "show_backups": lambda: self.backups.show_backups(),
            "quit": self.close,
            "undo": lambda: self._show_reverted(editing.undo(self._office)),
            "redo": lambda: self._show_reverted(editing.redo(self._office)),
            "cut": partial(editing.on_focused, "cut"),
            "copy": partial(editing.on_focused, "copy"),
            "paste": partial(editing.on_focused, "paste"),
            "delete": lambda: self._room.delete(),
            "find": lambda: self._menu_bar.begin_search(),
            "find_next": lambda: self._room.search_next(),
            **{f"show_{door.name}": partial(self.show_room, door.name) for door in DOORS},
            "dark": lambda: self.dark_wanted.emit(not self._office.look.dark),
            "refresh": self._refresh,
            **{id: partial(self._work_on, deed) for id, deed in DEEDS.items()},
            "copy_campaign": lambda: self.show_copy(self._work[2]),
            **{id: partial(self._set_up, deed) for id, deed in program_work.DEEDS.items()},
            **{id: partial(self._work_together, id) for id in (*TOGETHER, FILL, MERGE)},
            "bin": lambda: self._go_to(show_bin(self, self._office, self._campaign)),
            "add_issue": self._add_issue,
            "help": lambda: self._help.open(),
            "help_keys": lambda: self._help.open("keys"),
            "export": lambda: self._export(self._room.report),
            "add": lambda: self._room.add(),
        }

    def _build(self, elsewhere: bool) -> None:
        ground = QWidget()
        column = QVBoxLayout(ground)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._bars)
        column.addWidget(self._pages, 1)
        column.addWidget(self._status)
        self._pages.addWidget(self._workspace)
        self.setMenuWidget(self._menu_bar)
        self.setCentralWidget(ground)
        self._actions["dark"].setChecked(self._office.look.dark)
        self._actions["open_own"].setVisible(elsewhere)
        self._show_standing()

    def _wire(self) -> None:
        """Who hears whom."""
        menu_bar, workspace = self._menu_bar, self._workspace
        self._office.bridge.changed.connect(self._follow)
        self._bars.retry_wanted.connect(self.retry_wanted)
        self._office.background.started.connect(self._status.follow_job)
        self._exporting.told.connect(self._status.show_news)
        self.backups.standing_changed.connect(self.follow_standing)
        self.backups.restore_wanted.connect(self.restore_wanted)
        self.backups.ledger_wanted.connect(self.ledger_wanted)
        menu_bar.campaign_chosen.connect(self._choose_campaign)
        menu_bar.search_wanted.connect(workspace.search)
        menu_bar.search_next_wanted.connect(self._actions["find_next"].trigger)
        menu_bar.search_left.connect(workspace.focus_room)
        workspace.room_shown.connect(self._show_verbs)
        workspace.status_changed.connect(self._show_counts)
        workspace.found.connect(menu_bar.show_hits)
        workspace.search_wanted.connect(menu_bar.search_edit.setText)
        workspace.move_wanted.connect(self._make_move)
        workspace.action_wanted.connect(self._work_together)
        menu_bar.menu("批量办理").aboutToShow.connect(self._name_together)
        self._day_timer.timeout.connect(self.check_day)
        self._day_timer.start()
        self._painted_timer.timeout.connect(self._end_start)
        self._painted_timer.start()

    def _end_start(self) -> None:
        """What need not be there at the first paint."""
        self.setWindowIcon(self._office.look.icons.program())  # some ms, for its many sizes
        from gui.watch import Watch  # 0.5 ms

        watch = Watch(self._office.store, self)
        watch.standing_changed.connect(self.follow_standing)
        self.closed.connect(watch.stop)
        self._help.listen()

    @property
    def _room(self) -> Room:
        """The room that is shown; actions that ask for it are disabled while there is none."""
        assert self._workspace.room is not None
        return self._workspace.room

    @property
    def _work(self) -> tuple[QWidget, Office, Campaign]:
        assert self._campaign is not None
        return self, self._office, self._campaign

    # -- campaigns ---------------------------------------------------------------------------

    def _show_campaigns(self, wanted: object) -> None:
        """Show the campaign with the id ``wanted``, else the newest, else the first-start page."""
        campaigns = self._office.store.all(Campaign)
        shown = next((each for each in campaigns if each.id == wanted), None)
        shown = shown or (campaigns[-1] if campaigns else None)
        self._menu_bar.show_campaigns(campaigns, shown)
        if shown is None:
            self._campaign = None
            self.show_first_start()
        elif shown != self._campaign:
            self._show_campaign(shown)

    def _choose_campaign(self, id: int) -> None:
        self._show_campaign(self._office.store.get(Campaign, id))

    def _show_campaign(self, campaign: Campaign) -> None:
        self._campaign = campaign
        self._pages.setCurrentWidget(self._workspace)
        self._workspace.show_campaign(campaign)
        self._menu_bar.show_campaigns(self._office.store.all(Campaign), campaign)
        self._menu_bar.show_menus([menu.title for menu in MENUS], working=True)
        self.setWindowTitle(f"活动台账 — {campaign_words(campaign)}{archive_mark(campaign)}")
        self._status.show_archived(ARCHIVED if campaign.archived else "")
        self._workspace.focus_room()
        self._refresh_saved()
        self._refresh_actions()

    def show_first_start(self) -> None:
        """The page that makes a campaign; with a campaign open it can be left again."""
        if self._first_start is None:
            # Not on the daily start path: it reads the templates.
            from gui.first_start import FirstStart

            self._first_start = FirstStart(self._office)
            self._first_start.sample_wanted.connect(self.sample_wanted)
            self._first_start.ledger_wanted.connect(self._open_ledger)
            self._first_start.left.connect(self._leave_first_start)
            self._pages.addWidget(self._first_start)
        self._first_start.look_again()
        self._first_start.show_way_back(self._campaign is not None)
        self._pages.setCurrentWidget(self._first_start)
        self._menu_bar.show_menus(BARE_MENUS, working=False)
        self.setWindowTitle("活动台账")
        self._status.show_counts("")
        self._status.show_archived("")
        self._refresh_saved()
        self._refresh_actions()

    def show_copy(self, campaign: Campaign) -> None:
        """The page that makes a campaign, with this one to be copied."""
        self.show_first_start()
        assert self._first_start is not None
        self._first_start.offer_copy(campaign.id)

    def _leave_first_start(self) -> None:
        if self._campaign is not None:
            self._show_campaign(self._campaign)

    # -- following what is stored ------------------------------------------------------------

    def _follow(self, operation: Operation) -> None:
        mine = not self._office.store.read_only
        campaigns = [each for each in operation.changes if isinstance(each.record, Campaign)]
        if campaigns:
            # What another one makes is not what is being looked at here.
            made = [each.record.id for each in campaigns if mine and each.before is None]
            self._show_campaigns(made[-1] if made else self._campaign and self._campaign.id)
        self._workspace.follow(operation)
        self._refresh_saved()
        self._refresh_actions()
        deletes = operation.way is Way.DO and any(each.after is None for each in operation.changes)
        deleted = mine and deletes
        undo = (("撤销", self._actions["undo"].trigger),)
        self._status.show_news(f"已{operation.label}" if deleted else "", undo if deleted else ())

    def _show_standing(self) -> None:
        self._bars.show_standing()
        barred = "只读" if self._office.store.read_only else ""
        self._status.show_mark(" · ".join(filter(None, (self._mark, barred))))

    def follow_standing(self) -> None:
        """The ledger can be written now, or no more, or for another reason: say so everywhere."""
        store = self._office.store
        self._show_standing()
        self._refresh_actions()
        if self._campaign is not None and not store.standing.is_lost:
            self._workspace.show_campaign(self._campaign)
        if not store.read_only:
            self._status.show_news("现在可以修改了")

    def come_forward(self) -> None:
        """Be seen above all other windows, with the dialog that is open."""
        self.setWindowState(self.windowState() & ~Qt.WindowState.WindowMinimized)
        self.show()
        self.raise_()
        top = QApplication.activeModalWidget() or self
        top.raise_()
        top.activateWindow()

    def _show_reverted(self, operation: Operation | None) -> None:
        """Go to where an undo or redo worked, and say what it did."""
        if operation is None:
            return
        store = self._office.store
        self._show_place(place_of(operation, store), campaign_at(operation, store))
        back = "redo" if operation.way is Way.UNDO else "undo"
        offer = (ACTIONS[back].text, self._actions[back].trigger)
        self._status.show_news(f"{editing.SAID[operation.way]}：{operation.label}", (offer,))

    def _go_to(self, place: object) -> None:
        """Show the place that a deed answered, if it did."""
        if isinstance(place, Place):
            self._show_place(place, campaign_behind(place, self._office.store))

    def _show_place(self, place: Place, campaign: Campaign | None) -> None:
        """Show a record in its campaign."""
        if campaign is not None and campaign != self._campaign:
            self._show_campaign(campaign)
        if self._campaign is not None:
            self._reveal(place)

    def _reveal(self, place: Place) -> None:
        self._workspace.reveal(place.table, place.id, place.field)

    def _refresh(self) -> None:
        """Read everything again, as it is in the file now."""
        wanted = self._work[2].id
        self._campaign = None
        self._show_campaigns(wanted)

    def _refresh_saved(self) -> None:
        history = self._office.store.history
        last = history.entry(history.last_id())
        if self._campaign is None:
            self._status.show_words("数据文件夹可写，尚未建立活动")
        else:
            self._status.show_saved(last.at if last else None)

    def _refresh_actions(self) -> None:
        """Enable what can be done now; say why the rest cannot."""
        working = self._pages.currentWidget() is self._workspace
        editing.allow_actions(self._actions, self._office, self._campaign, working)
        if self._campaign is not None:
            self._actions["archive_campaign"].setText(archive_words(self._campaign))

    def check_day(self) -> None:
        """Lights and counts are judged again when the PC was left on overnight."""
        if self._office.today() != self._judged_on:
            self._judged_on = self._office.today()
            if self._campaign is not None:
                self._refresh()

    # -- rooms -------------------------------------------------------------------------------

    def show_room(self, name: str) -> Room:
        """Open a tab."""
        return self._workspace.show_room(name)

    def show_list(self, name: str) -> None:
        """Open the list that a tile of the strip stands for."""
        self._workspace.show_list(name)

    def _show_verbs(self, room: Room) -> None:
        words = {"add": room.adds}
        verbs = [id for id in room.verbs if id != "export" or room.report in EXPORTS.values()]
        self._workspace.tabs.show_verbs(
            [(self._actions[id], ACTIONS[id].icon, words.get(id, ACTIONS[id].text)) for id in verbs]
        )
        self._show_counts()

    def _show_counts(self) -> None:
        words = self._room.status_text()
        note = self._calendar_note()
        self._status.show_counts(" · ".join(filter(None, (words, "" if note in words else note))))

    def _calendar_note(self) -> str:
        """What is to be said of the working days that lights are judged by."""
        campaign = self._campaign
        if campaign is None or campaign.start is None or campaign.end is None:
            return ""
        return self._office.calendar.note(campaign.start, campaign.end)

    # -- deeds -------------------------------------------------------------------------------

    def _work_on(self, deed: Deed) -> None:
        self._go_to(deed(*self._work))

    def _set_up(self, deed: program_work.Deed) -> None:
        if deed(self, self._office):
            self.settings_changed.emit()

    def _add_issue(self) -> None:
        added = add_issue(*self._work)
        if added is not None:
            self._workspace.reveal(Issue.table, added)

    def _make_move(self, issue: int, move: Move) -> None:
        """The form of a move, or what is missing; wherever it was asked for."""
        if barred := self._office.barred(self._campaign):
            self._office.ask.refuse(barred)
            return
        # The forms of moves are loaded with the first move, not at the start.
        from gui.moves import Mover

        Mover(self._office, self._reveal, self).carry_out(issue, move)

    @cached_property
    def _together(self) -> Together:
        from gui.together.desk import Together  # with the first selection that is worked on

        return Together(self._office, self, self._make_move, self._tell_done)

    def _work_together(self, action: str) -> None:
        """One deed with all issues that are selected in the room."""
        if barred := self._office.barred(self._campaign):
            self._office.ask.refuse(barred)
        else:
            self._together.carry_out(action, self._room.chosen_issues())

    def _name_together(self) -> None:
        barred = self._office.barred(self._campaign)
        self._together.name_actions(self._actions, self._room.chosen_issues(), barred)

    def _tell_done(self, words: str) -> None:
        self._status.show_news(words, (("撤销", self._actions["undo"].trigger),))

    def _export(self, report: str) -> None:
        self._exporting.export(report, self._work[2])

    def _open_ledger(self) -> None:
        folder = self._office.store.path.parent
        path = self._office.ask.open_path("打开台账", folder, LEDGER)
        if path is not None:
            self.ledger_wanted.emit(path)

    def _show_folder(self) -> None:
        try:
            desktop.open_folder(self._office.store.path)
        except Refused as refusal:
            self._office.ask.refuse(refusal.text)

    @cached_property
    def _help(self) -> HelpCalls:
        from gui.help.calling import HelpCalls  # 1 ms

        return HelpCalls(self, self._office.look, self._office.settings, self._help_page)

    def _help_page(self) -> str:
        """The page of the help for what is shown."""
        shown = self._pages.currentWidget()
        if shown is self._workspace:
            return self._room.help_page
        return "plan"

    # -- Qt's events ------------------------------------------------------------------------

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._workspace.overview.set_low(self.height() < LOW_BELOW)

    def closeEvent(self, event: QCloseEvent) -> None:
        focused = self.focusWidget()
        if focused is not None:
            focused.clearFocus()  # what is being typed is committed, as when it is left
        self._bars.drafts.stop()
        self._office.background.finish()
        self.closed.emit()
        self._workspace.stop()
        for timer in (self._day_timer, self._painted_timer):
            timer.stop()  # the ledger may be closed before this window is gone
        campaign = self._campaign.id if self._campaign else None
        self._memory.keep(self, self._workspace.door.name, campaign)
        super().closeEvent(event)
