"""The plan as an item model of two levels: a thin adapter over the groups of the outline."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import (
    QAbstractItemModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
    Signal,
)

from gui.timeline.outline import Group, Key, key_of
from model.judgements.timeline import Row, RowKind

Index = QModelIndex | QPersistentModelIndex
HEADINGS = ("阶段与任务", "责任人", "完成情况")
MEANINGS = (
    "按方案的顺序排列",
    "各阶段内按责任人排列，再点一次恢复",
    "各阶段内按完成时限排列，再点一次恢复",
)
NAME, OWNER, STATUS = range(3)
RowRole = Qt.ItemDataRole.UserRole
_TOP = 0  # internal id of a heading; a task has the number of its group, from 1


class TreeModel(QAbstractItemModel):
    """Answers by role. It alters nothing itself: a typed name is asked for by a signal."""

    rename_wanted = Signal(object, str)  # the Row, the text as typed

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._groups: list[Group] = []
        self.editable = True

    def show(self, groups: Sequence[Group]) -> bool:
        """Show these groups; True when the rows are others than before (the model was reset)."""
        if _keys(groups) == _keys(self._groups):
            self._groups = list(groups)
            self._announce()
            return False
        self.beginResetModel()
        self._groups = list(groups)
        self.endResetModel()
        return True

    def row_at(self, index: Index) -> Row | None:
        if not index.isValid():
            return None
        if index.internalId() == _TOP:
            return self._groups[index.row()].head
        return self._groups[index.internalId() - 1].rows[index.row()]

    def group_at(self, index: Index) -> Group | None:
        """The group that a heading or a task belongs to."""
        if not index.isValid():
            return None
        number = index.row() if index.internalId() == _TOP else index.internalId() - 1
        return self._groups[number]

    def index_of(self, key: Key) -> QModelIndex:
        """The first cell of a record's row; invalid where it is not shown."""
        for number, group in enumerate(self._groups):
            if key_of(group.head) == key:
                return self.index(number, NAME)
            for place, row in enumerate(group.rows):
                if key_of(row) == key:
                    return self.createIndex(place, NAME, number + 1)
        return QModelIndex()

    # -- what Qt asks ----------------------------------------------------------------------

    def index(self, row: int, column: int, parent: Index = QModelIndex()) -> QModelIndex:
        if not self.hasIndex(row, column, parent):
            return QModelIndex()
        return self.createIndex(row, column, parent.row() + 1 if parent.isValid() else _TOP)

    def parent(self, index: Index = QModelIndex()) -> Any:
        if not index.isValid() or index.internalId() == _TOP:
            return QModelIndex()
        return self.createIndex(index.internalId() - 1, NAME, _TOP)

    def rowCount(self, parent: Index = QModelIndex()) -> int:
        if not parent.isValid():
            return len(self._groups)
        if parent.column() != NAME or parent.internalId() != _TOP:
            return 0
        return len(self._groups[parent.row()].rows)

    def columnCount(self, parent: Index = QModelIndex()) -> int:
        return len(HEADINGS)

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        if orientation != Qt.Orientation.Horizontal:
            return None
        if role == Qt.ItemDataRole.ToolTipRole:
            return MEANINGS[section]
        return HEADINGS[section] if role == Qt.ItemDataRole.DisplayRole else None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        row = self.row_at(index)
        if row is None:
            return None
        if role == RowRole:
            return row
        if role == Qt.ItemDataRole.EditRole:
            return own_name(row)
        if role == Qt.ItemDataRole.DisplayRole:
            return (row.name, row.owner, row.words)[index.column()]
        return None

    def flags(self, index: Index) -> Qt.ItemFlag:
        row = self.row_at(index)
        if row is None:
            return Qt.ItemFlag.NoItemFlags
        flags = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        if index.column() == NAME and row.kind != "campaign" and self.editable:
            flags |= Qt.ItemFlag.ItemIsEditable
        return flags

    def setData(self, index: Index, value: Any, role: int = Qt.ItemDataRole.EditRole) -> bool:
        row = self.row_at(index)
        if row is not None and role == Qt.ItemDataRole.EditRole:
            self.rename_wanted.emit(row, str(value))
        return False

    def _announce(self) -> None:
        for number, group in enumerate(self._groups):
            self.dataChanged.emit(self.index(number, NAME), self.index(number, STATUS))
            if group.rows:
                last = len(group.rows) - 1
                first = self.createIndex(0, NAME, number + 1)
                self.dataChanged.emit(first, self.createIndex(last, STATUS, number + 1))


def own_name(row: Row) -> str:
    """The name that is typed: that of a phase without its 第二阶段, which is counted."""
    return row.name.partition(" ")[2] if row.kind is RowKind.PHASE else row.name


def _keys(groups: Sequence[Group]) -> list[list[Key]]:
    return [[key_of(group.head), *map(key_of, group.rows)] for group in groups]
