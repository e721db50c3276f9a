"""The room 问题台账: the issues on one page, the opinions they came from on the other."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, ClassVar

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from gui.ledger.issue_page import IssuePage
from gui.ledger.opinion_page import OpinionPage
from gui.ledger.statistics_panel import WIDTH as STATISTICS
from gui.look.buttons import flat_button
from gui.look.chips import Segments
from gui.look.panels import Hairline
from gui.office import Office
from gui.record_table import RecordTable
from gui.room import Room
from model.changes import Operation
from model.records import Campaign, Opinion, Origin

TOOL_ROW = 44
SEGMENT = 96
ISSUES, OPINIONS = "issues", "opinions"
FOLDS_BELOW = 1180  # px of window
FOLDED = "ledger/statistics_folded"


class LedgerRoom(Room):
    """A switch in the tool row chooses the page; the room speaks for the one that is shown."""

    verbs: ClassVar[tuple[str, ...]] = ("undo", "export", "add")

    def __init__(self, office: Office) -> None:
        super().__init__(office)
        self.setObjectName("ledger_room")
        self.issues, self.opinions = IssuePage(office), OpinionPage(office)
        self._by_name: dict[str, IssuePage | OpinionPage] = {
            ISSUES: self.issues,
            OPINIONS: self.opinions,
        }
        self._searched = ""
        self._was_wide: bool | None = None  # before it is first laid out
        words = {ISSUES: "问题", OPINIONS: "意见"}
        self.switch = Segments(office.look, "ledger_switch", "问题或意见", words, width=SEGMENT)
        self.switch.setToolTip("切换问题和意见（Ctrl+PgDn）")
        self._lay_out()
        self._wire()
        self._show_page(ISSUES)

    @property
    def page(self) -> IssuePage | OpinionPage:
        """The page that is shown."""
        return self._by_name[self.switch.choice()]

    @property
    def table(self) -> RecordTable:
        return self.page.table

    def show_page(self, name: str) -> None:
        """Turn to a page, if it is not shown already."""
        if name != self.switch.choice():
            self.switch.choose(name)
            self._show_page(name)

    def turn_sheet(self) -> None:
        self.show_page(ISSUES if self.switch.choice() == OPINIONS else OPINIONS)

    def _show_page(self, name: str) -> None:
        page = self._by_name[name]
        self._pages.setCurrentWidget(page)
        self._tools.setCurrentWidget(page.tools)
        self._statistics.setCurrentWidget(page.statistics)
        self.setFocusProxy(page)
        self.adds, self.report, self.help_page = page.adds, page.report, page.help_page
        if self.isVisible():
            page.setFocus()  # arrows and typing go to the page at once
        page.search(self._searched)
        self.verbs_changed.emit()
        self.status_changed.emit()

    # -- what the room is asked, passed on ---------------------------------------------------

    def show_campaign(self, campaign: Campaign) -> None:
        for page in self._by_name.values():
            page.show_campaign(campaign)

    def follow(self, operation: Operation) -> None:
        for page in self._by_name.values():
            page.follow(operation)

    def search(self, text: str) -> None:
        self._searched = text
        self.page.search(text)

    def search_next(self) -> None:
        self.page.search_next()

    def hidden_hits(self) -> int:
        return self.table.hidden_hits()

    def reveal(self, table: str, id: int, part: str = "") -> None:
        self.show_page(OPINIONS if table in (Opinion.table, Origin.table) else ISSUES)
        self.page.reveal(table, id, part)

    def add(self) -> None:
        self.page.add()

    def delete(self) -> None:
        self.page.delete()

    def chosen_issues(self) -> list[int]:
        return self.page.chosen_issues()

    def kept(self) -> dict[str, Any]:
        pages = {name: page.views.kept() for name, page in self._by_name.items()}
        return {"page": self.switch.choice(), "pages": pages}

    def take_up(self, kept: Mapping[str, Any]) -> None:
        for name, page in self._by_name.items():
            page.views.take_up(kept["pages"][name])
        self.show_page(kept["page"])

    def settle(self) -> bool:
        return all(page.table.leave_cell() for page in self._by_name.values())

    def panes(self) -> Sequence[QWidget]:
        return (self.page.statistics, self._bar, *self.page.panes())

    def status_text(self) -> str:
        return self.page.status_text()

    # -- the statistics at the left ----------------------------------------------------------

    def _fold(self, folded: bool) -> None:
        """Take the statistics away or show them again; in a wide window that is remembered."""
        if self._is_wide():
            self.office.settings.put(FOLDED, folded)
        elif not folded and not self.issues.side.give_way():
            return
        self._show_statistics(not folded)
        (self.page if folded else self.page.statistics).setFocus()

    def _make_place(self, detail_open: bool) -> None:
        """A narrow window has no place for both sides."""
        if detail_open and not self._is_wide():
            self._show_statistics(False)

    def _show_statistics(self, shown: bool) -> None:
        self._statistics.setVisible(shown)
        self._edge.setVisible(shown)
        self._unfold.setVisible(not shown)
        self._tool_row.setContentsMargins(16 if shown else 8, 0, 16, 0)

    def _is_wide(self) -> bool:
        return self.window().width() >= FOLDS_BELOW

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if self._is_wide() is not self._was_wide:
            self._was_wide = self._is_wide()
            folded = bool(self.office.settings.get(FOLDED, False))
            self._show_statistics(self._was_wide and not folded)

    # -- parts -------------------------------------------------------------------------------

    def _wire(self) -> None:
        self.switch.chosen.connect(self._show_page)
        self.issues.side.turned.connect(self._make_place)
        for page in self._by_name.values():
            page.status_changed.connect(self._count)
            page.record_wanted.connect(self.record_wanted)
            page.move_wanted.connect(self.move_wanted)
            page.action_wanted.connect(self.action_wanted)
            page.done.connect(self.done)
            page.found.connect(self.found)
            page.search_wanted.connect(self.search_wanted)
            page.statistics.fold_wanted.connect(lambda: self._fold(True))

    def _count(self) -> None:
        self.switch.set_text(ISSUES, f"问题 {self.issues.count()}")
        self.switch.set_text(OPINIONS, f"意见 {self.opinions.count()}")
        self.status_changed.emit()

    def _lay_out(self) -> None:
        look = self.office.look
        self._pages, self._tools = QStackedWidget(), QStackedWidget()
        self._statistics = QStackedWidget()
        for page in self._by_name.values():
            self._pages.addWidget(page)
            self._tools.addWidget(page.tools)
            self._statistics.addWidget(page.statistics)
        self._statistics.setFixedWidth(STATISTICS)
        self._edge = Hairline(look.tokens.line2, upright=True)
        self._unfold = flat_button(look, "unfold_statistics", "统计", icon="right")
        self._unfold.setToolTip("展开统计：按类别、来源等数一数，点击即筛选")
        self._unfold.clicked.connect(lambda: self._fold(False))
        bar = self._bar = QWidget()
        bar.setObjectName("ledger_tools")
        bar.setFixedHeight(TOOL_ROW)
        row = self._tool_row = QHBoxLayout(bar)
        row.setSpacing(20)
        row.addWidget(self._unfold)
        row.addWidget(self.switch)
        row.addWidget(self._tools, 1)
        column = QVBoxLayout()
        column.setSpacing(0)
        column.addWidget(bar)
        column.addWidget(Hairline(look.tokens.line))
        column.addWidget(self._pages, 1)
        across = QHBoxLayout(self)
        across.setContentsMargins(0, 0, 0, 0)
        across.setSpacing(0)
        across.addWidget(self._statistics)
        across.addWidget(self._edge)
        across.addLayout(column, 1)
