"""What a user does on the page of the opinions, and what is seen of it."""

from __future__ import annotations

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from gui.entry_form import EntryForm
from gui.ledger.opinion_page import OpinionPage
from model.store import Store


def press(qtbot: QtBot, parent: QWidget, name: str) -> None:
    button = next(each for each in parent.findChildren(QWidget) if each.objectName() == name)
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)


def choose(page: OpinionPage, *ids: int) -> None:
    page.table.clearSelection()
    page.table.select_id(ids[0])
    rows = [page.table.records.rows.row_of(id) for id in ids]
    for row in rows:
        assert row is not None
        index = page.table.records.index(row, 0)
        page.table.selectionModel().select(index, page.table.selectionModel().SelectionFlag.Select)


def in_dialog(name: str, act: object) -> None:
    """Do this in the dialog of that name as soon as it is open."""

    def when_open() -> None:
        dialog = QApplication.activeModalWidget()
        if dialog is None or dialog.objectName() != name:
            QTimer.singleShot(10, when_open)
        else:
            act(dialog)  # type: ignore[operator]

    QTimer.singleShot(0, when_open)


def fate(store: Store, page: OpinionPage, id: int) -> str:
    row = page.table.records.rows.row_of(id)
    assert row is not None
    return page.table.records.rows.text(row, page.table.records.column_of("fate"))


def merge_into(qtbot: QtBot, page: OpinionPage, number: str) -> None:
    """Type the number of an issue into the form that merges the chosen opinions, and send it."""

    def fill(dialog: EntryForm) -> None:
        editor = dialog.form.editor("issue")
        editor.setFocus()
        qtbot.keyClicks(editor, number)
        qtbot.keyClick(editor, Qt.Key.Key_Return)
        dialog.send()

    in_dialog("merge_opinions", fill)
    press(qtbot, page.tools, "opinion_merge")
