"""The window: menus, strip, four tabs and status bar, and what each tells the others."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial
from pathlib import Path
from typing import Any

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QCloseEvent, QResizeEvent
from PySide6.QtWidgets import QApplication, QMainWindow, QVBoxLayout, QWidget

from gui import editing
from gui.actions import ACTIONS, BARE_MENUS, EXPORTS, MENUS
from gui.backups.tending import Tending
from gui.bars import Bars
from gui.campaign_work import archive_words
from gui.deeds import Deeds
from gui.menu_bar import MenuBar, archive_mark, campaign_words, made_actions
from gui.office import ARCHIVED, Office
from gui.overview import LOW_BELOW
from gui.room import Room
from gui.showing import Showing
from gui.status_bar import StatusBar
from gui.window_memory import WindowMemory
from gui.workspace import Workspace
from model.changes import Operation, Way
from model.records import Campaign
from model.refused import Refused

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
        self._judged_on = office.today()
        self.setObjectName("main_window")
        self._workspace = Workspace(office)
        self._showing = Showing(office, self._workspace)
        self._status = StatusBar(office.look)
        self.backups = Tending(office, self._status, self)
        self._deeds = Deeds(self, office, self._showing, self.backups)
        self._actions = made_actions(self, self._deeds.by_id)
        self._menu_bar = MenuBar(office.look, self._actions)
        self._bars = Bars(office, self)
        self._day_timer = QTimer(self, interval=DAY_CHECK_MILLISECONDS)
        self._painted_timer = QTimer(self, singleShot=True, interval=PAINTED_MILLISECONDS)
        self._mark = mark
        self._build(office.store.path != own)
        self._wire()
        self._memory.place(self)
        self._workspace.begin_with(self._memory.tab)
        try:
            self._showing.show_one_of_all(self._memory.campaign)
        except Refused:  # a damaged file: nothing of a window that nobody sees may go on
            self.deleteLater()
            raise

    # -- building ----------------------------------------------------------------------------

    def _build(self, elsewhere: bool) -> None:
        ground = QWidget()
        column = QVBoxLayout(ground)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._bars)
        column.addWidget(self._showing, 1)
        column.addWidget(self._status)
        self.setMenuWidget(self._menu_bar)
        self.setCentralWidget(ground)
        self._actions["dark"].setChecked(self._office.look.dark)
        self._actions["open_own"].setVisible(elsewhere)
        self._show_standing()

    def _wire(self) -> None:
        """Who hears whom."""
        menu_bar, workspace, deeds = self._menu_bar, self._workspace, self._deeds
        self._office.bridge.changed.connect(self._follow)
        self._bars.retry_wanted.connect(self.retry_wanted)
        self._office.background.started.connect(self._status.follow_job)
        deeds.told.connect(self._status.show_news)
        deeds.search_wanted.connect(menu_bar.begin_search)
        deeds.search_next_wanted.connect(self._search_next)
        deeds.ledger_wanted.connect(self.ledger_wanted)
        deeds.own_wanted.connect(self.own_wanted)
        deeds.sample_wanted.connect(self.sample_wanted)
        deeds.dark_wanted.connect(self.dark_wanted)
        deeds.settings_changed.connect(self.settings_changed)
        self.backups.standing_changed.connect(self.follow_standing)
        self.backups.restore_wanted.connect(self.restore_wanted)
        self.backups.ledger_wanted.connect(self.ledger_wanted)
        menu_bar.campaign_chosen.connect(self._showing.choose)
        self._showing.leaving.connect(self._bars.drafts.set_aside)
        self._showing.changed.connect(self._follow_showing)
        self._showing.sample_wanted.connect(self.sample_wanted)
        self._showing.ledger_wanted.connect(deeds.open_ledger)
        menu_bar.search_wanted.connect(workspace.search)
        menu_bar.search_next_wanted.connect(self._actions["find_next"].trigger)
        menu_bar.search_left.connect(workspace.focus_room)
        workspace.room_shown.connect(self._show_verbs)
        workspace.room_shown.connect(lambda _room: self._memory.keep_tab(workspace.door.name))
        workspace.status_changed.connect(self._show_counts)
        workspace.found.connect(self._show_hits)
        workspace.search_wanted.connect(menu_bar.search_edit.setText)
        workspace.move_wanted.connect(deeds.issues.move)
        workspace.action_wanted.connect(deeds.issues.work_together)
        workspace.done.connect(deeds.tell_done)
        menu_bar.menu("批量办理").aboutToShow.connect(
            partial(deeds.issues.name_together, self._actions)
        )
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
        self._deeds.help.listen()

    # -- what is shown -----------------------------------------------------------------------

    def show_first_start(self) -> None:
        """The page that makes a campaign; with a campaign open it can be left again."""
        self._showing.show_first_start()

    def show_copy(self, campaign: Campaign) -> None:
        """The page that makes a campaign, with this one to be copied."""
        self._showing.show_copy(campaign)

    def show_room(self, name: str) -> Room:
        """Open a tab."""
        return self._workspace.show_room(name)

    def show_list(self, name: str) -> None:
        """Open the list that a tile of the strip stands for."""
        self._workspace.show_list(name)

    def _follow_showing(self) -> None:
        """Say everywhere around the page what it shows."""
        campaign, is_working = self._showing.campaign, self._showing.is_working
        shown = campaign if is_working else None
        self._menu_bar.show_campaigns(self._office.store.all(Campaign), campaign)
        menus = [menu.title for menu in MENUS] if is_working else BARE_MENUS
        self._menu_bar.show_menus(menus, is_working)
        named = f" — {campaign_words(shown)}{archive_mark(shown)}" if shown else ""
        self.setWindowTitle(f"活动台账{named}")
        self._status.show_archived(ARCHIVED if shown and shown.archived else "")
        self._show_counts()
        self._refresh_saved()
        self._refresh_actions()

    def _show_verbs(self, room: Room) -> None:
        words = {"add": room.adds}
        verbs = [id for id in room.verbs if id != "export" or room.report in EXPORTS.values()]
        self._workspace.tabs.show_verbs(
            [(self._actions[id], ACTIONS[id].icon, words.get(id, ACTIONS[id].text)) for id in verbs]
        )
        self._show_counts()

    def _search_next(self) -> None:
        """F3 also seeks again what was sought before Esc."""
        if not self._menu_bar.search_again():
            self._showing.room.search_next()

    def _show_hits(self, current: int, hits: int) -> None:
        self._menu_bar.show_hits(current, hits, self._showing.room.hidden_hits())

    def _show_counts(self) -> None:
        self._status.show_counts(self._showing.status_text() if self._showing.is_working else "")

    # -- following what is stored ------------------------------------------------------------

    def _follow(self, operation: Operation) -> None:
        self._showing.follow(operation)
        self._refresh_saved()
        self._refresh_actions()
        mine = not self._office.store.read_only and operation.way is Way.DO
        if mine and any(each.after is None for each in operation.changes):
            self._deeds.tell_done(f"已{operation.label}")
        else:
            self._status.show_news("")

    def _show_standing(self) -> None:
        self._bars.show_standing()
        barred = "只读" if self._office.store.read_only else ""
        self._status.show_mark(" · ".join(filter(None, (self._mark, barred))))

    def follow_standing(self) -> None:
        """The ledger can be written now, or no more, or for another reason: say so everywhere."""
        store = self._office.store
        self._show_standing()
        self._refresh_actions()
        campaign = self._showing.campaign
        if campaign is not None and not store.standing.is_lost and self._workspace.settle():
            self._workspace.show_campaign(campaign)
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

    def _refresh_saved(self) -> None:
        history = self._office.store.history
        last = history.entry(history.last_id())
        if self._showing.campaign is None:
            self._status.show_words("数据文件夹可写，尚未建立活动")
        else:
            self._status.show_saved(last.at if last else None)

    def _refresh_actions(self) -> None:
        """Enable what can be done now; say why the rest cannot."""
        campaign = self._showing.campaign
        editing.allow_actions(self._actions, self._office, campaign, self._showing.is_working)
        if campaign is not None:
            self._actions["archive_campaign"].setText(archive_words(campaign))

    def kept(self) -> dict[str, Any]:
        """What a window of another look takes over, drafts too."""
        self._bars.drafts.keep()
        campaign = self._showing.campaign
        return {
            "campaign": campaign and campaign.id,
            "rooms": self._workspace.kept(),
            "search": self._menu_bar.search_edit.text(),
        }

    def take_up(self, kept: Mapping[str, Any]) -> None:
        """Show the same as the former window did."""
        self._showing.show_one_of_all(kept["campaign"])
        self._workspace.take_up(kept["rooms"])
        self._menu_bar.search_edit.setText(kept["search"])

    def check_day(self) -> None:
        """Lights and counts are judged again when the PC was left on overnight."""
        if self._office.today() != self._judged_on and self._showing.refresh():
            self._judged_on = self._office.today()

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
        campaign = self._showing.campaign
        self._memory.keep(self, campaign.id if campaign else None)
        super().closeEvent(event)
