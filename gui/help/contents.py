"""The list of the help's pages; beside each how often the word that is sought stands in it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace

from PySide6.QtCore import QRectF, QSignalBlocker, QSize, Qt, Signal
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import (
    QFrame,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from gui.help.pages import Page
from gui.look import Look, paint
from gui.value_list import VALUE, Index, ValueList
from model.frozen import Frozen

LEAST_WIDTH = 240
AROUND = 8  # px above and below a line
INDENT = 20
COUNT_WIDTH = 40  # place of the count at the right


class Line(Frozen):
    """The title of a page, and how often the word that is sought stands in it."""

    page: str
    name: str
    count: int = 0

    @property
    def hint(self) -> str:
        """For the tooltip."""
        return f"找到{self.count}处" if self.count else ""


class Contents(ValueList):
    """Choosing a line asks for its page."""

    page_wanted = Signal(str)  # name

    def __init__(self, look: Look, pages: Iterable[Page], parent: QWidget | None = None) -> None:
        super().__init__("help_contents", "目录", parent)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setStyleSheet(f"QListWidget {{ background: {look.tokens.window.name()}; }}")
        self.setViewportMargins(0, 8, 0, 0)
        self.setItemDelegate(_Line(look, self))
        self.records.show(Line(page.name, page.title) for page in pages)
        widest = max(look.fonts.width("strong", line.name) for line in self.records.values)
        self.setFixedWidth(max(LEAST_WIDTH, INDENT + round(widest) + COUNT_WIDTH))

    def turned_to(self, value: Line) -> None:
        """Ask for its page."""
        self.page_wanted.emit(value.page)

    def show_page(self, name: str) -> None:
        """Choose the line of the page that is shown, without asking."""
        with QSignalBlocker(self):
            for row, line in enumerate(self.records.values):
                if line.page == name:
                    self.choose(row)

    def show_counts(self, counts: Mapping[str, int]) -> None:
        """Say beside each page how many hits it has; none where there are none."""
        lines = self.records.values
        self.records.renew(replace(line, count=counts.get(line.page, 0)) for line in lines)


class _Line(QStyledItemDelegate):
    def __init__(self, look: Look, parent: QWidget) -> None:
        super().__init__(parent)
        self._look = look

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(LEAST_WIDTH, self._look.fonts.line_height("body") + 2 * AROUND)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        tokens, texts = self._look.tokens, self._look.texts
        rect = QRectF(option.rect)
        chosen = option.state & QStyle.StateFlag.State_Selected
        if chosen:
            painter.fillRect(rect, tokens.tint)
            paint.row_bar(painter, self._look, rect)
        elif option.state & QStyle.StateFlag.State_MouseOver:
            painter.fillRect(rect, tokens.hover)
        words = rect.adjusted(INDENT, 0, -COUNT_WIDTH, 0)
        line: Line = index.data(VALUE)
        texts.line(painter, words, line.name, "strong" if chosen else "body", tokens.ink)
        if line.count:
            place = rect.adjusted(0, 0, -12, 0)
            edge = Qt.AlignmentFlag.AlignRight
            texts.line(painter, place, str(line.count), "label", tokens.ink3, edge)
