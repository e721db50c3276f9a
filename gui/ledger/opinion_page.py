"""The page 意见 of the ledger: what was said, and what became of it."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from functools import partial
from typing import Any

from PySide6.QtGui import QContextMenuEvent
from PySide6.QtWidgets import QMenu, QStackedWidget, QVBoxLayout, QWidget

from gui.ledger.opinion_columns import (
    COLUMNS,
    FATE,
    bears_on_fates,
    form_fields,
    row_of,
    suggesting,
)
from gui.ledger.opinion_deeds import OpinionDeeds
from gui.ledger.opinion_tools import OpinionTools
from gui.ledger.opinion_verbs import Offer, offers
from gui.ledger.saved_views import SavedViews
from gui.ledger.statistics_panel import StatisticsPanel
from gui.ledger.view_tools import ViewTools, lay_into, nothing_passes
from gui.look.buttons import allow, plain_button
from gui.look.panels import EmptyState
from gui.office import Office
from gui.record_form import edit_record, suggestions
from gui.record_table import SHEET, RecordTable, Row, StoreEdits, TableColumn, TableModel
from gui.room import Room
from model.changes import Change, Operation
from model.deletion import deletion
from model.fields import Field
from model.judgements.opinions import Fate, FateKind, by_channel, fates
from model.judgements.statistics import opinion_groups
from model.opinions import last_channel
from model.records import Campaign, Issue, Opinion, Origin
from model.refused import Refused
from model.words import Page

GIVEN = frozenset(("received_on",))  # a new slip came in today
CHANNEL = "channel"  # and as the last one did, if there is one
TYPING = {"content": "回车换行，Ctrl+Enter完成"}


class OpinionPage(Room):
    """Every opinion of the campaign, one line each."""

    adds = "新增意见"
    report = "意见征集汇总表"
    help_page = "opinions"

    def __init__(self, office: Office) -> None:
        super().__init__(office)
        self.setObjectName("opinion_page")
        self._campaign: Campaign | None = None
        self._fates: dict[int, Fate] = {}
        self._channel = ""  # of the slip that was entered last
        self._searched = ""
        self.deeds = OpinionDeeds(self, office)
        self.table = self._made_table()
        self.views = SavedViews(self, office, Page.OPINIONS, self.table, lambda: self._searched)
        self.views.search_wanted.connect(self.search_wanted)
        rows = ViewTools(office.look, self.views, self.table)
        rows.altered.connect(self._tell)
        self.tools = OpinionTools(office.look, rows)
        self.statistics = StatisticsPanel(office.look, self.table, ("已处理", "待处理"))
        self.setFocusProxy(self.table)
        self._lay_out()
        self.deeds.done.connect(self.done)
        self.tools.verb_wanted.connect(self.perform)
        self.table.selection_changed.connect(self._tell)
        self.table.opened.connect(self._open)
        self.table.edit_wanted.connect(self._say_how)

    def _made_table(self) -> RecordTable:
        office = self.office
        model = TableModel(
            COLUMNS,
            edit=StoreEdits(office.store, Opinion, self._heard),
            locked=self._locked,
            faded=lambda row: row[FATE].kind is FateKind.DECLINED,
            adds=self.adds,
            given=GIVEN,
        )
        return RecordTable(
            model,
            office.look,
            SHEET,
            "opinion_table",
            title="意见",
            settings=office.settings,
            suggest=suggesting(lambda: model.rows.all, suggestions(office)),
            today=office.today,
        )

    # -- what is shown -----------------------------------------------------------------------

    def show_campaign(self, campaign: Campaign) -> None:
        if self._campaign and self._campaign.id != campaign.id:
            self.table.records.forget_fresh()
        self._campaign = campaign
        allow(self._first_button, self._barred())
        self.table.records.show_rows(self._rows(), self.office.context(campaign))
        self.views.show_campaign(campaign)
        self._tell()

    def panes(self) -> Sequence[QWidget]:
        """What F6 goes through."""
        return (self._pages,)

    def follow(self, operation: Operation) -> None:
        """Only the rows that changed; nothing jumps under the hand that types."""
        self.views.follow()
        if any(map(bears_on_fates, operation.changes)):
            before = {row[0]: row for row in self.table.records.rows.all}
            rows = {row[0]: row for row in self._rows()}
            altered = [row for id, row in rows.items() if before.get(id) != row]
            self.table.records.update_rows(altered, before.keys() - rows.keys())
            self._tell()

    def _rows(self) -> Sequence[Row]:
        assert self._campaign is not None
        opinions = self._judge(self._campaign)
        return [row_of(each, self._fates[each.id]) for each in opinions]

    def _judge(self, campaign: Campaign) -> Sequence[Opinion]:
        """Read the opinions anew, and what became of each."""
        store = self.office.store
        opinions = store.all(Opinion, campaign=campaign.id)
        self._fates = fates(opinions, store.all(Origin), store.all(Issue, campaign=campaign.id))
        self._channel = last_channel(opinions)
        self.table.records.given = GIVEN | {CHANNEL} if self._channel else GIVEN
        self.tools.show_counts(by_channel(opinions, self._fates))
        self.statistics.show_groups(opinion_groups(opinions, self._fates))
        return opinions

    def _tell(self) -> None:
        shown, count = len(self.table.records.rows), self.count()
        self._empty.setVisible(not count)
        self._pages.setCurrentIndex(int(bool(count) and not shown))
        self.tools.show_offers(self.offers())
        self.status_changed.emit()

    def _barred(self) -> str:
        return self.office.barred(self._campaign)

    def _locked(self, row: Row, column: TableColumn) -> str:
        """Why a cell cannot be typed into; blank where it can."""
        if barred := self._barred():
            return barred
        if column.path == "declined_reason" and row[FATE] and row[FATE].numbers:
            return f"这条意见{row[FATE].words}，不写不予立项的理由。要改，请先取消处理。"
        return ""

    def count(self) -> int:
        """How many opinions the campaign has."""
        return len(self.table.records.rows.all)

    def status_text(self) -> str:
        chosen = len(self.table.selected_ids())
        words = f"{self.table.filtering.shown_words()}意见"
        return words + (f" · 选中 {chosen} 条" if chosen else "")

    # -- finding -----------------------------------------------------------------------------

    def search(self, text: str) -> None:
        self._searched = text
        self.found.emit(*self.table.search(text))

    def search_next(self) -> None:
        self.found.emit(*self.table.search_next())

    def reveal(self, table: str, id: int, part: str = "") -> None:
        if table == Origin.table:
            origin = self.office.store.find(Origin, id)
            id = (origin.opinion or 0) if origin else 0
        if not self.table.select_id(id):
            self.views.clear()
            self.table.select_id(id)

    # -- deeds -------------------------------------------------------------------------------

    def _heard(self, cells: Mapping[str, Any]) -> list[Change]:
        """What makes an opinion of cells that were typed or pasted below the last one."""
        return [Change(None, self._fresh(**cells))]

    def _fresh(self, **values: Any) -> Opinion:
        """An opinion that was heard today, and as the last one, if nothing else is said."""
        assert self._campaign is not None
        id = self.office.store.fresh_id(Opinion)
        values = {"received_on": self.office.today(), CHANNEL: self._channel, **values}
        return Opinion(id, campaign=self._campaign.id, **values)

    def add(self) -> None:
        if self._campaign is None:
            return
        fresh = self._fresh()
        fields = [each for each in self._fields() if each.name != "declined_reason"]  # comes later
        made = edit_record(self, self.office, fresh, "新增意见", fields, notes=TYPING)
        if made is not None:
            self.table.select_id(made.id, "content")

    def delete(self) -> None:
        store = self.office.store
        opinions = self.selected()
        changes = [change for each in opinions for change in deletion(each, store)]
        if changes:
            named = "意见" if len(opinions) == 1 else f"{len(opinions)}条意见"
            self.office.do(changes, f"删除{named}")

    def perform(self, verb: str) -> None:
        """One of the verbs of the tool row, on the selected opinions."""
        if self._campaign is None or not (opinions := self.selected()):
            return
        acts: dict[str, Callable[[Sequence[Opinion]], object]] = {
            "register": partial(self.deeds.register, self._campaign),
            "merge": partial(self.deeds.merge, self._campaign),
            "decline": self.deeds.decline,
            "withdraw": self.deeds.withdraw,
        }
        acts[verb](opinions)
        self.table.setFocus()  # the button may be disabled now

    def offers(self) -> dict[str, Offer]:
        """What can be done with the selected opinions."""
        chosen = (self._fates.get(id) for id in self.table.selected_ids())
        return offers([fate for fate in chosen if fate is not None], self._barred())

    def selected(self) -> list[Opinion]:
        """The selected opinions, from top to bottom."""
        found = (self.office.store.find(Opinion, id) for id in self.table.selected_ids())
        return [each for each in found if each is not None]

    def _open(self, id: int) -> None:
        try:
            opinion = self.office.store.get(Opinion, id)
        except Refused as refusal:
            self.office.ask.refuse(refusal.text)
            return
        edit_record(self, self.office, opinion, "意见", self._fields())

    def _fields(self) -> list[Field]:
        """What the form of an opinion asks for."""
        return form_fields(self.table.records.rows.all)

    def _say_how(self, id: int, path: str) -> None:
        """What became of an opinion is not typed: its issue is shown; else it is opened whole."""
        links = self.office.store.all(Origin, opinion=id)
        if path == "fate" and links:
            self.record_wanted.emit(Issue.table, links[0].issue or 0)
        else:
            self._open(id)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        if self.table.current_id():
            self.menu().popup(event.globalPos())

    def menu(self) -> QMenu:
        """Open, the verbs, delete."""
        menu = QMenu(self)
        menu.setObjectName("opinion_menu")
        menu.setToolTipsVisible(True)
        menu.addAction("打开…").triggered.connect(lambda: self._open(self.table.current_id()))
        menu.addSeparator()
        for verb, offer in self.offers().items():
            self._offer(menu, offer, partial(self.perform, verb))
        menu.addSeparator()
        menu.addActions(self.table.cell_actions(menu))
        menu.addSeparator()
        count = len(self.table.selected_ids())
        words = f"删除{count}条意见" if count > 1 else "删除这条意见"  # not what is in the cells
        self._offer(menu, Offer(words, words, self._barred()), self.delete)
        return menu

    def _offer(self, menu: QMenu, offer: Offer, act: Callable[[], None]) -> None:
        action = menu.addAction(offer.words)
        action.triggered.connect(lambda _checked=False: act())
        action.setEnabled(not offer.why_not)
        action.setToolTip(offer.tip)

    def _lay_out(self) -> None:
        look = self.office.look
        self._first_button = plain_button(look, "first_opinion", "新增意见", icon="plus")
        self._first_button.clicked.connect(self.add)
        words = (
            "还没有意见。把意见箱、座谈会、征求意见函里的话一条条填进表格，或从 WPS 里粘贴进来。"
        )
        self._empty = EmptyState(look, "no_opinions", "opinion", words, self._first_button)
        lay_into(self.table, self._empty)
        self._pages = QStackedWidget()
        self._pages.addWidget(self.table)
        self._pages.addWidget(nothing_passes(look, "意见", self.views.clear))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._pages)
