"""The four rooms, declared: what each is called, what it can show, and how it is built."""

from __future__ import annotations

from collections.abc import Callable

from gui.office import Office
from gui.room import Room
from model.frozen import Frozen

# Each room is loaded when its tab is first opened: the others would only delay the first paint.


def _timeline(office: Office) -> Room:
    from gui.timeline.room import TimelineRoom

    return TimelineRoom(office)


def _ledger(office: Office) -> Room:
    from gui.ledger.room import LedgerRoom

    return LedgerRoom(office)


def _rectification(office: Office) -> Room:
    from gui.rectification.room import RectificationRoom

    return RectificationRoom(office)


def _roster(office: Office) -> Room:
    from gui.roster.room import RosterRoom

    return RosterRoom(office)


class Door(Frozen):
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
        ("phase", "task", "tally"),
        ("phase", "submission", "tasks_today"),
    ),
    Door("ledger", "问题台账", "ledger", _ledger, ("issue", "opinion", "origin")),
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
