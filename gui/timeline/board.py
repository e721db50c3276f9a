"""Tree and chart side by side, moving and choosing as one."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtGui import QResizeEvent, QShowEvent
from PySide6.QtWidgets import QSplitter, QVBoxLayout, QWidget

from gui.look import Look
from gui.timeline.chart import Chart
from gui.timeline.lens import Lens
from gui.timeline.outline import (
    DRAFT,
    Group,
    Key,
    Wish,
    finished,
    groups,
    key_of,
    visible,
    with_draft,
)
from gui.timeline.tree import Tree
from gui.timeline.tree_pane import TreePane
from model.calendar import Calendar
from model.judgements.timeline import Plan, Row

WIDE = 1500  # from here on all is a little larger
TREE = {False: 392, True: 500}
ROW = {False: 28, True: 30}
LEAST_TREE = 240
NARROW_TREE = 280  # what the tree gives way to by itself
NARROW = 1200  # below it the tree gives way


class Board(QWidget):
    """Shows a plan. ``tree`` and ``chart`` ask for what the mouse and the keys want."""

    row_chosen = Signal(object)  # Row or None

    def __init__(self, look: Look, calendar: Calendar, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("timeline_board")
        self.tree = Tree(look)
        self.chart = Chart(look, calendar)
        self.lens = Lens(self.chart)
        self.wish = Wish()
        self.draft_head: Key | None = None  # where a task is just being added
        self._groups: list[Group] = []
        self._folds: frozenset[Key] | None = None  # to begin with
        self.folded: frozenset[Key] = frozenset()
        self._moved = False
        self._lay_out()
        self._wire()

    def _lay_out(self) -> None:
        left = TreePane(self.tree, self.chart.horizontalScrollBar())
        left.setMinimumWidth(LEAST_TREE)
        self._splitter = QSplitter(Qt.Orientation.Horizontal)
        self._splitter.setObjectName("timeline_splitter")
        self._splitter.setChildrenCollapsible(False)
        self._splitter.setHandleWidth(1)
        self.chart.setMinimumWidth(300)
        self._splitter.addWidget(left)
        self._splitter.addWidget(self.chart)
        self._splitter.setStretchFactor(1, 1)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self._splitter)

    def _wire(self) -> None:
        tree, chart = self.tree, self.chart
        tree.verticalScrollBar().valueChanged.connect(chart.verticalScrollBar().setValue)
        chart.verticalScrollBar().valueChanged.connect(tree.verticalScrollBar().setValue)
        tree.row_chosen.connect(self._follow_choice)
        chart.row_chosen.connect(self._choose_from_chart)
        tree.folds_changed.connect(self._note_folds)
        tree.headings.sectionClicked.connect(self._sort)
        tree.rows.closeEditor.connect(self._end_draft)
        self._splitter.splitterMoved.connect(self._note_moved)

    # -- what is shown ---------------------------------------------------------------------

    def open_plan(self, plan: Plan, today: date, folded: frozenset[Key] | None) -> None:
        """Show another plan from its beginning.

        ``folded`` are the headings to fold; None folds what is finished, if not all is in sight.
        """
        self.draft_head, self._folds = None, folded
        self.folded = frozenset()
        self.show_plan(plan, today)
        self.tree.choose(None)
        self.chart.is_fresh = True
        self._begin()

    def _begin(self) -> None:
        """Fold and scroll as a plan is first seen, once it is known how much is in sight."""
        if self.chart.is_fresh and self.isVisible():
            rows = sum(1 + len(group.rows) for group in self._groups)
            fits = rows * self.chart.row_height <= self.tree.viewport().height()
            usual = frozenset() if fits else finished(self._groups)
            self.folded = usual if self._folds is None else self._folds
            self._fold()
            self.chart.verticalScrollBar().setValue(0)
            self.lens.go_today()

    def show_plan(self, plan: Plan, today: date) -> None:
        """Show a plan as it stands; what was chosen, folded and scrolled to stays."""
        self.lens.show(plan, today)
        self._show_groups()

    def set_editable(self, editable: bool) -> None:
        """Whether names can be typed and bars dragged."""
        self.tree.plan.editable = self.chart.editable = editable

    def set_wish(self, wish: Wish) -> None:
        self.wish = wish
        self._show_groups()

    def _show_groups(self) -> None:
        chosen = self.chosen()
        at = self.chart.verticalScrollBar().value()
        self._groups = with_draft(groups(self.lens.plan.rows, self.wish), self.draft_head)
        with QSignalBlocker(self.tree):
            others = self.tree.plan.show(self._groups)
            if others:
                self.tree.choose(chosen)
        self._fold()
        self.chart.verticalScrollBar().setValue(at)
        self._follow_choice(self.tree.current_row())

    def _fold(self) -> None:
        """Fold what is to be folded, without asking."""
        with QSignalBlocker(self.tree):
            self.tree.fold(self.folded)
        self._show_lines()

    def _note_folds(self) -> None:
        """The user folded or unfolded; headings that are not shown stay as they were."""
        shown = frozenset(key_of(group.head) for group in self._groups)
        self.folded = (self.folded - shown) | self.tree.folded()
        self._show_lines()

    def _show_lines(self) -> None:
        self.chart.set_lines(visible(self._groups, self.folded))

    def _sort(self, section: int) -> None:
        order = self.tree.headings.chosen_order(section)
        self.tree.headings.order = order
        self.tree.headings.viewport().update()
        self.set_wish(replace(self.wish, order=order))

    # -- choosing --------------------------------------------------------------------------

    def chosen(self) -> Key | None:
        row = self.tree.current_row()
        return key_of(row) if row is not None else None

    def choose(self, key: Key) -> None:
        """Choose a record's row and bring its name and its bar into sight."""
        self.tree.choose(key)
        self.tree.scrollTo(self.tree.currentIndex())
        row = self.tree.current_row()
        if row is not None:
            self.lens.go_to_row(row)

    def _choose_from_chart(self, row: Row) -> None:
        self.tree.choose(key_of(row))
        self.tree.setFocus(Qt.FocusReason.MouseFocusReason)

    def _follow_choice(self, row: Row | None) -> None:
        self.chart.choose(key_of(row) if row is not None else None)
        self.row_chosen.emit(row)

    def begin_draft(self) -> Row | None:
        """An empty row under the current heading, to type a new task's name into; its heading."""
        group = self.tree.plan.group_at(self.tree.currentIndex())
        group = group or next(iter(self._groups), None)
        if group is None:
            return None
        self.draft_head = key_of(group.head)
        self._show_groups()
        self.tree.choose(DRAFT)
        self.tree.edit(self.tree.currentIndex())
        return group.head

    def _end_draft(self) -> None:
        """The editor was closed: what was typed is asked for, the empty row goes."""
        if self.draft_head is not None:
            head, self.draft_head = self.draft_head, None
            self._show_groups()
            self.tree.choose(head)

    def groups(self) -> list[Group]:
        """What is shown, by headings."""
        return self._groups

    # -- sizes -----------------------------------------------------------------------------

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        wide = self.width() > WIDE
        self.tree.set_row_height(ROW[wide])
        self.chart.set_row_height(ROW[wide])
        if not self._moved:
            width = max(NARROW_TREE, TREE[wide] - max(0, NARROW - self.width()))
            self._splitter.setSizes([width, self.width() - width])
        self._begin()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._begin()

    def _note_moved(self) -> None:
        """The user drew the edge himself: it stays where he put it."""
        self._moved = True
