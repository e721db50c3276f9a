"""All proofs, in the order of the table."""

from tests.reliability.copies import COPIES
from tests.reliability.faults import FAULTS
from tests.reliability.fuzz import FUZZ
from tests.reliability.kills import KILLS
from tests.reliability.operations import OPERATIONS
from tests.reliability.power import POWER
from tests.reliability.proof import Proof
from tests.reliability.races import RACES
from tests.reliability.restores import RESTORES
from tests.reliability.rotation import ROTATION
from tests.reliability.upgrades import UPGRADES

PROOFS: tuple[Proof, ...] = (
    KILLS, POWER, FAULTS, RACES, FUZZ, OPERATIONS, ROTATION, COPIES, RESTORES, UPGRADES,
)  # fmt: skip
