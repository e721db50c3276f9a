"""The table of records that a room shows; see the package for how it is used."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QMenu, QWidget

from gui.look import Look
from gui.record_form.editors import Add, Suggest
from gui.record_table.header import RecordHeader
from gui.record_table.model import TableModel
from gui.record_table.ordering import AS_LOADED
from gui.record_table.style import TableStyle
from gui.record_table.typed_table import TypedTable
from gui.settings import Settings


class RecordTable(TypedTable):
    """Any kind of record as rows: sorted by a click, searched, edited in place."""

    def __init__(
        self,
        model: TableModel,
        look: Look,
        style: TableStyle,
        name: str,
        *,
        title: str = "",
        settings: Settings | None = None,
        suggest: Suggest | None = None,
        add: Add | None = None,
        today: Callable[[], date] = date.today,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(model, look, style, suggest, add, today, parent)
        self.setObjectName(name)
        self.setAccessibleName(title or name)
        self._connect_header()
        if settings is not None:
            self.fitting.recall(settings, name)
            self._header().show_sorting(model.rows.sorting)

    # -- order and columns -----------------------------------------------------------------

    def sort_by(self, path: str, reverse: bool = False) -> None:
        """Sort by a column, as a click on its header does; a blank path: as the rows came."""
        if not self.leave_cell():
            return
        down = Qt.SortOrder.DescendingOrder if reverse else Qt.SortOrder.AscendingOrder
        self.records.sort(self.records.column_of(path) if path else AS_LOADED.column, down)
        self._header().show_sorting(self.records.rows.sorting)
        self.verticalScrollBar().setValue(0)
        self.fitting.remember()

    def _header(self) -> RecordHeader:
        header = self.horizontalHeader()
        assert isinstance(header, RecordHeader)
        return header

    def _connect_header(self) -> None:
        header = self._header()
        header.sectionClicked.connect(self._header_clicked)
        header.sectionHandleDoubleClicked.disconnect()  # Qt's own fit asks every cell
        header.sectionHandleDoubleClicked.connect(self.fitting.fit)
        header.let_go.connect(self.fitting.taken_over)
        header.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        header.customContextMenuRequested.connect(self._show_columns_menu)

    def _header_clicked(self, column: int) -> None:
        sorting = self.records.rows.sorting
        reverse = sorting.column == column and not sorting.reverse
        self.sort_by(self.records.columns[column].path, reverse)

    def _show_columns_menu(self, place: QPoint) -> None:
        menu = self.columns_menu()
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.popup(self._header().mapToGlobal(place))

    def columns_menu(self) -> QMenu:
        """Which columns are shown, and back to how it was: for a right click and for 视图."""
        menu = QMenu(self)
        menu.setObjectName("columns_menu")
        for column in self.records.columns:
            action = menu.addAction(column.title)
            action.setObjectName(f"show_{column.path}")
            action.setCheckable(True)
            action.setChecked(column.path not in self.fitting.hidden)
            action.toggled.connect(
                lambda shown, path=column.path: self.fitting.hide(path, not shown)
            )
        menu.addSeparator()
        menu.addAction("恢复原来的排序", lambda: self.sort_by("")).setObjectName("sort_as_loaded")
        menu.addAction("恢复原来的栏目", self.fitting.reset).setObjectName("reset_columns")
        return menu

    # -- searching -------------------------------------------------------------------------

    def search(self, text: str) -> tuple[int, int]:
        """Mark ``text`` wherever it stands and go to the first place from the current row on.

        Returns (第n处，共total处); (0, 0) when there is none. Blank text ends the search.
        """
        return self._show_hit(self.finder.find(text, max(0, self.currentIndex().row())))

    def search_next(self) -> tuple[int, int]:
        """Go to the next place, round the end."""
        return self._show_hit(self.finder.step(1))

    def search_previous(self) -> tuple[int, int]:
        return self._show_hit(self.finder.step(-1))

    def take_hit(self) -> None:
        """Make the cell of the current place the current cell, e.g. on Enter in the search."""
        if hit := self.finder.current:
            self.setCurrentIndex(self.records.index(hit.row, hit.column))

    def _show_hit(self, place: tuple[int, int]) -> tuple[int, int]:
        if hit := self.finder.current:
            self.scrollTo(self.records.index(hit.row, hit.column))
        self.viewport().update()
        return place
