"""The rows of the statistics: headings, bars, and what stands for the rest of a long group."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from typing import Any, NamedTuple

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, Qt, Signal

from model.judgements.statistics import Bar, Group

UNFILLED = "未填"
MOST_BARS = 7  # of a group; of a longer one the first FIRST_BARS stand above the rest
FIRST_BARS = 5
FOLD_AGAIN = -1

Index = QModelIndex | QPersistentModelIndex
EntryRole = int(Qt.ItemDataRole.UserRole)
CHECK = int(Qt.ItemDataRole.CheckStateRole)
NOWHERE = QModelIndex()
Chosen = Mapping[str, Collection[str]]
Key = tuple[str, str, bool]


class Entry(NamedTuple):
    """A row. A heading has no bar; ``rest`` is how many bars are folded into this one.

    FOLD_AGAIN in its place stands for the row that folds them again.
    """

    path: str
    title: str
    bar: Bar | None = None
    most: int = 0
    chosen: bool = False
    rest: int = 0

    @property
    def key(self) -> Key:
        """What tells it from the others."""
        return self.path, self.title, self.rest != 0


def entries(groups: Sequence[Group], chosen: Chosen, opened: Collection[str]) -> list[Entry]:
    """The rows of all groups; those of ``opened`` paths are whole, a chosen bar is never folded."""
    return [entry for group in groups for entry in _entries(group, chosen, opened)]


def _entries(group: Group, chosen: Chosen, opened: Collection[str]) -> Iterator[Entry]:
    yield Entry(group.path, group.title)
    most = max((bar.total for bar in group.bars), default=0)
    words = chosen.get(group.path, ())
    is_long = len(group.bars) > MOST_BARS
    folds = is_long and group.path not in opened
    rest = []
    for place, bar in enumerate(group.bars):
        if folds and place >= FIRST_BARS and bar.words not in words:
            rest.append(bar)
        else:
            yield Entry(group.path, bar.words or UNFILLED, bar, most, bar.words in words)
    if rest:
        together = Bar("", sum(bar.total for bar in rest), sum(bar.done for bar in rest))
        yield Entry(group.path, f"其余{len(rest)}项", together, most, rest=len(rest))
    elif is_long and not folds:
        yield Entry(group.path, f"只列前{FIRST_BARS}项", Bar("", 0, 0), rest=FOLD_AGAIN)


class StatisticsModel(QAbstractListModel):
    """Keeps the groups; ``toggle`` asks for a bar as a filter, or unfolds the rest of a group."""

    wanted = Signal(str, str)  # path, words: filter by it, or no longer

    def __init__(self, done: str) -> None:
        """``done``: what the settled ones are called (已销号)."""
        super().__init__()
        self._done = done
        self._groups: Sequence[Group] = ()
        self._chosen: Chosen = {}
        self._opened: set[str] = set()
        self._entries: list[Entry] = []

    def show_groups(self, groups: Sequence[Group]) -> None:
        """Count these from now on."""
        self._groups = groups
        self._follow()

    def show_chosen(self, chosen: Chosen) -> None:
        """Mark the bars that are filtered by: words by path."""
        self._chosen = chosen
        self._follow()

    def entry(self, row: int) -> Entry:
        return self._entries[row]

    def all(self) -> list[Entry]:
        """Every row, from top to bottom."""
        return list(self._entries)

    def row_of(self, key: Key) -> int:
        """Where the entry with this key stands; -1 where it does not."""
        return next((row for row, each in enumerate(self._entries) if each.key == key), -1)

    def toggle(self, row: int) -> None:
        """What a click on a row asks for; nothing for a heading."""
        entry = self._entries[row]
        if entry.rest:
            self._opened ^= {entry.path}
            self._follow()
        elif entry.bar is not None:
            self.wanted.emit(entry.path, entry.bar.words)

    def _follow(self) -> None:
        """Say what altered: figures alone, or the rows themselves."""
        now = entries(self._groups, self._chosen, self._opened)
        if [each.key for each in now] != [each.key for each in self._entries]:
            self.beginResetModel()
            self._entries = now
            self.endResetModel()
        elif now != self._entries:
            self._entries = now
            self.dataChanged.emit(self.index(0), self.index(len(now) - 1))

    # -- what Qt asks ----------------------------------------------------------------------

    def rowCount(self, parent: Index = NOWHERE) -> int:
        return 0 if parent.isValid() else len(self._entries)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        entry = self._entries[index.row()]
        if role == EntryRole:
            return entry
        if role == Qt.ItemDataRole.DisplayRole:
            return entry.title
        if role in (Qt.ItemDataRole.ToolTipRole, Qt.ItemDataRole.AccessibleTextRole):
            return self._said(entry)
        if role == CHECK and entry.bar is not None and not entry.rest:
            return Qt.CheckState.Checked if entry.chosen else Qt.CheckState.Unchecked
        return None

    def _said(self, entry: Entry) -> str:
        """素质能力：共12条，已销号2条."""
        bar = entry.bar
        if bar is None:
            return entry.title
        if entry.rest == FOLD_AGAIN:
            return entry.title
        more = "\n点一下，全部列出" if entry.rest else ""
        return f"{entry.title}：共{bar.total}条，{self._done}{bar.done}条{more}"

    def setData(self, index: Index, value: Any, role: int = Qt.ItemDataRole.EditRole) -> bool:
        if role != CHECK or not index.isValid() or self.data(index, CHECK) is None:
            return False
        if self.data(index, CHECK) != Qt.CheckState(value):
            self.toggle(index.row())
        return True

    def flags(self, index: Index) -> Qt.ItemFlag:
        if not index.isValid() or self._entries[index.row()].bar is None:
            return Qt.ItemFlag.NoItemFlags
        flags = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemNeverHasChildren
        return flags if self._entries[index.row()].rest else flags | Qt.ItemFlag.ItemIsUserCheckable
