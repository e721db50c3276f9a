"""A list of values, each painted by a delegate.

Not of ``QListWidgetItem``: Qt deletes those together with the list, and where the garbage collector
was faster with their Python side the program ended without a word.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any, Protocol

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt
from PySide6.QtWidgets import QListView, QWidget

VALUE = Qt.ItemDataRole.UserRole

Index = QModelIndex | QPersistentModelIndex


class Value(Protocol):
    """What a row stands for: its words, also for who hears them, and the words of its tooltip."""

    @property
    def name(self) -> str: ...

    @property
    def hint(self) -> str: ...


class ValueModel(QAbstractListModel):
    """One value a row, given as it is under the role ``VALUE``."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.values: Sequence[Any] = ()

    def rowCount(self, parent: Index = QModelIndex()) -> int:
        return 0 if parent.isValid() else len(self.values)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        value = self.values[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return value.name
        if role == Qt.ItemDataRole.ToolTipRole:
            return value.hint
        return value if role == VALUE else None

    def show(self, values: Iterable[Value]) -> None:
        """Show other values."""
        self.beginResetModel()
        self.values = tuple(values)
        self.endResetModel()

    def renew(self, values: Iterable[Value]) -> None:
        """Show the same rows as they are now: what is chosen stays chosen."""
        self.values = tuple(values)
        self.dataChanged.emit(self.index(0), self.index(len(self.values) - 1))


class ValueList(QListView):
    """Shows a ``ValueModel``; ``turned_to`` hears of the row that is chosen."""

    def __init__(self, name: str, title: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.records = ValueModel(self)
        self.setObjectName(name)
        self.setAccessibleName(title)
        self.setModel(self.records)
        self.setMouseTracking(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)

    def value(self) -> Any:
        """What is chosen; None where nothing is."""
        return self.currentIndex().data(VALUE)

    def choose(self, row: int) -> None:
        """Choose this row."""
        self.setCurrentIndex(self.records.index(row))

    def turned_to(self, value: Any) -> None:
        """Another value is chosen."""

    def currentChanged(self, current: Index, previous: Index) -> None:
        super().currentChanged(current, previous)
        if current.isValid():
            self.turned_to(current.data(VALUE))
