"""The page 问题 of the ledger: one sheet of all issues; a move writes what is its own."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Mapping, Sequence
from functools import partial
from operator import itemgetter
from typing import Any

from PySide6.QtCore import QPoint
from PySide6.QtGui import QContextMenuEvent, QCursor, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QMenu, QStackedWidget, QWidget

from gui.campaign_work import add_issue
from gui.ledger.deed_menu import DeedMenu
from gui.ledger.detail_side import DetailSide
from gui.ledger.issue_pages import IssuePages
from gui.ledger.saved_views import SavedViews
from gui.ledger.statistics_panel import StatisticsPanel
from gui.ledger.view_tools import ViewTools, lay_into, nothing_passes
from gui.look.buttons import allow, plain_button
from gui.look.panels import EmptyState
from gui.office import Office
from gui.record_form import person_adder, suggestions, typed_fields
from gui.record_form.paged_dialog import edit_pages
from gui.record_table import SHEET, RecordTable, Row, StoreEdits, TableColumn, TableModel
from gui.room import Room
from gui.together.offers import add_offers, chosen, offers
from model.changes import Change, Operation
from model.deletion import deletion
from model.judgements.statistics import IssueSorts, issue_groups
from model.lifecycle import SETTLED, gather, register, transitions
from model.records import Campaign, Issue
from model.words import Page, State

# In the order a person reads an issue: what it is, whose, where from, why, how it stands.
COLUMNS = (
    TableColumn("number", Issue.field("number"), 84),
    TableColumn("category", Issue.field("category"), 120, editable=True),
    TableColumn("content", Issue.field("content"), editable=True, share=56),
    TableColumn("level", Issue.field("level"), 76, editable=True),
    TableColumn("source", Issue.field("source"), 100, editable=True),
    TableColumn("found_on", Issue.field("found_on"), 100, editable=True),
    TableColumn("cause", Issue.field("cause"), editable=True, share=44),
    TableColumn("department", Issue.field("department"), 100, editable=True),
    TableColumn("state", Issue.field("state"), 76),
)
PLACES = {column.path: place for place, column in enumerate(COLUMNS, 1)}  # in a row
STATE = PLACES["state"]
SORTS = itemgetter(*(PLACES[path] for path in IssueSorts._fields))
FOLLOWED = frozenset(("issue", "category", "campaign"))


class IssuePage(Room):
    """Every issue of the campaign, one line each."""

    adds = "新增问题"
    report = "问题台账"
    help_page = "issues"

    def __init__(self, office: Office) -> None:
        super().__init__(office)
        self.setObjectName("issue_page")
        self._campaign: Campaign | None = None
        self._searched = ""
        model = TableModel(
            list(COLUMNS),
            edit=StoreEdits(office.store, Issue, self._registered),
            locked=self._locked,
            faded=lambda row: row[STATE] in SETTLED,
            adds=self.adds,
        )
        self.table = RecordTable(
            model,
            office.look,
            SHEET,
            "issue_table",
            title="问题台账",
            frozen="number",
            settings=office.settings,
            suggest=suggestions(office),
            add=person_adder(office),
            today=office.today,
        )
        self.views = SavedViews(self, office, Page.ISSUES, self.table, lambda: self._searched)
        self.views.search_wanted.connect(self.search_wanted)
        self.tools = ViewTools(office.look, self.views, self.table)
        self.statistics = StatisticsPanel(office.look, self.table, ("已销号", "其余"))
        self.side = DetailSide(office, self.table, self)
        self.tools.add(self.side.button)
        self.setFocusProxy(self.table)
        self._lay_out()
        self.side.menu_wanted.connect(self._open_menu)
        self.tools.altered.connect(self._tell)
        self.table.selection_changed.connect(self.status_changed)
        self.table.opened.connect(self._open)
        self.table.edit_wanted.connect(self._say_how)

    # -- what is shown -----------------------------------------------------------------------

    def show_campaign(self, campaign: Campaign) -> None:
        if self._campaign and self._campaign.id != campaign.id:
            self.table.records.forget_fresh()  # its category is one of the other campaign
            self.side.forget()
        self._campaign = campaign
        allow(self._first_button, self._barred())
        self.table.records.show_rows(self._rows(), self.office.context(campaign))
        self._count()
        self.views.show_campaign(campaign)
        self.side.follow()
        self._tell()

    def panes(self) -> Sequence[QWidget]:
        """What F6 goes through."""
        return (self._pages, self.side)

    def follow(self, operation: Operation) -> None:
        """Only the rows that changed; nothing jumps under the hand that types."""
        self.views.follow()
        if any(change.record.table in FOLLOWED for change in operation.changes):
            context = self.office.context(self._campaign)
            edited = _edited(operation)
            if edited and context == self.table.records.context:
                self.table.records.update_rows(self._rows(edited))
            else:
                self.table.records.follow_rows(self._rows(), context)
            self._count()
            self._tell()
        self.side.follow()

    def _count(self) -> None:
        """Count all issues, shown or not, for the statistics."""
        names = self.table.records.context.names.get("category", {})
        found = Counter(map(SORTS, self.table.records.rows.all))
        sorts: Counter[IssueSorts] = Counter()
        for (category, source, level, department, state), count in found.items():
            words = names.get(category, ""), source, str(level or ""), department
            sorts[IssueSorts(*words, state)] += count
        self.statistics.show_groups(issue_groups(sorts, names.values()))

    def _tell(self) -> None:
        rows = self.table.records.rows
        self._empty.setVisible(not rows.all)
        self._pages.setCurrentIndex(int(bool(rows.all) and not len(rows)))
        self.status_changed.emit()

    def _rows(self, ids: Collection[int] | None = None) -> Sequence[Row]:
        """All rows, or those of these issues."""
        assert self._campaign is not None
        paths = [column.path for column in COLUMNS]
        return self.office.store.rows(Issue, paths, ids, campaign=self._campaign.id)

    def _locked(self, row: Row, column: TableColumn) -> str:
        """Why a cell cannot be typed into; blank where it can."""
        if barred := self._barred():
            return barred
        state: State = row[STATE]
        if state not in SETTLED:
            return ""
        moves = "、".join(each.move for each in transitions(state))
        return f"{state}的问题只能改备注。按 F2 或双击打开，可以{moves}。"

    def _barred(self) -> str:
        return self.office.barred(self._campaign)

    def count(self) -> int:
        """How many issues the campaign has."""
        return len(self.table.records.rows.all)

    def status_text(self) -> str:
        chosen = len(self.table.selected_ids())
        return self.table.filtering.shown_words() + (f" · 选中 {chosen} 条" if chosen else "")

    # -- finding -----------------------------------------------------------------------------

    def search(self, text: str) -> None:
        self._searched = text
        self.found.emit(*self.table.search(text))

    def search_next(self) -> None:
        self.found.emit(*self.table.search_next())

    def reveal(self, table: str, id: int, part: str = "") -> None:
        if table == Issue.table and not self.table.select_id(id):
            self.views.clear()
            self.table.select_id(id)

    # -- deeds -------------------------------------------------------------------------------

    def add(self) -> None:
        if self._campaign is not None and (made := add_issue(self, self.office, self._campaign)):
            self.table.select_id(made, "content")

    def _registered(self, cells: Mapping[str, Any]) -> list[Change]:
        """What makes an issue of cells that were typed or pasted below the last one."""
        assert self._campaign is not None
        return register(self.office.store, self._campaign, **cells)

    def delete(self) -> None:
        store = self.office.store
        issues = [store.get(Issue, id) for id in self.table.selected_ids()]
        changes = [change for issue in issues for change in deletion(issue, store)]
        if changes:
            named = issues[0].number if len(issues) == 1 else f"{len(issues)}个问题"
            self.office.do(changes, f"删除{named}")

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        if self.table.geometry().contains(self._pages.mapFrom(self, event.pos())):
            self._open_menu(self.table.current_id(), event.globalPos())

    def _open_menu(self, id: int, where: QPoint) -> None:
        issue = self.office.store.find(Issue, id)
        if issue is not None:
            self._menu(issue).popup(where)
        elif self.table.currentIndex().isValid():  # in the row that is to become one
            menu = DeedMenu("cells_menu", self._barred(), self)
            menu.addActions(self.table.cell_actions(menu))
            menu.popup(where)

    def _menu(self, issue: Issue) -> QMenu:
        """Open, the moves that the issue (or the selected ones together) can make, delete."""
        menu = DeedMenu("issue_menu", self._barred(), self)
        menu.put("打开…", lambda: self._open(issue.id))
        closed = not self.side.is_open()
        menu.put("打开详情" if closed else "关闭详情", lambda: self.side.open(closed))
        menu.addSeparator()
        if together := offers(chosen(self.office, self.chosen_issues())):
            add_offers(menu, together, self.action_wanted.emit, self._barred())
        else:
            self._put_moves(menu, issue)
        menu.addSeparator()
        menu.addActions(self.table.cell_actions(menu))
        menu.addSeparator()
        count = len(self.chosen_issues())
        words = f"删除{count}个问题" if count > 1 else "删除这个问题"  # not what is in the cells
        menu.put_writing(words, self.delete)
        return menu

    def chosen_issues(self) -> list[int]:
        return self.table.selected_ids()

    def _put_moves(self, menu: DeedMenu, issue: Issue) -> None:
        for each in transitions(issue.state):
            want = partial(self.move_wanted.emit, issue.id, each.move)
            menu.put_writing(f"{each.move}…", want)

    def _open(self, id: int) -> None:
        """The whole issue in its form; a settled one is looked at in 整改跟踪."""
        issue = self.office.store.get(Issue, id)
        if issue.state in SETTLED:
            self.record_wanted.emit("rectification", self._round(id))
        else:
            pages = IssuePages(self.office, self.table)
            edit_pages(self, self.office, pages.page(issue), typed_fields(Issue), pages)

    def _round(self, issue: int) -> int:
        return gather(self.office.store, issue).round.id

    def _say_how(self, id: int, path: str) -> None:
        """A state is not typed: its moves are offered where the cell was."""
        issue = self.office.store.get(Issue, id)
        if path == "state":
            menu = DeedMenu("state_menu", self._barred(), self)
            self._put_moves(menu, issue)
            menu.popup(QCursor.pos() + QPoint(1, 1))
        else:
            self._open(id)

    def _lay_out(self) -> None:
        look = self.office.look
        self._first_button = plain_button(look, "first_issue", "新增问题", icon="plus")
        self._first_button.clicked.connect(self.add)
        words = "台账还是空的。把第一张条子上的问题直接填进表格，或从 WPS 里复制一块粘贴进来。"
        self._empty = EmptyState(look, "no_issues", "ledger", words, self._first_button)
        lay_into(self.table, self._empty)
        self._pages = QStackedWidget()
        self._pages.addWidget(self.table)
        self._pages.addWidget(nothing_passes(look, "问题", self.views.clear))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self._pages, 1)
        row.addWidget(self.side)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.side.fit(self.width())


def _edited(operation: Operation) -> set[int]:
    """The issues whose rows alone differ now; none where rows came or went, or all may differ."""
    followed = [change for change in operation.changes if change.record.table in FOLLOWED]
    if all(isinstance(each.after, Issue) and each.before for each in followed):
        return {each.record.id for each in followed}
    return set()
