"""Rooms are built when first opened, follow what they missed, and reveal what others ask for."""

from dataclasses import replace

import pytest
from pytestqt.qtbot import QtBot

from gui import workspace
from gui.office import Office
from gui.room import Room
from gui.rooms import Door
from gui.workspace import Workspace
from model.changes import Change, Operation
from model.records import Campaign, Issue


class Told(Room):
    """Writes down what it is told."""

    def __init__(self, office: Office) -> None:
        super().__init__(office)
        self.told: list[str] = []

    def show_campaign(self, campaign: Campaign) -> None:
        self.told.append(campaign.title)

    def follow(self, operation: Operation) -> None:
        self.told.append(operation.label)

    def reveal(self, table: str, id: int, part: str = "") -> None:
        self.told.append(f"{table} {id} {part}".rstrip())

    def show_list(self, name: str) -> None:
        self.told.append(name)

    def search(self, text: str) -> None:
        self.told.extend([text] if text else [])


class Other(Told):
    """Another room."""


DOORS = (
    Door("first", "第一", "ledger", Told, ("issue",), ("overdue",)),
    Door("second", "第二", "track", Other, ("issue", "measure"), ("closed",)),
)


@pytest.fixture
def space(
    qtbot: QtBot, office: Office, campaign: Campaign, monkeypatch: pytest.MonkeyPatch
) -> Workspace:
    monkeypatch.setattr(workspace, "DOORS", DOORS)
    made = Workspace(office)
    qtbot.addWidget(made)
    office.bridge.changed.connect(made.follow)
    made.show_campaign(campaign)
    return made


def told(space: Workspace, kind: type[Told] = Told) -> list[str]:
    return next(room.told for room in space.findChildren(kind) if type(room) is kind)


def test_only_the_room_that_is_shown_is_built(space: Workspace) -> None:
    assert [type(room) for room in space.findChildren(Told)] == [Told]


def test_a_hidden_room_follows_when_it_is_shown_again(space: Workspace, office: Office) -> None:
    space.show_room("second")
    issue = office.store.get(Issue, 1)
    office.do([Change(issue, replace(issue, cause="无人检修。"))], "修改产生原因")
    assert "修改产生原因" not in told(space)
    space.show_room("first")
    assert told(space)[-1] == "修改产生原因"


def test_all_that_was_missed_is_told_at_once(space: Workspace, office: Office) -> None:
    space.show_room("second")
    for cause in ("无人检修。", "椅子用了多年。"):
        issue = office.store.get(Issue, 1)
        office.do([Change(issue, replace(issue, cause=cause))], f"写{cause}")
    space.show_room("first")
    assert [words for words in told(space) if words.startswith("写")] == ["写椅子用了多年。"]


def test_what_was_missed_is_not_told_twice(space: Workspace, office: Office) -> None:
    space.show_room("second")
    issue = office.store.get(Issue, 1)
    office.do([Change(issue, replace(issue, cause="无人检修。"))], "修改产生原因")
    for name in ("first", "second", "first"):
        space.show_room(name)
    assert told(space).count("修改产生原因") == 1


def test_a_record_is_revealed_here_if_this_room_can(space: Workspace) -> None:
    space.reveal("issue", 1)
    assert told(space)[-1] == "issue 1"


def test_a_record_is_revealed_in_the_room_that_can(space: Workspace) -> None:
    space.reveal("measure", 7)
    assert space.door.name == "second"
    assert told(space, Other)[-1] == "measure 7"


def test_a_part_is_revealed_in_the_room_that_can_show_it(space: Workspace) -> None:
    space.reveal("issue", 1, "measure")
    assert told(space, Other)[-1] == "issue 1 measure"


def test_a_field_is_no_reason_to_leave_the_room(space: Workspace) -> None:
    space.reveal("issue", 1, "content")
    assert told(space)[-1] == "issue 1 content"


def test_a_record_without_a_room_moves_nothing(space: Workspace) -> None:
    space.reveal("person", 1)
    assert space.door.name == "first"


def test_a_list_opens_in_its_room(space: Workspace) -> None:
    space.show_list("closed")
    assert told(space, Other)[-1] == "closed"


def test_a_room_that_is_opened_searches_too(space: Workspace) -> None:
    space.search("座椅")
    space.show_room("second")
    assert told(space, Other)[-1] == "座椅"
