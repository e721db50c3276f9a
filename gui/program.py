"""The running program: one ledger in one window, and how it changes to another."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QApplication

from gui.ask import Ask
from gui.background import Background
from gui.bridge import Bridge
from gui.desk import Desk
from gui.ledgers import open_ledger, sample_copy
from gui.look import Look, apply, load_look
from gui.main_window import MainWindow
from gui.office import Office
from gui.settings import Settings
from model import sample
from model.refused import Refused

DARK_KEY = "window/dark"

MakeAsk = Callable[[Look], Ask]


class Program(QObject):
    """Opens ledgers, each in a window of its own, one at a time.

    ``own`` is the office's ledger. ``dark`` overrides what is remembered.
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
        self._app, self._own, self._user, self._dark = app, own, user, dark
        self._make_ask = make_ask
        self._desk = own
        self._samples: list[TemporaryDirectory[str]] = []
        self.office: Office | None = None
        self.window: MainWindow | None = None

    def open(self, desk: Desk) -> None:
        """Show this ledger instead of the one that is open. Refused, and then that one stays."""
        store = open_ledger(desk.path, self._user, create=desk.create)
        settings = Settings.beside(desk.path)
        dark = bool(settings.get(DARK_KEY, False)) if self._dark is None else self._dark
        look = self._put_on(dark)
        office = Office(
            store=store,
            bridge=Bridge(store, self),
            ask=self._make_ask(look),
            background=Background(self),
            look=look,
            settings=settings,
            today=desk.today,
            user=self._user,
        )
        try:
            self._show(office, desk)
        except Refused:
            _release(office)
            raise

    def close(self) -> None:
        """Close window and ledger, at the end of the program."""
        if self.window is not None:
            _drop(self.window)
        if self.office is not None:
            _release(self.office)
        self.window, self.office = None, None
        for folder in self._samples:
            folder.cleanup()

    def _show(self, office: Office, desk: Desk) -> None:
        """The new window comes before the former goes, or Qt would take that for the end."""
        window = MainWindow(office, self._own.path, desk.mark)
        self._wire(window)
        if self.window is not None:
            window.restoreGeometry(self.window.saveGeometry())
        window.show()
        if self.window is not None:
            _drop(self.window)
        if self.office is not None and self.office.store is not office.store:
            _release(self.office)
        self.window, self.office, self._desk = window, office, desk

    def _wire(self, window: MainWindow) -> None:
        window.ledger_wanted.connect(lambda path: self._try(partial(self.open, Desk(path))))
        window.own_wanted.connect(lambda: self._try(partial(self.open, self._own)))
        window.sample_wanted.connect(lambda: self._try(self._open_sample))
        window.dark_wanted.connect(self._set_dark)

    def _try(self, opening: Callable[[], None]) -> None:
        try:
            opening()
        except Refused as refusal:
            assert self.office is not None
            self.office.ask.refuse(refusal.text)

    def _open_sample(self) -> None:
        self._samples.append(TemporaryDirectory(prefix="taizhang-"))
        self.open(Desk(sample_copy(Path(self._samples[-1].name)), sample.TODAY))

    def _set_dark(self, dark: bool) -> None:
        """The same ledger in another look: look and window are made anew, the store stays."""
        assert self.office is not None
        self._dark = dark
        self.office.settings.put(DARK_KEY, dark)
        look = self._put_on(dark)
        self._show(replace(self.office, look=look, ask=self._make_ask(look)), self._desk)

    def _put_on(self, dark: bool) -> Look:
        look = load_look(dark)
        apply(self._app, look)
        return look


def _drop(window: MainWindow) -> None:
    """A window that the garbage collector finds under Qt can crash: it goes explicitly."""
    window.close()
    window.deleteLater()


def _release(office: Office) -> None:
    office.background.finish()
    office.store.close()
    office.bridge.deleteLater()
    office.background.deleteLater()
