"""The only place that shows message boxes and file dialogs; tests hand in a prepared one.

Qt's dialogs are loaded with the first question: the start does not wait for them.
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget

from gui.look import Look
from gui.look.buttons import plain_button, primary_button

if TYPE_CHECKING:
    from PySide6.QtWidgets import QFileDialog

EXCEL = "Excel 工作簿 (*.xlsx)"
LEDGER = "活动台账 (*.db)"
ALL_FILES = "所有文件 (*)"
REPORTED = ("复制详细信息", "继续使用")
FILE_DIALOG, PLACES = (800, 500), 160  # px of Qt's own dialog, and of the places at its left


class Ask:
    """Questions to the user, and the plain sentences that need no answer."""

    def __init__(self, look: Look) -> None:
        self._look = look

    def refuse(self, text: str) -> None:
        """Say why something was not done; nothing was changed."""
        self._show("没有完成", text, ("知道了",), primary=0)

    def tell(self, title: str, text: str) -> None:
        """Say something that needs no decision."""
        self._show(title, text, ("知道了",), primary=0)

    def report(self, title: str, text: str, details: str) -> None:
        """Say that something went wrong inside the program; ``details`` can be copied."""
        while self._show(title, text, REPORTED, primary=1, escape=1) == 0:
            QApplication.clipboard().setText(details)
            text = "详细信息已复制，可以粘贴到邮件或聊天窗口里。\n数据是安全的，可以继续用。"

    def confirm(
        self, title: str, text: str, yes: str, no: str = "取消", *, loses: bool = False
    ) -> bool:
        """Whether to do what cannot be undone; closing the window means no.

        Enter means yes, unless yes ``loses`` what somebody typed: then it means no.
        """
        return self._show(title, text, (no, yes), primary=0 if loses else 1) == 1

    def discard(
        self,
        title: str = "放弃刚才填写的内容？",
        text: str = "填写的内容还没有保存，关闭后不能找回。",
        stay: str = "继续填写",
    ) -> bool:
        """Whether a form may be left though what was typed into it is not stored."""
        return self.confirm(title, text, "放弃", stay, loses=True)

    def choose(self, title: str, text: str, choices: Sequence[str]) -> int | None:
        """The index of the chosen button (the last is the filled one); None when closed."""
        return self._show(title, text, choices, primary=len(choices) - 1)

    def save_path(self, title: str, start: Path, kind: str = EXCEL) -> Path | None:
        """Where to write a file; the system's dialog asks before it replaces one."""
        dialog = _file_dialog(title, start.parent, kind)
        dialog.setAcceptMode(dialog.AcceptMode.AcceptSave)
        dialog.setDefaultSuffix(start.suffix.lstrip("."))  # or it would look for another file
        dialog.selectFile(start.name)
        chosen = _chosen(dialog)
        return _with_suffix(chosen[0], start.suffix) if chosen else None

    def open_path(self, title: str, start: Path, kind: str = EXCEL) -> Path | None:
        """A file that exists."""
        dialog = _file_dialog(title, start, f"{kind};;{ALL_FILES}")
        dialog.setFileMode(dialog.FileMode.ExistingFile)
        chosen = _chosen(dialog)
        return chosen[0] if chosen else None

    def open_paths(self, title: str, start: Path, kind: str = ALL_FILES) -> list[Path]:
        """Files that exist; none when the user thought better of it."""
        dialog = _file_dialog(title, start, kind)
        dialog.setFileMode(dialog.FileMode.ExistingFiles)
        return _chosen(dialog)

    def folder(self, title: str, start: Path) -> Path | None:
        """A folder that exists."""
        dialog = _file_dialog(title, start)
        dialog.setFileMode(dialog.FileMode.Directory)
        dialog.setOption(dialog.Option.ShowDirsOnly)
        chosen = _chosen(dialog)
        return chosen[0] if chosen else None

    def _show(
        self, title: str, text: str, buttons: Sequence[str], primary: int, escape: int = 0
    ) -> int | None:
        from PySide6.QtWidgets import QMessageBox  # loaded with the first question

        box = QMessageBox(_parent())
        box.setObjectName("message")
        box.setWindowTitle("活动台账")
        box.setTextFormat(Qt.TextFormat.PlainText)
        box.setText(title)
        box.setInformativeText(text)
        made = []
        for number, words in enumerate(buttons):
            make = primary_button if number == primary else plain_button
            made.append(make(self._look, f"answer_{number}", words, height=36))
            box.addButton(made[-1], QMessageBox.ButtonRole.ActionRole)
        box.setDefaultButton(made[primary])
        box.setEscapeButton(made[escape])
        box.exec()
        clicked = box.clickedButton()
        box.deleteLater()
        return next((index for index, button in enumerate(made) if button is clicked), None)


def _file_dialog(title: str, folder: Path, kind: str = "") -> QFileDialog:
    """The system's dialog; Qt's own, where the system has none, is made wide enough to be read."""
    from PySide6.QtWidgets import QFileDialog, QSplitter  # loaded with the first question

    dialog = QFileDialog(_parent(), title, str(folder), kind)
    parts = dialog.findChild(QSplitter)
    if parts is not None:
        dialog.resize(*FILE_DIALOG)
        parts.setSizes([PLACES, FILE_DIALOG[0] - PLACES])
    return dialog


def _chosen(dialog: QFileDialog) -> list[Path]:
    """Ask; what was picked, nothing where the dialog was closed."""
    picked = dialog.selectedFiles() if dialog.exec() else []
    dialog.deleteLater()
    return [Path(name) for name in picked]


def _parent() -> QWidget | None:
    """The window in front; a question that was just answered may still be held for it."""
    window = QApplication.activeWindow()
    while window is not None and not window.isVisible():
        window = window.parentWidget()
    return window


def _with_suffix(path: Path, suffix: str) -> Path:
    return path if path.suffix.lower() == suffix else path.with_name(path.name + suffix)
