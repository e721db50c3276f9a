"""The head of the detail: number, light with words, the problem itself."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QSizePolicy, QVBoxLayout, QWidget

from gui.look import Look, paint
from gui.look.buttons import icon_button
from gui.look.panels import label
from gui.rectification.detail.case import Case


class LightWords(QWidget):
    """A light and its words on one line."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._kind, self._words = "none", ""
        self.setObjectName("light")
        self.setFixedHeight(20)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_light(self, kind: str, words: str) -> None:
        self._kind, self._words = kind, words
        self.setAccessibleName(words)
        self.setToolTip(words)
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(80, 20)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        paint.light_words(painter, self._look, QRectF(self.rect()), self._kind, self._words)


class Head(QWidget):
    """2011-023  ▲ 第2轮补课 · 还剩2个工作日, then the text of the problem where it is not typed."""

    menu_wanted = Signal(QPoint)  # where on the screen

    def __init__(self, look: Look, parent: QWidget | None = None, *, content: bool = True) -> None:
        super().__init__(parent)
        self.setObjectName("head")
        self._number: QLabel = label(look, "number", "", "heading")
        self._light = LightWords(look)
        self._content: QLabel = label(look, "content", "", "lead")
        self._content.setWordWrap(True)
        self._content.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._more = icon_button(look, "issue_menu", "more", "更多操作")
        self._more.clicked.connect(self._ask_menu)
        row = QHBoxLayout()
        row.setSpacing(14)
        row.addWidget(self._number)
        row.addWidget(self._light, 1)
        row.addWidget(self._more)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        column.addLayout(row)
        column.addWidget(self._content)
        self._content.setVisible(content)

    def show_case(self, case: Case) -> None:
        """Show which issue this is and how it stands."""
        self._number.setText(case.issue.number)
        self._light.show_light(case.verdict.light.value, case.verdict.full)
        self._content.setText(case.issue.content)

    def _ask_menu(self) -> None:
        self.menu_wanted.emit(self._more.mapToGlobal(QPoint(0, self._more.height())))
