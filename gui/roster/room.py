"""The room 领导小组: cards at the left, a table at the right, and one selection for both."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, ClassVar

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from gui.look.panels import Hairline
from gui.office import Office
from gui.room import Room
from gui.roster.burden_panel import BurdenPanel
from gui.roster.group_panel import GroupPanel
from model.changes import Operation
from model.deletion import deletion
from model.judgements.lights import judge_of
from model.judgements.roster import Seat, burdens, seats, serving
from model.judgements.tracks import TRACK_PATHS, tracks
from model.records import Campaign, Issue, Member, Person

# What may change a place, a name or what weighs on somebody.
FOLLOWED = frozenset(
    ("member", "person", "issue", "rectification", "measure", "progress", "step", "publicity")
)
GROUP_WIDTHS = ((1320, 572), (1120, 500), (0, 400))  # from which width of the room, px


class RosterRoom(Room):
    """Card and row of a member are chosen together."""

    verbs: ClassVar[tuple[str, ...]] = ("undo", "export", "add")
    adds = "新增成员"
    report = "领导小组名单"
    help_page = "roster"

    def __init__(self, office: Office) -> None:
        super().__init__(office)
        self.setObjectName("roster_room")
        self._campaign: Campaign | None = None
        self._seats: list[Seat] = []
        self.group_panel = GroupPanel(office.look)
        self.burden_panel = BurdenPanel(office, lambda: office.barred(self._campaign))
        self.table = self.burden_panel.table
        self.setFocusProxy(self.table)
        self._lay_out()
        self.group_panel.chosen.connect(self._choose)
        self.group_panel.opened.connect(self._open)
        self.group_panel.add_wanted.connect(self.add)
        self.table.current_changed.connect(self.group_panel.choose)
        self.table.selection_changed.connect(self.status_changed)
        self.table.opened.connect(self._open)
        self.table.edit_wanted.connect(lambda member, _path: self._open(member))

    # -- what is shown -----------------------------------------------------------------------

    def show_campaign(self, campaign: Campaign) -> None:
        self._campaign = campaign
        self.group_panel.bar(self.office.barred(campaign))
        self._judge()
        self.burden_panel.show_seats(self._seats, self.office.context(campaign))
        self.status_changed.emit()

    def follow(self, operation: Operation) -> None:
        if not any(change.record.table in FOLLOWED for change in operation.changes):
            return
        self._judge()
        self.burden_panel.follow_seats(self._seats, self.office.context(self._campaign))
        self.group_panel.choose(self.table.current_id())
        self.status_changed.emit()

    def _judge(self) -> None:
        """Read the members anew and what weighs on each today."""
        campaign, store, today = self._campaign, self.office.store, self.office.today()
        assert campaign is not None
        issues = tracks(store.rows(Issue, TRACK_PATHS, campaign=campaign.id))
        verdicts = [judge_of(campaign, issue, today, self.office.calendar) for issue in issues]
        people = {person.id: person for person in store.all(Person)}
        members = store.all(Member, campaign=campaign.id)
        self._seats = seats(members, people, burdens(issues, verdicts), today)
        self.group_panel.show_seats(self._seats, campaign.issued_on)

    def status_text(self) -> str:
        now = serving(self._seats)
        people = len({seat.person for seat in now if seat.person})
        vacant = sum(seat.person is None for seat in now)
        chosen = len(self.table.selected_ids())
        parts = [f"共{people}人"]
        parts += [f"{vacant}个席位待定"] * bool(vacant) + [f"选中{chosen}人"] * bool(chosen)
        return " · ".join(parts)

    # -- finding -----------------------------------------------------------------------------

    def search(self, text: str) -> None:
        self.found.emit(*self.table.search(text))

    def search_next(self) -> None:
        self.found.emit(*self.table.search_next())

    def hidden_hits(self) -> int:
        return self.table.hidden_hits()

    def reveal(self, table: str, id: int, part: str = "") -> None:
        if table == Member.table:
            self._choose(id)

    # -- deeds -------------------------------------------------------------------------------

    def add(self) -> None:
        from gui.roster.member_form import new_member  # forms are loaded with the first one

        if self._campaign is not None and (made := new_member(self, self.office, self._campaign)):
            self._choose(made)

    def delete(self) -> None:
        store = self.office.store
        members = [store.get(Member, id) for id in self.table.selected_ids()]
        changes = [change for member in members for change in deletion(member, store)]
        if changes:
            self.office.do(changes, f"删除{self._named(members)}")

    def _named(self, members: Sequence[Member]) -> str:
        if len(members) > 1:
            return f"{len(members)}名成员"
        seat = next(seat for seat in self._seats if seat.member == members[0].id)
        return f"{seat.role}{seat.name}"

    def _choose(self, member: int) -> None:
        self.table.select_id(member)

    def _open(self, member: int) -> None:
        from gui.roster.member_form import edit_member

        edit_member(self, self.office, member)

    def kept(self) -> dict[str, Any]:
        return self.table.kept()

    def take_up(self, kept: Mapping[str, Any]) -> None:
        self.table.take_up(kept)

    def settle(self) -> bool:
        return self.table.leave_cell()

    def panes(self) -> Sequence[QWidget]:
        return (self.group_panel, self.burden_panel)

    # -- place -------------------------------------------------------------------------------

    def _lay_out(self) -> None:
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self.group_panel)
        row.addWidget(Hairline(self.office.look.tokens.line2, upright=True))
        row.addWidget(self.burden_panel, 1)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        width = next(wide for least, wide in GROUP_WIDTHS if self.width() >= least)
        self.group_panel.setFixedWidth(width)
