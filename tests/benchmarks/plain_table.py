"""The peer of our table: a QTableView on Qt's own model, filled with the texts of one screen."""

from __future__ import annotations

from PySide6.QtCore import QAbstractTableModel
from PySide6.QtGui import QStandardItem, QStandardItemModel
from PySide6.QtWidgets import QTableView

from gui.record_table import RecordTable


def same_screen(table: RecordTable) -> QTableView:
    """Shows what ``table`` shows now, row by row as high and as wide, from a C++ model."""
    rows = list(table.fitting.rows_in_sight())
    plain = QTableView()
    model = _filled(plain, table, rows)
    plain.setModel(model)
    plain.setFont(table.look.font("body"))
    plain.setWordWrap(True)
    plain.resize(table.size())
    plain.horizontalHeader().setFixedHeight(table.headings.height())
    for column in range(len(table.records.columns)):
        plain.setColumnWidth(column, table.columnWidth(column))
    for place, row in enumerate(rows):
        plain.setRowHeight(place, table.rowHeight(row))
    plain.show()
    return plain


def _filled(parent: QTableView, table: RecordTable, rows: list[int]) -> QAbstractTableModel:
    columns = len(table.records.columns)
    model = QStandardItemModel(len(rows), columns, parent)
    for place, row in enumerate(rows):
        for column in range(columns):
            item = QStandardItem(table.records.rows.text(row, column))
            model.setItem(place, column, item)
    return model  # type: ignore[return-value]
