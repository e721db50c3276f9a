"""Proof 8: a copy of the file taken during use is whole, or loudly broken; a backup always whole.

The plain copy is a clerk's, with a USB stick: no locks, the ledger alone without its journal.
"""

from __future__ import annotations

import time
from collections.abc import Callable
from contextlib import AbstractContextManager, nullcontext
from pathlib import Path
from random import Random

from model.store import Store
from model.store.copying import copy_verified
from tests.reliability.apsw_sqlite import settled
from tests.reliability.forking import Child
from tests.reliability.judging import States, judged, states
from tests.reliability.proof import Proof, Tally, good
from tests.reliability.scratch import scratch
from tests.reliability.work import NOW, placed, step

_OPERATIONS = 60
_LEDGERS = 5  # written by the same work

Setting = Callable[[], AbstractContextManager[None]]


def _copies(n: int, seed: int, setting: Setting = nullcontext) -> Tally:
    rng = Random(seed)
    tally = Tally()
    with scratch() as folder:
        while tally.n < n:
            work = rng.randrange(2**31)
            expected = states(folder, work, _OPERATIONS)
            for _ledger in range(_LEDGERS):
                tally += _beside(folder, work, expected, n - tally.n, rng, setting)
    return tally


def _beside(
    folder: Path, work: int, expected: States, copies: int, rng: Random, setting: Setting
) -> Tally:
    """Copies taken beside one writer, until it has done all its work."""
    path, copy = placed(folder), folder / "copy" / "ledger.db"
    copy.parent.mkdir(exist_ok=True)
    writer = Child(lambda tell: _write(path, work, max(expected), setting, tell))
    tally = Tally()
    while tally.n < copies and (acknowledged := writer.read()) is not None:
        words = f"work {work}, after operation {acknowledged}"
        for leftover in copy.parent.iterdir():
            leftover.unlink()
        if rng.random() < 0.5:
            _copy_plainly(path, copy, rng)
            found = judged(copy, expected, acknowledged, f"plain copy, {words}", len(expected))
            loud = found.corrupt + found.partial
            tally += good(loud=True) if loud else found
        else:
            copy_verified(path, copy)
            tally += judged(copy, expected, acknowledged, f"backup, {words}", len(expected))
    writer.kill()
    writer.wait()
    writer.close()
    for end in ("-journal", "-wal", "-shm"):
        Path(f"{path}{end}").unlink(missing_ok=True)
    return tally


def _write(path: Path, work: int, last: int, setting: Setting, tell: Callable[[int], None]) -> None:
    pause = Random(work)
    with setting():
        store = Store(path, user="周涛", now=lambda: NOW)
    while store.history.last_id() < last:
        step(store, work)
        tell(store.history.last_id())
        time.sleep(pause.random() * 0.004)


def _copy_plainly(source: Path, target: Path, rng: Random) -> None:
    """Piece by piece, as slowly as a stick takes it."""
    piece = rng.choice((4096, 65536, 2**20))
    with source.open("rb") as reading, target.open("wb") as writing:
        while data := reading.read(piece):
            writing.write(data)
            time.sleep(rng.random() * 0.0005 if piece > 4096 else 0)


def _control(n: int, seed: int) -> Tally:
    return _copies(n, seed, lambda: settled("WAL", "FULL"))


COPIES = Proof(
    name="copies taken during use",
    fast=45,
    full=4000,
    run=_copies,
    broken="journal_mode=WAL, of which a clerk copies the .db alone",
    controls=40,
    control=_control,
    told_loudly="copies were torn by a write that came between, and said so when opened or checked",
)
