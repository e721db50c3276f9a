"""The fast trials run in processes of their own, begun before the first test, beside all others."""

from __future__ import annotations

import os
from concurrent.futures import Future, ProcessPoolExecutor
from random import Random
from typing import NamedTuple

import pytest

from tests.reliability.proof import Proof
from tests.reliability.proofs import PROOFS
from tests.reliability.running import Ran, pool, run, run_control


class Fast(NamedTuple):
    """What the trials of one proof and of its control are going to tell."""

    seed: int
    proof: Future[Ran]
    control: Future[Ran]


class Begun(NamedTuple):
    """The trials of the proofs that are asked for, by name."""

    processes: ProcessPoolExecutor
    trials: dict[str, Fast]


_BEGUN = pytest.StashKey[Begun]()


def pytest_collection_finish(session: pytest.Session) -> None:
    asked = {_asked_by(item) for item in session.items}
    wanted = [proof for proof in PROOFS if proof.name in asked]
    if not wanted or not hasattr(os, "fork") or session.config.option.collectonly:
        return
    seed = Random().randrange(2**31)  # each run draws other trials
    processes = pool()
    trials = {
        proof.name: Fast(
            seed,
            processes.submit(run, proof.name, proof.fast, seed),
            processes.submit(run_control, proof.name, seed),
        )
        for proof in wanted
    }
    session.config.stash[_BEGUN] = Begun(processes, trials)


def pytest_unconfigure(config: pytest.Config) -> None:
    begun = config.stash.get(_BEGUN, None)
    if begun is not None:
        begun.processes.shutdown(cancel_futures=True)


def _asked_by(item: pytest.Item) -> str:
    """The name of the proof whose trials a test asks for."""
    if not isinstance(item, pytest.Function) or "fast" not in item.fixturenames:
        return ""
    proof = item.callspec.params["proof"]
    assert isinstance(proof, Proof)
    return proof.name


@pytest.fixture(scope="session")
def fast(request: pytest.FixtureRequest) -> dict[str, Fast]:
    """The fast trials of every proof, by name."""
    return request.config.stash[_BEGUN].trials
