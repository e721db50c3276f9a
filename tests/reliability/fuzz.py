"""Proof 5: a damaged file is refused, or read rightly, or found out; never a crash, never a lie."""

from __future__ import annotations

import hashlib
import sqlite3
from collections.abc import Callable
from functools import cache
from pathlib import Path
from random import Random
from unittest.mock import patch

from model.records import KINDS, Campaign, Evidence, Issue
from model.refused import Refused
from model.store import Store
from model.store.checking import glance
from tests.reliability.judging import is_noticed
from tests.reliability.proof import Proof, Tally, corrupt, good, silent
from tests.reliability.scratch import scratch
from tests.reliability.work import founded, ledger, placed, stages, step

_PAGE = 4096

Spoil = Callable[[bytearray, Random], None]


def _fuzz(n: int, seed: int) -> Tally:
    rng = Random(seed)
    with scratch() as folder:
        return sum((_trial(folder, rng, f"trial {trial}") for trial in range(n)), Tally())


def _trial(folder: Path, rng: Random, words: str) -> Tally:
    path, journal = folder / "ledger.db", folder / "ledger.db-journal"
    spoil = rng.choice(_SPOILS)
    data = bytearray(ledger())
    spoil(data, rng)
    path.write_bytes(data)
    journal.unlink(missing_ok=True)
    if spoil is _leave or rng.random() < 0.05:
        journal.write_bytes(_journal(rng))
    words = f"{words}, {spoil.__name__}"
    try:
        is_right = _content(path) == _original()
        is_found_out = is_right or is_noticed(path)
    except Refused as refusal:
        return good(loud=True) if refusal.text.endswith("。") else silent(refusal.text)
    except Exception as error:
        return corrupt(f"{words}: {error!r}")
    return good(loud=not is_right) if is_found_out else silent(words)


@cache
def _original() -> str:
    with scratch() as folder:
        return _content(placed(folder))


def _content(path: Path) -> str:
    """All that the program shows of a ledger: every record, deleted ones too, file and operation.

    Refused where it cannot be read.
    """
    store = Store(path)
    try:
        found: list[object] = [store.all(kind) for kind in KINDS]
        found += [store.rows(Issue, ["number", "state", "round.due", "measures.count"])]
        found += [store.names(kind, gone=True) for kind in KINDS]
        found += [store.blob(each.sha256) for each in store.all(Evidence)]
        found += [store.history.operation(entry) for entry in store.history.entries()]
        found += [store.history.of_record(Campaign.table, 1), store.bin.deleted()]
        found += [store.undoable(), store.redoable(), store.history.course().taken_back]
        return hashlib.sha256(repr(found).encode("utf-8", "surrogateescape")).hexdigest()
    finally:
        store.close()


# -- damage --------------------------------------------------------------------------------


def _flip(data: bytearray, rng: Random) -> None:
    for _bit in range(rng.choice((1, 1, 1, 2, 8, 64))):
        data[rng.randrange(len(data))] ^= 1 << rng.randrange(8)


def _cut_short(data: bytearray, rng: Random) -> None:
    at = rng.randrange(len(data)) if rng.random() < 0.5 else _page(data, rng)
    del data[at:]


def _swap(data: bytearray, rng: Random) -> None:
    first, second = _page(data, rng), _page(data, rng)
    one, other = data[first : first + _PAGE], data[second : second + _PAGE]
    data[first : first + _PAGE], data[second : second + _PAGE] = other, one


def _double(data: bytearray, rng: Random) -> None:
    """One page is found in the place of another."""
    source, target = _page(data, rng), _page(data, rng)
    data[target : target + _PAGE] = data[source : source + _PAGE]


def _blank(data: bytearray, rng: Random) -> None:
    at, length = rng.randrange(len(data)), rng.choice((16, 512, _PAGE))
    length = min(length, len(data) - at)
    data[at : at + length] = bytes(length) if rng.random() < 0.5 else rng.randbytes(length)


def _head(data: bytearray, rng: Random) -> None:
    for _byte in range(rng.choice((1, 1, 2, 5, 100))):
        data[rng.randrange(100)] = rng.randrange(256)


def _append(data: bytearray, rng: Random) -> None:
    data.extend(rng.randbytes(rng.choice((1, 512, _PAGE, 3 * _PAGE))))


def _age(data: bytearray, rng: Random) -> None:
    """A page as it was some operations ago: a disk that forgot a write."""
    old = rng.choice(stages()[:-1])
    at = _page(bytearray(old), rng)
    data[at : at + _PAGE] = old[at : at + _PAGE]


def _leave(data: bytearray, rng: Random) -> None:
    """Only the journal is foreign."""


def _page(data: bytearray, rng: Random) -> int:
    return rng.randrange(len(data) // _PAGE) * _PAGE


_SPOILS: tuple[Spoil, ...] = (
    _flip, _flip, _flip, _cut_short, _swap, _double, _blank, _head, _append, _age, _leave,
)  # fmt: skip


@cache
def _foreign() -> bytes:
    """The journal of another ledger, left by a program that died before it could commit."""
    with scratch() as folder:
        path = folder / "other.db"
        store = founded(path, 7)
        for _step in range(30):
            step(store, 7)
        store.close()
        connection = sqlite3.connect(path, isolation_level=None)
        connection.execute("PRAGMA cache_spill=1")
        connection.execute("PRAGMA cache_size=1")
        connection.execute("BEGIN")
        connection.execute('UPDATE "change" SET "after" = \'x\' WHERE "after" IS NOT NULL')
        connection.execute('UPDATE "operation" SET "label" = \'x\'')
        found = Path(f"{path}-journal").read_bytes()
        connection.close()
        return found


def _journal(rng: Random) -> bytes:
    """The journal of another file: whole, cut short or garbled; or no journal at all."""
    data = bytearray(_foreign())
    draw = rng.random()
    if draw < 0.2:
        return rng.randbytes(rng.choice((1, 512, 5000)))
    if draw < 0.5:
        del data[rng.randrange(len(data)) :]
    elif draw < 0.7:
        _flip(data, rng)
    return bytes(data)


# -- the control ---------------------------------------------------------------------------


def _glanced(path: Path) -> bool:
    return any(each.faults for each in glance(path))


def _control(n: int, seed: int) -> Tally:
    with patch(f"{__name__}.is_noticed", _glanced), patch(f"{__name__}._SPOILS", (_flip,)):
        return _fuzz(n, seed)


FUZZ = Proof(
    name="damaged files",
    fast=110,
    full=10_000,
    run=_fuzz,
    broken="SQLite's own checks alone, no row held against the history",
    controls=200,
    control=_control,
    told_loudly="damaged files were refused or found out; the others hold what they held",
)
