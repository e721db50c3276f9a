"""整改进展: a field to type today's line into, then the lines, newest first."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QAction,
    QContextMenuEvent,
    QKeyEvent,
    QKeySequence,
    QMouseEvent,
    QPainter,
    QPaintEvent,
)
from PySide6.QtWidgets import QLineEdit, QMenu, QSizePolicy, QWidget

from gui.look import Look
from gui.rectification.detail.case import Case
from gui.rectification.detail.section import Section
from model.dates import show_date
from model.records import Progress

DAY, BY = 60, 48
LINE = 24
TEXT_LINE = 20


class ProgressField(QLineEdit):
    """The date stands at its right; Enter records the line, but not the Enter of a composition."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self.day = ""
        self.setObjectName("progress_edit")
        self.setAccessibleName("今天的进展")
        self.setPlaceholderText("写一句今天的进展，按 Enter 记下")
        self.setTextMargins(0, 0, 60, 0)

    def event(self, event: QEvent) -> bool:
        """Undo and redo are the window's while there is no typing of its own to take back."""
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            undoes = event.matches(QKeySequence.StandardKey.Undo) and not self.isUndoAvailable()
            redoes = event.matches(QKeySequence.StandardKey.Redo) and not self.isRedoAvailable()
            if undoes or redoes:
                return False
        return super().event(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        painter = QPainter(self)
        place = QRectF(self.rect()).adjusted(0, 0, -9, 0)
        tokens = self._look.tokens
        edge = Qt.AlignmentFlag.AlignRight
        self._look.texts.line(painter, place, self.day, "label", tokens.ink3, edge)


class LineRow(QWidget):
    """One line of what happened; a double click opens it."""

    opened = Signal(object)
    removed = Signal(object)

    def __init__(self, look: Look, line: Progress, case: Case) -> None:
        super().__init__()
        self._look = look
        self.line = line
        self._day = show_date(line.on, case.context.year)
        self._by = case.name(line.by)
        self.setObjectName(f"progress_{line.id}")
        self.setAccessibleName(f"{self._day}，{line.content}，{self._by}")
        self.setToolTip(line.content)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def sizeHint(self) -> QSize:
        return QSize(200, LINE)

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        lines = self._look.texts.line_count(self.line.content, "body", width - DAY - BY, 3)
        return max(1, lines) * TEXT_LINE + 4

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        tokens, texts = self._look.tokens, self._look.texts
        rect = QRectF(self.rect())
        first = QRectF(0, 2, DAY, TEXT_LINE)
        texts.line(painter, first, self._day, "label", tokens.ink2)
        words = rect.adjusted(DAY, 2, -BY, -2)
        texts.lines(painter, words, self.line.content, "body", tokens.ink, 3)
        by = QRectF(rect.right() - BY, 2, BY, TEXT_LINE)
        texts.line(painter, by, self._by, "label", tokens.ink2, Qt.AlignmentFlag.AlignRight)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        self.opened.emit(self.line)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        menu = QMenu(self)
        for text, signal in (("修改…", self.opened), ("删除", self.removed)):
            action = QAction(text, menu)
            action.triggered.connect(lambda _=False, signal=signal: signal.emit(self.line))
            menu.addAction(action)
        menu.popup(event.globalPos())


class ProgressSection(Section):
    """The lines of all rounds, newest first."""

    written = Signal(str)
    opened = Signal(object)
    removed = Signal(object)

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(look, "progress", "整改进展", parent=parent)
        self.field = ProgressField(look)
        self.field.returnPressed.connect(self._write)
        self.setFocusProxy(self.field)
        self.insert(self.field)

    def show_case(self, case: Case, day: str, barred: str) -> None:
        """Show the lines of the case; ``day`` is today in words.

        ``barred`` says why none is added or altered.
        """
        self.field.day = day
        self.field.setVisible(not barred)
        self.heading.set_fact(f"{len(case.progress)} 条")
        rows: list[QWidget] = []
        for line in case.progress:
            row = LineRow(self.look, line, case)
            row.opened.connect(self.opened)
            row.removed.connect(self.removed)
            row.setEnabled(not barred)
            rows.append(row)
        self.show_rows(rows)

    def _write(self) -> None:
        text = self.field.text().strip()
        if text:
            self.written.emit(text)
