"""The four rooms, declared: what each is called, what it can show, and how it is built."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtWidgets import QVBoxLayout

from gui.look.panels import EmptyState
from gui.office import Office
from gui.room import Room
from model.changes import Operation
from model.records import Campaign

# Each room is loaded when its tab is first opened: the others would only delay the first paint.


class _Awaited(Room):
    def __init__(self, office: Office) -> None:
        super().__init__(office)
        column = QVBoxLayout(self)
        column.addWidget(EmptyState(office.look, "awaited", "template", "这一页正在准备中。"))

    def show_campaign(self, campaign: Campaign) -> None:
        return

    def follow(self, operation: Operation) -> None:
        return


def _timeline(office: Office) -> Room:
    from gui.timeline.room import TimelineRoom

    return TimelineRoom(office)


def _ledger(office: Office) -> Room:
    return _Awaited(office)


def _rectification(office: Office) -> Room:
    return _Awaited(office)


def _roster(office: Office) -> Room:
    from gui.roster.room import RosterRoom

    return RosterRoom(office)


@dataclass(frozen=True)
class Door:
    """A room before it is built.

    ``tables`` are the kinds of record it can reveal, ``lists`` the tiles' lists it can show.
    """

    name: str
    title: str
    icon: str
    build: Callable[[Office], Room]
    tables: tuple[str, ...]
    lists: tuple[str, ...] = ()


_ISSUE_PARTS = ("rectification", "measure", "progress", "step", "publicity", "evidence")

DOORS = (
    Door(
        "timeline",
        "阶段时间轴",
        "timeline",
        _timeline,
        ("phase", "task"),
        ("phase", "submission", "tasks_today"),
    ),
    Door("ledger", "问题台账", "ledger", _ledger, ("issue",)),
    Door(
        "rectification",
        "整改跟踪",
        "track",
        _rectification,
        ("issue", *_ISSUE_PARTS),
        ("overdue", "awaiting", "closed", "effective"),
    ),
    Door("roster", "领导小组", "people", _roster, ("member",)),
)
