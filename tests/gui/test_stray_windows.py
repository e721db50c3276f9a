"""Nothing flashes up: a part that is shown before it has its place is a window of its own,
which takes the keyboard from the real one."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from gui.draft_file import Draft, DraftFile
from gui.history.bin import BinDialog
from gui.history.operations import OperationHistory
from gui.history.record import RecordHistory
from gui.main_window import MainWindow
from gui.office import Office
from gui.record_form import RecordDialog
from gui.record_form.dialog import typed_fields
from gui.record_form.paged_dialog import Page, PagedDialog
from gui.rooms import DOORS
from gui.together.filling import FillForm
from model.fields import Record
from model.records import Campaign, Issue
from model.store import Store


class Shown(QObject):
    """The names of all windows that are shown."""

    def __init__(self) -> None:
        super().__init__()
        self.names: list[str] = []

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Show and isinstance(watched, QWidget) and watched.isWindow():
            self.names.append(watched.objectName())
        return False


@pytest.fixture
def shown(qapp: QApplication) -> Iterator[list[str]]:
    watching = Shown()
    qapp.installEventFilter(watching)
    yield watching.names
    qapp.removeEventFilter(watching)


def test_one_is_noticed(qtbot: QtBot, shown: list[str]) -> None:
    stray = QWidget()
    stray.setObjectName("stray")
    qtbot.addWidget(stray)
    stray.show()
    assert shown == ["stray"]


def test_the_window_and_its_rooms_are_one(
    qtbot: QtBot, shown: list[str], window: MainWindow
) -> None:
    for door in DOORS:
        window.show_room(door.name)
        QApplication.processEvents()
    assert shown == ["main_window"]
    assert window.isActiveWindow()


def test_the_bar_of_drafts_is_in_the_window(
    qtbot: QtBot, shown: list[str], office: Office, store: Store
) -> None:
    DraftFile(store.path).write([Draft("x", "备注", "", "待查", "2011-04-20T10:32")])
    window = MainWindow(office, store.path)
    qtbot.addWidget(window)
    window.show()
    QApplication.processEvents()
    assert shown == ["main_window"]
    bar = window.findChild(QWidget, "draft_bar")
    assert bar is not None
    assert bar.isVisible()
    window.close()


def test_a_dialog_is_one_window(
    qtbot: QtBot, shown: list[str], office: Office, campaign: Campaign, store: Store
) -> None:
    issue = store.get(Issue, 1)
    for dialog in (
        OperationHistory(None, office, campaign),
        BinDialog(None, office, campaign),
        RecordHistory(None, office, issue),
        RecordDialog(None, office, issue, "问题", None, None),
    ):
        qtbot.addWidget(dialog)
        dialog.show()
        QApplication.processEvents()
        assert shown == [dialog.objectName()]
        shown.clear()


class OneMore:
    """There is always another page."""

    def beside(self, record: Record, step: int) -> Page | None:
        return Page(record, "问题", {})

    def arrived(self, record: Record) -> None:
        """Nobody looks."""


def test_a_dialog_that_turns_to_other_fields_stays_one_window(
    qtbot: QtBot, shown: list[str], office: Office, store: Store
) -> None:
    issue = store.get(Issue, 1)
    paged = PagedDialog(None, office, Page(issue, "问题", {}), typed_fields(Issue), OneMore())
    filling = FillForm(None, office, [issue], len)
    for dialog, turn in ((paged, lambda: paged.go(1)), (filling, lambda: filling.choose("note"))):
        qtbot.addWidget(dialog)
        dialog.show()
        turn()
        QApplication.processEvents()
        assert shown == [dialog.objectName()]
        shown.clear()
