"""What a table offers by right click or the menu key: on its cells, and on a heading."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QWidget

from gui.record_table.columns import TableColumn
from gui.record_table.filters import BLANK
from gui.record_table.zooming import PLAIN

if TYPE_CHECKING:
    from gui.record_table.table import RecordTable

MOST_WORDS = 12  # characters of a value that a menu shows
Deed = Callable[[], object]


class TableMenus:
    """Makes the menus of one table; each is made anew when it is asked for."""

    def __init__(self, table: RecordTable) -> None:
        self._table = table

    def of_heading(self, column: int, parent: QWidget | None = None) -> QMenu:
        """The filter of a column, what stays, its groups, the choice of columns."""
        menu = self.of_columns(parent)
        if column < 0:
            return menu
        table, declared = self._table, self._table.records.columns[column]
        own = [_action(menu, "filter_column", f"筛选{declared.title}…", self._filter(column))]
        if table.headings.sectionsClickable():
            up, down = (partial(table.sort_by, declared.path, reverse) for reverse in (False, True))
            own += [_action(menu, "sort_up", "升序", up), _action(menu, "sort_down", "降序", down)]
        hide = partial(table.fitting.hide, declared.path, True)
        own.append(_action(menu, "hide_column", "隐藏此列", hide))
        for name, words, path in (
            ("freeze_here", "冻结到此列", declared.path),
            ("unfreeze", "取消冻结", ""),
        ):
            action = _action(menu, name, words, partial(table.fitting.freeze, path))
            action.setEnabled(table.fitting.frozen != path)
            own.append(action)
        own += self._groups(menu, declared)
        first = menu.actions()[0]
        menu.insertActions(first, own)
        menu.insertSeparator(first)
        return menu

    def of_columns(self, parent: QWidget | None = None) -> QMenu:
        """Which columns are shown, and back to how it was."""
        table = self._table
        menu = QMenu(parent or table)
        menu.setObjectName("columns_menu")
        for column in table.records.columns:
            action = menu.addAction(column.title)
            action.setObjectName(f"show_{column.path}")
            action.setCheckable(True)
            action.setChecked(column.path not in table.fitting.hidden)
            action.toggled.connect(
                lambda shown, path=column.path: table.fitting.hide(path, not shown)
            )
        menu.addSeparator()
        back: list[tuple[str, str, Deed]] = [
            ("sort_as_loaded", "恢复原来的排序", partial(table.sort_by, "")),
            ("reset_columns", "恢复原来的栏目", table.fitting.reset),
        ]
        if (percent := table.zooming.percent) != PLAIN:
            words = f"恢复原来的大小（现在{percent}%）"
            back.append(("reset_size", words, partial(table.zooming.put, PLAIN)))
        menu.addActions([_action(menu, *each) for each in back])
        return menu

    def of_cells(self, menu: QMenu) -> list[QAction]:
        """Copy, paste and the like, only rows like this one, and the menu of the heading above."""
        table = self._table
        deeds: list[tuple[str, str, Deed]] = [
            ("copy_cells", "复制\tCtrl+C", table.copy),
            ("copy_with_headings", "连同标题复制", table.copy_with_headings),
        ]
        if table.records.editable:
            deeds += [
                ("paste_cells", "粘贴\tCtrl+V", table.paste),
                ("fill_down", "向下填充\tCtrl+D", table.cells.fill_down),
                ("clear_cells", "清除内容\tDelete", table.cells.clear),
            ]
        made = [_action(menu, *each) for each in deeds]
        index = table.currentIndex()
        if index.isValid() and not table.records.is_fresh(index.row()):
            made.append(self._only_these(menu, index.row(), index.column()))
        if index.isValid():
            heading = self.of_heading(index.column(), menu)
            heading.setObjectName("this_column")
            heading.setTitle(f"此列“{table.records.columns[index.column()].title}”")
            made.append(heading.menuAction())
        return made

    def _only_these(self, menu: QMenu, row: int, column: int) -> QAction:
        table = self._table
        words = table.records.rows.listed_by(column)(table.records.rows.value(row, column))
        line = " ".join(words.split("\n"))
        shown = line if len(line) <= MOST_WORDS else f"{line[: MOST_WORDS - 1]}…"
        only = partial(table.filtering.show_only, column, words)
        return _action(menu, "only_these", f"只看“{shown or BLANK}”", only)

    def _filter(self, column: int) -> Deed:
        return partial(self._table.filtering.open, column)

    def _groups(self, menu: QMenu, declared: TableColumn) -> list[QAction]:
        """Rows that stand in an order of their own are not grouped."""
        table, grouped = self._table, self._table.fitting.grouped
        offered = []
        if declared.groups and declared.path != grouped and table.headings.sectionsClickable():
            offered.append(("group_here", "按此列分组", declared.path))
        if grouped:
            offered.append(("ungroup", "取消分组", ""))
        return [
            _action(menu, name, words, partial(table.group_by, path))
            for name, words, path in offered
        ]


def _action(menu: QMenu, name: str, words: str, deed: Deed) -> QAction:
    action = QAction(words, menu)
    action.setObjectName(name)
    action.triggered.connect(lambda _checked: deed())
    return action
