"""The statistics at the left of a page: what there is of each sort, each a filter at a click."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from gui.ledger.statistics_list import MARGIN, StatisticsList
from gui.ledger.statistics_model import StatisticsModel
from gui.look import Look
from gui.look.buttons import flat_button
from gui.look.paint import smooth
from gui.look.panels import Hairline, label
from gui.record_table import ColumnFilter, RecordTable
from model.judgements.statistics import Group

WIDTH = 248
TOOL_ROW = 44
SQUARE = (10, 8)


class StatisticsPanel(QWidget):
    """Filters one table by what is clicked; the funnels of its headings say the same."""

    fold_wanted = Signal()

    def __init__(
        self, look: Look, table: RecordTable, legend: tuple[str, str], parent: QWidget | None = None
    ) -> None:
        """``legend``: what the settled ones and the others are called."""
        super().__init__(parent)
        self._look, self._table = look, table
        self.model = StatisticsModel(legend[0])
        self.list = StatisticsList(look, self.model)
        self.setObjectName(f"{table.objectName()}_statistics")
        self.setAccessibleName("统计")
        self.setFixedWidth(WIDTH)
        self.setFocusProxy(self.list)
        self._lay_out(legend)
        self.model.wanted.connect(self._filter)
        table.filters_changed.connect(self._mark)

    def show_groups(self, groups: Sequence[Group]) -> None:
        """Count these from now on."""
        self.model.show_groups(groups)

    def _filter(self, path: str, words: str) -> None:
        """Filter by a bar beside those of its group that are on already, or no longer by it."""
        if not self._table.leave_cell():
            return
        now = self._table.records.column_filters.get(path)
        ticked = (now.ticked if now else None) or frozenset()
        wanted = ticked ^ {words}
        self._table.filtering.put(path, ColumnFilter(ticked=wanted) if wanted else None)

    def _mark(self) -> None:
        filters = self._table.records.column_filters
        self.model.show_chosen({path: each.ticked or () for path, each in filters.items()})

    def _lay_out(self, legend: tuple[str, str]) -> None:
        look = self._look
        fold = flat_button(look, "fold_statistics", "收起")
        fold.setToolTip("收起统计，给表格更多地方")
        fold.clicked.connect(self.fold_wanted)
        head = QWidget()
        head.setFixedHeight(TOOL_ROW)
        row = QHBoxLayout(head)
        row.setContentsMargins(MARGIN, 0, MARGIN - 7, 0)
        row.addWidget(label(look, "statistics_title", "统计", "label", "ink2"))
        row.addStretch(1)
        row.addWidget(fold)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(head)
        column.addWidget(self.list, 1)
        column.addWidget(Hairline(look.tokens.line))
        column.addLayout(self._foot(legend))

    def _foot(self, legend: tuple[str, str]) -> QVBoxLayout:
        look, tokens = self._look, self._look.tokens
        squares = QHBoxLayout()
        squares.setSpacing(5)
        for words, colour in zip(legend, (tokens.slate, tokens.slate2), strict=True):
            squares.addWidget(_Square(colour))
            squares.addWidget(label(look, "statistics_legend", words, "label", "ink2"))
            squares.addSpacing(12)
        squares.addStretch(1)
        column = QVBoxLayout()
        column.setContentsMargins(MARGIN, 8, MARGIN, 6)
        column.setSpacing(0)
        column.addLayout(squares)
        column.addWidget(label(look, "statistics_hint", "点击一行即按它筛选", "label", "ink3"))
        return column


class _Square(QWidget):
    """The colour of a piece of the bars."""

    def __init__(self, colour: QColor) -> None:
        super().__init__()
        self._colour = colour
        self.setFixedSize(QSize(*SQUARE))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._colour)
        with smooth(painter):
            painter.drawRoundedRect(QRectF(self.rect()), 2, 2)
