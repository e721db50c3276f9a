"""How the phases stand in the header: their lines in lanes, their names, where they overlap."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

from gui.timeline.scale import DAY, Scale
from model.frozen import Frozen
from model.judgements.phases import Overlap, Stage

PADDING = 8  # from the start of a phase to its name
GAP = 12  # between two names
LEAST = 28  # a name gets at least this much room, or none


class Place(Frozen):
    """Where a phase lies in the band, in px; the name has no ``room`` where there is none."""

    stage: Stage
    left: int
    right: int
    name_left: float
    room: float


def places(
    stages: Sequence[Stage],
    overlaps: Sequence[Overlap],
    scale: Scale,
    measure: Callable[[Stage], float],
) -> list[Place]:
    """Lay out the phases so that no name covers another.

    A name stands clear of an overlap when its phase has room behind it.
    """
    made: list[Place] = []
    free = float("-inf")
    ordered = sorted(stages, key=lambda stage: stage.start)
    for stage in ordered:
        left, right = scale.left(stage.start), scale.right(stage.end)
        width, bound = measure(stage), _bound(ordered, stage, scale)
        wished: float = _behind(overlaps, stage, scale) + PADDING
        if wished + width > bound:
            wished = left + PADDING
        wished = max(wished, free + GAP)
        room = min(width + 1, bound - wished)
        if room < min(width, LEAST):
            room = 0
        else:
            free = wished + room
        made.append(Place(stage, left, right, wished, room))
    return made


def in_sight(laid_out: Sequence[Place], edge: float) -> list[Place]:
    """The same with the names that begin left of ``edge`` moved to it, as far as there is room."""
    made = []
    bound = float("inf")
    for place in reversed(laid_out):
        left = max(place.name_left, edge + PADDING)
        room = place.room
        if place.room and left > place.name_left:
            room = min(room, bound - GAP - left, max(place.right - left, 0))
            room = room if room >= min(place.room, LEAST) else 0
        if room:
            bound = left
        made.append(replace(place, name_left=left, room=room))
    return made[::-1]


def _behind(overlaps: Sequence[Overlap], stage: Stage, scale: Scale) -> int:
    """The end of the overlap that the phase starts in.

    Its own start where there is none, and where another overlap follows at once.
    """
    ends = {each.end for each in overlaps if each.start <= stage.start <= each.end}
    followed = any(each.start - DAY in ends for each in overlaps)
    return (
        scale.left(stage.start) if followed else scale.right(max(ends, default=stage.start - DAY))
    )


def _bound(stages: Sequence[Stage], stage: Stage, scale: Scale) -> int:
    """How far a name may run: to the next phase that begins behind its own."""
    behind = (scale.left(each.start) for each in stages if each.start > stage.end)
    return min(behind, default=scale.width)
