"""All proofs, in the order of the table."""

from tests.reliability.faults import FAULTS
from tests.reliability.fuzz import FUZZ
from tests.reliability.kills import KILLS
from tests.reliability.power import POWER
from tests.reliability.proof import Proof
from tests.reliability.races import RACES

PROOFS: tuple[Proof, ...] = (KILLS, POWER, FAULTS, RACES, FUZZ)
