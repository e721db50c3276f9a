"""Widths of columns and heights of the rows on the screen; what the user chose is remembered."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QObject, Qt

from gui.record_table.header import LEAST_WIDTH
from gui.record_table.model import TableModel
from gui.record_table.ordering import Sorting
from gui.record_table.placing import PlacedTable
from gui.record_table.style import PADDING
from gui.record_table.widths import widths
from gui.settings import Settings

WIDEST = 480  # px that a double click on a border gives at most


class Fitting(QObject):
    """Fits the columns of one table to its width, and rows to their texts as they come in sight."""

    def __init__(self, table: PlacedTable, model: TableModel) -> None:
        super().__init__(table)
        self._table = table
        self._model = model
        self._settings: Settings | None = None
        self._key = ""
        self._chosen: dict[str, int] = {}
        self.hidden: set[str] = set()
        self._given: list[int] = []
        self._usually_frozen = ""
        self._factor = 1.0

    # -- columns ---------------------------------------------------------------------------

    def columns(self) -> None:
        """Share the width of the table among its columns."""
        available = self._table.viewport().width()
        plain = round(available / self._factor)
        given = widths(self._model.columns, plain, self._chosen, self.hidden)
        self._given = [round(width * self._factor) for width in given]
        header = self._table.horizontalHeader()
        for column, width in enumerate(self._given):
            header.setSectionHidden(column, width == 0)
            if width:
                header.resizeSection(column, width)
        self.rows()

    def taken_over(self) -> None:
        """Keep what the user just did to the header with the mouse."""
        header = self._table.horizontalHeader()
        for column, given in enumerate(self._given):
            width = header.sectionSize(column)
            if given and width != given:
                self._choose(column, width)
        self.columns()
        self.remember()

    def _choose(self, column: int, width: int) -> None:
        """The user picked this width; it is kept as it is unzoomed."""
        self._chosen[self._model.columns[column].path] = round(width / self._factor)

    def enlarge(self, factor: float) -> None:
        """The table's look is so many times as large from now on, and the columns with it.

        They do not shrink: their headings would be cut.
        """
        self._factor = max(1.0, factor)
        self.columns()

    def fit(self, column: int) -> None:
        """Make a column as wide as its texts on the screen need."""
        rows = self._model.rows
        texts = [rows.text(row, column) for row in self.rows_in_sight()]
        longest = max((self._table.look.fonts.width("body", text) for text in texts), default=0)
        title = self._table.look.fonts.width("label", self._model.columns[column].title)
        width = round(max(longest, title)) + 2 * PADDING + 1
        width += self._before(column) - PADDING
        self._choose(column, min(max(width, LEAST_WIDTH), round(WIDEST * self._factor)))
        self.columns()
        self.remember()

    def hide(self, path: str, hidden: bool) -> None:
        """Hide a column or show it again."""
        (self.hidden.add if hidden else self.hidden.discard)(path)
        self.columns()
        self.remember()

    def freeze(self, path: str) -> None:
        """Let the columns up to this one stay while the others scroll; blank: none."""
        self._put_frozen(path)
        self.remember()

    def _put_frozen(self, path: str) -> None:
        self._table.freezing.last = self._model.column_of(path) if path else -1
        self._table.viewport().update()
        self._table.headings.viewport().update()

    @property
    def frozen(self) -> str:
        """The path of the last column that stays; blank where none does."""
        last = self._table.freezing.last
        return self._model.columns[last].path if last >= 0 else ""

    @property
    def grouped(self) -> str:
        """The path of the column that the rows are grouped by; blank where they are not."""
        grouping = self._model.rows.grouping
        return self._model.columns[grouping].path if grouping >= 0 else ""

    def reset(self) -> None:
        """Widths, order, hidden and frozen columns as they were declared."""
        self._chosen.clear()
        self.hidden.clear()
        header = self._table.horizontalHeader()
        for column in range(header.count()):
            header.moveSection(header.visualIndex(column), column)
        self._put_frozen(self._usually_frozen)
        self.columns()
        self.remember()

    def usually_freeze(self, path: str) -> None:
        """Which column is the last that stays while the user has not chosen another."""
        self._usually_frozen = path
        self._put_frozen(path)

    # -- rows ------------------------------------------------------------------------------

    def rows_in_sight(self) -> range:
        """The rows that are at least partly on the screen."""
        first = self._table.rowAt(0)
        if first < 0:
            return range(0)
        last = self._table.rowAt(self._table.viewport().height() - 1)
        return range(first, last + 1 if last >= 0 else self._model.rowCount())

    def rows(self) -> None:
        """Give each row in sight the height its texts take."""
        header = self._table.verticalHeader()
        row, bottom = self._table.rowAt(0), self._table.viewport().height()
        wrapping = self._wrapping()
        top = self._table.rowViewportPosition(row) if row >= 0 else 0
        while 0 <= row < self._model.rowCount() and top < bottom:
            height = self._height(row, wrapping) + self._table.band_of(row)
            if header.sectionSize(row) != height:
                header.resizeSection(row, height)
            top += height
            row += 1

    def _wrapping(self) -> list[tuple[int, int]]:
        """The columns that decide on heights, and the width of their words."""
        return [
            (column, width - PADDING - self._before(column))
            for column, width in enumerate(self._given)
            if width and self._model.columns[column].wraps
        ]

    def _before(self, column: int) -> int:
        """The padding before the words of a column."""
        first = self._table.headings.first() == column
        return self._table.style_of_rows.first_padding if first else PADDING

    def _height(self, row: int, wrapping: list[tuple[int, int]]) -> int:
        texts, rows, most = self._table.look.texts, self._model.rows, self._table.style_of_rows.most
        lines = max(
            (
                texts.line_count(text, "body", width, most)
                for column, width in wrapping
                if (text := rows.text(row, column))
            ),
            default=1,
        )
        return self._table.style_of_rows.height(lines, self._table.look.fonts.line_height("body"))

    # -- memory ----------------------------------------------------------------------------

    def recall(self, settings: Settings, name: str) -> None:
        """Take up what was remembered under ``name``, and remember there from now on."""
        self._settings, self._key = settings, f"table/{name}"
        kept = settings.get(self._key, {})
        kept = kept if isinstance(kept, dict) else {}
        paths = [column.path for column in self._model.columns]
        self._chosen = {p: int(w) for p, w in kept.get("widths", {}).items() if p in paths}
        self.hidden = {path for path in kept.get("hidden", []) if path in paths}
        self._put_in_order([paths.index(path) for path in kept.get("order", []) if path in paths])
        if (frozen := kept.get("frozen", self._usually_frozen)) in ("", *paths):
            self._put_frozen(frozen)
        if kept.get("sort", "") in paths:
            orders = (Qt.SortOrder.AscendingOrder, Qt.SortOrder.DescendingOrder)
            self._model.sort(paths.index(kept["sort"]), orders[bool(kept.get("reverse"))])
        if kept.get("group", "") in paths:
            self._model.group(paths.index(kept["group"]))

    def remember(self) -> None:
        if self._settings is not None:
            self._settings.put(self._key, self._state())

    def _state(self) -> dict[str, Any]:
        columns = self._model.columns
        header = self._table.horizontalHeader()
        sorting: Sorting = self._model.rows.sorting
        return {
            "widths": self._chosen,
            "hidden": sorted(self.hidden),
            "order": [columns[header.logicalIndex(at)].path for at in range(header.count())],
            "frozen": self.frozen,
            "sort": columns[sorting.column].path if sorting.column >= 0 else "",
            "reverse": sorting.reverse,
            "group": self.grouped,
        }

    def _put_in_order(self, order: list[int]) -> None:
        header = self._table.horizontalHeader()
        for place, column in enumerate(order):
            header.moveSection(header.visualIndex(column), place)
