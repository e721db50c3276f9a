"""关于: what the office reads out when it asks somebody for help, in words that can be copied."""

from __future__ import annotations

import platform
from datetime import datetime
from math import ceil

from PySide6.QtCore import Qt, qVersion
from PySide6.QtGui import QFont, QTextLayout, QTextOption
from PySide6.QtWidgets import (
    QApplication,
    QDialog,
    QGridLayout,
    QHBoxLayout,
    QPlainTextEdit,
    QVBoxLayout,
    QWidget,
)

from gui import desktop
from gui.backups.words import NONE_YET, size, when
from gui.look import Look
from gui.look.buttons import DIALOG_HEIGHT, flat_button, plain_button, primary_button
from gui.look.panels import Hairline, label, program_heading
from gui.office import Office
from gui.version import VERSION
from model.backups.listing import backups_of
from model.refused import Refused

MARGIN, WIDTH = 28, 560
FACT_WIDTH = 440
ROOM = 12  # px below the words, which the field takes for itself
PROMISE = "数据只存在这台电脑上，程序不连接网络。"
LICENCE = "MIT 许可证：可以免费使用、复制和修改"
NO_BACKUPS = "示例副本，不备份"
_BREAKING = QTextOption()
_BREAKING.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)


def facts(office: Office, now: datetime) -> dict[str, str]:
    """What is said, each under its heading."""
    store = office.store
    backups = backups_of(store.path) if office.keeps_backups else []
    newest = when(backups[0].at, now) if backups else NONE_YET
    return {
        "版本": VERSION,
        "台账文件": str(store.path.resolve()),
        "大小": size(store.path.stat().st_size),
        "操作": f"{store.history.last_id()}次",
        "上次备份": newest if office.keeps_backups else NO_BACKUPS,
        "运行环境": f"Python {platform.python_version()} · Qt {qVersion()}",
        "许可": LICENCE,
    }


class About(QDialog):
    """Every word of it can be marked, and all of them copied at once."""

    def __init__(self, parent: QWidget | None, office: Office, now: datetime) -> None:
        super().__init__(parent)
        self._office = office
        self._facts = facts(office, now)
        self.setObjectName("about_dialog")
        self.setWindowTitle("关于活动台账")
        self.setFixedWidth(WIDTH)
        column = QVBoxLayout(self)
        column.setContentsMargins(MARGIN, 24, MARGIN, 24)
        column.setSpacing(16)
        column.addLayout(program_heading(self._office.look, "about", PROMISE))
        column.addWidget(Hairline(office.look.tokens.line))
        column.addLayout(self._rows())
        column.addLayout(self._buttons())
        self._close_button.setFocus()

    def copy(self) -> None:
        """All of it as text, to be pasted into a message."""
        lines = [f"{heading}：{words}" for heading, words in self._facts.items()]
        QApplication.clipboard().setText("\n".join(["活动台账", *lines]))
        self._copy_button.setText("已复制")

    def _rows(self) -> QGridLayout:
        look = self._office.look
        grid = QGridLayout()
        grid.setHorizontalSpacing(16)
        grid.setVerticalSpacing(0)
        grid.setColumnStretch(1, 1)
        for row, (heading, words) in enumerate(self._facts.items()):
            fact = _Fact(look, words)
            fact.setObjectName(f"about_fact_{row}")
            fact.setAccessibleName(f"{heading}：{words}")
            caption = label(look, f"about_heading_{row}", heading, "label", "ink3")
            caption.setContentsMargins(0, 1, 0, 0)
            grid.addWidget(caption, row, 0, Qt.AlignmentFlag.AlignTop)
            grid.addWidget(fact, row, 1)
        return grid

    def _buttons(self) -> QHBoxLayout:
        look = self._office.look
        self._copy_button = flat_button(look, "about_copy", "复制", icon="copy")
        self._copy_button.clicked.connect(lambda _checked: self.copy())
        folder = plain_button(look, "about_folder", "打开文件夹", height=DIALOG_HEIGHT)
        folder.clicked.connect(lambda _checked: self._open_folder())
        self._close_button = primary_button(look, "about_close", "关闭")
        self._close_button.clicked.connect(self.accept)
        self._close_button.setDefault(True)
        row = QHBoxLayout()
        row.setSpacing(12)
        row.addWidget(self._copy_button)
        row.addStretch(1)
        row.addWidget(folder)
        row.addWidget(self._close_button)
        return row

    def _open_folder(self) -> None:
        try:
            desktop.open_folder(self._office.store.path)
        except Refused as refusal:
            self._office.ask.refuse(refusal.text)


class _Fact(QPlainTextEdit):
    """Words to be read and marked; a long path is broken anywhere, which no label does."""

    def __init__(self, look: Look, words: str) -> None:
        super().__init__(words)
        self.setReadOnly(True)
        ink = look.tokens.ink.name()
        self.setStyleSheet(f"border: none; padding: 0; background: transparent; color: {ink}")
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self.setFont(look.font("body"))
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setWordWrapMode(_BREAKING.wrapMode())
        self.document().setDocumentMargin(0)
        self.viewport().setAutoFillBackground(False)
        self.setFixedSize(FACT_WIDTH, ceil(_height(words, look.font("body"))) + ROOM)


def _height(words: str, font: QFont) -> float:
    """What words take that are broken anywhere."""
    layout = QTextLayout(words, font)
    layout.setTextOption(_BREAKING)
    layout.beginLayout()
    height = 0.0
    while (line := layout.createLine()).isValid():
        line.setLineWidth(FACT_WIDTH)
        height += line.height()
    layout.endLayout()
    return height
