"""The table of records that a room shows; see the package for how it is used."""

from __future__ import annotations

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QMenu, QWidget

from gui.look import Look
from gui.record_table.header import RecordHeader
from gui.record_table.model import TableModel
from gui.record_table.ordering import AS_LOADED
from gui.record_table.style import TableStyle
from gui.record_table.view import PaintedTable
from gui.settings import Settings

ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class RecordTable(PaintedTable):
    """Any kind of record as rows: sorted by a click, searched, edited in place."""

    opened = Signal(int)  # Enter or double click on what is not typed into: the record's id
    edit_wanted = Signal(int, str)  # the user tried to type into a locked cell: id, path

    def __init__(
        self,
        model: TableModel,
        look: Look,
        style: TableStyle,
        name: str,
        *,
        title: str = "",
        settings: Settings | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(model, look, style, parent)
        self.setObjectName(name)
        self.setAccessibleName(title or name)
        self._connect_header()
        if settings is not None:
            self.fitting.recall(settings, name)
            self._header().show_sorting(model.rows.sorting)

    # -- order and columns -----------------------------------------------------------------

    def sort_by(self, path: str, reverse: bool = False) -> None:
        """Sort by a column, as a click on its header does; a blank path: as the rows came."""
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

    # -- keys and mouse --------------------------------------------------------------------

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in ENTER and not event.modifiers():
            self._enter()
        else:
            super().keyPressEvent(event)

    def keyboardSearch(self, search: str) -> None:
        """Letters are typed into cells; they do not jump about in the rows."""

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        super().mouseDoubleClickEvent(event)
        index = self.indexAt(event.position().toPoint())
        if index.isValid() and self.records.locked(index.row(), index.column()):
            self.opened.emit(self.current_id())

    def _enter(self) -> None:
        if self.style_of_rows.whole_rows:
            self.opened.emit(self.current_id())
        else:
            self.step(1, 0)

    def step(self, down: int, right: int) -> None:
        """Move the current cell, as far as there are cells."""
        header = self.horizontalHeader()
        index = self.currentIndex()
        row = min(max(index.row() + down, 0), self.records.rowCount() - 1)
        place = header.visualIndex(index.column()) + right
        while 0 <= place < header.count() and header.isSectionHidden(header.logicalIndex(place)):
            place += right
        place = min(max(place, 0), header.count() - 1)
        self.setCurrentIndex(self.records.index(row, header.logicalIndex(place)))
