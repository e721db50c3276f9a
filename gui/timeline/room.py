"""The tab 阶段时间轴: reads the plan, shows it on the board, and passes on what the board asks."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import ClassVar

from PySide6.QtCore import QPoint, QTimer
from PySide6.QtWidgets import QApplication, QStackedWidget, QVBoxLayout, QWidget

from gui.look.buttons import allow, plain_button
from gui.look.panels import EmptyState, Hairline
from gui.office import Office
from gui.room import Room
from gui.timeline.acts import Acts
from gui.timeline.board import Board
from gui.timeline.lists import first_of, urgent
from gui.timeline.memory import Memory
from gui.timeline.outline import DRAFT, key_of
from gui.timeline.scale import Zoom
from gui.timeline.seeking import Seeker
from gui.timeline.tip import Tip, Told, hint_of, told_of
from gui.timeline.toolbar import Toolbar
from model.changes import Operation
from model.judgements.lights import Light
from model.judgements.tallies import turnouts
from model.judgements.timeline import Plan, Row, timeline
from model.kinds import Context
from model.records import Campaign, Person, Phase, Tally, Task

READS = frozenset(kind.table for kind in (Campaign, Phase, Task, Person, Tally))
NONE_YET = "还没有阶段。先排出各阶段的起止日期，再往里面加任务。"
NONE_PLANNED = "还没有完成时间与时限不同的任务。拖动改的就是计划本身，不另画原计划"
TOLD_MILLISECONDS = 6_000


class TimelineRoom(Room):
    """Phases, tasks and submissions of one campaign, in time."""

    verbs: ClassVar[tuple[str, ...]] = ("undo", "export", "add")
    adds = "新增任务"
    report = "活动阶段安排表"
    help_page = "timeline"

    def __init__(self, office: Office, parent: QWidget | None = None) -> None:
        super().__init__(office, parent)
        self.setObjectName("timeline_room")
        self.toolbar = Toolbar(office.look)
        self.board = Board(office.look, office.calendar)
        self.acts = Acts(office, self.board, self)
        self.tip = Tip(office.look, self)
        self._seeker = Seeker(Context(readings=office.store.readings))
        self._memory = Memory(office.settings)
        self._listed = False  # whether just today's list is shown
        self._lay_out()
        self._wire()
        self._recall()

    def _lay_out(self) -> None:
        look = self.office.look
        self._first_button = button = plain_button(
            look, "timeline_first_phase_button", "新增阶段", icon="plus"
        )
        button.clicked.connect(lambda: self.acts.perform("add_phase"))
        self._pages = QStackedWidget()
        self._pages.addWidget(self.board)
        self._pages.addWidget(EmptyState(look, "timeline_empty", "timeline", NONE_YET, button))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        for part in (self.toolbar, Hairline(look.tokens.line), self._pages):
            column.addWidget(part)
        column.setStretch(2, 1)
        self.setFocusProxy(self.board.tree)

    def _wire(self) -> None:
        """Who hears whom."""
        toolbar, board, tree, chart = self.toolbar, self.board, self.board.tree, self.board.chart
        toolbar.zoom_chosen.connect(self._set_zoom)
        toolbar.today_wanted.connect(board.lens.go_today)
        toolbar.planned_toggled.connect(self._set_planned)
        toolbar.open_toggled.connect(self._set_only_open)
        toolbar.all_wanted.connect(self._leave_list)
        board.lens.zoomed.connect(self._follow_zoom)
        board.row_chosen.connect(self.status_changed)
        tree.folds_changed.connect(self._remember_folds)
        for asker in (tree, chart):
            asker.hovered.connect(self._tell)
        self.acts.added.connect(self.reveal)
        self.acts.name_refused.connect(self._tell_refused)
        self.acts.done.connect(lambda words: self.done.emit(words, None))

    def settle(self) -> bool:
        tree, focused = self.board.tree, QApplication.focusWidget()
        if focused is not None and tree.isAncestorOf(focused):
            tree.setFocus()  # the editor of a name is left, which writes it
        return True

    def panes(self) -> Sequence[QWidget]:
        return (self.toolbar, self._pages)

    # -- the plan --------------------------------------------------------------------------

    def show_campaign(self, campaign: Campaign) -> None:
        is_other = campaign.id != self.acts.campaign.id
        self.acts.campaign = campaign
        barred = self.office.barred(campaign)
        self.board.set_editable(not barred)
        allow(self._first_button, barred)
        self._listed = self._listed and not is_other
        self._refresh(is_other)

    def follow(self, operation: Operation) -> None:
        if any(change.record.table in READS for change in operation.changes):
            campaign = self.office.store.find(Campaign, self.acts.campaign.id)
            if campaign is not None:
                self.show_campaign(campaign)

    def _plan(self) -> Plan:
        store, campaign, today = self.office.store, self.acts.campaign, self.office.today()
        tasks = store.all(Task, campaign=campaign.id)
        asked = any(task.per_person for task in tasks)
        found = turnouts(tasks, store.all(Tally), store.all(Person), today) if asked else {}
        return timeline(
            campaign,
            store.all(Phase, campaign=campaign.id),
            tasks,
            self.office.context(campaign).names["person"],
            today,
            self.office.calendar,
            found,
        )

    def _refresh(self, is_other: bool = False) -> None:
        plan, today = self._plan(), self.office.today()
        listed = urgent(plan) if self._listed else None
        self.board.wish = replace(self.board.wish, only=listed)
        self.toolbar.show_list("" if listed is None else f"今日待办{len(listed)}项")
        if is_other:
            self.board.open_plan(plan, today, self._memory.folds(self.acts.campaign.id))
        else:
            self.board.show_plan(plan, today)
        self._pages.setCurrentIndex(0 if plan.stages or len(plan.rows) > 1 else 1)
        far = "今天离活动太远，不在这张图上" if not self.board.lens.shows_today() else ""
        self.toolbar.allow_today(far)
        self.toolbar.allow_planned("" if any(row.planned for row in plan.rows) else NONE_PLANNED)
        self._seeker.look_again(self.board.groups())
        self.status_changed.emit()

    def status_text(self) -> str:
        plan = self.board.lens.plan
        return " · ".join(part for part in (plan.status, plan.note) if part)

    # -- finding ---------------------------------------------------------------------------

    def search(self, text: str) -> None:
        self._seeker.seek(text, self.board.groups())
        self.board.tree.mark(self._seeker.needle, self._seeker.context)
        self._go_to_hit()

    def search_next(self) -> None:
        self._seeker.next()
        self._go_to_hit()

    def _go_to_hit(self) -> None:
        current = self._seeker.current
        self.board.tree.mark_current(current)
        if current is not None:
            self.board.choose(current)
        self.found.emit(*self._seeker.place)

    def reveal(self, table: str, id: int, part: str = "") -> None:
        if table == Tally.table:
            tally = self.office.store.find(Tally, id)
            table, id = Task.table, (tally.task or 0) if tally else 0
        key = (table, id)
        if not self.board.tree.plan.index_of(key).isValid():
            self._leave_list()
            self.toolbar.show_only_open(False)
        self.board.choose(key)

    def show_list(self, name: str) -> None:
        self._listed = name == "tasks_today"
        self.toolbar.show_only_open(False)
        self._refresh()
        wanted = first_of(name, self.board.lens.plan)
        if wanted is not None:
            self.board.choose(wanted)

    def _leave_list(self) -> None:
        self._listed = False
        self._refresh()

    # -- what the user does ----------------------------------------------------------------

    def add(self) -> None:
        self.acts.perform("add")

    def delete(self) -> None:
        self.acts.perform("delete")

    def _tell(self, row: Row | None, place: QPoint) -> None:
        """Show what there is to tell of the row under the mouse."""
        if row is None or key_of(row) == DRAFT:
            self.tip.hide()
        else:
            hint = hint_of(row) if self.board.chart.editable else ""
            self.tip.tell(told_of(row, hint), self.mapFromGlobal(place))

    def _tell_refused(self, row: Row, words: str) -> None:
        """Say beside a name why it was not taken."""
        tree = self.board.tree
        place = tree.visualRect(tree.plan.index_of(key_of(row))).bottomLeft()
        told = Told(row.name, light=Light.RED, status=words)
        self.tip.tell(told, self.mapFromGlobal(tree.viewport().mapToGlobal(place)))
        QTimer.singleShot(TOLD_MILLISECONDS, self.tip, self.tip.hide)

    # -- how it is looked at ---------------------------------------------------------------

    def _set_zoom(self, zoom: Zoom) -> None:
        self.board.lens.set_zoom(zoom)
        self._memory.zoom = zoom

    def _follow_zoom(self, zoom: Zoom) -> None:
        self.toolbar.show_zoom(zoom)
        self._memory.zoom = zoom

    def _set_planned(self, on: bool) -> None:
        self.board.chart.show_planned(on)
        self._memory.planned = on

    def _set_only_open(self, on: bool) -> None:
        self.board.set_wish(replace(self.board.wish, only_open=on))
        self._seeker.look_again(self.board.groups())

    def _recall(self) -> None:
        self.board.lens.set_zoom(self._memory.zoom)
        self.toolbar.show_zoom(self._memory.zoom)
        self.toolbar.show_planned(self._memory.planned)
        self.board.chart.show_planned(self._memory.planned)

    def _remember_folds(self) -> None:
        self._memory.keep_folds(self.acts.campaign.id, self.board.folded)
