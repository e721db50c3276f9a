"""The fast trials run in processes of their own, all begun at once."""

from __future__ import annotations

from collections.abc import Iterator
from concurrent.futures import Future
from random import Random
from typing import NamedTuple

import pytest

from tests.reliability.proofs import PROOFS
from tests.reliability.running import Ran, pool, run, run_control


class Fast(NamedTuple):
    """What the trials of one proof and of its control are going to tell."""

    seed: int
    proof: Future[Ran]
    control: Future[Ran]


@pytest.fixture(scope="session")
def fast() -> Iterator[dict[str, Fast]]:
    """The fast trials of every proof, by name; each run draws other ones."""
    seed = Random().randrange(2**31)
    with pool() as processes:
        yield {
            proof.name: Fast(
                seed,
                processes.submit(run, proof.name, proof.fast, seed),
                processes.submit(run_control, proof.name, seed),
            )
            for proof in PROOFS
        }
