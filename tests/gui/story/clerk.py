"""The hands of whoever sits at the window: keys, mouse and an input method, nothing else."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TypeVar

from PySide6.QtCore import QPoint, Qt, QTimer
from PySide6.QtGui import QAction
from PySide6.QtWidgets import (
    QApplication,
    QDialog,
    QMenu,
    QMenuBar,
    QPlainTextEdit,
    QPushButton,
    QWidget,
)
from pytestqt.qtbot import QtBot

from gui.main_window import MainWindow
from gui.moves.refused import MissingRow
from gui.record_form.flag_editor import FlagEditor
from model.store import Store
from tests.gui.typing_chinese import commit, compose

W = TypeVar("W", bound=QWidget)
LEFT = Qt.MouseButton.LeftButton
NONE = Qt.KeyboardModifier.NoModifier
CONTROL = Qt.KeyboardModifier.ControlModifier
BOX = QPoint(8, 12)  # in the tick box of a measure, or at the left of a field


class Clerk:
    """Works at ``window``; only what is in sight can be clicked, read or typed into.

    ``ledger`` is what she works on, for a look at what was stored.
    """

    def __init__(self, qtbot: QtBot, window: MainWindow, ledger: Store) -> None:
        self.qtbot = qtbot
        self.window = window
        self.ledger = ledger

    # -- seeing ------------------------------------------------------------------------------

    def see(self, kind: type[W], name: str) -> W:
        """The one widget of this name that is in sight."""
        self.qtbot.waitUntil(lambda: len(self._in_sight(kind, name)) == 1)
        return self._in_sight(kind, name)[0]

    def says(self, name: str) -> str:
        """The words of a label that is in sight."""
        return str(self.see(QWidget, name).property("text"))

    def wait_for(self, name: str, words: str) -> None:
        """Until a label says these words."""
        self.qtbot.waitUntil(lambda: self.says(name) == words)

    def missing(self) -> list[str]:
        """What the dialog of a refused move names."""
        rows = self._front().findChildren(MissingRow)
        return [row.accessibleName().split("，")[0] for row in rows if row.isVisible()]

    def _in_sight(self, kind: type[W], name: str = "") -> list[W]:
        found = self._front().findChildren(kind, name) if name else self._front().findChildren(kind)
        return [each for each in found if not each.visibleRegion().isEmpty()]

    def _front(self) -> QWidget:
        """The dialog that is open, else the window."""
        return QApplication.activeModalWidget() or self.window

    # -- mouse -------------------------------------------------------------------------------

    def press(self, words: str) -> None:
        """Click on the button with these words."""

        def buttons() -> list[QPushButton]:
            return [each for each in self._in_sight(QPushButton) if each.text() == words]

        self.qtbot.waitUntil(lambda: len(buttons()) == 1)
        self._click(buttons()[0])

    def click(self, name: str) -> None:
        """Click on what has this name."""
        self._click(self.see(QWidget, name))

    def tick(self, measure: int) -> None:
        """Click into the box of a measure."""
        self._click(self.see(QWidget, f"measure_{measure}"), BOX)

    def choose(self, button: str, words: str) -> None:
        """Open the menu behind a button and take the entry with these words."""
        self.click(button)
        self._take(words)

    def choose_from_menu(self, menu: str, words: str) -> None:
        """Open a menu of the window and take the entry with these words."""
        bar = self.see(QMenuBar, "menu_bar")
        place = bar.actionGeometry(_named(bar, menu)).center()
        self.qtbot.mouseClick(bar, LEFT, pos=place)
        self._take(words)

    def _take(self, words: str) -> None:
        menu = QApplication.activePopupWidget()
        assert isinstance(menu, QMenu)
        self.qtbot.mouseClick(menu, LEFT, pos=menu.actionGeometry(_named(menu, words)).center())
        self._come_back()

    def _click(self, widget: QWidget, pos: QPoint | None = None) -> None:
        assert widget.isEnabled(), f"{widget.objectName()} is disabled"
        self.qtbot.mouseClick(widget, LEFT, pos=pos or widget.rect().center())
        self._come_back()

    # -- keys --------------------------------------------------------------------------------

    def key(self, key: Qt.Key, modifiers: Qt.KeyboardModifier = NONE) -> None:
        """Press a key where the keyboard is."""
        self.qtbot.keyClick(QApplication.focusWidget() or self.window, key, modifiers)
        self._come_back()

    def type(self, text: str) -> None:
        """Type where the keyboard is; Chinese as an input method does it."""
        focused = QApplication.focusWidget()
        assert focused is not None
        if text.isascii():
            self.qtbot.keyClicks(focused, text)
        else:
            compose(focused, ["p", "pin"])
            commit(focused, text)

    def fill(self, entries: Mapping[str, str]) -> None:
        """Fill in fields of the form that is open: a click into each, the text, Tab."""
        for name, text in entries.items():
            self._write(name, text)
            self.key(Qt.Key.Key_Tab)

    def name_new(self, name: str, person: str) -> None:
        """Write a person whom nobody has named yet into a field, and take the offer to add one."""
        self._write(name, person)
        for key in (Qt.Key.Key_Down, Qt.Key.Key_Return, Qt.Key.Key_Tab):
            self.key(key)

    def _write(self, name: str, text: str) -> None:
        editor = self.see(QWidget, f"{name}_edit")
        self._click(editor, BOX)
        if isinstance(editor, FlagEditor):
            return
        assert editor.hasFocus(), f"{name} did not get the keyboard"
        if isinstance(editor, QPlainTextEdit):
            editor.selectAll()
        else:
            self.key(Qt.Key.Key_A, CONTROL)
        self.type(text)

    # -- dialogs -----------------------------------------------------------------------------

    def in_dialog(self, ask: Callable[[], None], answer: Callable[[], None]) -> None:
        """Do ``ask``, which opens a dialog that waits; ``answer`` is done in it."""

        former = QApplication.activeModalWidget()
        waiting = QTimer(self.window, interval=1)

        def work() -> None:
            dialog = QApplication.activeModalWidget()
            if dialog is None or dialog is former:
                return
            assert isinstance(dialog, QDialog)
            waiting.stop()
            try:
                self._come_back()
                answer()
            finally:
                dialog.done(0)

        waiting.timeout.connect(work)
        waiting.start()
        ask()

    def _come_back(self) -> None:
        """The display that shows nothing hands the keyboard to no window by itself."""
        front = self._front()
        if QApplication.activePopupWidget() is None and not front.isActiveWindow():
            front.activateWindow()
            self.qtbot.waitUntil(front.isActiveWindow)


def _named(menu: QMenu | QMenuBar, words: str) -> QAction:
    """The entry with these words."""
    return next(each for each in menu.actions() if each.text() == words)
