"""The statistics as they are seen: a name, a bar, a count; a click or Space asks for a row."""

from __future__ import annotations

from collections.abc import Iterable
from math import ceil

from PySide6.QtCore import QEvent, QObject, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFocusEvent, QKeyEvent, QMouseEvent, QPainter, QPen
from PySide6.QtWidgets import QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from gui.ledger.statistics_model import FOLD_AGAIN, Entry, EntryRole, Index, Key, StatisticsModel
from gui.look import Look
from gui.look.paint import on_device, smooth
from gui.record_form.editor_state import ENTER
from model.judgements.statistics import Bar

ROW, HEADING, FIRST_HEADING = 28, 37, 28
MARGIN, GROUND_MARGIN = 16, 8
NAME_WIDTHS = (72, 108)  # the least, the most
BAR_GAP, BAR_HEIGHT, BAR_RADIUS = 12, 8, 1.5
COUNT_WIDTH = 30
MORE = 16
GROUND_RADIUS = 3
BY_KEYS = (Qt.FocusReason.TabFocusReason, Qt.FocusReason.BacktabFocusReason)
TOGGLING = (Qt.Key.Key_Space, *ENTER)


class StatisticsList(QListView):
    """Arrows go from bar to bar; headings are passed over."""

    def __init__(self, look: Look, model: StatisticsModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look, self._model = look, model
        self._current: tuple[int, Key] | None = None
        self._by_keys = False  # whether the keyboard led here: only then a ring is shown
        self.setObjectName("statistics")
        self.setAccessibleName("统计")
        self.setModel(model)
        self._painter = _StatisticsPainter(look, self)
        self.setItemDelegate(self._painter)
        self.setSelectionMode(QListView.SelectionMode.NoSelection)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setMouseTracking(True)
        self.verticalScrollBar().setSingleStep(ROW)
        self.setProperty("ground", "window")
        model.modelAboutToBeReset.connect(self._take_current)
        model.modelReset.connect(self._follow_reset)

    def currentChanged(self, current: Index, previous: Index) -> None:
        super().currentChanged(current, previous)
        self.viewport().update()

    def ringed(self, index: Index) -> bool:
        """Whether a row shows that it has the keyboard."""
        return self._by_keys and self.hasFocus() and self.currentIndex() == index

    def focusInEvent(self, event: QFocusEvent) -> None:
        self._by_keys = event.reason() in BY_KEYS
        super().focusInEvent(event)
        if self._by_keys and not self.currentIndex().isValid() and self._model.rowCount() > 1:
            self.setCurrentIndex(self._model.index(1))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        self._by_keys = True
        if event.key() in TOGGLING and self.currentIndex().isValid():
            self._model.toggle(self.currentIndex().row())
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._by_keys = False
        super().mousePressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        index = self.indexAt(event.position().toPoint())
        if event.button() == Qt.MouseButton.LeftButton and index.isValid():
            self._model.toggle(index.row())

    def leaveEvent(self, event: QEvent) -> None:
        super().leaveEvent(event)
        self.viewport().update()

    def _take_current(self) -> None:
        index = self.currentIndex()
        row = index.row()
        self._current = (row, self._model.entry(row).key) if index.isValid() else None

    def _follow_reset(self) -> None:
        """The row that was current stays so, or what stands there now: the first unfolded one."""
        self._painter.name_width = _widest(self._look, self._model.all())
        if self._current is not None:
            before, key = self._current
            row = self._model.row_of(key)
            self.setCurrentIndex(self._model.index(before if row < 0 else row))


class _StatisticsPainter(QStyledItemDelegate):
    """Bars are as long as their share of the longest of the group."""

    def __init__(self, look: Look, parent: QObject) -> None:
        super().__init__(parent)
        self._look = look
        self.name_width = NAME_WIDTHS[0]

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        if index.data(EntryRole).bar is not None:
            return QSize(0, ROW)
        return QSize(0, HEADING if index.row() else FIRST_HEADING)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        entry: Entry = index.data(EntryRole)
        rect = QRectF(option.rect)
        whole = max(rect.width(), option.widget.width()) if option.widget else rect.width()
        place = QRectF(MARGIN, rect.top(), whole - 2 * MARGIN, rect.height())
        if entry.bar is None:
            place.setTop(place.bottom() - FIRST_HEADING)
            self._look.texts.line(painter, place, entry.title, "strong", self._look.tokens.ink)
            return
        self._ground(painter, rect, entry, option, index)
        self._line(painter, place, entry, entry.bar)

    def _ground(
        self,
        painter: QPainter,
        rect: QRectF,
        entry: Entry,
        option: QStyleOptionViewItem,
        index: Index,
    ) -> None:
        tokens, view = self._look.tokens, option.widget
        # Where there is a scroll bar, the ground ends before it; figures stay where they are.
        end = min(rect.right(), view.width() - GROUND_MARGIN) if view else rect.right()
        place = QRectF(GROUND_MARGIN, rect.top() + 1, end - GROUND_MARGIN, rect.height() - 2)
        over = bool(option.state & QStyle.StateFlag.State_MouseOver)
        ground = tokens.slate3 if entry.chosen else tokens.hover if over else None
        focused = isinstance(view, StatisticsList) and view.ringed(index)
        with smooth(painter):
            if ground is not None:
                painter.setPen(Qt.PenStyle.NoPen)
                painter.setBrush(ground)
                painter.drawRoundedRect(place, GROUND_RADIUS, GROUND_RADIUS)
            if focused:
                painter.setPen(QPen(tokens.accent, 1.5))
                painter.setBrush(Qt.BrushStyle.NoBrush)
                inside = place.adjusted(0.75, 0.75, -0.75, -0.75)
                painter.drawRoundedRect(inside, GROUND_RADIUS, GROUND_RADIUS)

    def _line(self, painter: QPainter, place: QRectF, entry: Entry, bar: Bar) -> None:
        tokens, texts = self._look.tokens, self._look.texts
        words = QRectF(place.left(), place.top(), self.name_width, place.height())
        is_empty = not bar.total and not entry.rest
        ink = tokens.ink if entry.chosen else tokens.ink3 if is_empty else tokens.ink2
        texts.line(painter, words, entry.title, "label", ink)
        if entry.rest == FOLD_AGAIN:
            return
        right = Qt.AlignmentFlag.AlignRight
        ink = tokens.ink if bar.total else tokens.ink3
        texts.line(painter, place, str(bar.total), "label", ink, right)
        room = place.adjusted(self.name_width + BAR_GAP, 0, -COUNT_WIDTH, 0)
        if entry.rest:
            more = QRectF(room.left(), room.top(), MORE, room.height())
            self._look.paint_icon(painter, more, "down", tokens.ink2, MORE)
        elif bar.total:
            self._bar(painter, room, bar, bar.total / entry.most)

    def _bar(self, painter: QPainter, room: QRectF, bar: Bar, share: float) -> None:
        """All on slate2, the settled of them on slate; never less than can be seen."""
        tokens = self._look.tokens
        top = on_device(painter, room.center().y() - BAR_HEIGHT / 2)
        whole = max(BAR_HEIGHT / 2, room.width() * share)
        self._piece(painter, QRectF(room.left(), top, whole, BAR_HEIGHT), tokens.slate2)
        if bar.done:
            done = max(BAR_HEIGHT / 2, whole * bar.done / bar.total)
            self._piece(painter, QRectF(room.left(), top, done, BAR_HEIGHT), tokens.slate)

    def _piece(self, painter: QPainter, rect: QRectF, colour: QColor) -> None:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colour)
        with smooth(painter):
            painter.drawRoundedRect(rect, BAR_RADIUS, BAR_RADIUS)


def _widest(look: Look, entries: Iterable[Entry]) -> int:
    """How much the names of bars take, from the least to the most there is for them."""
    widths = [look.fonts.width("label", each.title) for each in entries if each.bar is not None]
    least, most = NAME_WIDTHS
    return min(max(least, ceil(max(widths, default=0)) + 1), most)
