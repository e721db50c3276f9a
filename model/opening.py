"""Opening a ledger: an older one is brought up to date first, on a proven copy, after a backup."""

from collections.abc import Callable
from datetime import datetime
from pathlib import Path

from model.backups import Reason, folder_of, take
from model.store.connection import recognise
from model.store.faults import said_plainly
from model.store.identity import VERSION


def is_older(path: Path) -> bool:
    """Whether an older version made the ledger. Raises Refused when it is not ours."""
    with said_plainly():
        return recognise(path) < VERSION


def bring_up_to_date(
    path: Path, *, user: str = "", now: Callable[[], datetime] = datetime.now
) -> bool:
    """Upgrade the ledger at ``path`` if an older version made it; whether that was so.

    Raises Refused, with the file as it was, where the backup or the upgrade fails.
    """
    if not is_older(path):
        return False
    from model.store.upgrading import upgrade  # only an older file pays for it

    take(path, folder_of(path), now(), Reason.BEFORE_UPGRADE)
    upgrade(path, path, user=user, now=now)
    return True
