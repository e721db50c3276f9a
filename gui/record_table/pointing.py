"""The mouse over a table: the row under it, and the whole of words that are cut."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QPoint
from PySide6.QtGui import QHelpEvent, QMouseEvent
from PySide6.QtWidgets import QToolTip

if TYPE_CHECKING:
    from gui.record_table.view import PaintedTable

NONE = -1


class Pointing(QObject):
    """Watches the viewport of one table; ``row`` is the hovered row of a list."""

    def __init__(self, table: PaintedTable) -> None:
        super().__init__(table)
        self._table = table
        self.row = NONE
        table.viewport().setMouseTracking(True)
        table.viewport().installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QMouseEvent) and event.type() == QEvent.Type.MouseMove:
            place = event.position().toPoint()
            self._hover(NONE if self._table.on_band(place) else self._table.rowAt(place.y()))
        elif event.type() == QEvent.Type.Leave:
            self._hover(NONE)
        elif isinstance(event, QHelpEvent):
            self._tell(event.pos(), event.globalPos())
            return True
        return False

    def whole_words(self, row: int, column: int) -> str:
        """What the tooltip of a cell says; blank where nothing is cut."""
        table = self._table
        if row < 0 or table.records.columns[column].paint is not None:
            return ""
        text = table.records.rows.text(row, column)
        width, most = table.words_place(row, column).width(), table.most_lines(column)
        return text if table.look.texts.is_cut(text, "body", width, most) else ""

    def _hover(self, row: int) -> None:
        if not self._table.style_of_rows.whole_rows or row == self.row:
            return
        viewport = self._table.viewport()
        for touched in (self.row, row):
            if 0 <= touched < self._table.records.rowCount():
                top = self._table.rowViewportPosition(touched)
                viewport.update(0, top, viewport.width(), self._table.rowHeight(touched))
        self.row = row

    def _tell(self, place: QPoint, at: QPoint) -> None:
        index = self._table.indexAt(place)
        words = self.whole_words(index.row(), index.column())
        QToolTip.showText(at, words, self._table.viewport())
