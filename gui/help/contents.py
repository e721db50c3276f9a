"""The list of the help's pages; beside each how often the word that is sought stands in it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from PySide6.QtCore import (
    QModelIndex,
    QPersistentModelIndex,
    QRectF,
    QSignalBlocker,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import (
    QFrame,
    QListWidget,
    QListWidgetItem,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from gui.help.pages import Page
from gui.look import Look, paint

LEAST_WIDTH = 240
AROUND = 8  # px above and below a line
INDENT = 20
COUNT_WIDTH = 40  # place of the count at the right
NAME = Qt.ItemDataRole.UserRole
COUNT = Qt.ItemDataRole.UserRole + 1

Index = QModelIndex | QPersistentModelIndex


class Contents(QListWidget):
    """Choosing a line asks for its page."""

    page_wanted = Signal(str)  # name

    def __init__(self, look: Look, pages: Iterable[Page], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("help_contents")
        self.setAccessibleName("目录")
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setStyleSheet(f"QListWidget {{ background: {look.tokens.window.name()}; }}")
        self.setMouseTracking(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setViewportMargins(0, 8, 0, 0)
        self.setItemDelegate(_Line(look, self))
        for page in pages:
            item = QListWidgetItem(page.title, self)
            item.setData(NAME, page.name)
        widest = max(look.fonts.width("strong", title) for title in self._titles())
        self.setFixedWidth(max(LEAST_WIDTH, INDENT + round(widest) + COUNT_WIDTH))
        self.currentItemChanged.connect(lambda item, _before: self._ask(item))

    def _ask(self, item: QListWidgetItem | None) -> None:
        if item is not None:
            self.page_wanted.emit(item.data(NAME))

    def show_page(self, name: str) -> None:
        """Choose the line of the page that is shown, without asking."""
        with QSignalBlocker(self):
            for item in self._items():
                if item.data(NAME) == name:
                    self.setCurrentItem(item)

    def show_counts(self, counts: Mapping[str, int]) -> None:
        """Say beside each page how many hits it has; none where there are none."""
        for item in self._items():
            count = counts.get(item.data(NAME), 0)
            item.setData(COUNT, count)
            item.setToolTip(f"找到{count}处" if count else "")

    def _titles(self) -> list[str]:
        return [item.text() for item in self._items()]

    def _items(self) -> list[QListWidgetItem]:
        return [self.item(row) for row in range(self.count())]


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
        texts.line(painter, words, index.data(), "strong" if chosen else "body", tokens.ink)
        count = index.data(COUNT)
        if count:
            place = rect.adjusted(0, 0, -12, 0)
            edge = Qt.AlignmentFlag.AlignRight
            texts.line(painter, place, str(count), "label", tokens.ink3, edge)
