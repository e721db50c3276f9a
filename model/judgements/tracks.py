"""What tracking needs to know of an issue, in one row."""

from collections.abc import Iterable
from datetime import date
from typing import Any, NamedTuple

from model.words import GONE, SETTLED, Effect, Level, State


class Track(NamedTuple):
    """One issue with its current round, as ``rows(Issue, TRACK_PATHS)`` answers it."""

    id: int
    number: str
    content: str
    category: int | None
    level: Level | None
    source: str
    department: str
    found_on: date | None
    state: State
    requires_publicity: bool
    round: int | None
    leader: int | None
    owner: int | None
    responsible: str
    """责任科室, where ``department`` is 涉及科室."""
    due: date | None
    completed_on: date | None
    review_on: date | None
    effect: Effect | None
    measures: int
    measures_done: int
    measure_due: date | None
    """The earliest date of a measure that is still to be done."""
    progress_on: date | None
    progress: str | None
    """The last progress line of the round."""
    since: date | None
    """When the issue came into the state it is in."""
    started_on: date | None
    """When the work of the round began, or began again after 长期整改."""
    publicity_end: date | None
    """The last day of the latest publicity."""


TRACK_PATHS = (
    "number", "content", "category", "level", "source", "department", "found_on", "state",
    "requires_publicity", "round.round", "round.leader", "round.owner", "round.department",
    "round.due", "round.completed_on", "round.review_on", "round.effect",
    "measures.count", "measures.done", "measures.next_due", "progress.last_on", "progress.last",
    "steps.last_on", "steps.round_on", "publicity.end",
)  # fmt: skip
"""The column paths behind Track, in its order after the id."""


def tracks(rows: Iterable[tuple[Any, ...]]) -> list[Track]:
    """The answer of ``store.rows(Issue, TRACK_PATHS, campaign=…)`` as tracks."""
    return list(map(Track._make, rows))


def deadline(track: Track) -> date | None:
    """The day that counts: the round's date, for 长期整改 the next review."""
    return track.review_on if track.state is State.LONG_TERM else track.due


def elapsed(track: Track, today: date) -> float | None:
    """Which part of the round's time is over, 0 to 1; None where no time runs.

    The time runs from the beginning of the round to its date and stops when the work is done.
    """
    start, due = track.started_on or track.found_on, track.due
    if start is None or due is None or track.state in (State.REGISTERED, *SETTLED):
        return None
    at = min(today, track.completed_on or today)
    if due <= start:
        return 1.0 if at >= due else 0.0
    return min(max((at - start).days / (due - start).days, 0.0), 1.0)


def is_effective(track: Track) -> bool:
    """Whether the issue counts as an effective rectification (见成效): closed, 好 or 较好."""
    return track.state is State.CLOSED and track.effect in (Effect.GOOD, Effect.FAIRLY_GOOD)


def is_counted(track: Track) -> bool:
    """Whether the issue belongs to the whole that 整改率 is reckoned from."""
    return track.state not in GONE
