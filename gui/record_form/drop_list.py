"""The list below an editor: what can be chosen, narrowed down as one types.

It never takes the focus: an input method goes on talking to the editor alone.
"""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import (
    QEvent,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import (
    QListWidget,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from gui.look import Look, paint
from model.initials import ALSO, Readings, initials

ROW_HEIGHT = 28
MOST_ROWS = 9
PADDING = 8
LEAST_WIDTH = 120
LONGEST_NAME = 10  # characters; the letters of a whole sentence nobody types
NOTE_ROLE = int(Qt.ItemDataRole.UserRole)


class DropList(QWidget):
    """Shown below an editor at its width."""

    clicked = Signal()

    def __init__(self, look: Look, editor: QWidget) -> None:
        flags = Qt.WindowType.ToolTip | Qt.WindowType.WindowDoesNotAcceptFocus
        super().__init__(editor, flags)
        self._look = look
        self._editor = editor
        self.setObjectName("drop_list")
        self.setAccessibleName("可选项")
        self.setAttribute(Qt.WidgetAttribute.WA_ShowWithoutActivating)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.choices = QListWidget(self)
        self.choices.setObjectName("drop_choices")
        self.choices.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.choices.setMouseTracking(True)
        self.choices.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.choices.setItemDelegate(_ChoicePainter(look, self))
        self.choices.itemEntered.connect(self.choices.setCurrentItem)
        self.choices.itemClicked.connect(lambda _item: self.clicked.emit())
        column = QVBoxLayout(self)
        column.setContentsMargins(1, 4, 1, 4)
        column.setSizeConstraint(QVBoxLayout.SizeConstraint.SetNoConstraint)
        column.addWidget(self.choices)
        for moved in (editor, editor.window()):
            moved.installEventFilter(self)

    def offer(self, texts: Sequence[str], marked: int, readings: Readings, extra: str = "") -> None:
        """Show these, the one at ``marked`` (-1: none) pointed at, and perhaps an extra last."""
        self.choices.clear()
        self.choices.addItems([*texts, *([extra] if extra else [])])
        for row, text in enumerate(texts):
            if len(text) <= LONGEST_NAME:
                note = initials(text, readings).replace(ALSO, "/")
                self.choices.item(row).setData(NOTE_ROLE, note)
        self.choices.setCurrentRow(marked)
        if self.choices.count():
            self._place()
        else:
            self.hide()

    def step(self, by: int) -> None:
        """Point at the next or previous one."""
        row = min(max(self.choices.currentRow() + by, 0), self.choices.count() - 1)
        self.choices.setCurrentRow(row)

    def pointed(self) -> int:
        """The row pointed at; -1 while there is none or the list is not open."""
        return self.choices.currentRow() if self.isVisible() else -1

    def text(self, row: int) -> str:
        return self.choices.item(row).text()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in (QEvent.Type.Move, QEvent.Type.Hide, QEvent.Type.WindowDeactivate):
            self.hide()
        return False

    def paintEvent(self, event: QPaintEvent) -> None:
        tokens = self._look.tokens
        painter = QPainter(self)
        painter.fillRect(self.rect(), tokens.surface)
        paint.outline(painter, QRectF(self.rect()), tokens.surface, tokens.line2, 0)

    def _place(self) -> None:
        rows = min(self.choices.count(), MOST_ROWS)
        self.choices.setFixedHeight(rows * ROW_HEIGHT)
        height = rows * ROW_HEIGHT + 8
        width = max(self._editor.width(), LEAST_WIDTH, self._widest())
        below = self._editor.mapToGlobal(self._editor.rect().bottomLeft())
        room = self._editor.screen().availableGeometry()
        if below.y() + height > room.bottom():
            below.setY(below.y() - self._editor.height() - height)
        below.setX(min(below.x(), room.right() - width))
        self.setGeometry(below.x(), below.y() + 1, width, height)
        self.show()
        self.choices.scrollToItem(self.choices.currentItem())

    def _widest(self) -> int:
        """The room the words need, within reason."""
        texts = (self.text(row) for row in range(min(self.choices.count(), 100)))
        widest = max(self._look.fonts.width("body", text) for text in texts)
        return min(round(widest) + 3 * PADDING + 48, 400)


class _ChoicePainter(QStyledItemDelegate):
    """A row of the list: the words, and the initials of a name at the right."""

    def __init__(self, look: Look, parent: QObject) -> None:
        super().__init__(parent)
        self._look = look

    def sizeHint(
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> QSize:
        return QSize(0, ROW_HEIGHT)

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        tokens, texts = self._look.tokens, self._look.texts
        rect = QRectF(option.rect)
        if isinstance(option.widget, QListWidget) and option.widget.currentIndex() == index:
            painter.fillRect(rect, tokens.tint)
        inside = rect.adjusted(PADDING, 0, -PADDING, 0)
        note = str(index.data(NOTE_ROLE) or "")
        used = self._look.fonts.width("label", note) + PADDING if note else 0
        edge = Qt.AlignmentFlag.AlignRight
        texts.line(painter, inside, note, "label", tokens.ink3, edge)
        inside.setRight(inside.right() - used)
        texts.line(painter, inside, str(index.data()), "body", tokens.ink)
