"""The filters of a table's columns as the user meets them: funnels, popups, words for chips."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, QRect, Signal

from gui.look import Look
from gui.record_table.filter_popup import FilterPopup
from gui.record_table.filters import ColumnFilter
from gui.record_table.header import RecordHeader
from gui.record_table.model import TableModel


class Filtering(QObject):
    """Keeps model and funnels in step; ``leave`` ends what is being typed, or says no."""

    changed = Signal()  # other filters are on, or other rows pass them
    ungrouping_wanted = Signal()

    def __init__(
        self,
        header: RecordHeader,
        model: TableModel,
        look: Look,
        leave: Callable[[], bool],
    ) -> None:
        super().__init__(header)
        self._header = header
        self._model = model
        self._look = look
        self._leave = leave
        header.can_filter = True
        header.filter_wanted.connect(self.open)
        for counted in (model.modelReset, model.rowsInserted, model.rowsRemoved):
            counted.connect(self.changed)

    def open(self, column: int) -> FilterPopup | None:
        """Open the filter of a column below its heading; None while a cell cannot be left."""
        if column < 0 or not self._leave():
            return None
        model = self._model
        declared = model.columns[column]
        popup = FilterPopup(
            self._look,
            declared,
            model.rows.options(column),
            model.rows.filters.get(column),
            model.context,
            model.rows.today(),
            self._header.window(),  # fields inside a table would look like its editors
        )
        popup.chosen.connect(lambda chosen: self.put(declared.path, chosen))
        rect = self._header.section_rect(column)
        corner = self._header.viewport().mapToGlobal(rect.topLeft())
        popup.open_below(QRect(corner, rect.size()))
        return popup

    def put(self, path: str, chosen: ColumnFilter | None) -> None:
        """Filter a column, or no longer; the other filters stay."""
        filters = self._model.column_filters
        filters.pop(path, None)
        if chosen is not None:
            filters[path] = chosen
        self._apply(filters)

    def show_only(self, column: int, words: str) -> None:
        """Filter a column for one value."""
        if self._leave():
            self.put(self._model.columns[column].path, ColumnFilter(ticked=frozenset({words})))

    def clear(self) -> None:
        """Take all of them off."""
        if self._model.column_filters:
            self._apply({})

    def words(self) -> list[tuple[str, str]]:
        """(path, 类别：素质能力、发展环境) of each filter that is on, from left to right."""
        model = self._model
        year = model.context.year
        return [
            (path, f"{model.columns[model.column_of(path)].title}：{chosen.words(year)}")
            for path, chosen in model.column_filters.items()
        ]

    def group_words(self) -> str:
        """分组：问题类别; blank where the rows are not grouped."""
        grouping = self._model.rows.grouping
        return f"分组：{self._model.columns[grouping].title}" if grouping >= 0 else ""

    def shown_words(self) -> str:
        """显示 12 / 57 条, or 共 57 条 when all are shown."""
        shown, total = len(self._model.rows), len(self._model.rows.all)
        return f"共 {total} 条" if shown == total else f"显示 {shown} / {total} 条"

    def _apply(self, filters: dict[str, ColumnFilter]) -> None:
        self._model.filter_columns(filters)
        self._header.show_filtering(frozenset(self._model.rows.filters))
