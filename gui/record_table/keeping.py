"""Keeps the current record and the selected rows by id while the rows are arranged anew."""

from __future__ import annotations

from PySide6.QtCore import QItemSelection, QItemSelectionModel
from PySide6.QtWidgets import QTableView

from gui.record_table.model import TableModel
from gui.record_table.rows import NEW
from model.frozen import Frozen

Select = QItemSelectionModel.SelectionFlag


class Kept(Frozen):
    """What was chosen before: the current record, its row and column, the ids of chosen rows."""

    id: int
    row: int
    column: int
    ids: tuple[int, ...]
    top: int  # where the table was scrolled to


class Keeping:
    """Takes what is chosen before a reset and puts it back after it.

    A record that is shown no more leaves its place to the one that stands there now.
    """

    def __init__(self, table: QTableView, model: TableModel, whole_rows: bool) -> None:
        self._table = table
        self._model = model
        self._whole_rows = whole_rows
        self._kept: Kept | None = None

    @property
    def busy(self) -> bool:
        """Whether a reset is under way: what Qt tells of selections meanwhile is not news."""
        return self._kept is not None

    def take(self) -> None:
        index = self._table.currentIndex()
        rows = self._model.rows
        id = rows.id_at(index.row()) if index.isValid() else 0
        ids = tuple(map(rows.id_at, self._selected_rows())) if self._whole_rows else ()
        top = self._table.verticalScrollBar().value()
        self._kept = Kept(id, index.row(), index.column(), ids, top)

    def put_back(self) -> None:
        kept = self._kept
        if kept and kept.row >= 0 and self._model.rowCount():
            self._select(kept.ids)
            still_there = any(self._model.rows.row_of(id) is not None for id in kept.ids)
            flag = Select.NoUpdate if still_there else Select.ClearAndSelect
            if self._whole_rows and not still_there:
                flag |= Select.Rows
            index = self._model.index(self._row(kept), kept.column)
            self._table.setAutoScroll(False)  # the rows on the screen stay where they are
            self._table.selectionModel().setCurrentIndex(index, flag)
            self._table.setAutoScroll(True)
        if kept:
            self._table.verticalScrollBar().setValue(kept.top)
        self._kept = None

    def _row(self, kept: Kept) -> int:
        last = self._model.rowCount() - 1
        if kept.id == NEW and self._model.is_begun():
            return last  # what was typed into the row that is no record yet waits there
        rows = self._model.rows
        if kept.row < len(rows) and rows.id_at(kept.row) == kept.id:
            return kept.row
        row = rows.row_of(kept.id)
        # Never the row that is no record yet: what is typed next would become one.
        return min(kept.row, max(0, len(rows) - 1)) if row is None else row

    def _select(self, ids: tuple[int, ...]) -> None:
        wanted = QItemSelection()
        last = self._model.columnCount() - 1
        for id in ids:
            row = self._model.rows.row_of(id)
            if row is not None:
                wanted.select(self._model.index(row, 0), self._model.index(row, last))
        self._table.selectionModel().select(wanted, Select.ClearAndSelect)

    def _selected_rows(self) -> list[int]:
        ranges = self._table.selectionModel().selection().toList()
        return sorted({row for each in ranges for row in range(each.top(), each.bottom() + 1)})
