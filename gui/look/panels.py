"""The small parts panels are made of: headings, rows of fields, hairlines, the empty state."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from gui.look import paint
from gui.look.fonts import Role
from gui.look.look import Look

LABEL_WIDTH = 60
EMPTY_ICON = 40
SEAL = 56


def label(
    look: Look,
    name: str,
    text: str,
    role: Role = "body",
    ink: str = "ink",
    parent: QWidget | None = None,
) -> QLabel:
    """Words in a role and an ink ("ink", "ink2", "ink3", "red", "amber", "green", "accent")."""
    made = QLabel(text, parent)
    made.setObjectName(name)
    made.setTextFormat(Qt.TextFormat.PlainText)
    made.setFont(look.font(role))
    made.setProperty("ink", ink)
    return made


def set_ink(words: QLabel, ink: str) -> None:
    """Write words that exist in another ink."""
    words.setProperty("ink", ink)
    words.style().unpolish(words)
    words.style().polish(words)


class Hairline(QWidget):
    """A line of one px, across by default; `line2` for the edge of a panel, else `line`."""

    def __init__(self, colour: QColor, upright: bool = False, parent: QWidget | None = None):
        super().__init__(parent)
        self._colour = colour
        self._upright = upright
        if upright:
            self.setFixedWidth(1)
        else:
            self.setFixedHeight(1)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        if self._upright:
            paint.down(painter, self._colour, 0, 0, self.height())
        else:
            paint.across(painter, self._colour, 0, self.width(), 0)


def program_heading(look: Look, name: str, sentence: str) -> QHBoxLayout:
    """The seal with the name of the program and a sentence: on the first page and in 关于."""
    seal = QLabel()
    seal.setPixmap(look.icons.program().pixmap(QSize(SEAL, SEAL)))
    words = QVBoxLayout()
    words.setSpacing(0)
    words.addWidget(label(look, f"{name}_name", "活动台账", "program"))
    words.addWidget(label(look, f"{name}_sentence", sentence, "body", "ink2"))
    row = QHBoxLayout()
    row.setSpacing(20)
    row.addWidget(seal)
    row.addLayout(words, 1)
    return row


class PanelHeading(QWidget):
    """整改措施  2 / 3 已完成 ················ 添加措施"""

    def __init__(
        self,
        look: Look,
        name: str,
        title: str,
        role: Role = "strong",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self.setAccessibleName(title)
        self._fact_label = label(look, f"{name}_fact", "", "label", "ink2")
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(8)
        self._row.addWidget(label(look, f"{name}_title", title, role))
        self._row.addWidget(self._fact_label)
        self._row.addStretch()

    def set_fact(self, text: str) -> None:
        """A count or a fact beside the title; empty for none."""
        self._fact_label.setText(text)

    def add_button(self, button: QWidget) -> None:
        """A button at the right edge; the words of a flat one end there."""
        button.setProperty("at_edge", True)
        self._row.addWidget(button)


class FieldRow(QWidget):
    """A label and its field; the label names the field for screen readers."""

    def __init__(
        self,
        look: Look,
        text: str,
        field: QWidget,
        *,
        label_width: int = LABEL_WIDTH,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setObjectName(f"{field.objectName()}_row")
        caption = label(look, f"{field.objectName()}_label", text, "label", "ink3")
        caption.setFixedWidth(label_width)
        caption.setBuddy(field)
        if not field.accessibleName():
            field.setAccessibleName(text)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(caption)
        row.addWidget(field, 1)


class EmptyState(QWidget):
    """An icon, one sentence that says what to do next, and the button for it."""

    def __init__(
        self,
        look: Look,
        name: str,
        icon: str,
        sentence: str,
        button: QPushButton | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self.setAccessibleName(sentence)
        sentence_label = label(look, f"{name}_sentence", sentence, "body", "ink2")
        sentence_label.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        sentence_label.setWordWrap(True)
        column = QVBoxLayout(self)
        column.setSpacing(12)
        column.addStretch(1)
        column.addWidget(_Picture(look, icon), 0, Qt.AlignmentFlag.AlignHCenter)
        column.addWidget(sentence_label)
        if button is not None:
            column.addWidget(button, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addStretch(2)


class _Picture(QWidget):
    def __init__(self, look: Look, icon: str) -> None:
        super().__init__()
        self._look = look
        self._icon = icon
        self.setFixedSize(QSize(EMPTY_ICON, EMPTY_ICON))

    def paintEvent(self, event: QPaintEvent) -> None:
        slate = self._look.tokens.slate
        place = QRectF(self.rect())
        self._look.paint_icon(QPainter(self), place, self._icon, slate, EMPTY_ICON)
