"""All proofs, in the order of the table."""

from tests.reliability.power import POWER
from tests.reliability.proof import Proof

PROOFS: tuple[Proof, ...] = (POWER,)
