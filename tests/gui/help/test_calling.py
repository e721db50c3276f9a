"""F1 opens the help at the page of what is in front, also where a dialog is open."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QDialog, QLineEdit
from pytestqt.qtbot import QtBot

from gui.help.pages import NAMES
from gui.help.window import HelpWindow
from gui.main_window import MainWindow
from gui.rooms import DOORS


def shown(front: MainWindow | QDialog) -> HelpWindow:
    found = front.findChild(HelpWindow)
    assert found is not None
    return found


def press_f1(qtbot: QtBot, window: MainWindow) -> None:
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    qtbot.keyClick(window, Qt.Key.Key_F1)


def test_f1_opens_the_page_of_the_room(qtbot: QtBot, window: MainWindow) -> None:
    pages = []
    for door in DOORS:
        window.show_room(door.name)
        press_f1(qtbot, window)
        pages.append(shown(window).browser.page)
    assert pages == ["timeline", "issues", "track", "roster"]
    assert len(window.findChildren(HelpWindow)) == 1


def test_f1_before_the_first_campaign_tells_how_to_make_one(
    qtbot: QtBot, window: MainWindow
) -> None:
    window.show_first_start()
    press_f1(qtbot, window)
    assert shown(window).browser.page == "plan"


def test_the_menu_opens_the_keys(window: MainWindow) -> None:
    action = window.findChild(QAction, "action_help_keys")
    assert action is not None
    action.trigger()
    assert shown(window).browser.page == "keys"


class Dialog(QDialog):
    help_page = "safety"


@pytest.mark.parametrize(("kind", "page"), [(Dialog, "safety"), (QDialog, "track")])
def test_f1_in_a_dialog_opens_its_page_else_that_of_the_room(
    qtbot: QtBot, window: MainWindow, kind: type[QDialog], page: str
) -> None:
    window.show_room("rectification")
    dialog = kind(window)
    field = QLineEdit(dialog)
    qtbot.waitUntil(lambda: "help" in vars(window._deeds))  # once the window was painted
    dialog.open()
    qtbot.waitUntil(dialog.isActiveWindow)
    qtbot.keyClick(field, Qt.Key.Key_F1)
    opened = shown(dialog)
    assert opened.browser.page == page
    # Else the dialog would bar it from mouse and keyboard.
    assert opened.parentWidget() is dialog
    dialog.reject()
    assert not opened.isVisible()
    dialog.deleteLater()


def test_every_declared_page_is_there(window: MainWindow) -> None:
    for door in DOORS:
        assert window.show_room(door.name).help_page in NAMES


def test_the_help_of_a_dialog_can_be_clicked_while_the_dialog_is_open(
    qtbot: QtBot, window: MainWindow
) -> None:
    dialog = QDialog(window)
    dialog.setModal(True)
    qtbot.waitUntil(lambda: "help" in vars(window._deeds))
    dialog.show()
    qtbot.waitUntil(dialog.isActiveWindow)
    qtbot.keyClick(dialog, Qt.Key.Key_F1)
    opened = shown(dialog)
    qtbot.waitExposed(opened)
    line = opened.contents.visualRect(opened.contents.records.index(3)).center()
    place = opened.contents.viewport().mapTo(opened, line)
    # By way of the window: only there a window that is barred turns the mouse away.
    handle, none = opened.windowHandle(), Qt.KeyboardModifier.NoModifier
    QTest.mouseClick(handle, Qt.MouseButton.LeftButton, none, place)
    assert opened.browser.page == NAMES[3]
    dialog.reject()
    dialog.deleteLater()
