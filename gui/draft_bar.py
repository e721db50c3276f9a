"""Offers what was not finished the last time: a line in the window, a button at its place."""

from __future__ import annotations

from datetime import datetime

from PySide6.QtCore import QObject, QPoint, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QApplication, QHBoxLayout, QPushButton, QWidget
from shiboken6 import isValid

from gui.draft_file import Draft
from gui.drafts import Drafts, TextEditor
from gui.look import Look, paint
from gui.look.buttons import plain_button
from gui.look.panels import label
from model.dates import show_date

HEIGHT = 40
BUTTONS = 190  # px of buttons and margins
WORDS = "填入上次没写完的话"


class DraftBar(QWidget):
    """上次没写完的一段话（4月20日 10:32，今天的进展）：…… 复制 放弃"""

    def __init__(self, look: Look, drafts: Drafts) -> None:
        super().__init__()
        self._look, self._drafts = look, drafts
        self.setObjectName("draft_bar")
        self.setFixedHeight(HEIGHT)
        self._words = label(look, "draft_words", "", "body")
        self._copy_button = plain_button(look, "draft_copy", "复制", icon="copy")
        self._drop_button = plain_button(look, "draft_drop", "放弃")
        self._drop_button.setToolTip("不再提示，这段话不再保留")
        for button in (self._copy_button, self._drop_button):
            button.setFocusPolicy(
                Qt.FocusPolicy.TabFocus
            )  # a click leaves the keyboard at its work
        self._copy_button.clicked.connect(self._copy)
        self._drop_button.clicked.connect(lambda: drafts.dismiss(drafts.recovered))
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 0, 16, 1)
        row.setSpacing(8)
        row.addWidget(self._words, 1)
        row.addWidget(self._copy_button)
        row.addWidget(self._drop_button)
        PutBack(look, drafts, self)
        drafts.recovered_changed.connect(self.refresh)

    def refresh(self) -> None:
        """Show what there is, or nothing at all."""
        self.setVisible(bool(self._drafts.recovered))
        self._say()

    def _say(self) -> None:
        words = _words(self._drafts.recovered)
        self._words.setText(self._look.texts.cut(words, "body", self.width() - BUTTONS)[0])
        self._words.setToolTip(_whole(self._drafts.recovered))
        self.setAccessibleName(words)

    def _copy(self) -> None:
        QApplication.clipboard().setText(_whole(self._drafts.recovered))
        self._copy_button.setText("已复制")

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._say()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, tokens = QPainter(self), self._look.tokens
        painter.fillRect(self.rect(), tokens.head)
        paint.across(painter, tokens.line2, 0, self.width(), self.height() - 1)


class PutBack(QObject):
    """The button below an editor whose text was not finished the last time."""

    def __init__(self, look: Look, drafts: Drafts, parent: QObject) -> None:
        super().__init__(parent)
        self._look, self._drafts = look, drafts
        self._button: QPushButton | None = None
        drafts.returned.connect(self._offer)
        drafts.departed.connect(self._withdraw)

    def _offer(self, editor: TextEditor, draft: Draft) -> None:
        window = editor.window()
        button = plain_button(self._look, "draft_put_back", WORDS, icon="history", parent=window)
        button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        button.setToolTip(draft.text)
        button.clicked.connect(lambda: self._put_back(editor, draft))
        button.adjustSize()
        below = editor.mapTo(window, QPoint(editor.width(), editor.height() + 2))
        left = max(0, below.x() - button.width())
        button.move(left, min(below.y(), window.height() - button.height()))
        button.show()
        button.raise_()
        self._button = button

    def _withdraw(self) -> None:
        if self._button is not None and isValid(self._button):  # else it went with its dialog
            self._button.hide()
            self._button.deleteLater()
        self._button = None

    def _put_back(self, editor: TextEditor, draft: Draft) -> None:
        self._withdraw()
        self._drafts.put_back(editor, draft)


def _words(drafts: list[Draft]) -> str:
    if not drafts:
        return ""
    first = drafts[0]
    count = "一" if len(drafts) == 1 else f"{len(drafts)}"
    text = " ".join(first.text.split())
    return f"上次没写完的{count}段话（{_moment(first)}，{first.words}）：{text}"


def _whole(drafts: list[Draft]) -> str:
    if len(drafts) == 1:
        return drafts[0].text
    return "\n\n".join(f"{each.words}：{each.text}" for each in drafts)


def _moment(draft: Draft) -> str:
    try:
        at = datetime.fromisoformat(draft.at)
    except ValueError:
        return "时间不详"  # the file was altered by hand
    return f"{show_date(at.date(), datetime.now().year)} {at:%H:%M}"
