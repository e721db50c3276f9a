"""Copy and paste work on whatever has the keyboard."""

import pytest
from PySide6.QtWidgets import QApplication, QLineEdit, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from gui.editing import on_focused, undo
from gui.look import Look
from gui.office import Office
from model.records import Issue
from model.store import Store
from tests.gui.prepared import PreparedAsk


class Sheet(QWidget):
    """A table around an editor."""

    def __init__(self) -> None:
        super().__init__()
        self.copied = 0
        QVBoxLayout(self).addWidget(QWidget())

    def copy(self) -> None:
        self.copied += 1


def shown(qtbot: QtBot, widget: QWidget) -> None:
    qtbot.addWidget(widget)
    widget.show()
    widget.activateWindow()
    qtbot.waitUntil(widget.isActiveWindow)
    widget.setFocus()


def test_a_text_field_copies_its_text(qtbot: QtBot, look: Look) -> None:
    field = QLineEdit("座椅破损")
    shown(qtbot, field)
    field.selectAll()
    on_focused("copy")
    assert QApplication.clipboard().text() == "座椅破损"


def test_what_holds_the_keyboard_may_copy_instead(qtbot: QtBot) -> None:
    sheet = Sheet()
    shown(qtbot, sheet)
    on_focused("copy")
    assert sheet.copied == 1


def test_a_refused_undo_is_said(
    store: Store, office: Office, ask: PreparedAsk, edited: Issue, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(store, "read_only", "现在是只读查看。")
    ask.expect("refuse")
    assert undo(office) is None
    assert ask.asked == [("refuse", "现在是只读查看。")]
