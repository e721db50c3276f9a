"""The note beside a cell: what is wrong, what is accepted, what Esc brings back."""

from __future__ import annotations

from PySide6.QtCore import QRect, QRectF, Qt
from PySide6.QtGui import QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from gui.look import Look, paint

WIDTH = 300
PADDING = 12
GAP = 6  # px between the cell and the note
MOST_LINES = 8


class RefusalNote(QWidget):
    """Lies over the table beside the refused cell, inside the table's bounds."""

    def __init__(self, look: Look, parent: QWidget) -> None:
        super().__init__(parent)
        self._look = look
        self._title = self._rest = ""
        self.setObjectName("refusal_note")
        self.hide()

    def say(self, title: str, rest: str, beside: QRect) -> None:
        """Show a bold first line and more below it, beside this part of the parent."""
        self._title, self._rest = title, rest
        self.setAccessibleName(f"{title}\n{rest}")
        height = 2 * PADDING - 8 + sum(self._heights())
        self.setGeometry(self._beside(beside, height))
        self.raise_()
        self.show()
        self.update()

    def words(self) -> str:
        """What is said now; blank while nothing is."""
        return self.accessibleName() if self.isVisible() else ""

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self.hide()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        tokens, texts = self._look.tokens, self._look.texts
        rect = QRectF(self.rect())
        paint.outline(painter, rect, tokens.surface, tokens.red, 4)
        left, width = PADDING, self.width() - 2 * PADDING
        upper, lower = self._heights()
        title = QRectF(left, PADDING - 4, width, upper)
        texts.lines(painter, title, self._title, "strong", tokens.red_t, MOST_LINES)
        rest = QRectF(left, title.bottom(), width, lower)
        texts.lines(painter, rest, self._rest, "label", tokens.ink2, MOST_LINES)

    def _heights(self) -> tuple[int, int]:
        texts, fonts, width = self._look.texts, self._look.fonts, WIDTH - 2 * PADDING
        title = texts.line_count(self._title, "strong", width, MOST_LINES)
        rest = texts.line_count(self._rest, "label", width, MOST_LINES) if self._rest else 0
        return title * fonts.line_height("strong"), rest * fonts.line_height("label")

    def _beside(self, cell: QRect, height: int) -> QRect:
        """At the right of the cell, else at its left, else below or above it."""
        parent = self.parentWidget()
        room = parent.rect() if parent else cell
        top = min(max(cell.top() - 4, 0), max(0, room.height() - height))
        for left in (cell.right() + GAP, cell.left() - GAP - WIDTH):
            if left >= 0 and left + WIDTH <= room.width():
                return QRect(left, top, WIDTH, height)
        left = min(max(cell.left(), 0), max(0, room.width() - WIDTH))
        below = cell.bottom() + GAP
        top = below if below + height <= room.height() else max(0, cell.top() - GAP - height)
        return QRect(left, top, WIDTH, height)


class AlarmMark(QWidget):
    """The red square in the corner of an editor whose text was refused."""

    def __init__(self, look: Look, editor: QWidget, icon_room: int) -> None:
        super().__init__(editor)
        self._look = look
        self.setObjectName("alarm_mark")
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        left = editor.width() - paint.LIGHT_SIZE - 6 - icon_room
        self.setGeometry(left, 6, paint.LIGHT_SIZE, paint.LIGHT_SIZE)
        self.show()

    def paintEvent(self, event: QPaintEvent) -> None:
        paint.light(QPainter(self), self._look, QRectF(self.rect()), "red")


def parts(text: str) -> tuple[str, str]:
    """A refusal's first sentence and the rest of it."""
    first, stop, rest = text.partition("。")
    return (first, rest.strip()) if stop else (text, "")
