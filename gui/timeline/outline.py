"""Which rows of the plan are shown, in which order and under which heading: pure."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from datetime import date
from enum import Enum
from typing import Any

from model.frozen import Frozen
from model.judgements.phases import Tone
from model.judgements.timeline import Row, RowKind

Key = tuple[str, int]
"""Table and id of a record."""

DRAFT: Key = ("task", 0)  # the task that is just being added


class Order(Enum):
    """How the tasks stand within each phase."""

    PLAN = "plan"
    OWNER = "owner"
    DUE = "due"


class Wish(Frozen):
    """What the user asked to see. ``only`` are the ids of the tasks of a list, None for all."""

    only_open: bool = False
    order: Order = Order.PLAN
    only: frozenset[int] | None = None


class Group(Frozen):
    """A heading (the campaign or a phase) and the tasks under it that are shown."""

    head: Row
    rows: tuple[Row, ...]


class Line(Frozen):
    """A row as the chart shows it; ``pinned`` are submissions that stand on their heading."""

    row: Row
    pinned: tuple[Row, ...] = ()


def key_of(row: Row) -> Key:
    return row.table, row.id


def groups(plan: Iterable[Row], wish: Wish) -> list[Group]:
    """The plan by headings, as wished; when less is shown, headings without tasks go too."""
    made = []
    for head, rows in _parted(plan):
        kept = tuple(sorted(filter(_wanted(wish), rows), key=_ORDERS[wish.order]))
        narrowed = wish.only is not None or (wish.only_open and head.done)
        if kept or not narrowed:
            made.append(Group(head, kept))
    return made


def with_draft(shown: list[Group], head: Key | None) -> list[Group]:
    """The groups with an empty row at the end of the one under ``head``."""
    empty = Row(RowKind.TASK, *DRAFT, 1, "")
    return [
        Group(group.head, (*group.rows, empty)) if key_of(group.head) == head else group
        for group in shown
    ]


def finished(shown: Sequence[Group]) -> frozenset[Key]:
    """The phases that are done and over."""
    over = (group.head for group in shown if group.head.kind is RowKind.PHASE)
    return frozenset(key_of(head) for head in over if head.done and head.tone is Tone.PAST)


def visible(shown: Sequence[Group], folded: frozenset[Key]) -> list[Line]:
    """The rows from top to bottom; a folded heading keeps the submissions under it as its own."""
    lines: list[Line] = []
    for group in shown:
        if key_of(group.head) in folded:
            pinned = tuple(row for row in group.rows if row.kind is RowKind.SUBMISSION)
            lines.append(Line(group.head, pinned))
        else:
            lines.extend(map(Line, (group.head, *group.rows)))
    return lines


def _parted(plan: Iterable[Row]) -> list[tuple[Row, list[Row]]]:
    parts: list[tuple[Row, list[Row]]] = []
    for row in plan:
        if row.depth == 0:
            parts.append((row, []))
        else:
            parts[-1][1].append(row)
    return parts


def _wanted(wish: Wish) -> Callable[[Row], bool]:
    def wanted(row: Row) -> bool:
        if wish.only is not None:
            return row.id in wish.only
        return not (wish.only_open and row.done)

    return wanted


def _by_owner(row: Row) -> tuple[bool, str]:
    return not row.owner, row.owner


def _by_due(row: Row) -> date:
    return row.end or row.start or date.max


# Sorting is stable: what is alike stays in the order of the plan.
_ORDERS: dict[Order, Callable[[Row], Any]] = {
    Order.PLAN: lambda row: 0,
    Order.OWNER: _by_owner,
    Order.DUE: _by_due,
}
