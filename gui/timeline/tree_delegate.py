"""Paints the rows of the tree and edits a name in its place."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import (
    QLineEdit,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTreeView,
    QWidget,
)

from gui.look import Look, paint
from gui.look.fonts import Role
from gui.timeline import marks
from gui.timeline.outline import Key, key_of
from gui.timeline.seeking import places
from gui.timeline.tree_model import NAME, OWNER, STATUS, RowRole
from model.judgements.timeline import Row
from model.kinds import PLAIN

Index = QModelIndex | QPersistentModelIndex
CHEVRON = QRect(12, 0, 18, 0)  # left and width of the fold mark
HEADING_LEFT = 34
TASK_LEFT = 38
DIAMOND = (43, 11)  # middle and size
SUBMISSION_LEFT = 56
PADDING = 8
EDITOR_INDENT = 8  # from the edge of the editor to its text


class TreeDelegate(QStyledItemDelegate):
    """One row high each; ``row_height`` and the search words are set by the tree."""

    def __init__(self, look: Look, parent: QWidget) -> None:
        super().__init__(parent)
        self._look = look
        self.row_height = 28
        self.needle = ""  # sought words, in lower case
        self.context = PLAIN  # how texts are read
        self.current: Key | None = None  # the row with the current hit

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(0, self.row_height)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        rect = QRectF(option.rect)
        row: Row = index.data(RowRole)
        self._paint_ground(painter, option, rect, index.column())
        if row.depth == 0 and index.column() != STATUS:
            self._paint_heading(painter, rect, row, option, index)
        elif index.column() == NAME:
            self._paint_name(painter, rect, row)
        elif index.column() == OWNER:
            place = rect.adjusted(PADDING, 0, 0, 0)
            self._write(painter, place, row, row.owner, "label", quiet=True)
        else:
            self._paint_status(painter, rect.adjusted(PADDING, 0, -PADDING, 0), row)

    def _paint_ground(
        self, painter: QPainter, option: QStyleOptionViewItem, rect: QRectF, column: int
    ) -> None:
        tokens, state = self._look.tokens, option.state
        if state & QStyle.StateFlag.State_Selected:
            painter.fillRect(rect, tokens.tint)
            if column == NAME:
                paint.row_bar(painter, self._look, rect)
        elif state & QStyle.StateFlag.State_MouseOver:
            painter.fillRect(rect, tokens.hover)
        paint.across(painter, tokens.line, rect.left(), rect.right(), rect.bottom() - 1)

    def _paint_heading(
        self, painter: QPainter, rect: QRectF, row: Row, option: QStyleOptionViewItem, index: Index
    ) -> None:
        """A phase has nobody responsible: its name takes both cells, each painting its part."""
        place = self._heading_place(rect, index)
        spot = QRectF(place.left() + CHEVRON.left(), rect.top(), CHEVRON.width(), rect.height())
        icon = "down" if option.state & QStyle.StateFlag.State_Open else "right"
        painter.save()
        painter.setClipRect(rect, Qt.ClipOperation.IntersectClip)
        if index.column() == NAME:
            self._look.paint_icon(painter, spot, icon, self._look.tokens.ink2, 16)
        words = place.adjusted(name_left(row), 0, -PADDING, 0)
        self._write(painter, words, row, row.name, "strong")
        painter.restore()

    def _heading_place(self, rect: QRectF, index: Index) -> QRectF:
        """The cells of name and person as one; a hidden one has no width."""
        view = self.parent()
        assert isinstance(view, QTreeView)
        if index.column() == NAME:
            return rect.adjusted(0, 0, view.columnWidth(OWNER), 0)
        return rect.adjusted(-view.columnWidth(NAME), 0, 0, 0)

    def _paint_name(self, painter: QPainter, rect: QRectF, row: Row) -> None:
        place = rect.adjusted(name_left(row), 0, -PADDING, 0)
        if row.kind == "submission":
            middle, size = DIAMOND
            centre = QPointF(rect.left() + middle, rect.center().y())
            marks.diamond(painter, self._look, centre, row.done, size)
        self._write(painter, place, row, row.name, "body", quiet=row.done)

    def _paint_status(self, painter: QPainter, place: QRectF, row: Row) -> None:
        if row.light in ("red", "amber"):
            paint.light_words(painter, self._look, place, row.light, row.words)
        else:
            self._write(painter, place, row, row.words, "label", quiet=True)

    def _write(
        self,
        painter: QPainter,
        place: QRectF,
        row: Row,
        text: str,
        role: Role,
        quiet: bool = False,
    ) -> None:
        """Words of a cell, on the ground of a hit where they hold what is sought."""
        look = self._look
        found = places(text, self.needle, self.context) if self.needle else []
        width = look.fonts.width
        spots = [
            QRectF(
                place.left() + width(role, text[:start]),
                place.center().y() - 10,
                width(role, text[start : start + length]),
                20,
            ).intersected(place)
            for start, length in found
        ]
        paint.hits(painter, look, spots, current=key_of(row) == self.current)
        look.texts.line(painter, place, text, role, look.tokens.ink2 if quiet else look.tokens.ink)

    # -- editing ---------------------------------------------------------------------------

    def createEditor(self, parent: QWidget, option: QStyleOptionViewItem, index: Index) -> QWidget:
        row: Row = index.data(RowRole)
        editor = QLineEdit(parent)
        editor.setObjectName("timeline_name_edit")
        editor.setAccessibleName("阶段名称" if row.depth == 0 else "任务名称")
        editor.setFont(self._look.font("strong" if row.depth == 0 else "body"))
        return editor

    def updateEditorGeometry(
        self, editor: QWidget, option: QStyleOptionViewItem, index: Index
    ) -> None:
        row: Row = index.data(RowRole)
        editor.setGeometry(option.rect.adjusted(name_left(row) - EDITOR_INDENT, 0, 0, 0))


def name_left(row: Row) -> int:
    """Where the name begins in its cell."""
    if row.depth == 0:
        return HEADING_LEFT
    return SUBMISSION_LEFT if row.kind == "submission" else TASK_LEFT
