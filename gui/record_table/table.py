"""The table of records that a room shows; see the package for how it is used."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from functools import partial

from PySide6.QtCore import QKeyCombination, QPoint, Qt, Signal
from PySide6.QtGui import QAction, QContextMenuEvent
from PySide6.QtWidgets import QMenu, QWidget

from gui.look import Look
from gui.record_form.editors import Add, Suggest
from gui.record_table.columns import TableColumn
from gui.record_table.filtering import Filtering
from gui.record_table.filters import BLANK
from gui.record_table.model import TableModel
from gui.record_table.ordering import AS_LOADED
from gui.record_table.preparing import Preparing
from gui.record_table.style import TableStyle
from gui.record_table.typed_table import TypedTable
from gui.record_table.zooming import PLAIN, Zooming
from gui.settings import Settings

MOST_WORDS = 12  # characters of a value that a menu shows


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
        self._keys[QKeyCombination(Qt.KeyboardModifier.AltModifier, Qt.Key.Key_Down)] = lambda: (
            self.filtering.open(self.currentIndex().column())
        )
        self._preparing = Preparing(model, self)
        self.fitting.usually_freeze(frozen)
        self.zooming = Zooming(self)
        if settings is not None:
            self.fitting.recall(settings, name)
            self.zooming.recall(settings, name)
            self.headings.show_sorting(model.rows.sorting)

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
        menu = self.columns_menu()
        if column < 0:
            return menu
        declared = self.records.columns[column]
        own = [QAction(f"筛选{declared.title}…", menu)]
        own[0].setObjectName("filter_column")
        own[0].triggered.connect(lambda _checked: self.filtering.open(column))
        for name, words, path in (
            ("freeze_here", "冻结到此列", declared.path),
            ("unfreeze", "取消冻结", ""),
        ):
            action = QAction(words, menu)
            action.setObjectName(name)
            action.setEnabled(self.fitting.frozen != path)
            action.triggered.connect(lambda _checked, path=path: self.fitting.freeze(path))
            own.append(action)
        own += self._group_actions(menu, declared)
        first = menu.actions()[0]
        menu.insertActions(first, own)
        menu.insertSeparator(first)
        return menu

    def _group_actions(self, menu: QMenu, declared: TableColumn) -> list[QAction]:
        """Rows that stand in an order of their own are not grouped."""
        grouped = self.fitting.grouped
        offered = []
        if declared.groups and declared.path != grouped and self.headings.sectionsClickable():
            offered.append(("group_here", "按此列分组", declared.path))
        if grouped:
            offered.append(("ungroup", "取消分组", ""))
        made = []
        for name, words, path in offered:
            action = QAction(words, menu)
            action.setObjectName(name)
            action.triggered.connect(lambda _checked, path=path: self.group_by(path))
            made.append(action)
        return made

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
        if self.zooming.percent != PLAIN:
            plain = menu.addAction(f"恢复原来的大小（现在{self.zooming.percent}%）")
            plain.setObjectName("reset_size")
            plain.triggered.connect(lambda: self.zooming.put(PLAIN))
        return menu

    # -- what a right click on cells offers --------------------------------------------------

    def cell_actions(self, menu: QMenu) -> list[QAction]:
        """Copy, paste and the like, and to see only rows like this one; for a room's own menu."""
        deeds: list[tuple[str, str, Callable[[], object]]] = [
            ("copy_cells", "复制\tCtrl+C", self.copy),
            ("copy_with_headings", "连同标题复制", self.copy_with_headings),
        ]
        if self.records.editable:
            deeds += [
                ("paste_cells", "粘贴\tCtrl+V", self.paste),
                ("fill_down", "向下填充\tCtrl+D", self.cells.fill_down),
                ("clear_cells", "清除内容\tDelete", self.cells.clear),
            ]
        index = self.currentIndex()
        if index.isValid() and not self.records.is_fresh(index.row()):
            words = self.records.rows.listed_by(index.column())(
                self.records.rows.value(index.row(), index.column())
            )
            shown = " ".join(words.split("\n"))[:MOST_WORDS] or BLANK
            only = partial(self.filtering.show_only, index.column(), words)
            deeds.append(("only_these", f"只看“{shown}”", only))
        made = []
        for name, text, deed in deeds:
            action = QAction(text, menu)
            action.setObjectName(name)
            action.triggered.connect(lambda _checked, deed=deed: deed())
            made.append(action)
        return made

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

    # -- searching -------------------------------------------------------------------------

    def search(self, text: str) -> tuple[int, int]:
        """Mark ``text`` wherever it stands and go to the first place from the current row on.

        Returns (第n处，共total处); (0, 0) when there is none. Blank text ends the search where it
        is: the place that was shown becomes the current cell.
        """
        if not text.strip():
            self.take_hit()
        return self._show_hit(self.finder.find(text, max(0, self.currentIndex().row())))

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
