"""What a proof is: so many trials, what came of them, and a broken setting that must be noticed."""

from __future__ import annotations

from collections.abc import Callable

from model.frozen import Frozen

MOST_WORDS = 5  # of trials that failed: the first ones tell enough


class Tally(Frozen):
    """What came of ``n`` trials.

    ``corrupt``: would not open, crashed, or failed SQLite's own checks. ``partial``: an operation
    is there by halves. ``lost``: what was acknowledged is not there. ``silent``: the content is
    wrong, or what the user was told is, and nothing notices. ``loud`` is no failure: broken, and
    said so. ``words`` say which trials failed.
    """

    n: int = 0
    corrupt: int = 0
    partial: int = 0
    lost: int = 0
    silent: int = 0
    loud: int = 0
    words: tuple[str, ...] = ()

    @property
    def failures(self) -> int:
        return self.corrupt + self.partial + self.lost + self.silent

    def __add__(self, other: Tally) -> Tally:
        return Tally(
            self.n + other.n,
            self.corrupt + other.corrupt,
            self.partial + other.partial,
            self.lost + other.lost,
            self.silent + other.silent,
            self.loud + other.loud,
            (*self.words, *other.words)[:MOST_WORDS],
        )


def good(*, loud: bool = False) -> Tally:
    """One trial that went as it must."""
    return Tally(n=1, loud=int(loud))


def corrupt(words: str) -> Tally:
    return Tally(n=1, corrupt=1, words=(f"corrupt: {words}",))


def partial(words: str) -> Tally:
    return Tally(n=1, partial=1, words=(f"partial: {words}",))


def lost(words: str) -> Tally:
    return Tally(n=1, lost=1, words=(f"lost: {words}",))


def silent(words: str) -> Tally:
    return Tally(n=1, silent=1, words=(f"silent: {words}",))


Trials = Callable[[int, int], Tally]
"""So many trials, drawn from a seed. The same seed draws the same trials."""


class Proof(Frozen):
    """``fast`` trials are run with every test run, ``full`` ones, in ``parts``, with ``--full``.

    ``control`` runs the same trials against a ``broken`` setting, ``controls`` of them: at least
    one must fail, or the proof could not have noticed anything. ``told_loudly`` are the words for
    trials that are broken and say so, where that is no failure.
    """

    name: str
    fast: int
    full: int
    run: Trials
    broken: str
    controls: int
    control: Trials
    parts: int = 20
    told_loudly: str = ""

    def loud(self, tally: Tally) -> str:
        """A sentence on the trials that were broken and said so."""
        return f"{tally.loud:,} of {tally.n:,} {self.told_loudly}."
