"""The right side of the restore window: what is in the chosen backup, what was done since."""

from __future__ import annotations

from datetime import datetime

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from gui.backups import words
from gui.look import Look
from gui.look.buttons import plain_button
from gui.look.panels import label, set_ink
from model.backups.listing import Backup
from model.frozen import Frozen
from model.store.summary import Difference, Summary

MARGIN = 20


class Opened(Frozen):
    """What was read of a backup; ``difference`` is None where the ledger cannot be compared."""

    summary: Summary | None
    difference: Difference | None
    is_other: bool


class Details(QWidget):
    """Filled twice: at once with what the name tells, then with what was read from the file."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("backup_details")
        self.setAccessibleName("备份内容")
        self._look = look
        self._title = label(look, "backup_title", "", "heading")
        self._facts = self._lines("backup_facts", "ink2")
        self._issues = self._lines("backup_issues", "ink")
        self._since_title = label(look, "backup_since_title", "恢复后会失去", "strong")
        self._since = self._lines("backup_since", "ink")
        self._verdict = self._lines("backup_verdict", "ink2")
        self.verify_button = plain_button(look, "backup_verify", "核对", icon="check")
        self.copy_button = plain_button(look, "backup_copy", "另存为副本…", icon="copy")
        self._build()

    def _lines(self, name: str, ink: str) -> QLabel:
        made = label(self._look, name, "", "body", ink)
        made.setWordWrap(True)
        made.setAlignment(Qt.AlignmentFlag.AlignTop)
        return made

    def _build(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(MARGIN, 16, MARGIN, 16)
        column.setSpacing(4)
        column.addWidget(self._title)
        column.addWidget(self._facts)
        column.addSpacing(12)
        column.addWidget(label(self._look, "backup_issues_title", "备份里有", "strong"))
        column.addWidget(self._issues)
        column.addSpacing(12)
        column.addWidget(self._since_title)
        column.addWidget(self._since)
        column.addStretch(1)
        column.addWidget(self._verdict)
        column.addSpacing(4)
        for button in (self.verify_button, self.copy_button):
            column.addWidget(button)
            column.addSpacing(4)

    def show_backup(self, backup: Backup, now: datetime) -> None:
        """What its name tells; the rest is being read."""
        self._since_title.show()
        self._title.setText(words.when(backup.at, now))
        self._facts.setText(f"{backup.reason}备份 · {words.size(backup.size)}")
        self._facts.setToolTip(str(backup.path))
        for reading in (self._issues, self._since):
            reading.setText("正在读取…")
        self.say("", is_well=True)

    def show_opened(self, found: Opened, now: datetime) -> None:
        """What is in it and what was done since."""
        if found.summary is None:
            self._issues.setText("这个备份读不出来，不能用它恢复。")
            self._since.setText("")
            self._since_title.hide()
            return
        lines = [words.contents(found.summary), words.states(found.summary)]
        if found.summary.at:
            last = f"{words.when(found.summary.at, now)} {found.summary.label}"
            lines.append(f"最后一次操作：{last}")
        self._issues.setText("\n".join(lines))
        self._since.setText(_since(found))

    def say(self, text: str, *, is_well: bool) -> None:
        """How the last deed in this window ended."""
        self._verdict.setText(text)
        set_ink(self._verdict, "green" if is_well else "red")


def _since(found: Opened) -> str:
    if found.is_other:
        return "这是另一份台账的备份，恢复后现在的内容全部换掉。"
    if found.difference is None:
        return "现在的台账读不出来，无法比较。"
    altered = words.since(found.difference)
    count = found.difference.operations
    if not altered:
        return "没有：和现在的内容一样。"
    if count is None:
        return f"{altered}\n（现在的台账不是从这个备份接着做的）"
    return f"{altered}\n（这之后的{count}次操作）"
