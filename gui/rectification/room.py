"""The room 整改跟踪: the table at the left, the chosen issue with its next move at the right."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any, ClassVar

from PySide6.QtCore import Qt
from PySide6.QtGui import QContextMenuEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QMenu, QStackedWidget, QVBoxLayout, QWidget

from gui.campaign_work import add_issue
from gui.look.buttons import allow, plain_button
from gui.look.panels import EmptyState, Hairline
from gui.office import Office
from gui.record_table import LIST, RecordTable
from gui.rectification.chips import ChipRow
from gui.rectification.columns import COLUMNS, TrackModel, row_of
from gui.rectification.detail import DetailPanel
from gui.rectification.widths import detail_width
from gui.room import Room
from gui.together.offers import add_offers, chosen, offers
from model.changes import Operation
from model.deletion import deletion
from model.judgements.lights import Light, Verdict, judge_of
from model.judgements.lists import is_awaiting, is_closed, is_overdue
from model.judgements.tracks import TRACK_PATHS, Track, is_effective, tracks
from model.lifecycle import transitions
from model.records import (
    Campaign,
    Evidence,
    Issue,
    Measure,
    Progress,
    Publicity,
    Rectification,
    Step,
)
from model.words import State

Accepts = Callable[[Track, Verdict], bool]


class RectificationRoom(Room):
    """Shows how every issue stands, the urgent first."""

    verbs: ClassVar[tuple[str, ...]] = ("undo", "export", "add")
    adds = "新增问题"
    report = "整改台账"
    help_page = "track"

    def __init__(self, office: Office) -> None:
        super().__init__(office)
        self.setObjectName("rectification_room")
        self._campaign: Campaign | None = None
        self._judged: list[tuple[Track, Verdict]] = []
        self._only: Accepts | None = None
        self.chips = ChipRow(office.look)
        self.table = RecordTable(
            TrackModel(list(COLUMNS), faded=lambda row: row[-1] is State.CLOSED),
            office.look,
            LIST,
            "track_table",
            title="整改跟踪",
            frozen="number",
            settings=office.settings,
            today=office.today,
        )
        self.detail = DetailPanel(office)
        self.setFocusProxy(self.table)
        self._lay_out()
        self.chips.altered.connect(self._choose_chips)
        self.chips.cleared.connect(self.clear_filters)
        self.table.current_changed.connect(lambda id: self.detail.show_issue(id or None))
        self.table.edit_wanted.connect(lambda _id, path: self.detail.edit(path))
        self.table.selection_changed.connect(self.status_changed)
        self.table.filters_changed.connect(self._tell_counts)
        self.table.selection_changed.connect(self._show_selection)
        self.detail.move_wanted.connect(self.move_wanted)
        self.detail.action_wanted.connect(self.action_wanted)

    # -- what is shown -----------------------------------------------------------------------

    def show_campaign(self, campaign: Campaign) -> None:
        other = self._campaign is None or self._campaign.id != campaign.id
        self._campaign = campaign
        if other:
            self._only = None
            self.chips.choose()
        allow(self._first_button, self.office.barred(campaign))
        self._read()
        if other:
            self.table.sort_by("light")
        self._show(keep=not other)

    def follow(self, operation: Operation) -> None:
        self._read()
        self._show(keep=True)

    def clear_filters(self) -> None:
        """Show every issue again."""
        self._only = None
        self.chips.choose()
        self.table.filtering.clear()
        self._show(keep=True)

    def kept(self) -> dict[str, Any]:
        return {"chips": self.chips.chosen(), **self.table.kept()}

    def take_up(self, kept: Mapping[str, Any]) -> None:
        self.chips.choose(*kept["chips"])
        self._choose_chips()
        self.table.take_up(kept)

    def panes(self) -> Sequence[QWidget]:
        return (self.chips, self._pages, self.detail)

    def show_list(self, name: str) -> None:
        only: dict[str, Accepts] = {
            "overdue": lambda track, verdict: is_overdue(verdict),
            "awaiting": lambda track, verdict: is_awaiting(track),
            "closed": lambda track, verdict: is_closed(track),
            "effective": lambda track, verdict: is_effective(track),
        }
        lights = {"overdue": (Light.RED,)}.get(name, ())
        states = {
            "awaiting": (State.AWAITING_ACCEPTANCE,),
            "closed": (State.CLOSED,),
            "effective": (State.CLOSED,),
        }.get(name, ())
        self.table.filtering.clear()
        self.chips.choose(states, lights)
        self._only = only[name]
        self._show(keep=False)

    def _read(self) -> None:
        campaign, store, today = self._campaign, self.office.store, self.office.today()
        assert campaign is not None
        found = tracks(store.rows(Issue, TRACK_PATHS, campaign=campaign.id))
        self._judged = [
            (track, judge_of(campaign, track, today, self.office.calendar)) for track in found
        ]

    def _show(self, *, keep: bool) -> None:
        chosen = self.table.current_id() if keep else 0
        today = self.office.today()
        only = self._only or (lambda track, verdict: True)
        shown = [
            row_of(track, verdict, today)
            for track, verdict in self._judged
            if self.chips.accepts(track, verdict) and only(track, verdict)
        ]
        self.table.records.show_rows(shown, self.office.context(self._campaign))
        self._pages.setCurrentIndex(1 if self._judged else 0)
        self._tell_counts()
        if not (chosen and self.table.select_id(chosen)) and shown:
            self.table.select_id(self.table.records.rows.id_at(0))
        self.detail.show_issue(self.table.current_id() or None)
        self.status_changed.emit()

    def _tell_counts(self) -> None:
        """Also when a heading filters."""
        headings = bool(self.table.records.column_filters)
        filtering = self.chips.is_filtering() or self._only is not None or headings
        self.chips.show_counts(self._judged, len(self.table.records.rows), filtering)
        self.status_changed.emit()

    def _choose_chips(self) -> None:
        self._only = None
        self._show(keep=True)

    def status_text(self) -> str:
        shown, chosen = len(self.table.records.rows), len(self.table.selected_ids())
        return f"共 {shown} 条" + (f" · 选中 {chosen} 条" if chosen else "")

    # -- finding -----------------------------------------------------------------------------

    def search(self, text: str) -> None:
        self.found.emit(*self.table.search(text))

    def search_next(self) -> None:
        self.found.emit(*self.table.search_next())

    def hidden_hits(self) -> int:
        return self.table.hidden_hits()

    def reveal(self, table: str, id: int, part: str = "") -> None:
        issue = self._issue_behind(table, id)
        if issue is None:
            return
        if not self.table.select_id(issue):
            self.clear_filters()
            self.table.select_id(issue)
        self.detail.show_issue(issue)
        self.detail.go_to(part or table)

    def _issue_behind(self, table: str, id: int) -> int | None:
        store = self.office.store
        if table == Issue.table:
            return id
        if table in (Measure.table, Progress.table):
            part = store.find(Measure, id) if table == Measure.table else store.find(Progress, id)
            round = store.find(Rectification, part.rectification) if part else None
            return round.issue if round else None
        for kind in (Rectification, Step, Publicity, Evidence):
            if kind.table == table:
                found = store.find(kind, id)
                return getattr(found, "issue", None)
        return None

    # -- deeds -------------------------------------------------------------------------------

    def add(self) -> None:
        if self._campaign is not None and (made := add_issue(self, self.office, self._campaign)):
            self.reveal(Issue.table, made)

    def delete(self) -> None:
        store = self.office.store
        issues = [store.get(Issue, id) for id in self.table.selected_ids()]
        changes = [change for issue in issues for change in deletion(issue, store)]
        if changes:
            named = issues[0].number if len(issues) == 1 else f"{len(issues)}个问题"
            self.office.do(changes, f"删除{named}")

    def chosen_issues(self) -> list[int]:
        return self.table.selected_ids()

    def _show_selection(self) -> None:
        self.detail.show_selection(self.table.selected_ids())

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        if self.table.geometry().contains(self._pages.mapFrom(self, event.pos())):
            menu = self.table_menu()
            menu.addSeparator()
            menu.addActions(self.table.cell_actions(menu))
            menu.popup(event.globalPos())

    def table_menu(self) -> QMenu:
        """What a right click in the table offers: what the foot of the detail does."""
        menu = QMenu(self)
        menu.setObjectName("track_menu")
        menu.setToolTipsVisible(True)
        barred = self.office.barred(self._campaign)
        issues = chosen(self.office, self.table.selected_ids())
        if together := offers(issues):
            add_offers(menu, together, self.action_wanted.emit, barred)
        elif issues:
            self._add_moves(menu, issues[0], barred)
        return menu

    def _add_moves(self, menu: QMenu, issue: Issue, barred: str) -> None:
        for each in transitions(issue.state):
            action = menu.addAction(f"{each.move}…")
            action.setEnabled(not barred)
            action.setToolTip(barred or str(each.move))
            action.triggered.connect(
                lambda _checked=False, move=each.move: self.move_wanted.emit(issue.id, move)
            )

    # -- where things stand ------------------------------------------------------------------

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.detail.setFixedWidth(detail_width(self.width()))

    def _lay_out(self) -> None:
        look = self.office.look
        self.detail.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.detail.setProperty("ground", "surface")
        add = plain_button(look, "first_issue", "新增问题", icon="plus")
        add.clicked.connect(self.add)
        self._first_button = add
        empty = EmptyState(look, "no_issues", "track", "还没有问题。先登记一个，再启动整改。", add)
        self._pages = QStackedWidget()
        self._pages.addWidget(empty)
        self._pages.addWidget(self.table)
        left = QVBoxLayout()
        left.setSpacing(0)
        left.addWidget(self.chips)
        left.addWidget(self._pages, 1)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addLayout(left, 1)
        row.addWidget(Hairline(look.tokens.line2, upright=True))
        row.addWidget(self.detail)
