"""The lists that the tiles open, each as the one question that decides who is on it."""

from collections.abc import Iterable

from model.judgements.lights import Light, Verdict
from model.judgements.tracks import Track, is_counted
from model.words import State

RATE_MEANS = "整改率 = 已销号 ÷（全部 - 不予立项 - 已合并）"
"""The definition, printed under every table that shows the rate."""


def is_overdue(verdict: Verdict) -> bool:
    """Whether an issue belongs on the list 逾期: it is past its date or its review."""
    return verdict.light is Light.RED


def is_awaiting(track: Track) -> bool:
    """Whether an issue belongs on the list 待验收."""
    return track.state is State.AWAITING_ACCEPTANCE


def is_closed(track: Track) -> bool:
    """Whether an issue belongs on the list 销号."""
    return track.state is State.CLOSED


def rate(tracks: Iterable[Track]) -> tuple[int, int]:
    """已销号 and what it is measured against (see RATE_MEANS)."""
    counted = [track for track in tracks if is_counted(track)]
    return sum(map(is_closed, counted)), len(counted)


def percent(part: int, whole: int) -> str:
    """16%; never 100% before all is done, never 0% once something is; blank for no whole."""
    if not whole:
        return ""
    if part in (0, whole):
        return "100%" if part else "0%"
    return f"{min(max((part * 200 + whole) // (whole * 2), 1), 99)}%"
