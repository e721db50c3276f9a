"""Proof 6: whatever is done, undone, redone and brought back, the ledger is what it should be."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path
from random import Random
from unittest.mock import patch

from model.changes import Change, Operation
from model.fields import Record
from model.records import KINDS, Issue, Submission
from model.refused import Refused
from model.store import Store
from model.store.history import Entry, History
from tests.reliability.proof import Proof, Tally, corrupt, good, lost, silent
from tests.reliability.scratch import scratch
from tests.reliability.work import NOW, TODAY, deed, founded

_EPISODE = 200
_COMPARED, _RESTARTED = 10, 25  # operations from one time to the next

State = dict[tuple[str, int], Record]


class Plain:
    """The ledger as a dict, and its past as a list of dicts.

    ``line`` are the operations that stand, each with what the ledger was after it.
    """

    def __init__(self, founding: Sequence[Operation]) -> None:
        self.line: list[tuple[int, State]] = [(0, {})]
        self.undone: list[State] = []
        self.gone: State = {}
        for operation in founding:
            self.did(operation, operation.changes)

    @property
    def now(self) -> State:
        return self.line[-1][1]

    def did(self, operation: Operation, changes: Sequence[Change]) -> None:
        """New changes; the store itself chose nothing but the number of a new issue."""
        after = dict(self.now)
        for asked, kept in zip(changes, operation.changes, strict=True):
            _alter(after, _numbered(asked, kept))
        self.undone.clear()
        self._come(operation.id, after)
        if any(isinstance(each.record, Submission) for each in changes):
            self.line = self.line[-1:]  # undo stops at what was sent

    def undid(self) -> None:
        before = self.now
        self.undone.append(before)
        self.line.pop()
        self._miss(before, self.now)

    def redid(self, operation: Operation) -> None:
        self._come(operation.id, self.undone.pop())

    def brought_back(self, operation: Operation) -> None:
        """What comes back is as it was when it went."""
        after = dict(self.now)
        for change in operation.changes:
            key = change.record.table, change.record.id
            after[key] = self.gone[key]
        self.undone.clear()
        self._come(operation.id, after)

    def _come(self, operation: int, after: State) -> None:
        self._miss(self.now, after)
        self.line.append((operation, after))

    def _miss(self, before: State, after: State) -> None:
        self.gone.update({key: before[key] for key in before.keys() - after.keys()})


def shown(store: Store) -> State:
    """All that the store shows."""
    return {(kind.table, each.id): each for kind in KINDS for each in store.all(kind)}


def _alter(state: State, change: Change) -> None:
    key = change.record.table, change.record.id
    if change.after is None:
        del state[key]
    else:
        state[key] = change.after


def _numbered(asked: Change, kept: Change) -> Change:
    if isinstance(asked.after, Issue) and isinstance(kept.after, Issue) and not asked.after.number:
        return Change(asked.before, replace(asked.after, number=kept.after.number))
    return asked


# -- what is done --------------------------------------------------------------------------


class Office:
    """A store and its plain double, with which the same is done."""

    def __init__(self, path: Path, rng: Random) -> None:
        self.store = founded(path, rng.randrange(2**31))
        self.plain = Plain(self.store.history.after(0))
        self._path, self._rng = path, rng

    def restart(self) -> None:
        self.store.close()
        self.store = Store(self._path, user="周涛", now=lambda: NOW)

    @property
    def agrees(self) -> bool:
        return shown(self.store) == self.plain.now

    def act(self) -> None:
        """One operation of some kind; what is refused must change nothing."""
        kinds: tuple[Callable[[], object], ...]
        kinds = (self._do, self.undo, self.redo, self._undo_to, self._restore, self._send)
        (act,) = self._rng.choices(kinds, (60, 14, 10, 4, 8, 1))
        try:
            act()
        except Refused:
            assert self.agrees, f"{act.__name__} was refused by halves"

    def undo(self) -> bool:
        operation = self.store.undo()
        assert (operation is None) == (len(self.plain.line) == 1), "undo ends elsewhere"
        if operation:
            self.plain.undid()
        return operation is not None

    def redo(self) -> bool:
        operation = self.store.redo()
        assert (operation is None) == (not self.plain.undone), "redo ends elsewhere"
        if operation:
            self.plain.redid(operation)
        return operation is not None

    def _do(self) -> None:
        changes, label, blobs = deed(self.store, self._rng)
        self.plain.did(self.store.apply(changes, label, blobs), changes)

    def _undo_to(self) -> None:
        id = self._rng.randrange(1, self.store.history.last_id() + 1)
        standing = [operation for operation, _state in self.plain.line]
        try:
            taken_back = self.store.undo_to(id)
        except Refused:
            assert id not in standing, "undo to an operation that stands is refused"
            raise
        assert id in standing, "undo to an operation that does not stand"
        assert len(taken_back) == len(standing) - standing.index(id) - 1
        for _operation in taken_back:
            self.plain.undid()

    def _restore(self) -> None:
        there = self.store.bin.deleted()
        if there:
            chosen = self._rng.sample(there, min(len(there), self._rng.choice((1, 1, 2))))
            self.plain.brought_back(self.store.restore(*chosen))

    def _send(self) -> None:
        data = self._rng.randbytes(100)
        sent = Submission(
            self.store.fresh_id(Submission),
            campaign=1,
            report="问题台账",
            recipient="上级",
            submitted_on=TODAY,
            name="问题台账.xlsx",
            file=hashlib.sha256(data).hexdigest(),
        )
        change = Change(None, sent)
        self.plain.did(self.store.apply([change], "报送", [data]), [change])


# -- the proof -----------------------------------------------------------------------------


def _operate(n: int, seed: int) -> Tally:
    rng = Random(seed)
    tally = Tally()
    with scratch() as folder:
        while tally.n < n and not tally.failures:
            path = folder / "ledger.db"
            path.unlink(missing_ok=True)
            office = Office(path, rng)
            tally += _episode(office, min(_EPISODE, n - tally.n))
            office.store.close()
    return tally


def _episode(office: Office, operations: int) -> Tally:
    tally = Tally()
    for count in range(1, operations + 1):
        try:
            office.act()
        except AssertionError as error:
            return tally + lost(f"operation {office.store.history.last_id()}: {error}")
        except Exception as error:
            return tally + corrupt(f"operation {office.store.history.last_id()}: {error!r}")
        tally += good()
        if count % _RESTARTED == 0:
            office.restart()
        if count % _COMPARED == 0 and not office.agrees:
            return tally + silent(f"after operation {office.store.history.last_id()}")
    return tally + _there_and_back(office)


def _there_and_back(office: Office) -> Tally:
    """Undo all, redo all."""
    try:
        while office.undo():
            pass
        office.restart()
        first = office.agrees
        while office.redo():
            pass
    except (AssertionError, Refused) as error:
        return Tally(lost=1, words=(f"lost: there and back: {error}",))
    if first and office.agrees:
        return Tally()
    return Tally(silent=1, words=("silent: after undo-all or redo-all",))


def _forgetful(history: History, entry: Entry | None) -> Entry | None:
    """What an undo takes back next, by one that does not know what was taken back already."""
    while entry and entry.reverts is not None:
        entry = history.entry(entry.id - 1)
    return entry


def _control(n: int, seed: int) -> Tally:
    with patch.object(History, "_before", _forgetful):
        return sum((_operate(n // 4, seed + part) for part in range(4)), Tally())


OPERATIONS = Proof(
    name="random operations",
    fast=180,
    full=20_000,
    run=_operate,
    broken="an undo that does not know what was undone already",
    controls=480,
    control=_control,
)
