"""What Enter answers, and the dialogs for files, as they are where the system has none."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QApplication,
    QFileDialog,
    QLineEdit,
    QListView,
    QMessageBox,
    QPushButton,
)
from pytestqt.qtbot import QtBot

from gui.ask import Ask
from gui.look import Look
from gui.office import Office
from gui.record_form import RecordDialog
from model.records import Person
from model.store import Store


@pytest.fixture
def ask(look: Look) -> Ask:
    return Ask(look)


def meanwhile(act: Callable[[QFileDialog], object]) -> None:
    """What the user does in the file dialog that is about to open."""

    def found() -> None:
        dialog = QApplication.activeModalWidget()
        if isinstance(dialog, QFileDialog):
            act(dialog)
        else:
            meanwhile(act)

    QTimer.singleShot(0, found)


def typed(dialog: QFileDialog, text: str) -> None:
    name = dialog.findChild(QLineEdit, "fileNameEdit")
    assert name is not None
    name.setText(text)
    QTest.keyClick(name, Qt.Key.Key_Return)


def press_in_box(key: Qt.Key, filled: list[str]) -> None:
    """Answer the question that is about to open by a key; ``filled`` gets its filled button."""

    def answer() -> None:
        box = QApplication.activeModalWidget()
        if not isinstance(box, QMessageBox):
            press_in_box(key, filled)
            return
        buttons = box.findChildren(QPushButton)
        filled.extend(each.text() for each in buttons if each.property("role") == "primary")
        QTest.keyClick(box.focusWidget() or box, key)

    QTimer.singleShot(0, answer)


def test_enter_presses_the_button_that_has_the_focus(ask: Ask) -> None:
    def answer() -> None:
        box = QApplication.activeModalWidget()
        if not isinstance(box, QMessageBox):
            QTimer.singleShot(0, answer)
            return
        QTest.keyClick(box.focusWidget(), Qt.Key.Key_Tab)
        QTest.keyClick(box.focusWidget(), Qt.Key.Key_Return)

    QTimer.singleShot(0, answer)
    assert ask.discard()


def test_enter_means_yes(ask: Ask) -> None:
    filled: list[str] = []
    press_in_box(Qt.Key.Key_Return, filled)
    assert ask.confirm("恢复？", "现在的内容留存在旁边。", "恢复")
    assert filled == ["恢复"]


def test_escape_leaves_the_report_of_a_fault(ask: Ask) -> None:
    seen: list[str] = []

    def answer() -> None:
        box = QApplication.activeModalWidget()
        if isinstance(box, QMessageBox):
            seen.append(box.informativeText())
            QTest.keyClick(box, Qt.Key.Key_Return if seen[1:] else Qt.Key.Key_Escape)

    answering = QTimer()
    answering.timeout.connect(answer)
    answering.start(0)
    ask.report("程序出错了", "数据是安全的。", "ZeroDivisionError")
    answering.stop()
    assert seen == ["数据是安全的。"]


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Escape])
def test_no_key_loses_what_was_typed(
    qtbot: QtBot, office: Office, look: Look, store: Store, key: Qt.Key
) -> None:
    asking = replace(office, ask=Ask(look))
    dialog = RecordDialog(None, asking, store.get(Person, 2), "填写人员", None, None)
    qtbot.addWidget(dialog, before_close_func=RecordDialog.hide)
    with qtbot.waitActive(dialog):
        dialog.show()
        dialog.activateWindow()
    dialog.form.type_text("post", "书记")
    filled: list[str] = []
    press_in_box(key, filled)
    QTest.keyClick(dialog, Qt.Key.Key_Escape)
    assert dialog.isVisible()
    assert dialog.form.editor("post").property("text") == "书记"
    assert filled == ["继续填写"]


def test_a_file_is_saved_under_the_proposed_name(ask: Ask, tmp_path: Path) -> None:
    proposed = tmp_path / "台账.xlsx"
    meanwhile(lambda dialog: dialog.accept())
    assert ask.save_path("导出", proposed) == proposed
    meanwhile(lambda dialog: dialog.reject())
    assert ask.save_path("导出", proposed) is None


def test_a_name_without_its_ending_never_replaces_a_file_unasked(ask: Ask, tmp_path: Path) -> None:
    (tmp_path / "旧.xlsx").write_bytes(b"")
    asked = []

    def answer() -> None:
        box = QApplication.activeModalWidget()
        assert isinstance(box, QMessageBox)
        asked.append(box.text())
        box.reject()

    def act(dialog: QFileDialog) -> None:
        QTimer.singleShot(0, answer)
        typed(dialog, "旧")
        dialog.reject()

    meanwhile(act)
    assert ask.save_path("导出", tmp_path / "新.xlsx") is None
    assert len(asked) == 1


def test_files_and_folders_that_are_there_are_picked(ask: Ask, tmp_path: Path) -> None:
    (tmp_path / "照片").mkdir()
    (tmp_path / "名单.xlsx").write_bytes(b"")
    meanwhile(lambda dialog: typed(dialog, "名单.xlsx"))
    assert ask.open_path("打开", tmp_path) == tmp_path / "名单.xlsx"
    meanwhile(lambda dialog: typed(dialog, "名单.xlsx"))
    assert ask.open_paths("添加", tmp_path) == [tmp_path / "名单.xlsx"]
    meanwhile(lambda dialog: typed(dialog, str(tmp_path / "照片")))
    assert ask.folder("放在", tmp_path) == tmp_path / "照片"


def test_the_places_at_the_left_can_be_read(ask: Ask, tmp_path: Path) -> None:
    rooms = []

    def act(dialog: QFileDialog) -> None:
        places = dialog.findChild(QListView, "sidebar")
        assert places is not None
        rooms.append(places.viewport().width() - places.sizeHintForColumn(0))
        dialog.reject()

    meanwhile(act)
    ask.folder("放在", tmp_path)
    assert rooms[0] >= 0
