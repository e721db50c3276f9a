"""The running program: one ledger in one window, and how it changes to another."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QApplication

from gui.ask import Ask
from gui.background import Background
from gui.bridge import Bridge
from gui.desk import Desk
from gui.ledgers import sample_copy
from gui.look import Look
from gui.main_window import MainWindow
from gui.office import Office
from gui.preferences import Preferences, recall
from gui.settings import Settings
from gui.wearing import Wearing
from model import sample
from model.calendar import OWN_FOLDER, Calendar, load
from model.opening import open_ledger, try_writing
from model.refused import Refused
from model.store import Store
from model.store.lock import WriterLock
from model.store.owner import Owner, own_self

DOOR_MILLISECONDS = 200
STARTING_SECONDS = 10.0  # from the lock to the door, at most

if TYPE_CHECKING:
    from gui.first_window import Door

MakeAsk = Callable[[Look], Ask]


class Program(QObject):
    """Opens ledgers, each in a window of its own, one at a time.

    ``own`` is the office's ledger, ``user`` the account at this PC. ``dark`` overrides what is
    remembered, until that is altered.
    """

    def __init__(
        self,
        app: QApplication,
        own: Desk,
        user: str,
        dark: bool | None = None,
        make_ask: MakeAsk = Ask,
    ) -> None:
        super().__init__()
        self._app, self._own, self._user = app, own, user
        self._wearing = Wearing(app, dark)
        self._make_ask = make_ask
        self._desk = own
        self._samples: list[TemporaryDirectory[str]] = []
        self._door: Door | None = None
        self.office: Office | None = None
        self.window: MainWindow | None = None

    def open(self, desk: Desk) -> bool:
        """Show this ledger instead of the one that is open. Refused, and then that one stays.

        The same ledger is opened anew, as after a restore. False where another window of this
        account has the ledger: that one came forward instead.
        """
        lent = self._lent_lock(desk)
        user = self._named(recall(self._settings_of(desk)))
        try:
            store = open_ledger(desk.path, user=user, new=desk.create, lock=lent)
            if self._is_elsewhere(desk, store.standing.owner):
                store.close()
                return False
            self._show_ledger(store, desk, lent)
        except Refused:
            if lent is not None and self.office is not None:
                self.office.store.standing.take_back(lent)
            raise
        return True

    def _lent_lock(self, desk: Desk) -> WriterLock | None:
        """The lock on this ledger, where it is the one that is open: it passes to the new store."""
        if self.office is None or self.office.store.path.resolve() != desk.path.resolve():
            return None
        return self.office.store.standing.part_with_lock()

    def _is_elsewhere(self, desk: Desk, owner: Owner | None) -> bool:
        if owner is None:
            return False
        user = self._named(recall(self._settings_of(desk)))
        is_own = owner.is_beside(own_self(user, datetime.now()))
        begun = owner.since.timestamp() if owner.since and is_own else 0.0
        from gui.first_window import is_raised  # 1 ms, and most starts are the first

        return is_raised(desk.path, self._user, begun + STARTING_SECONDS)

    def _show_ledger(self, store: Store, desk: Desk, lent: WriterLock | None) -> None:
        settings = self._settings_of(desk)
        look = self._wearing.put_on(recall(settings))
        office = Office(
            store=store,
            bridge=Bridge(store, self),
            ask=self._make_ask(look),
            background=Background(self),
            look=look,
            settings=settings,
            today=desk.today,
            user=store.user,
            calendar=_calendar(settings),
            keeps_backups=not desk.is_sample,
        )
        try:
            self._show(office, desk)
        except Refused:
            if lent is not None:
                store.standing.part_with_lock()
            _release(office)
            raise
        QTimer.singleShot(DOOR_MILLISECONDS, self, self._open_door)

    def close(self) -> None:
        """Close window and ledger, at the end of the program."""
        self._close_door()
        if self.window is not None:
            _drop(self.window)
        if self.office is not None:
            _release(self.office)
        self.window, self.office = None, None
        for folder in self._samples:
            folder.cleanup()

    def _show(self, office: Office, desk: Desk) -> None:
        """The new window comes before the former goes, or Qt would take that for the end."""
        kept = self.window.kept() if self.window is not None else None
        window = MainWindow(office, self._own.path, desk.mark)
        self._wire(window)
        if kept is not None and self.office is not None and self.office.store is office.store:
            window.take_up(kept)
        if self.window is not None:
            window.restoreGeometry(self.window.saveGeometry())
        window.show()
        if self.window is not None:
            _drop(self.window)
        if self.office is not None and self.office.store is not office.store:
            self._close_door()
            _release(self.office)
        self.window, self.office, self._desk = window, office, desk

    def _wire(self, window: MainWindow) -> None:
        window.ledger_wanted.connect(lambda path: self._try(partial(self.open, Desk(path))))
        window.own_wanted.connect(lambda: self._try(partial(self.open, self._own)))
        window.sample_wanted.connect(lambda: self._try(self._open_sample))
        window.dark_wanted.connect(self._set_dark)
        window.settings_changed.connect(self._renew)
        window.retry_wanted.connect(lambda: self._try(self._retry))
        window.restore_wanted.connect(self._restore)

    def _try(self, opening: Callable[[], object]) -> None:
        try:
            opening()
        except Refused as refusal:
            assert self.office is not None
            self.office.ask.refuse(refusal.text)

    def _open_sample(self) -> None:
        self._samples.append(TemporaryDirectory(prefix="taizhang-"))
        copy = sample_copy(Path(self._samples[-1].name))
        self.open(Desk(copy, sample.TODAY, is_sample=True))

    def _retry(self) -> None:
        """Write in the ledger that is open, if that is possible by now."""
        assert self.office is not None
        assert self.window is not None
        store = self.office.store
        if store.standing.is_lost:
            # Never made anew: what is gone may come back.
            self.open(replace(self._desk, create=False))
            return
        try_writing(store)
        self.window.follow_standing()
        self._open_door()

    def _restore(self, backup: Path) -> None:
        """Close the ledger, bring the backup back, open the ledger again."""
        assert self.office is not None
        assert self.window is not None
        # Loaded with the first restore, not at the start.
        from model.backups.restoring import restore

        office, path, at = self.office, self._desk.path, datetime.now()
        if office.store.standing.owner is not None:
            office.ask.refuse(office.store.read_only)
            return
        self._app.setQuitOnLastWindowClosed(False)
        try:
            self._close_door()
            _drop(self.window)
            lock = office.store.standing.part_with_lock()
            _release(office)
            self.window, self.office = None, None
            self._tell_restored(
                office.ask, lambda: restore(path, backup, user=self._user, at=at, lock=lock)
            )
        finally:
            self._app.setQuitOnLastWindowClosed(True)

    def _tell_restored(self, ask: Ask, bring_back: Callable[[], Path]) -> None:
        """Open the ledger as it is now, the former one or the backup, and say which."""
        refused, aside = "", None
        try:
            aside = bring_back()
        except Refused as refusal:
            refused = refusal.text
        try:
            self.open(replace(self._desk, create=False))
        except Refused as refusal:
            ask.refuse(refused or refusal.text)
            self._app.quit()
            return
        if aside is None:
            ask.refuse(refused)
        else:
            ask.tell("已经恢复", f"台账已恢复。原来的文件留存为“{aside.name}”。")

    def _open_door(self) -> None:
        """Only who writes comes forward when a second start knocks."""
        if self._door is not None or self.office is None or self.office.store.read_only:
            return
        from gui.first_window import Door  # 1 ms that the first paint need not wait for

        self._door = Door(self.office.store.path, self._user, self)
        self._door.knocked.connect(self._come_forward)
        self._door.open()

    def _come_forward(self) -> None:
        if self.window is not None:
            self.window.come_forward()

    def _close_door(self) -> None:
        if self._door is not None:
            self._door.close()
            self._door = None

    def _set_dark(self, dark: bool) -> None:
        assert self.office is not None
        self._wearing.remember(dark, self.office.settings)
        self._renew()

    def _renew(self) -> None:
        """The same ledger with the settings as they are now: only the store is not made anew."""
        assert self.office is not None
        preferences = recall(self.office.settings)
        look = self._wearing.put_on_again(preferences)
        self.office.store.user = self._named(preferences)
        office = replace(
            self.office,
            look=look,
            ask=self._make_ask(look),
            user=self.office.store.user,
            calendar=_calendar(self.office.settings),
        )
        self._show(office, self._desk)

    def _settings_of(self, desk: Desk) -> Settings:
        return Settings.beside(desk.path, office=self._own.path if desk.is_sample else None)

    def _named(self, preferences: Preferences) -> str:
        """The name for the history and for others who want to write."""
        return preferences.user or self._user


def _drop(window: MainWindow) -> None:
    """A window that the garbage collector finds under Qt can crash: it goes explicitly."""
    window.close()
    window.backups.keeper.finish()
    window.deleteLater()


def _calendar(settings: Settings) -> Calendar:
    """Working days with the office's own years."""
    return load(own=settings.folder / OWN_FOLDER)


def _release(office: Office) -> None:
    office.background.finish()
    office.store.close()
    office.bridge.deleteLater()
    office.background.deleteLater()
