"""Proof 2: after a power cut all that was acknowledged is there, and nothing by halves.

The real Store works, with its own settings and statements, on apsw's SQLite and a file system that
records; what each cut leaves on the disk is opened by the Store with Python's own sqlite3.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from pathlib import Path
from random import Random

from model.frozen import Frozen
from model.store import Store
from tests.reliability.apsw_sqlite import settled, storing_through
from tests.reliability.cutting import Acknowledged, Disk, Event, Recorder
from tests.reliability.judging import States, judged, states
from tests.reliability.proof import Proof, Tally
from tests.reliability.scratch import scratch
from tests.reliability.work import NOW, ledger, put, step

_STEPS, _CUTS = 4, 50
_MOST_STEPS = 12


class Found(Frozen):
    """What lies on the disk, and what the user was told is there."""

    files: dict[str, bytes]
    acknowledged: int


def _cuts(n: int, seed: int) -> Tally:
    """Workloads of some operations each, cut at many moments.

    A round begins with what a cut of the round before left: SQLite takes that back while it is
    recorded, and is cut off at that too.
    """
    rng = Random(seed)
    tally = Tally()
    with scratch() as folder:
        while tally.n < n:
            work = rng.randrange(2**31)
            expected = states(folder, work, _MOST_STEPS)
            begun: Found | None = Found({"ledger.db": ledger()}, min(expected))
            while begun and tally.n < n:
                log = _recorded(folder, begun.files, work)
                cuts = list(_cut(begun, log, min(_CUTS, n - tally.n), rng))
                judgements = [_judged(folder, each, expected, work) for each in cuts]
                tally += sum(judgements, Tally())
                whole = [cut for cut, it in zip(cuts, judgements, strict=True) if not it.failures]
                begun = next((cut for cut in whole if _leads_on(cut, expected)), None)
    return tally


def _leads_on(found: Found, expected: States) -> bool:
    """Whether something is to be taken back, and what is then to come is known."""
    return _is_half_done(found.files) and found.acknowledged + _STEPS < max(expected)


def _is_half_done(files: dict[str, bytes]) -> bool:
    return files.get("ledger.db-journal", b"\0")[:1] not in (b"", b"\0")


@cache
def half_done() -> dict[str, bytes]:
    """A ledger and its journal as a power cut in the middle of an operation left them."""
    rng = Random(3)
    with scratch() as folder:
        begun = Found({"ledger.db": ledger()}, 0)
        log = _recorded(folder, begun.files, 3)
        return next(cut.files for cut in _cut(begun, log, 1000, rng) if _is_half_done(cut.files))


def _recorded(folder: Path, files: dict[str, bytes], work: int) -> list[Event]:
    """What the Store does to the disk while it is opened and steps are taken."""
    put(files, folder)
    recorder = Recorder("recorder")
    with storing_through("recorder"):
        store = Store(folder / "ledger.db", user="周涛", now=lambda: NOW)
        recorder.log.append(Acknowledged(store.history.last_id()))
        for _step in range(_STEPS):
            step(store, work)
            recorder.log.append(Acknowledged(store.history.last_id()))
        store.close()
    recorder.unregister()
    return recorder.log


def _cut(begun: Found, log: list[Event], cuts: int, rng: Random) -> Iterator[Found]:
    disk, done = Disk(begun.files, begun.acknowledged), 0
    for moment in sorted(rng.randrange(len(log) + 1) for _cut in range(cuts)):
        disk.follow(log[done:moment])
        done = moment
        yield Found(disk.cut(rng), disk.acknowledged)


def _judged(folder: Path, found: Found, expected: States, work: int) -> Tally:
    put(found.files, folder)
    words = f"work {work} after operation {found.acknowledged}"
    return judged(folder / "ledger.db", expected, found.acknowledged, words)


def _controls(n: int, seed: int) -> Tally:
    """Half under SQLite's usual settings, which lose; half unsynced, which corrupts."""
    with settled("DELETE", "FULL"):
        usual = _cuts(n // 2, seed)
    with settled("TRUNCATE", "OFF"):
        unsynced = _cuts(n - n // 2, seed)
    return usual + unsynced


POWER = Proof(
    name="power cuts",
    fast=500,
    full=50_000,
    run=_cuts,
    broken="journal_mode=DELETE with synchronous=FULL; synchronous=OFF",
    controls=200,
    control=_controls,
)
