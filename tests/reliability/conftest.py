"""The fast trials run in processes of their own, which may be forked, crash and hang."""

from __future__ import annotations

import os
from concurrent.futures import Future
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


class Trials:
    """The fast trials by name, each begun when it is first asked for."""

    def __init__(self) -> None:
        self.seed = Random().randrange(2**31)  # each run draws other trials
        self._processes = pool()
        self._begun: dict[str, Fast] = {}

    def __getitem__(self, name: str) -> Fast:
        if name not in self._begun:
            proof = next(proof for proof in PROOFS if proof.name == name)
            self._begun[name] = Fast(
                self.seed,
                self._processes.submit(run, proof.name, proof.fast, self.seed),
                self._processes.submit(run_control, proof.name, self.seed),
            )
        return self._begun[name]

    def end(self) -> None:
        self._processes.shutdown(cancel_futures=True)


_TRIALS = pytest.StashKey[Trials]()


def pytest_collection_finish(session: pytest.Session) -> None:
    """Begin all that are asked for, unless several processes share the tests among them."""
    asked = {_asked_by(item) for item in session.items} - {""}
    if not asked or not hasattr(os, "fork") or session.config.option.collectonly:
        return
    trials = session.config.stash[_TRIALS] = Trials()
    if "PYTEST_XDIST_WORKER" not in os.environ:
        for name in sorted(asked):
            _ = trials[name]


def pytest_unconfigure(config: pytest.Config) -> None:
    trials = config.stash.get(_TRIALS, None)
    if trials is not None:
        trials.end()


def _asked_by(item: pytest.Item) -> str:
    """The name of the proof whose trials a test asks for."""
    if not isinstance(item, pytest.Function) or "fast" not in item.fixturenames:
        return ""
    proof = item.callspec.params["proof"]
    assert isinstance(proof, Proof)
    return proof.name


@pytest.fixture(scope="session")
def fast(request: pytest.FixtureRequest) -> Trials:
    """The fast trials of every proof, by name."""
    return request.config.stash[_TRIALS]
