"""Nothing is ever lost; and with a broken setting each proof notices that something is."""

import os

import pytest

from tests.reliability.conftest import Trials
from tests.reliability.proof import Proof
from tests.reliability.proofs import PROOFS

pytestmark = pytest.mark.skipif(not hasattr(os, "fork"), reason="processes are forked")

each_proof = pytest.mark.parametrize("proof", PROOFS, ids=lambda proof: proof.name)


@each_proof
def test_nothing_is_lost(proof: Proof, fast: Trials) -> None:
    tally = fast[proof.name].proof.result().tally
    assert tally.n > 0
    assert not tally.failures, f"seed {fast[proof.name].seed}: {tally}"


@each_proof
def test_a_broken_setting_is_noticed(proof: Proof, fast: Trials) -> None:
    tally = fast[proof.name].control.result().tally
    assert tally.failures, f"seed {fast[proof.name].seed}: {proof.broken}: {tally}"
