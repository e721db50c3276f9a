"""F1: the help comes at the page of what is in front, in the window and in every dialog."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject
from PySide6.QtGui import QGuiApplication, QKeySequence, QShortcut
from PySide6.QtWidgets import QApplication, QDialog, QWidget

from gui.look import Look
from gui.settings import Settings

KEY = "F1"
SHORTCUT = "help_shortcut"


class HelpCalls(QObject):
    """Opens the help; a dialog names its page in ``help_page``, else it is that of the window.

    The menu's own F1 is dead while a dialog is open, and the help could not be clicked: so each
    dialog gets a key of its own when it comes to the front, and a help window that belongs to it.
    """

    def __init__(
        self, window: QWidget, look: Look, settings: Settings, usual: Callable[[], str]
    ) -> None:
        """``usual`` is the name of the page for what the window shows."""
        super().__init__(window)
        self._window, self._look, self._settings, self._usual = window, look, settings, usual

    def listen(self) -> None:
        """Give each dialog its key from now on."""
        app = QApplication.instance()
        assert isinstance(app, QGuiApplication)
        app.focusWindowChanged.connect(self._equip)

    def open(self, page: str = "") -> None:
        """Show a page, or the one that suits what is in front."""
        self._open(self._window, page or self._usual())

    def _equip(self, _window: object) -> None:
        dialog = QApplication.activeModalWidget()
        if isinstance(dialog, QDialog) and dialog.findChild(QShortcut, SHORTCUT) is None:
            key = QShortcut(QKeySequence(KEY), dialog)
            key.setObjectName(SHORTCUT)
            key.activated.connect(lambda: self._open_for(dialog))

    def _open_for(self, dialog: QDialog) -> None:
        self._open(dialog, getattr(dialog, "help_page", "") or self._usual())

    def _open(self, front: QWidget, page: str) -> None:
        # Loaded with the first look into it: the start does not wait for the help.
        from gui.help.window import HelpWindow

        shown = front.findChild(HelpWindow)
        if shown is None:
            shown = HelpWindow(front, self._look, self._settings)
            if isinstance(front, QDialog):
                front.finished.connect(shown.close)
        shown.show_page(page)
