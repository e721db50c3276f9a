"""A section that is closed until it is wanted: one row with its fact, the rows below it."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from gui.look import Look, paint
from gui.look.buttons import flat_button
from gui.look.panels import label

HEIGHT = 36
LABEL = 76


class FoldHead(QAbstractButton):
    """› 公示 ······ 已公示，无异议"""

    def __init__(self, look: Look, name: str, title: str) -> None:
        super().__init__()
        self._look = look
        self._fact = ""
        self.setObjectName(name)
        self.setText(title)
        self.setAccessibleName(title)
        self.setCheckable(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)

    def set_fact(self, text: str) -> None:
        self._fact = text
        self.setAccessibleName(f"{self.text()}，{text}")
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(200, HEIGHT)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        tokens, texts = self._look.tokens, self._look.texts
        rect = QRectF(self.rect())
        if self.underMouse() or self.hasFocus():
            painter.fillRect(rect, tokens.hover)
        icon = "down" if self.isChecked() else "right"
        self._look.paint_icon(painter, QRectF(0, 0, 16, HEIGHT), icon, tokens.ink2, 16)
        used = texts.line(painter, rect.adjusted(24, 0, 0, 0), self.text(), "strong", tokens.ink)
        place = rect.adjusted(24 + used + 16, 0, 0, 0)
        right = Qt.AlignmentFlag.AlignRight
        texts.line(painter, place, self._fact, "label", tokens.ink2, right)
        paint.across(painter, tokens.line, 0, rect.right(), 0)


class Fold(QWidget):
    """Rows of a label and words, shown when the head is opened; a verb adds one more."""

    add_wanted = Signal()
    row_wanted = Signal(int)  # the index of a row with something to open

    def __init__(self, look: Look, name: str, title: str, verb: str = "") -> None:
        super().__init__()
        self._look = look
        self.setObjectName(name)
        self.head = FoldHead(look, f"{name}_head", title)
        self._body = QWidget()
        self._rows = QVBoxLayout(self._body)
        self._rows.setContentsMargins(24, 0, 0, 8)
        self._rows.setSpacing(4)
        self._verb = flat_button(look, f"{name}_add", verb, icon="plus") if verb else None
        if self._verb:
            self._verb.clicked.connect(self.add_wanted)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.head)
        column.addWidget(self._body)
        self._body.hide()
        self.head.toggled.connect(self._body.setVisible)

    def show_rows(
        self, fact: str, rows: Sequence[tuple[str, str]], *, writable: bool = False
    ) -> None:
        """Show a fact in the head and ``(label, words)`` below it."""
        self.head.set_fact(fact)
        while (item := self._rows.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None and widget is not self._verb:
                widget.deleteLater()
        for number, (caption, words) in enumerate(rows):
            self._rows.addWidget(self._row(number, caption, words))
        if self._verb:
            # First into its place: shown without one it would be a window of its own.
            self._rows.addWidget(self._verb, 0, Qt.AlignmentFlag.AlignLeft)
            self._verb.setVisible(writable)

    def open(self) -> None:
        self.head.setChecked(True)

    def _row(self, number: int, caption: str, words: str) -> QWidget:
        name = f"{self.objectName()}_{number}"
        row = _Row(name)
        row.opened.connect(lambda: self.row_wanted.emit(number))
        layout = QHBoxLayout(row)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(8)
        left = label(self._look, f"{name}_label", caption, "label", "ink3")
        left.setFixedWidth(LABEL)
        layout.addWidget(left, 0, Qt.AlignmentFlag.AlignTop)
        right: QLabel = label(self._look, f"{name}_words", words, "label", "ink2")
        right.setWordWrap(True)
        layout.addWidget(right, 1)
        return row


class _Row(QWidget):
    opened = Signal()

    def __init__(self, name: str) -> None:
        super().__init__()
        self.setObjectName(name)

    def mouseDoubleClickEvent(self, event: object) -> None:
        self.opened.emit()
