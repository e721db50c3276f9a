"""Runs the proofs on all cores, each part in a process of its own that may crash or hang."""

from __future__ import annotations

import faulthandler
import multiprocessing
import os
import time
from collections.abc import Callable
from concurrent.futures import ProcessPoolExecutor

from model.frozen import Frozen
from tests.reliability.proof import Proof, Tally
from tests.reliability.proofs import PROOFS
from tests.reliability.work import ledger

PATIENCE_SECONDS = 1200  # for one part: whatever takes longer hangs


class Ran(Frozen):
    """What came of one part, and the seconds of one core that it took."""

    tally: Tally
    seconds: float


def pool() -> ProcessPoolExecutor:
    """Processes that begin empty: they have neither Qt nor threads, and may be forked."""
    spawning = multiprocessing.get_context("spawn")
    return ProcessPoolExecutor(os.cpu_count(), spawning, initializer=_be_patient)


def _be_patient() -> None:
    """Whoever sits at the machine goes first."""
    if hasattr(os, "nice"):
        os.nice(10)


def run(name: str, n: int, seed: int) -> Ran:
    """So many trials of the proof of this name."""
    return _timed(lambda: _named(name).run(n, seed))


def run_control(name: str, seed: int) -> Ran:
    """The control of the proof of this name."""
    ledger()  # made while nothing is broken yet, and kept for all trials
    return _timed(lambda: _named(name).control(_named(name).controls, seed))


def _timed(trials: Callable[[], Tally]) -> Ran:
    faulthandler.dump_traceback_later(PATIENCE_SECONDS, exit=True)
    begun = time.perf_counter()
    try:
        return Ran(trials(), time.perf_counter() - begun)
    finally:
        faulthandler.cancel_dump_traceback_later()


def _named(name: str) -> Proof:
    return next(proof for proof in PROOFS if proof.name == name)
