"""Proof 4: of two processes that want the same thing at one moment exactly one gets it."""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from random import Random
from typing import Any
from unittest.mock import patch

from model.changes import Change
from model.opening import open_ledger
from model.reader import Reader
from model.records import Person
from model.refused import Refused
from model.store import Store, lock, putting, store
from model.store import connection as connections
from model.store.lock import WriterLock
from tests.reliability.forking import Child
from tests.reliability.proof import Proof, Tally, corrupt, good, lost, partial
from tests.reliability.scratch import scratch
from tests.reliability.work import NOW, placed

_PATIENCE = 50  # milliseconds, where somebody frozen holds the file

Tell = Callable[[int], None]


def _races(n: int, seed: int) -> Tally:
    """For the lock, to open, for one record, and against an owner who is frozen, in turn."""
    rng = Random(seed)
    races = (_race_for_the_lock, _race_to_open, _race_for_a_record, _freeze)
    with scratch() as folder:
        found = [races[trial % len(races)](folder, rng) for trial in range(n)]
    return sum(found, Tally())


def _at_once(*deeds: Callable[[Tell], None]) -> list[Child]:
    """Processes that have everything ready and begin at the same moment."""
    starting, start = os.pipe()

    def waiting(deed: Callable[[Tell], None]) -> Callable[[Tell], None]:
        def do(tell: Tell) -> None:
            os.close(start)
            tell(-1)
            os.read(starting, 1)
            deed(tell)

        return do

    children = [Child(waiting(deed)) for deed in deeds]
    for child in children:
        assert child.read() == -1
    os.close(start)
    os.close(starting)
    return children


def _ended(child: Child) -> None:
    child.wait()
    child.close()


# -- the lock ------------------------------------------------------------------------------


def _race_for_the_lock(folder: Path, rng: Random) -> Tally:
    path = placed(folder)
    if rng.random() < 0.5:
        lock.lock_of(path).unlink(missing_ok=True)

    def take(tell: Tell) -> None:
        taken = WriterLock.take(path, "周涛", NOW)
        tell(int(isinstance(taken, WriterLock)))
        os.read(holding, 1)

    holding, let_go = os.pipe()
    children = _at_once(take, take)
    winners = [child.read() for child in children]
    for child in children:
        child.kill()
        _ended(child)
    os.close(holding)
    os.close(let_go)
    if sorted(winner or 0 for winner in winners) != [0, 1]:
        return lost(f"the lock was won by {winners}")
    return _free_again(path)


def _free_again(path: Path) -> Tally:
    """The owner was killed: nothing is left to be cleared away by hand."""
    taken = WriterLock.take(path, "李芳", NOW)
    if not isinstance(taken, WriterLock):
        return lost("the lock of a dead process")
    taken.release()
    return good()


# -- opening -------------------------------------------------------------------------------


def _race_to_open(folder: Path, rng: Random) -> Tally:
    """Two windows open a ledger, which may not be there yet; one of them can write in it."""
    path = placed(folder)
    if rng.random() < 0.5:
        path.unlink()
    never, ever = os.pipe()

    def start(tell: Tell) -> None:
        try:
            opened = open_ledger(path, user="周涛", now=lambda: NOW, new=True)
        except Refused:
            tell(0)
        else:
            tell(int(not opened.read_only))
        os.read(never, 1)

    children = _at_once(start, start)
    can_write = [child.read() for child in children]
    for child in children:
        child.kill()
        _ended(child)
    os.close(never)
    os.close(ever)
    if None in can_write:
        return corrupt(f"one of the processes fell over: {can_write}")
    return (
        _free_again(path)
        if sum(map(int, filter(None, can_write))) == 1
        else lost(f"who can write: {can_write}")
    )


# -- one record ----------------------------------------------------------------------------


def _race_for_a_record(folder: Path, rng: Random) -> Tally:
    """Two windows have read the same person; both write."""
    path = placed(folder)
    posts = [f"书记{number}" for number in range(2)]
    children = _at_once(*(_writing(path, post) for post in posts))
    won = [child.read() for child in children]
    for child in children:
        _ended(child)
    ledger = Store(path)
    post = ledger.get(Person, 1).post
    written = sum(entry.label == "改职务" for entry in ledger.history.entries())
    ledger.close()
    if None in won:
        return corrupt(f"one of the processes fell over: {won}")
    if sum(map(int, filter(None, won))) != 1 or written != 1:
        return lost(f"{won} were told that they are stored, {written} are in the history")
    return good() if post == posts[won.index(1)] else partial(f"{post}, won by {won}")


def _writing(path: Path, post: str) -> Callable[[Tell], None]:
    def write(tell: Tell) -> None:
        ledger = Store(path, user="周涛", now=lambda: NOW)
        person = ledger.get(Person, 1)
        both_have_read.wait()
        try:
            ledger.apply([Change(person, replace(person, post=post))], "改职务")
        except Refused:
            tell(0)
        else:
            tell(1)

    both_have_read = _Meeting(path)
    return write


class _Meeting:
    """Lets processes go on when all two have come."""

    def __init__(self, path: Path) -> None:
        self._place = path.with_name("meeting")
        self._place.unlink(missing_ok=True)

    def wait(self) -> None:
        with self._place.open("ab", buffering=0) as file:
            file.write(b".")
        while self._place.stat().st_size < 2:
            pass


# -- the frozen owner ----------------------------------------------------------------------


def _freeze(folder: Path, rng: Random) -> Tally:
    """One is frozen with the lock and in the middle of an operation; nobody else gets in."""
    path = placed(folder)

    def hold(tell: Tell) -> None:
        taken = WriterLock.take(path, "周涛", NOW)
        ledger = Store(path)
        with ledger._transaction():
            ledger._connection.execute('UPDATE "person" SET "post" = \'半途\'')
            tell(int(isinstance(taken, WriterLock)))
            os.read(never, 1)

    never, ever = os.pipe()
    owner = Child(hold)
    assert owner.read() == 1
    owner.freeze()
    try:
        got_in = isinstance(WriterLock.take(path, "李芳", NOW, patience=0), WriterLock)
        wrote = _is_written(path)
    finally:
        owner.kill()
        _ended(owner)
        os.close(never)
        os.close(ever)
    if got_in or wrote:
        return lost(f"beside a frozen owner: lock {got_in}, write {wrote}")
    return _free_again(path) + (_all_right(path))


def _is_written(path: Path) -> bool:
    with patch.dict(connections._SETTINGS, busy_timeout=_PATIENCE):
        ledger = Store(path)
    person = ledger.get(Person, 1)
    try:
        ledger.apply([Change(person, replace(person, post="书记"))], "改职务")
    except Refused:
        return False
    finally:
        ledger.close()
    return True


def _all_right(path: Path) -> Tally:
    """Half an operation of a dead process is not there; the next one can write."""
    ledger = Store(path)
    posts = {person.post for person in ledger.all(Person)}
    ledger.close()
    if "半途" in posts:
        return Tally(partial=1, words=("partial: the operation of the frozen owner",))
    return Tally() if _is_written(path) else Tally(lost=1, words=("lost: the ledger stays shut",))


# -- the control ---------------------------------------------------------------------------


def _put_unread(
    connection: sqlite3.Connection, reader: Reader, change: Change, *given: Any
) -> Change:
    """Writes without asking whether the row stands as the change believes."""
    with patch.object(Store, "find", lambda *_asked: change.before):
        return putting.put(connection, reader, change, *given)


def _begin_shared(connection: sqlite3.Connection) -> None:
    connection.execute("BEGIN")


@contextmanager
def _careless() -> Iterator[None]:
    with (
        patch.object(lock, "_begin", _begin_shared),
        patch.object(store, "put", _put_unread),
    ):
        yield


def _control(n: int, seed: int) -> Tally:
    with _careless():
        return _races(n, seed)


RACES = Proof(
    name="races and a frozen owner",
    fast=12,
    full=600,
    run=_races,
    broken="a lock that is not exclusive; a row is not read before it is written",
    controls=9,
    control=_control,
    parts=4,
)
