"""What stands in the tool row of a page about its rows: the views, what is filtered, how many."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QAction, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QMenu, QPushButton, QVBoxLayout, QWidget

from gui.ledger.saved_views import SavedViews
from gui.look import Look
from gui.look.buttons import allow, flat_button, plain_button
from gui.look.panels import EmptyState, label
from gui.record_table import SHEET, FilterChips, RecordTable
from gui.record_table.filter_chips import FilterChip
from model.views import ALL, QUESTIONS

GAP = 8
ENTRY_ROW = SHEET.least  # px
NAME_WIDTH = 144  # px of the name of a view in the button, at most
FIRST_A_NAME = "（先在“设置”里填使用人）"
SAVING_FROM = 480  # px of the row from which 保存视图 has a button beside the menu


class ViewTools(QWidget):
    """视图 ▾, 保存视图, and the chips of all that hides rows."""

    altered = Signal()  # other rows may be shown

    def __init__(
        self, look: Look, views: SavedViews, table: RecordTable, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._look, self._views, self._table = look, views, table
        self._question: FilterChip | None = None
        self.setObjectName(f"{table.objectName()}_views")
        self._button = plain_button(look, "views", "视图", icon="down")
        self._button.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
        self._button.clicked.connect(self._open_menu)
        self._save = flat_button(look, "save_view_button", "保存视图")
        self._save.clicked.connect(views.save)
        self._save.clicked.connect(table.setFocus)
        self._shown: QLabel = label(look, "question_shown", "", "label", "ink2")
        self.chips = FilterChips(look, table.filtering)
        self._lay_out()
        views.changed.connect(self._tell)
        table.filters_changed.connect(self._tell)
        clear = self.chips.findChild(QPushButton, "filter_clear_all")
        assert clear is not None
        clear.clicked.connect(views.clear)
        clear.clicked.connect(table.setFocus)
        self.chips.taken_off.connect(table.setFocus)

    def is_filtering(self) -> bool:
        """Whether something hides rows."""
        return bool(self._views.question or self._table.records.column_filters)

    def add(self, button: QPushButton) -> None:
        """A verb of the page, at the right."""
        self._row.addWidget(button)

    # -- the views ---------------------------------------------------------------------------

    def menu(self) -> QMenu:
        """Every view, the one that is shown ticked; and what can be done with it."""
        views = self._views
        menu = QMenu(self)
        menu.setObjectName("views_menu")
        menu.setToolTipsVisible(True)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for names in (views.built_in(), views.own()):
            for name in names:
                self._offer(menu, name)
            menu.addSeparator()
        barred, current = views.barred(), views.current()
        own = current if current in views.own() else ""
        why = barred or ("" if own else "先选一个自己保存的视图")
        self._add(menu, "save_view", "保存视图…", views.save, barred)
        self._add(menu, "rename_view", f"重命名“{own}”…" if own else "重命名…", views.rename, why)
        self._add(menu, "delete_view", f"删除“{own}”" if own else "删除", views.delete, why)
        return menu

    def _offer(self, menu: QMenu, name: str) -> None:
        views = self._views
        show, why_not = partial(views.show, name), views.why_not(name)
        words = f"{name}{FIRST_A_NAME}" if why_not else name  # a tooltip alone is hardly met
        action = self._add(menu, f"view_{name}", words, show, why_not)
        action.setCheckable(True)
        action.setChecked(name == views.current())

    def _add(
        self, menu: QMenu, name: str, words: str, act: Callable[[], object], why_not: str
    ) -> QAction:
        action = menu.addAction(words.replace("&", "&&"))
        action.setObjectName(name)
        action.setEnabled(not why_not)
        action.setToolTip(why_not or words)
        action.triggered.connect(lambda _checked: act())
        action.triggered.connect(self._table.setFocus)  # else the button keeps it
        return action

    def _open_menu(self) -> None:
        below = self._button.mapToGlobal(QPoint(0, self._button.height() + 2))
        self.menu().popup(below)

    # -- what is told ------------------------------------------------------------------------

    def _tell(self) -> None:
        self._name_button()
        self._show_question()
        alone = self._question is not None and not self._table.records.column_filters
        self._shown.setText(self._table.filtering.shown_words() if alone else "")
        allow(self._save, self._views.barred())
        self._fit()
        self.altered.emit()

    def _name_button(self) -> None:
        """视图：我科的 while just its rows are shown."""
        current = self._views.current()
        words = "视图" if current in ("", ALL) else f"视图：{current}"
        self._button.setText(self._look.texts.cut(words, "body", NAME_WIDTH)[0])
        self._button.setAccessibleName(words)
        self._button.setToolTip(words)

    def _show_question(self) -> None:
        """The chip of the question, if one is asked; a click takes it back."""
        words = QUESTIONS.get(self._views.question, "")
        if self._question is not None and self._question.text() != words:
            self._question.hide()
            self._question.deleteLater()
            self._question = None
        if words and self._question is None:
            self._question = FilterChip(self._look, "question", words, self)
            self._question.clicked.connect(lambda: self._views.ask(""))
            self._question.clicked.connect(self._table.setFocus)
            self._row.insertWidget(2, self._question)
            QWidget.setTabOrder(self._save, self._question)
            self._question.show()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        """The words on what is filtered go before 保存视图, which the menu has too, and the count,
        which the status bar has."""
        self._save.setVisible(self.width() >= max(SAVING_FROM, self._needed(self._save)))
        self._shown.setVisible(
            bool(self._shown.text()) and self.width() >= self._needed(self._shown)
        )

    def _needed(self, another: QWidget) -> int:
        """The width at which this one has room beside all others and the chips of the columns."""
        shown = [
            each
            for item in map(self._row.itemAt, range(self._row.count()))
            if item is not None and (each := item.widget()) is not None
            if each not in (self.chips, self._shown, self._save)
        ]
        if another is self._shown and not self._save.isHidden():
            shown.append(self._save)
        widths = [each.sizeHint().width() for each in (another, *shown)]
        return sum(widths) + GAP * len(widths) + self.chips.least_width()

    def _lay_out(self) -> None:
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(GAP)
        self._row.addWidget(self._button)
        self._row.addWidget(self._save)
        self._row.addWidget(self.chips, 1)
        self._row.addWidget(self._shown)


def nothing_passes(look: Look, noun: str, clear: Callable[[], object]) -> EmptyState:
    """What stands where the filters let no row through."""
    button = plain_button(look, "show_all", "清除筛选")
    button.clicked.connect(clear)
    return EmptyState(look, "nothing_passes", "filter", f"没有符合这些条件的{noun}。", button)


def lay_into(table: RecordTable, state: EmptyState) -> None:
    """Show it in the sheet that holds nothing yet, below the row to type or to paste into."""
    column = QVBoxLayout(table.viewport())
    column.setContentsMargins(0, ENTRY_ROW, 0, 0)
    column.addWidget(state)
