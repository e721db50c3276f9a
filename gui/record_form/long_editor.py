"""The editor of long text: it breaks lines and grows with what is typed."""

from __future__ import annotations

from math import ceil

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QInputMethodEvent, QKeyEvent
from PySide6.QtWidgets import QPlainTextEdit, QWidget

from gui.look import Look
from gui.record_form.editor_state import ENTER, is_left, show_refused

LEAST_LINES, MOST_LINES = 2, 8


class LongEditor(QPlainTextEdit):
    """Text of several lines; Alt+Enter breaks the line, Tab leaves it."""

    altered = Signal()
    picked = Signal()  # never: nothing is chosen here
    left = Signal()

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self.composing = False
        self._filling = False
        self.setTabChangesFocus(True)
        # Lines are broken, but Qt shows it for a moment and takes its height off the last line.
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.textChanged.connect(self._text_changed)

    def typed(self) -> str:
        return self.toPlainText()

    def fill(self, text: str) -> None:
        self._filling = True
        self.setPlainText(text)
        self._filling = False

    def set_refused(self, refused: bool) -> None:
        show_refused(self, refused)

    def settle(self) -> bool:
        return True

    def break_line(self) -> None:
        if self.isReadOnly():
            return
        self.textCursor().insertText("\n")
        self.ensureCursorVisible()

    def stand_at(self, left: int, top: int) -> None:
        """Move the text by so many px from where it usually stands."""
        self.setViewportMargins(left, top, 0, 0)

    def needed_height(self) -> int:
        """The height in px in which no line is out of sight, at the present width."""
        block = self.document().begin()
        height = 0.0
        while block.isValid():
            height += self.blockBoundingRect(block).height()
            block = block.next()
        return ceil(height) + self._around()

    def sizeHint(self) -> QSize:
        line, around = self._look.fonts.line_height("body"), self._around()
        least, most = (lines * line + around for lines in (LEAST_LINES, MOST_LINES))
        return QSize(200, min(max(self.needed_height(), least), most))

    def _around(self) -> int:
        """Px above and below the text: frame and padding, margins of the view and the document."""
        frame = self.height() - self.contentsRect().height()
        margins = self.viewportMargins()
        document = 2 * round(self.document().documentMargin())
        return frame + margins.top() + margins.bottom() + document

    def minimumSizeHint(self) -> QSize:
        return QSize(80, self.sizeHint().height())

    def inputMethodEvent(self, event: QInputMethodEvent) -> None:
        self.composing = bool(event.preeditString())
        super().inputMethodEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.composing = False
        if is_left(event):
            self.left.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in ENTER and self.composing:
            event.accept()
        elif event.key() in ENTER and event.modifiers() & Qt.KeyboardModifier.AltModifier:
            self.break_line()
        elif event.key() in ENTER and event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            event.ignore()  # Ctrl+Enter is the dialog's 确定
        else:
            super().keyPressEvent(event)

    def _text_changed(self) -> None:
        self.updateGeometry()
        if not self._filling:
            self.altered.emit()
