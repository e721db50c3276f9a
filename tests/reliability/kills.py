"""Proof 1: a program killed at any moment of its writes has lost nothing that it acknowledged."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from random import Random
from unittest.mock import patch

from model.store import Store
from tests.reliability.forking import Child
from tests.reliability.judging import States, judged, states
from tests.reliability.proof import Proof, Tally
from tests.reliability.scratch import scratch
from tests.reliability.work import NOW, placed, step

_OPERATIONS = 60
_LEDGERS, _KILLS = 6, 12  # ledgers of one workload, kills of one ledger


def _kills(n: int, seed: int) -> Tally:
    rng = Random(seed)
    tally = Tally()
    with scratch() as folder:
        while tally.n < n:
            work = rng.randrange(2**31)
            expected = states(folder, work, _OPERATIONS)
            for _ledger in range(_LEDGERS):
                tally += _killed_on(folder, work, expected, min(_KILLS, n - tally.n), rng)
    return tally


def _killed_on(folder: Path, work: int, expected: States, kills: int, rng: Random) -> Tally:
    """One ledger whose writer is killed, started again, killed again …"""
    tally = Tally()
    path = placed(folder)
    while tally.n < kills and not tally.failures and _last(path) < max(expected) - 10:
        tally += _kill_once(path, work, expected, rng)
    Path(f"{path}-journal").unlink(missing_ok=True)
    return tally


def _kill_once(path: Path, work: int, expected: States, rng: Random) -> Tally:
    """A process that works on, and is killed some milliseconds after some acknowledgement."""
    acknowledged = _last(path)
    child = Child(lambda tell: _write(path, work, max(expected), tell))
    for _told in range(rng.randrange(6)):
        acknowledged = child.read() or acknowledged
    time.sleep(rng.random() * 0.004)
    child.kill()
    child.wait()
    acknowledged = max([acknowledged, *child.rest()])
    child.close()
    return judged(path, expected, acknowledged, f"work {work} after operation {acknowledged}")


def _write(path: Path, work: int, last: int, tell: Callable[[int], None]) -> None:
    store = Store(path, user="周涛", now=lambda: NOW)
    while store.history.last_id() < last:
        step(store, work)
        tell(store.history.last_id())


def _last(path: Path) -> int:
    store = Store(path)
    try:
        return store.history.last_id()
    finally:
        store.close()


@contextmanager
def _untransacted(store: Store) -> Iterator[str]:
    yield str(time.perf_counter_ns())


def _control(n: int, seed: int) -> Tally:
    with patch.object(Store, "_transaction", _untransacted):
        return _kills(n, seed)


KILLS = Proof(
    name="kills",
    fast=70,
    full=2000,
    run=_kills,
    broken="each statement committed by itself",
    controls=30,
    control=_control,
)
