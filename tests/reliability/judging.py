"""Holds a ledger that something happened to against every state that it may be in."""

from __future__ import annotations

import hashlib
import sqlite3
from collections.abc import Callable, Iterable, Mapping
from pathlib import Path

from model.refused import Refused
from model.store import Store
from model.store.checking import check
from model.store.summary import reading
from tests.reliability.proof import Tally, corrupt, good, lost, partial, silent
from tests.reliability.work import ledger, opened, put, step

States = Mapping[int, str]
"""The fingerprint of the ledger after each operation."""

_UNLIKE = {"operation": '"id", "at", "by", "label", "way", "reverts"'}  # but its random token


def fingerprint(connection: sqlite3.Connection) -> str:
    """Of every row of every table, the history and the deleted among them."""
    names = connection.execute(
        'SELECT "name" FROM sqlite_schema WHERE "type" = \'table\' ORDER BY 1'
    ).fetchall()
    found = hashlib.sha256()
    for (name,) in names:
        if name.startswith("_"):
            continue  # when the migrations were run
        columns = _UNLIKE.get(name, "*")
        rows = connection.execute(f'SELECT {columns} FROM "{name}" ORDER BY rowid').fetchall()
        found.update(repr((name, rows)).encode())
    return found.hexdigest()


def states(
    folder: Path, seed: int, operations: int, begun: Mapping[str, bytes] | None = None
) -> dict[int, str]:
    """What the ledger, or what ``begun`` holds, is after each of so many undisturbed steps."""
    apart = folder / "undisturbed"
    apart.mkdir(exist_ok=True)
    put({"ledger.db": ledger()} if begun is None else begun, apart)
    store = opened(apart / "ledger.db")
    found = {store.history.last_id(): fingerprint(store._connection)}
    for _step in range(operations):
        step(store, seed)
        found[store.history.last_id()] = fingerprint(store._connection)
    store.close()
    return found


def judged(path: Path, expected: States, acknowledged: int, words: str, ahead: int = 1) -> Tally:
    """Open the ledger as the program does and say how it stands.

    ``acknowledged`` is the last operation that the user was told of; at most so many ``ahead`` of
    it may be there too.
    """
    try:
        store = Store(path)
    except Refused as refusal:
        return corrupt(f"{words}: {refusal.text}")
    try:
        return _held(store, expected, acknowledged, words, ahead)
    except (Refused, sqlite3.Error, ValueError) as error:
        return corrupt(f"{words}: {error!r}")
    finally:
        store.close()


def _held(store: Store, expected: States, acknowledged: int, words: str, ahead: int) -> Tally:
    connection = store._connection
    faults = connection.execute("PRAGMA integrity_check(1)").fetchone()
    if faults != ("ok",) or connection.execute("PRAGMA foreign_key_check").fetchone():
        return corrupt(f"{words}: {faults[0]}")
    last = store.history.last_id()
    if last < acknowledged:
        return lost(f"{words}: {last} of {acknowledged}")
    if fingerprint(connection) == expected.get(last) and last <= acknowledged + ahead:
        return good()
    return partial(words) if is_noticed(store.path) else silent(words)


def one_of(path: Path, allowed: Mapping[str, str], words: str) -> tuple[str, Tally]:
    """Which of the whole ledgers, by their fingerprints, lies there."""
    try:
        with reading(path) as connection:
            found = fingerprint(connection)
            faults = connection.execute("PRAGMA integrity_check(1)").fetchone()
    except (Refused, sqlite3.Error) as error:
        return "", corrupt(f"{words}: {error!r}")
    if faults != ("ok",):
        return "", corrupt(f"{words}: {faults[0]}")
    if found in allowed:
        return allowed[found], good()
    return "", partial(words) if is_noticed(path) else silent(words)


def is_noticed(path: Path) -> bool:
    """Whether the full check finds fault with the ledger."""
    return any(each.faults for each in check(path))


def together(trials: Iterable[Callable[[], Tally]]) -> Tally:
    """The sum of all of them."""
    return sum((trial() for trial in trials), Tally())
