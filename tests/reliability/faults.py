"""Proof 3: whatever the disk refuses, an operation is wholly there or wholly not, and said so."""

from __future__ import annotations

from collections.abc import Callable
from enum import Enum
from itertools import product
from pathlib import Path
from typing import Any, TypeVar

import apsw

from model.refused import Refused
from model.store import Store
from tests.reliability.apsw_sqlite import settled, storing_through
from tests.reliability.judging import States, judged, states
from tests.reliability.power import half_done
from tests.reliability.proof import Proof, Tally, corrupt, silent
from tests.reliability.scratch import scratch
from tests.reliability.work import NOW, ledger, put, step

T = TypeVar("T")

_STEPS = 2
_WRITING = {"xWrite", "xTruncate", "xSync", "xOpen", "xDelete"}


class Fault(Enum):
    """What the disk answers, and for how long."""

    ERROR = "an I/O error"
    FULL = "full once"
    STAYS_FULL = "full until the user has made room"


class Disk(apsw.VFS):
    """The usual file system; its calls are counted, and one of them fails."""

    def __init__(self, name: str) -> None:
        self.calls = 0
        self.fails_at = 0
        self.fault = Fault.ERROR
        self.is_full = False
        super().__init__(name, "")

    def call(self, name: str) -> None:
        """Count this call, and fail where it is its turn."""
        self.calls += 1
        if self.calls == self.fails_at:
            self.is_full = self.fault is Fault.STAYS_FULL
            raise apsw.IOError(name) if self.fault is Fault.ERROR else apsw.FullError(name)
        if self.is_full and name in _WRITING:
            raise apsw.FullError(name)

    def xOpen(self, name: Any, flags: list[int]) -> apsw.VFSFile:
        self.call("xOpen")
        return _File(self, name, flags)

    def xDelete(self, filename: str, syncdir: bool) -> None:
        self.call("xDelete")
        super().xDelete(filename, syncdir)

    def xAccess(self, pathname: str, flags: int) -> bool:
        self.call("xAccess")
        return super().xAccess(pathname, flags)


class _File(apsw.VFSFile):
    def __init__(self, disk: Disk, name: Any, flags: list[int]) -> None:
        self._disk = disk
        super().__init__("", name, flags)

    def xRead(self, amount: int, offset: int) -> bytes:
        self._disk.call("xRead")
        return super().xRead(amount, offset)

    def xWrite(self, data: Any, offset: int) -> None:
        self._disk.call("xWrite")
        super().xWrite(data, offset)

    def xTruncate(self, newsize: int) -> None:
        self._disk.call("xTruncate")
        super().xTruncate(newsize)

    def xSync(self, flags: int) -> None:
        self._disk.call("xSync")
        super().xSync(flags)

    def xFileSize(self) -> int:
        self._disk.call("xFileSize")
        return super().xFileSize()

    def xLock(self, level: int) -> None:
        self._disk.call("xLock")
        super().xLock(level)

    def xCheckReservedLock(self) -> bool:
        self._disk.call("xCheckReservedLock")
        return super().xCheckReservedLock()


def _sweep(n: int, work: int) -> Tally:
    """One workload: each of its calls fails once with each fault, or ``n`` of them evenly.

    Every other one begins with an operation that was cut off and is to be taken back first.
    """
    disk = Disk("faulty")
    files = half_done() if work % 2 else {"ledger.db": ledger()}
    with scratch() as folder:
        expected = states(folder, work, _STEPS + 1, files)
        put(files, folder)
        _work(folder / "ledger.db", work, disk)
        trials = list(product(range(1, disk.calls + 1), Fault))
        stride = max(1, len(trials) // n)
        found = []
        for call, fault in trials[work % stride :: stride]:
            put(files, folder)
            disk.calls, disk.fails_at, disk.fault = 0, call, fault
            words = f"work {work}, call {call}: {fault.value}"
            found.append(_trial(folder / "ledger.db", work, disk, expected, words))
    disk.unregister()
    return sum(found, Tally())


def _trial(path: Path, work: int, disk: Disk, expected: States, words: str) -> Tally:
    try:
        lie, acknowledged = _work(path, work, disk)
    except Exception as error:
        return corrupt(f"{words}: {error!r}")
    finally:
        disk.fails_at, disk.is_full = 0, False
    found = judged(path, expected, acknowledged, words)
    return silent(f"{words}: {lie}") if lie and not found.failures else found


def _work(path: Path, work: int, disk: Disk) -> tuple[str, int]:
    """Take the steps; what is refused is tried again. What was said untruly, and the last step."""
    with storing_through("faulty"):
        store = _opened(path, disk)
        try:
            return _taken(store, work, disk)
        finally:
            store.close()


def _taken(store: Store, work: int, disk: Disk) -> tuple[str, int]:
    lies = ""
    acknowledged = begun = _again(store.history.last_id, disk)
    for _step in range(_STEPS):
        try:
            step(store, work)
        except Refused as refusal:
            disk.is_full = False
            if store.history.last_id() != acknowledged:
                lies = f"it is stored, but the user read: {refusal.text}"
            # The ids that the refused operation was to have are free.
            store._fresh.clear()
            step(store, work)
        acknowledged = _again(store.history.last_id, disk)
    assert acknowledged >= begun + _STEPS
    return lies, acknowledged


def _opened(path: Path, disk: Disk) -> Store:
    return _again(lambda: Store(path, user="周涛", now=lambda: NOW), disk)


def _again(do: Callable[[], T], disk: Disk) -> T:
    """What is refused is tried a second time, with room made."""
    try:
        return do()
    except Refused:
        disk.is_full = False
        return do()


def _control(n: int, seed: int) -> Tally:
    half_done()  # made under our own setting; there is none without a journal
    with settled("OFF", "OFF"):
        return _sweep(n, seed)


FAULTS = Proof(
    name="I/O errors and full disk",
    fast=90,
    full=40_000,  # of each workload as many as it has calls
    run=_sweep,
    broken="journal_mode=OFF",
    controls=100,
    control=_control,
)
