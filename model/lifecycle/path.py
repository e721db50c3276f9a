"""The path of an issue: the stops of the main road, and where on it the issue stands."""

from collections.abc import Mapping
from datetime import date
from enum import Enum, auto
from typing import NamedTuple

from model.lifecycle.dossier import Dossier
from model.lifecycle.table import ROAD
from model.words import State


class Passed(Enum):
    """Whether a stop lies behind, is where the issue stands, or lies ahead."""

    DONE = auto()
    HERE = auto()
    AHEAD = auto()


class Stop(NamedTuple):
    """One stop: its name, whether it is passed, since when, and in which round (from the 2nd)."""

    name: str
    passed: Passed
    on: date | None
    round: int | None


# Where a state beside the road stands in for a stop.
_INSTEAD_OF: Mapping[State, State] = {
    State.LONG_TERM: State.RECTIFYING,
    State.DECLINED: State.RECTIFYING,
    State.MERGED: State.RECTIFYING,
}


def path_of(dossier: Dossier) -> tuple[Stop, ...]:
    """The five stops of an issue's life as far as it has come in its current round.

    A state beside the road (长期整改, 不予立项, 已合并) is shown at the stop it branched off to.
    """
    state = dossier.issue.state
    here = ROAD.index(_INSTEAD_OF.get(state, state))
    arrived = _arrivals(dossier)
    stops = []
    for place, stop in enumerate(ROAD):
        at = state if place == here else stop
        passed = Passed.DONE if place < here else Passed.HERE if place == here else Passed.AHEAD
        if state is State.CLOSED and place == here:
            passed = Passed.DONE
        on = arrived.get(at) if passed is not Passed.AHEAD else None
        stops.append(Stop(at.value, passed, on, _round_at(dossier, at, place == here)))
    return tuple(stops)


def _arrivals(dossier: Dossier) -> dict[State, date | None]:
    """When the issue last came into each state; it was registered when it was found."""
    arrived: dict[State, date | None] = {State.REGISTERED: dossier.issue.found_on}
    for step in dossier.steps:
        if step.to_state and step.to_state is not step.from_state:
            arrived[step.to_state] = step.on
    return arrived


def _round_at(dossier: Dossier, state: State, here: bool) -> int | None:
    number = dossier.round.round or 1
    return number if here and number > 1 and state is not State.REGISTERED else None
