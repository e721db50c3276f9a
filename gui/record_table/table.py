"""The table of records that a room shows; see the package for how it is used."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date
from typing import Any

from PySide6.QtCore import QKeyCombination, QPoint, Qt, Signal
from PySide6.QtGui import QAction, QContextMenuEvent
from PySide6.QtWidgets import QApplication, QMenu, QWidget

from gui.look import Look
from gui.record_form.editors import Add, Suggest
from gui.record_table.filtering import Filtering
from gui.record_table.menus import TableMenus
from gui.record_table.model import TableModel
from gui.record_table.ordering import AS_LOADED
from gui.record_table.preparing import Preparing
from gui.record_table.style import TableStyle
from gui.record_table.typed_table import TypedTable
from gui.record_table.zooming import PLAIN, Zooming
from gui.settings import Settings

Modifier = Qt.KeyboardModifier


class RecordTable(TypedTable):
    """Any kind of record as rows: sorted by a click, filtered, searched, edited in place."""

    filters_changed = Signal()  # other filters are on, or other rows pass them

    def __init__(
        self,
        model: TableModel,
        look: Look,
        style: TableStyle,
        name: str,
        *,
        title: str = "",
        frozen: str = "",
        menu: bool = False,
        settings: Settings | None = None,
        suggest: Suggest | None = None,
        add: Add | None = None,
        today: Callable[[], date] = date.today,
        parent: QWidget | None = None,
    ) -> None:
        """``frozen``: the columns up to this path do not scroll. ``menu``: a right click on cells
        opens a menu of the table's own; else it is the room's.
        """
        super().__init__(model, look, style, suggest, add, today, parent)
        self.setObjectName(name)
        self.setAccessibleName(title or name)
        self.has_menu = menu
        model.rows.today = today
        self._connect_header()
        self.filtering = Filtering(self.headings, model, look, self.leave_cell)
        self.filtering.changed.connect(self.filters_changed)
        self.filtering.ungrouping_wanted.connect(lambda: self.group_by(""))
        self.menus = TableMenus(self)
        self._preparing = Preparing(model, self)
        self.fitting.usually_freeze(frozen)
        self.zooming = Zooming(self)
        if settings is not None:
            self.fitting.recall(settings, name)
            self.zooming.recall(settings, name)
            self.headings.show_sorting(model.rows.sorting)

    def _commands(self) -> dict[QKeyCombination, Callable[[], object]]:
        return {
            **super()._commands(),
            QKeyCombination(Modifier.AltModifier, Qt.Key.Key_Down): self._open_filter,
            QKeyCombination(Modifier.ShiftModifier, Qt.Key.Key_F10): self._ask_for_menu,
            QKeyCombination(Modifier.ControlModifier, Qt.Key.Key_0): self._put_size_back,
        }

    def _open_filter(self) -> None:
        self.filtering.open(self.currentIndex().column())

    def _put_size_back(self) -> None:
        self.zooming.put(PLAIN)

    # -- order and columns -----------------------------------------------------------------

    def sort_by(self, path: str, reverse: bool = False) -> None:
        """Sort by a column, as a click on its header does; a blank path: as the rows came."""
        if not self.leave_cell():
            return
        down = Qt.SortOrder.DescendingOrder if reverse else Qt.SortOrder.AscendingOrder
        self.records.sort(self.records.column_of(path) if path else AS_LOADED.column, down)
        self.headings.show_sorting(self.records.rows.sorting)
        self.verticalScrollBar().setValue(0)
        self.fitting.remember()

    def group_by(self, path: str) -> None:
        """Part the rows by what a column says, each group below a heading; blank: no longer."""
        if not self.leave_cell():
            return
        self.records.group(self.records.column_of(path) if path else -1)
        self.verticalScrollBar().setValue(0)
        self.fitting.remember()

    def _connect_header(self) -> None:
        header = self.headings
        header.sectionClicked.connect(self._header_clicked)
        header.sectionHandleDoubleClicked.disconnect()  # Qt's own fit asks every cell
        header.sectionHandleDoubleClicked.connect(self.fitting.fit)
        header.let_go.connect(self.fitting.taken_over)
        header.sectionMoved.connect(lambda *_: self.viewport().update())  # frames span columns
        header.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        header.customContextMenuRequested.connect(self._show_columns_menu)

    def _header_clicked(self, column: int) -> None:
        sorting = self.records.rows.sorting
        reverse = sorting.column == column and not sorting.reverse
        self.sort_by(self.records.columns[column].path, reverse)

    def _show_columns_menu(self, place: QPoint) -> None:
        menu = self.header_menu(self.freezing.column_at(place.x()))
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.popup(self.headings.mapToGlobal(place))

    def header_menu(self, column: int) -> QMenu:
        """What a right click on the heading of a column offers: its filter, what stays, columns."""
        return self.menus.of_heading(column)

    def columns_menu(self) -> QMenu:
        """Which columns are shown, and back to how it was: for a right click and for 视图."""
        return self.menus.of_columns()

    # -- what a right click on cells offers --------------------------------------------------

    def cell_actions(self, menu: QMenu) -> list[QAction]:
        """Copy, paste and the like, and what the heading offers; for a room's own menu."""
        return self.menus.of_cells(menu)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """A room with a menu of its own gets the event and adds ``cell_actions`` to it."""
        if not self.has_menu:
            super().contextMenuEvent(event)
            return
        menu = QMenu(self)
        menu.setObjectName("cells_menu")
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.addActions(self.cell_actions(menu))
        menu.popup(event.globalPos())

    def _ask_for_menu(self) -> None:
        """Shift+F10, which Qt leaves alone where the desktop does not know it."""
        self.scrollTo(self.currentIndex())
        place = self.visualRect(self.currentIndex()).center()
        place = self.viewport().mapTo(self, place)
        reason = QContextMenuEvent.Reason.Keyboard
        QApplication.sendEvent(self, QContextMenuEvent(reason, place, self.mapToGlobal(place)))

    # -- a table in another window -----------------------------------------------------------

    def kept(self) -> dict[str, Any]:
        """The filters and the current cell, for a table of the same records."""
        index = self.currentIndex()
        path = self.records.columns[index.column()].path if index.isValid() else ""
        return {"filters": self.records.column_filters, "current": (self.current_id(), path)}

    def take_up(self, kept: Mapping[str, Any]) -> None:
        """Show what another table had ``kept``."""
        for path, chosen in kept["filters"].items():
            self.filtering.put(path, chosen)
        self.select_id(*kept["current"])

    # -- searching -------------------------------------------------------------------------

    def search(self, text: str) -> tuple[int, int]:
        """Mark ``text`` wherever it stands and go to the first place from the current row on.

        Returns (第n处，共total处); (0, 0) when there is none. Blank text ends the search where it
        is: the place that was shown becomes the current cell.
        """
        if not text.strip():
            self.take_hit()
        return self._show_hit(self.finder.find(text, max(0, self.currentIndex().row())))

    def hidden_hits(self) -> int:
        """How many rows hold what is sought in vain in those that are shown."""
        finder, rows = self.finder, self.records.rows
        return rows.holding(finder.needle) if finder.needle and not finder.total else 0

    def search_next(self) -> tuple[int, int]:
        """Go to the next place, round the end."""
        return self._step_to_hit(1)

    def search_previous(self) -> tuple[int, int]:
        return self._step_to_hit(-1)

    def _step_to_hit(self, step: int) -> tuple[int, int]:
        place = self.finder.step(step)
        self.take_hit()
        return self._show_hit(place)

    def take_hit(self) -> None:
        """Make the cell of the current place the current cell; a refused text keeps its own."""
        hit = self.finder.current
        if hit is not None and self.leave_cell():
            self.setCurrentIndex(self.records.index(hit.row, hit.column))

    def _show_hit(self, place: tuple[int, int]) -> tuple[int, int]:
        if hit := self.finder.current:
            self.scrollTo(self.records.index(hit.row, hit.column))
        self.viewport().update()
        return place
