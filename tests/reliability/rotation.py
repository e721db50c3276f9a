"""Proof 7: however the PC's clock jumps, the newest backup stays, and three whole ones."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import replace
from datetime import datetime, timedelta
from pathlib import Path
from random import Random
from unittest.mock import patch

from model.backups import Reason, thinning
from model.backups.listing import listed
from model.backups.taking import take
from model.backups.thinning import Kept, thin
from model.changes import Change
from model.records import Person
from tests.reliability.proof import Proof, Tally, good, lost
from tests.reliability.scratch import scratch
from tests.reliability.work import NOW, opened, placed

_LEAST = 3


def _rotate(n: int, seed: int, rooms: Sequence[int] = (1, 4, 20)) -> Tally:
    """So many days on which the office backs up; a fifth of them under a wrong clock."""
    rng = Random(seed)
    tally = Tally()
    with scratch() as folder, _room(rng.choice(rooms)):
        office = Shelf(folder, rng)
        while tally.n < n and not tally.failures:
            tally += office.day()
    return tally


class Shelf:
    """A ledger in use and the folder of its backups."""

    def __init__(self, folder: Path, rng: Random) -> None:
        self._ledger, self._folder = placed(folder), folder / "备份"
        self._rng = rng
        self._today = NOW
        self._wrong = timedelta()
        self._spoilt: set[Path] = set()

    def day(self) -> Tally:
        rng = self._rng
        self._today += timedelta(days=rng.choice((1, 1, 1, 1, 1, 3, 10)))
        if rng.random() < 0.1:
            self._wrong = timedelta()
        elif rng.random() < 0.03:
            self._wrong = timedelta(days=rng.choice((-9000, -400, -30, -1, 1, 30, 400, 9000)))
        for hour in range(rng.randrange(1, 4)):
            found = self._back_up(self._today + self._wrong + timedelta(hours=2 * hour))
            if found.failures:
                return found
        return good()

    def _back_up(self, now: datetime) -> Tally:
        """One more operation, its backup, and the thinning after it."""
        store = opened(self._ledger)
        person = store.get(Person, 1)
        store.apply([Change(person, replace(person, phone=f"{now:%Y%m%d%H}"))], "修改人员")
        store.close()
        made = take(self._ledger, self._folder, now, self._rng.choice(list(Reason)))
        if self._rng.random() < 0.05:
            self._spoil()
        before = self._whole()
        thin(self._folder, self._ledger.stem, now, self._ledger.stat().st_size)
        after = self._whole()
        if made not in after | self._spoilt:
            return lost(f"the newest backup, under {now}")
        if len(after) < min(_LEAST, len(before)):
            return lost(f"{len(after)} whole backups are left of {len(before)}, under {now}")
        return good()

    def _whole(self) -> set[Path]:
        return {each.path for each in listed(self._folder, self._ledger.stem)} - self._spoilt

    def _spoil(self) -> None:
        """A backup goes bad on the disk: its pages, or so that it cannot even be read."""
        path = self._rng.choice(sorted(self._whole()))
        data = bytearray(path.read_bytes())
        start = self._rng.choice((0, len(data) // 2))
        data[start : start + 50_000] = b"\x55" * min(50_000, len(data) - start)
        path.write_bytes(data)
        self._spoilt.add(path)


@contextmanager
def _room(ledgers: int) -> Iterator[None]:
    """As much room as for so many ledgers, for the sample has no 2 GB."""
    with (
        patch.object(thinning, "LEAST_ROOM", 0),
        patch.object(thinning, "LEDGERS_ROOM", ledgers),
    ):
        yield


def _none_held(_kept: Iterable[Kept]) -> set[Kept]:
    return set()


def _control(n: int, seed: int) -> Tally:
    with (
        patch.object(thinning, "_held", _none_held),
        patch.object(thinning, "_three_verified", lambda _paths: True),
    ):
        return sum((_rotate(n // 4, seed + part, (1,)) for part in range(4)), Tally())


ROTATION = Proof(
    name="rotation of backups",
    fast=24,
    full=1600,
    run=_rotate,
    broken="no backup is held whatever the clock says",
    controls=40,
    control=_control,
    parts=2,
)
