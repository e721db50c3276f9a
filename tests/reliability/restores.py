"""Proof 9: a restore that is cut off leaves the old file or the new one, whole, and can go on."""

from __future__ import annotations

import os
import shutil
import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from random import Random
from types import SimpleNamespace
from typing import NamedTuple
from unittest.mock import patch

from model.backups import folder_of, restoring
from model.backups.restoring import Restoring
from model.opening import open_ledger
from model.store.summary import reading
from tests.reliability.forking import Child, calls_of, dying_at
from tests.reliability.judging import fingerprint, one_of
from tests.reliability.power import half_done
from tests.reliability.proof import Proof, Tally, corrupt, good, lost, silent
from tests.reliability.scratch import scratch
from tests.reliability.work import NOW, ledger, put, stages


class Place(NamedTuple):
    """A folder with a ledger and a backup of it, and which fingerprint is which."""

    path: Path
    backup: Path
    known: Mapping[str, str]

    @property
    def restoring(self) -> Restoring:
        return Restoring(self.path, self.backup, NOW)


def _restores(n: int, seed: int) -> Tally:
    """Half are cut off before each of the calls, in any order; half at any moment."""
    rng = Random(seed)
    with scratch() as folder:
        begun = time.perf_counter()
        order = list(range(calls_of(_prepared(folder / "measured", rng).restoring.run)))
        seconds = time.perf_counter() - begun
        rng.shuffle(order)
        found = []
        for trial in range(n):
            call = 0 if trial % 2 else 1 + order[trial // 2 % len(order)]
            place = _prepared(folder / str(trial), rng)
            found.append(_cut_off(place, call, rng.random() * seconds))
            shutil.rmtree(place.path.parent)
    return sum(found, Tally())


def _prepared(folder: Path, rng: Random) -> Place:
    """The ledger is in order, or a write in it was cut off as well."""
    folder.mkdir()
    backup = folder / "备份" / "ledger" / "ledger_20110101_000000_手动.db"
    backup.parent.mkdir(parents=True)
    backup.write_bytes(rng.choice(stages()[:-1]))
    files = half_done() if rng.random() < 0.3 else {"ledger.db": ledger()}
    put(files, folder)
    return Place(folder / "ledger.db", backup, {_print(backup): "new", _old(files): "old"})


def _old(files: dict[str, bytes]) -> str:
    with scratch() as folder:
        put(files, folder)
        return _print(folder / "ledger.db")


def _print(path: Path) -> str:
    with reading(path) as connection:
        return fingerprint(connection)


def _cut_off(place: Place, call: int, seconds: float) -> Tally:
    """Before this call or, where it is 0, after so many seconds."""
    words = f"before call {call}" if call else f"after {seconds:.4f} seconds"

    def restore(tell: Callable[[int], None]) -> None:
        if call:
            dying_at(call)()
        tell(0)
        place.restoring.run()

    child = Child(restore)
    child.read()
    if not call:
        time.sleep(seconds)
        child.kill()
    child.wait()
    child.close()
    return _judged(place, words)


def _judged(place: Place, words: str) -> Tally:
    _which, found = one_of(place.path, place.known, words)
    if found.failures:
        return found
    try:
        open_ledger(place.path).close()
        place.restoring.run()
        open_ledger(place.path).close()
    except Exception as error:
        return corrupt(f"{words}, the next start: {error!r}")
    which, found = one_of(place.path, place.known, f"{words}, restored again")
    if found.failures:
        return found
    if which != "new":
        return silent(f"{words}: restored again, but the old file is there")
    return good() if "old" in _kept(place) else lost(f"{words}: the old file is nowhere")


def _kept(place: Place) -> set[str]:
    """What lies beside the ledger and among its backups."""
    files = [*place.path.parent.glob("*.db"), *folder_of(place.path).glob("*.db")]
    return {one_of(path, place.known, "")[0] for path in files}


@contextmanager
def _careless() -> Iterator[None]:
    """The backup is written over the ledger in place, piece by piece."""

    def replace(source: Path, target: Path) -> None:
        data = source.read_bytes()
        with target.open("r+b", buffering=0) as file:
            for start in range(0, len(data), 4096):
                file.write(data[start : start + 4096])
            file.truncate(len(data))
        source.unlink()

    with patch.object(restoring, "os", SimpleNamespace(**{**vars(os), "replace": replace})):
        yield


def _control(n: int, seed: int) -> Tally:
    with _careless():
        return _restores(n, seed)


RESTORES = Proof(
    name="interrupted restores",
    fast=15,
    full=2000,
    run=_restores,
    broken="the backup written over the ledger in place",
    controls=40,
    control=_control,
)
