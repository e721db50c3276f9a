"""Measures ours and a peer in turn, so that whatever else the machine does falls on both."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from statistics import median

RUNS = 7


@dataclass(frozen=True)
class Outcome:
    """The medians of both in seconds; without a ``goal`` the figure is only shown."""

    name: str
    ours: float
    peer: float
    goal: float | None

    def __str__(self) -> str:
        ratio = self.ours / self.peer
        verdict = ""
        if self.goal is not None:
            verdict = f", goal {self.goal}x, {'ok' if ratio <= self.goal else 'TOO SLOW'}"
        return (
            f"{self.name}: {ratio:.2f}x{verdict} "
            f"(ours {self.ours * 1000:.0f} ms, peer {self.peer * 1000:.0f} ms)"
        )


def compare(
    name: str,
    ours: Callable[[], float],
    peer: Callable[[], float],
    goal: float | None,
    runs: int = RUNS,
) -> Outcome:
    """Both measured ``runs`` times, in turn; a first pair only warms the disk."""
    pairs = [(ours(), peer()) for _ in range(runs + 1)][1:]
    mine, theirs = zip(*pairs, strict=True)
    return Outcome(name, median(mine), median(theirs), goal)
