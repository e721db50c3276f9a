"""The values that a filter offers, each with a tick and how many rows have it."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from typing import Any

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter
from PySide6.QtWidgets import QListView, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from gui.look import Look, paint
from gui.record_table.filters import BLANK, Option
from model.initials import initials

ALL = "全选"
ROW_HEIGHT = 28
PADDING = 12
WORDS_AT = 38
CountRole = int(Qt.ItemDataRole.UserRole)
Index = QModelIndex | QPersistentModelIndex
CheckState = Qt.CheckState
CHECK = int(Qt.ItemDataRole.CheckStateRole)
TICKED, UNTICKED = CheckState.Checked.value, CheckState.Unchecked.value  # Qt asks for numbers
NOWHERE = QModelIndex()


class OptionModel(QAbstractListModel):
    """The first row ticks all that are offered, the others one value each."""

    ticked_changed = Signal()
    altered = Signal()  # somebody ticked or unticked something

    def __init__(self, options: Sequence[Option], ticked: Collection[str] | None) -> None:
        """``ticked``: the words of those that are, None for all."""
        super().__init__()
        self._options = list(options)
        self._texts = [f"{each.words or BLANK} {initials(each.words)}".lower() for each in options]
        self._shown = list(self._options)
        self._chosen = {each.words for each in options} if ticked is None else set(ticked)
        self._ticked = set(self._chosen)

    def narrow(self, text: str) -> None:
        """Offer only those that hold ``text`` (or its pinyin initials), all of them ticked."""
        sought = text.strip().lower()
        self.beginResetModel()
        pairs = zip(self._options, self._texts, strict=True)
        self._shown = [each for each, words in pairs if sought in words]
        self._ticked = {each.words for each in self._shown} if sought else set(self._chosen)
        self.endResetModel()
        self.ticked_changed.emit()

    def ticked(self) -> set[str]:
        """The words of the ticked values, also of those that are not offered now."""
        return set(self._ticked)

    def all_ticked(self) -> bool:
        return all(each.words in self._ticked for each in self._shown)

    def show_ticked(self, ticked: Collection[str] | None) -> None:
        """Show what something else chose (None: all) as the ticked ones."""
        words = {each.words for each in self._options}
        self._ticked = words if ticked is None else set(ticked)
        self._chosen = set(self._ticked)
        self.dataChanged.emit(self.index(0), self.index(len(self._shown)), [CHECK])
        self.ticked_changed.emit()

    def tick_only(self, row: int) -> None:
        """Tick just this one."""
        words = {each.words for each in self._shown} if row == 0 else {self._shown[row - 1].words}
        self._put(words)

    def toggle(self, row: int) -> None:
        here = {each.words for each in self._shown}
        if row == 0:
            self._put(self._ticked - here if self.all_ticked() else self._ticked | here)
        elif 0 < row <= len(self._shown):
            self._put(self._ticked ^ {self._shown[row - 1].words})

    def _put(self, ticked: set[str]) -> None:
        self._ticked = ticked
        if len(self._shown) == len(self._options):
            self._chosen = set(ticked)
        self.dataChanged.emit(self.index(0), self.index(len(self._shown)), [CHECK])
        self.altered.emit()
        self.ticked_changed.emit()

    # -- what Qt asks ----------------------------------------------------------------------

    def rowCount(self, parent: Index = NOWHERE) -> int:
        return 0 if parent.isValid() else len(self._shown) + 1

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        option = self._shown[index.row() - 1] if index.row() else None
        if role == Qt.ItemDataRole.DisplayRole:
            return (" ".join(option.words.split("\n")) or BLANK) if option else ALL
        if role == CountRole:
            return option.count if option else sum(each.count for each in self._shown)
        if role == CHECK:
            ticked = option.words in self._ticked if option else self.all_ticked()
            return TICKED if ticked else UNTICKED
        return None

    def setData(self, index: Index, value: Any, role: int = Qt.ItemDataRole.EditRole) -> bool:
        if role != CHECK or not index.isValid():
            return False
        wanted = TICKED if CheckState(value) == CheckState.Checked else UNTICKED
        if self.data(index, CHECK) != wanted:
            self.toggle(index.row())
        return True

    def flags(self, index: Index) -> Qt.ItemFlag:
        flags = super().flags(index)
        return flags | Qt.ItemFlag.ItemIsUserCheckable if index.isValid() else flags


class OptionList(QListView):
    """Ticks by click and Space; a double click takes one alone."""

    taken = Signal()  # this one alone is wanted: done

    def __init__(self, look: Look, model: OptionModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._options = model
        self.setObjectName("filter_options")
        self.setAccessibleName("可选的值")
        self.setModel(model)
        self.setItemDelegate(_OptionPainter(look, self))
        self.setUniformItemSizes(True)
        self.setMouseTracking(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        index = self.indexAt(event.position().toPoint())
        if event.button() == Qt.MouseButton.LeftButton and index.isValid():
            self._options.toggle(index.row())

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        index = self.indexAt(event.position().toPoint())
        if index.isValid():
            self._options.tick_only(index.row())
            self.taken.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Space:
            self._options.toggle(self.currentIndex().row())
        else:
            super().keyPressEvent(event)


class _OptionPainter(QStyledItemDelegate):
    """A tick box, the words, and the count at the right."""

    def __init__(self, look: Look, parent: QObject) -> None:
        super().__init__(parent)
        self._look = look

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(0, ROW_HEIGHT)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        tokens, texts = self._look.tokens, self._look.texts
        rect = QRectF(option.rect)
        view = option.widget
        if isinstance(view, QListView) and view.hasFocus() and view.currentIndex() == index:
            painter.fillRect(rect, tokens.hover)
        box = QRectF(rect.left() + PADDING, rect.top(), paint.TICK_BOX, rect.height())
        paint.tick_box(painter, self._look, box, index.data(CHECK) == TICKED)
        inside = rect.adjusted(WORDS_AT, 0, -PADDING, 0)
        count = str(index.data(CountRole))
        edge = Qt.AlignmentFlag.AlignRight
        used = texts.line(painter, inside, count, "label", tokens.ink3, edge)
        inside.setRight(inside.right() - used - 8)
        texts.line(painter, inside, str(index.data()), "body", tokens.ink)
