"""The first columns of a table, that stay where they are while the others scroll below them."""

from __future__ import annotations

from PySide6.QtWidgets import QHeaderView

MOST_SHARE = 0.7  # of the table's width: columns that leave no room for others do not stay


class Freezing:
    """Which columns stay; positions are px from the left edge of the header."""

    def __init__(self, header: QHeaderView) -> None:
        self._header = header
        self.last = -1  # the column up to which they stay, as the model numbers it

    @property
    def works(self) -> bool:
        """Whether something is scrolled below columns that stay."""
        return self._header.offset() > 0 and self.edge > 0

    @property
    def edge(self) -> int:
        """Where the columns that scroll begin; 0 where none stays."""
        header = self._header
        if not 0 <= self.last < header.count():
            return 0
        edge = header.sectionPosition(self.last) + header.sectionSize(self.last)
        return edge if edge <= MOST_SHARE * header.viewport().width() else 0

    def holds(self, column: int) -> bool:
        """Whether this column stays."""
        header = self._header
        return self.edge > 0 and header.visualIndex(column) <= header.visualIndex(self.last)

    def left(self, column: int) -> int:
        """Where a column is on the screen."""
        if self.holds(column):
            return self._header.sectionPosition(column)
        return self._header.sectionViewportPosition(column)

    def shift(self, place: int) -> int:
        """How far what is seen at ``place`` lies from where Qt believes it to be."""
        return self._header.offset() if self.works and place < self.edge else 0

    def column_at(self, place: int) -> int:
        """The column that is seen at ``place``; -1 for none."""
        return self._header.logicalIndexAt(place - self.shift(place))
