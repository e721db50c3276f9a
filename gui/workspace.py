"""Strip, tabs and rooms of the campaign that is shown; rooms know each other only through it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from gui.office import Office
from gui.overview import Overview
from gui.room import Room
from gui.rooms import DOORS, Door
from gui.tab_row import TabRow
from model.changes import Operation
from model.judgements.overview import overview
from model.judgements.tracks import TRACK_PATHS, tracks
from model.records import BY_TABLE, Campaign, Issue, Phase, Task


class Workspace(QWidget):
    """Builds a room when its tab is first opened; one that is hidden hears of changes later."""

    room_shown = Signal(object)  # the Room
    status_changed = Signal()
    found = Signal(int, int)
    search_wanted = Signal(str)
    move_wanted = Signal(int, object)
    action_wanted = Signal(str)
    done = Signal(str, object)

    def __init__(self, office: Office, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._office = office
        self._campaign: Campaign | None = None
        self._rooms: dict[str, Room] = {}
        self._missed: dict[str, list[Operation]] = {}
        self._kept: dict[str, Any] = {}  # for rooms that are still to be built
        self._searched = ""
        self._door = DOORS[0]
        self.setObjectName("workspace")
        self.overview = Overview(office.look)
        self.overview.list_wanted.connect(self.show_list)
        # Many operations in a row (a paste, undo to a point) are counted once.
        self._count_timer = QTimer(self, singleShot=True, interval=0)
        self._count_timer.timeout.connect(self._count)
        self.tabs = TabRow(office.look, [(door.title, door.icon) for door in DOORS])
        self.tabs.chosen.connect(lambda index: self.show_room(DOORS[index].name))
        self.tabs.used.connect(self.focus_room)  # as from any tool bar
        self._stack = QStackedWidget()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.overview)
        column.addWidget(self.tabs)
        column.addWidget(self._stack, 1)

    @property
    def door(self) -> Door:
        """What is known of the room that is shown without asking it."""
        return self._door

    @property
    def room(self) -> Room | None:
        """The room that is shown; None before the first campaign."""
        return self._rooms.get(self._door.name)

    def begin_with(self, name: str) -> None:
        """Open this tab first, when the campaign comes."""
        self._door = next(door for door in DOORS if door.name == name)

    def show_campaign(self, campaign: Campaign) -> None:
        """Show this campaign in the room that is open; the others follow when they are opened."""
        self._campaign = campaign
        self._missed.clear()
        for room in self._rooms.values():
            room.show_campaign(campaign)
        self.show_room(self._door.name)
        self._count()

    def _count(self) -> None:
        """Count the tiles of the strip again."""
        if self._campaign is None:
            return
        office, store, campaign = self._office, self._office.store, self._campaign
        self.overview.show_tiles(
            overview(
                campaign,
                store.all(Phase, campaign=campaign.id),
                store.all(Task, campaign=campaign.id),
                tracks(store.rows(Issue, TRACK_PATHS, campaign=campaign.id)),
                office.today(),
                office.calendar,
            )
        )

    def kept(self) -> dict[str, Any]:
        """How its rooms are looked at, by name."""
        return {name: kept for name, room in self._rooms.items() if (kept := room.kept())}

    def take_up(self, kept: Mapping[str, Any]) -> None:
        """Show what the workspace of a window with another look had ``kept``; rooms that are not
        built yet do it when they are."""
        self._kept = dict(kept)
        for name, room in self._rooms.items():
            self._hand_over(name, room)

    def _hand_over(self, name: str, room: Room) -> None:
        if kept := self._kept.pop(name, None):
            room.take_up(kept)

    def settle(self) -> bool:
        """Write what is being typed, before all is read anew; False where that is refused."""
        return all(room.settle() for room in self._rooms.values())

    def stop(self) -> None:
        """Count no more: the ledger may be closed before this widget is gone."""
        self._count_timer.stop()

    def show_room(self, name: str) -> Room:
        """Open this tab."""
        self._door = next(door for door in DOORS if door.name == name)
        self.tabs.choose(DOORS.index(self._door))
        if self._campaign is None:
            raise RuntimeError("a room needs a campaign")
        room = self._rooms.get(name) or self._build(self._door, self._campaign)
        if missed := self._missed.pop(name, None):
            room.follow(Operation.joined(missed))  # at once, for each may read all rows
        focused = self.window().focusWidget()
        was_inside = focused is not None and self._stack.isAncestorOf(focused)
        self._stack.setCurrentWidget(room)
        if was_inside:
            self.focus_room()
        room.search(self._searched)
        self.room_shown.emit(room)
        return room

    def _build(self, door: Door, campaign: Campaign) -> Room:
        room = door.build(self._office)
        self._rooms[door.name] = room
        room.status_changed.connect(self.status_changed)
        room.found.connect(self.found)
        room.search_wanted.connect(self.search_wanted)
        room.verbs_changed.connect(lambda: self._show_verbs_of(room))
        room.record_wanted.connect(self.reveal)
        room.move_wanted.connect(self.move_wanted)
        room.action_wanted.connect(self.action_wanted)
        room.done.connect(self.done)
        room.show_campaign(campaign)
        self._hand_over(door.name, room)
        self._stack.addWidget(room)
        return room

    def _show_verbs_of(self, room: Room) -> None:
        if room is self.room:
            self.room_shown.emit(room)

    def follow(self, operation: Operation) -> None:
        """Tell the room that is shown now, the others when they are shown."""
        for name, room in self._rooms.items():
            if name == self._door.name:
                room.follow(operation)
            else:
                self._missed.setdefault(name, []).append(operation)
        self._count_timer.start()

    def show_list(self, name: str) -> None:
        """Open the list that a tile stands for, in its room."""
        door = next(door for door in DOORS if name in door.lists)
        self.show_room(door.name).show_list(name)

    def reveal(self, table: str, id: int, part: str = "") -> None:
        """Show a record: here if this room can, else in the first room that can, else nowhere.

        Where ``part`` is a table of what belongs to the record, the room must show that too.
        """
        wanted = {table, part} & BY_TABLE.keys()
        doors = [door for door in (self._door, *DOORS) if wanted <= set(door.tables)]
        if wanted and doors:
            self.show_room(doors[0].name).reveal(table, id, part)

    def search(self, text: str) -> None:
        """Look for ``text`` in the room that is shown, and in each that is shown later."""
        self._searched = text
        if self.room is not None:
            self.room.search(text)

    def turn_to_pane(self, step: int) -> None:
        """Give the keyboard to the next pane (1) or the one before (-1), strip and tabs too."""
        from gui.panes import go_on  # 0.4 ms, at the first F6

        inside = self.room.panes() if self.room is not None else ()
        go_on([self.overview, self.tabs, *inside], self.window().focusWidget(), step)

    def focus_room(self) -> None:
        """Give the room the keyboard."""
        if self.room is not None:
            self.room.setFocus(Qt.FocusReason.OtherFocusReason)
