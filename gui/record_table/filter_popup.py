"""What opens below a funnel: ticked values, a text to look for, days from one to another."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QEvent, QRect, QRectF, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from gui.look import Look, paint
from gui.look.buttons import flat_button, plain_button
from gui.look.fields import SearchField
from gui.look.panels import Hairline
from gui.record_form.editor_state import ENTER
from gui.record_table.columns import TableColumn
from gui.record_table.filter_days import FilterDays
from gui.record_table.filters import ColumnFilter, Option
from gui.record_table.options import ROW_HEIGHT, OptionList, OptionModel
from model.kinds import Context, Day, LongText, Text
from model.refused import Refused

WIDTH = 264
LEAST_ROWS, MOST_ROWS = 4, 9
MARGIN = 12
FIELD = 28


class FilterPopup(QWidget):
    """Closes by itself when something else is clicked; nothing is filtered before 确定.

    The ticks show what days would let through; whoever alters a tick chooses no days any more.
    """

    chosen = Signal(object)  # the ColumnFilter, None for no filter

    def __init__(
        self,
        look: Look,
        column: TableColumn,
        options: list[Option],
        now: ColumnFilter | None,
        context: Context,
        today: date,
        parent: QWidget,
    ) -> None:
        super().__init__(parent, Qt.WindowType.Popup)
        self._look, self._column, self._now = look, column, now or ColumnFilter()
        self._offered, self._context, self._today = options, context, today
        self._options = OptionModel(options, self._passing(self._now))
        self.setObjectName("filter_popup")
        self.setAccessibleName(f"筛选{column.title}")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setFixedWidth(WIDTH)
        self._build()
        self._search.setText(self._now.holds)
        self._allow()

    def open_below(self, heading: QRect) -> None:
        """Show it below the heading (in the screen's px), inside the window where it fits there."""
        self.adjustSize()
        parent = self.parentWidget()
        window = parent.window().frameGeometry() if parent else heading
        room = self.screen().availableGeometry()
        fits = heading.left() + WIDTH <= window.right()
        left = heading.left() if fits else heading.right() + 1 - WIDTH
        left = min(max(left, room.left()), room.right() - WIDTH)
        self.move(left, min(heading.bottom(), room.bottom() - self.height()))
        self.show()
        self._search.setFocus()

    # -- building ----------------------------------------------------------------------------

    def _build(self) -> None:
        look, title = self._look, self._column.title
        self._search = SearchField(look, "filter_search", f"查找{title}")
        self._search.setFixedHeight(FIELD)
        self._search.textChanged.connect(self._narrow)
        self.options = OptionList(look, self._options)
        rows = min(max(self._options.rowCount(), LEAST_ROWS), MOST_ROWS)
        self.options.setFixedHeight(rows * ROW_HEIGHT)
        self.options.taken.connect(self._take)
        self._options.ticked_changed.connect(self._allow)
        column = QVBoxLayout(self)
        column.setContentsMargins(1, 1, 1, 1)
        column.setSpacing(0)
        self._days: FilterDays | None = None
        if isinstance(self._column.field.kind, Day):
            self._days = FilterDays(look, self._now, self._read, self._context.year)
            self._days.picked.connect(self._take_span)
            self._days.grown.connect(self.adjustSize)
            self._days.altered.connect(self._follow_days)
            self._options.altered.connect(self._days.clear)
            column.addWidget(self._days)
            column.addWidget(Hairline(look.tokens.line))
        top = QHBoxLayout()
        top.setContentsMargins(MARGIN - 1, MARGIN - 1, MARGIN - 1, 4)
        top.addWidget(self._search)
        column.addLayout(top)
        column.addWidget(self.options)
        column.addSpacing(4)
        column.addWidget(Hairline(look.tokens.line))
        column.addLayout(self._foot())

    def _foot(self) -> QHBoxLayout:
        clear = flat_button(self._look, "filter_clear", "清除")
        clear.clicked.connect(lambda: self._done(None))
        self._take_button = plain_button(self._look, "filter_take", "确定")
        self._take_button.setMinimumWidth(72)
        self._take_button.clicked.connect(self._take)
        row = QHBoxLayout()
        row.setContentsMargins(6, 6, MARGIN - 1, 6)
        row.addWidget(clear)
        row.addStretch(1)
        row.addWidget(self._take_button)
        return row

    # -- choosing ----------------------------------------------------------------------------

    def _read(self, text: str) -> date | None:
        day: date | None = self._column.field.kind.parse(text, self._context)
        return day

    def _passing(self, chosen: ColumnFilter) -> frozenset[str] | None:
        """The words that a filter lets through; None for all."""
        if not chosen.is_by_days:
            return chosen.ticked
        first, last = chosen.stretch(self._today)
        days = [(each.words, self._day_of(each.words)) for each in self._offered]
        return frozenset(words for words, day in days if day and first <= day <= last)

    def _day_of(self, words: str) -> date | None:
        try:
            return self._read(words)
        except Refused:
            return None  # a column may file its days under other words

    def _narrow(self, text: str) -> None:
        if self._days is not None:
            self._days.clear()
        self._options.narrow(text)

    def _follow_days(self) -> None:
        """Tick what the typed days let through."""
        if self._days is not None and (so_far := self._days.so_far()) is not None:
            self._options.show_ticked(self._passing(so_far))
        self._allow()

    def _allow(self) -> None:
        nothing = not self._options.ticked() or self._options.rowCount() == 1
        nothing = nothing and not (self._days is not None and self._days.is_filled())
        self._take_button.setEnabled(not nothing)
        self._take_button.setToolTip("至少勾选一项" if nothing else "")

    def _take(self) -> None:
        """What was chosen, days before ticks."""
        if self._days is not None and self._days.is_filled():
            if (chosen := self._days.chosen()) is not None:
                self._done(chosen)
        elif self._take_button.isEnabled():
            self._done(self._by_words())

    def _take_span(self, span: str) -> None:
        self._done(ColumnFilter(span=span))

    def _by_words(self) -> ColumnFilter | None:
        """All that hold a text: the text itself, so that new rows pass too."""
        sought = self._search.text().strip()
        if self._options.all_ticked():
            is_text = isinstance(self._column.field.kind, Text | LongText)
            if not sought:
                return None
            if is_text and self._column.filed_under is None:
                return ColumnFilter(holds=sought)
        return ColumnFilter(ticked=frozenset(self._options.ticked()))

    def _done(self, chosen: ColumnFilter | None) -> None:
        self.close()
        self.chosen.emit(chosen)

    # -- keys and looks ----------------------------------------------------------------------

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in ENTER:
            self._take()
        elif event.key() == Qt.Key.Key_Down and not self.options.hasFocus():
            self.options.setFocus()
            self.options.setCurrentIndex(self._options.index(0))
        elif event.key() == Qt.Key.Key_Escape:
            self.close()
        else:
            super().keyPressEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        tokens = self._look.tokens
        painter = QPainter(self)
        painter.fillRect(self.rect(), tokens.surface)
        paint.outline(painter, QRectF(self.rect()), tokens.surface, tokens.line2, 0)
