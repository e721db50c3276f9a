"""Proof 10: an upgrade from any released schema that is cut off leaves the old or the new file."""

from __future__ import annotations

import os
import shutil
import signal
import time
from collections.abc import Callable, Sequence
from functools import cache
from pathlib import Path
from random import Random

from model.opening import bring_up_to_date, open_ledger
from model.refused import Refused
from model.store import upgrading
from model.store.connection import recognise
from model.store.identity import VERSION
from model.store.summary import reading
from tests.reliability.forking import Child, calls_of, dying_at
from tests.reliability.judging import fingerprint, one_of
from tests.reliability.proof import Proof, Tally, corrupt, good, lost
from tests.reliability.scratch import scratch
from tests.reliability.work import NOW

_KEPT = (Path(__file__).parents[1] / "model" / "store" / "released").glob("*.db")
RELEASED = [path for path in sorted(_KEPT) if recognise(path) < VERSION]
_DONE, _REFUSED = 1, 0
PIECE = 4096  # bytes
LAST = 400  # calls in which the copy is altered, proven and put in place


Cut = Callable[[Path, Path, Random], Tally]


def _upgrades(n: int, seed: int, cuts: Sequence[Cut] = ()) -> Tally:
    """A third each: killed before a call, killed at any moment, on a disk that is full."""
    rng = Random(seed)
    cuts = cuts or (_killed_before_a_call, _killed_at_some_moment, _on_a_full_disk)
    with scratch() as folder:
        path = folder / "ledger.db"
        found = []
        for trial in range(n):
            released = rng.choice(RELEASED)
            for leftover in folder.iterdir():
                shutil.rmtree(leftover) if leftover.is_dir() else leftover.unlink()
            shutil.copyfile(released, path)
            found.append(cuts[trial % len(cuts)](path, released, rng))
    return sum(found, Tally())


def _upgrade(path: Path) -> None:
    bring_up_to_date(path, user="周涛", now=lambda: NOW)


def _killed_before_a_call(path: Path, released: Path, rng: Random) -> Tally:
    # Most calls load the dictionaries of pinyin: half of the kills are aimed at the end.
    calls = _calls(released)
    call = calls - rng.randrange(rng.choice((calls, LAST)))

    def upgrade(_tell: Callable[[int], None]) -> None:
        dying_at(call)()
        _upgrade(path)

    child = Child(upgrade)
    child.wait()
    child.close()
    return _judged(path, released, f"{released.stem}, killed before call {call}")


def _killed_at_some_moment(path: Path, released: Path, rng: Random) -> Tally:
    child = Child(lambda _tell: _upgrade(path))
    time.sleep(rng.random() * _seconds(released))
    child.kill()
    child.wait()
    child.close()
    return _judged(path, released, f"{released.stem}, killed at some moment")


def _on_a_full_disk(path: Path, released: Path, rng: Random) -> Tally:
    """No file can grow beyond some size; whoever tries is refused, and says so."""
    most = rng.randrange(0, 2 * path.stat().st_size, 512)

    def upgrade(tell: Callable[[int], None]) -> None:
        import resource  # not on Windows, where the proofs are passed over

        resource.setrlimit(resource.RLIMIT_FSIZE, (most, most))
        try:
            _upgrade(path)
        except Refused:
            tell(_REFUSED)
        else:
            tell(_DONE)

    child = Child(upgrade)
    told = child.read()
    child.wait()
    child.close()
    words = f"{released.stem}, no file above {most} bytes"
    if told is None:
        return corrupt(f"{words}: neither done nor refused")
    return _judged(path, released, words, is_new=told == _DONE)


def _judged(path: Path, released: Path, words: str, is_new: bool | None = None) -> Tally:
    allowed = {_before(released): "old", _after(released): "new"}
    which, found = one_of(path, allowed, words)
    if found.failures:
        return found
    if is_new is not None and is_new != (which == "new"):
        return lost(f"{words}: it was said that the file is {'new' if is_new else 'old'}")
    try:
        open_ledger(path, user="周涛", now=lambda: NOW).close()
    except Exception as error:
        return corrupt(f"{words}, the next start: {error!r}")
    which, found = one_of(path, allowed, f"{words}, the next start")
    if found.failures:
        return found
    return good() if which == "new" else lost(f"{words}: not upgraded at the next start")


# -- what is known of each released schema -------------------------------------------------


@cache
def _before(released: Path) -> str:
    with reading(released) as connection:
        return fingerprint(connection)


@cache
def _after(released: Path) -> str:
    with scratch() as folder:
        path = Path(shutil.copyfile(released, folder / "ledger.db"))
        _upgrade(path)
        with reading(path) as connection:
            return fingerprint(connection)


@cache
def _calls(released: Path) -> int:
    with scratch() as folder:
        path = Path(shutil.copyfile(released, folder / "ledger.db"))
        return calls_of(lambda: _upgrade(path))


@cache
def _seconds(released: Path) -> float:
    with scratch() as folder:
        path = Path(shutil.copyfile(released, folder / "ledger.db"))
        begun = time.perf_counter()
        _upgrade(path)
        return time.perf_counter() - begun


# -- the control ---------------------------------------------------------------------------


def _in_place(path: Path, last: int) -> None:
    """The upgraded file written over the old one, killed before its piece ``last``."""
    new = path.with_name("new.db")
    upgrading.upgrade(path, new, user="周涛", now=lambda: NOW)
    whole = new.read_bytes()
    with path.open("r+b", buffering=0) as file:
        for piece in range(last):
            file.write(whole[piece * PIECE : (piece + 1) * PIECE])
    os.kill(os.getpid(), signal.SIGKILL)


def _killed_in_place(path: Path, released: Path, rng: Random) -> Tally:
    last = rng.randrange(1, released.stat().st_size // PIECE)
    child = Child(lambda _tell: _in_place(path, last))
    child.wait()
    child.close()
    return _judged(path, released, f"{released.stem}, killed before piece {last}")


def _control(n: int, seed: int) -> Tally:
    return _upgrades(n, seed, (_killed_in_place,))


UPGRADES = Proof(
    name="interrupted upgrades",
    fast=10,
    full=1500,
    run=_upgrades,
    broken="the new file written over the old one",
    controls=8,
    control=_control,
)
