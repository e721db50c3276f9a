"""The built-in plans as a list, each with a thumbnail of its phases to scale."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import (
    QListWidget,
    QListWidgetItem,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from gui.look import Look, paint
from model.spans import show_span
from model.templates import Span, TemplateInfo

ROW_HEIGHT = 64
INDENT = 16  # the words stand under the heading, the tinted ground begins before it
THUMBNAIL = 168
LANE, LANE_STEP = 4, 7

Index = QModelIndex | QPersistentModelIndex


class TemplateList(QListWidget):
    """One plan is always chosen."""

    chosen = Signal(object)  # TemplateInfo

    def __init__(
        self, look: Look, templates: Iterable[TemplateInfo], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setObjectName("template_list")
        self.setAccessibleName("内置方案")
        self.setItemDelegate(_Row(look, self))
        self.setMouseTracking(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        for info in templates:
            item = QListWidgetItem(info.name, self)
            item.setData(Qt.ItemDataRole.UserRole, info)
            item.setToolTip("\n".join(filter(None, (info.title, info.year_note))))
        self.currentRowChanged.connect(lambda _row: self.chosen.emit(self.template()))
        self.setCurrentRow(0)

    def template(self) -> TemplateInfo:
        """The plan that is chosen."""
        info = self.currentItem().data(Qt.ItemDataRole.UserRole)
        assert isinstance(info, TemplateInfo)
        return info


class _Row(QStyledItemDelegate):
    def __init__(self, look: Look, parent: QWidget) -> None:
        super().__init__(parent)
        self._look = look

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(320, ROW_HEIGHT)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        info = index.data(Qt.ItemDataRole.UserRole)
        rect = QRectF(option.rect)
        self._paint_ground(painter, rect, option.state, index.row())
        inner = rect.adjusted(INDENT, 0, -INDENT, 0)
        self._paint_words(painter, inner.adjusted(0, 0, -THUMBNAIL - 16, 0), info)
        self._paint_phases(painter, inner.adjusted(inner.width() - THUMBNAIL, 0, 0, 0), info)

    def _paint_ground(
        self, painter: QPainter, rect: QRectF, state: QStyle.StateFlag, row: int
    ) -> None:
        tokens = self._look.tokens
        if state & QStyle.StateFlag.State_Selected:
            paint.outline(painter, rect.adjusted(0, 2, 0, -2), tokens.tint, tokens.tint, 4)
            paint.row_bar(painter, self._look, rect.adjusted(0, 8, 0, -8))
        elif state & QStyle.StateFlag.State_MouseOver:
            ground = rect.adjusted(0, 2, 0, -2)
            paint.outline(painter, ground, tokens.hover, tokens.hover, 4)
        elif row:
            left, right = rect.left() + INDENT, rect.right() - INDENT
            paint.across(painter, tokens.line, left, right, rect.top())

    def _paint_words(self, painter: QPainter, rect: QRectF, info: TemplateInfo) -> None:
        texts, tokens = self._look.texts, self._look.tokens
        first = QRectF(rect.left(), rect.top() + 10, rect.width(), 22)
        used = texts.line(painter, first, info.name, "strong", tokens.ink)
        theme = f"“{info.theme}”" if info.theme else info.title
        texts.line(painter, first.adjusted(used, 0, 0, 0), theme, "body", tokens.ink2)
        facts = [f"{len(info.phases)}个阶段", f"{info.task_count}项任务", info.scheme]
        facts += ["年份为推定"] if info.year_note else []
        second = QRectF(rect.left(), rect.top() + 33, rect.width(), 20)
        texts.line(painter, second, " · ".join(facts), "label", tokens.ink3)

    def _paint_phases(self, painter: QPainter, rect: QRectF, info: TemplateInfo) -> None:
        look, span = self._look, info.span
        words = show_span(span.start, span.end, span.precision, span.start.year)
        top = QRectF(rect.left(), rect.top() + 8, rect.width(), 20)
        edge = Qt.AlignmentFlag.AlignRight
        look.texts.line(painter, top, words, "label", look.tokens.ink2, edge)
        tokens = look.tokens
        colours = (tokens.phase, tokens.slate, tokens.slate_o, tokens.slate2)
        painter.setPen(Qt.PenStyle.NoPen)
        with paint.smooth(painter):
            for number, phase in enumerate(info.phases):
                painter.setBrush(colours[number % len(colours)])
                bar = _bar(rect, rect.top() + 31 + number * LANE_STEP, phase, span)
                painter.drawRoundedRect(bar, 2, 2)


def _bar(rect: QRectF, top: float, phase: Span, whole: Span) -> QRectF:
    """A phase to scale, true to its overlaps."""
    days = (whole.end - whole.start).days + 1
    left = (phase.start - whole.start).days / days * rect.width()
    width = ((phase.end - phase.start).days + 1) / days * rect.width()
    return QRectF(rect.left() + left, top, max(width - 1, LANE), LANE)
