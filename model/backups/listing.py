"""Which backups there are: known by their names, so that a list needs no file to be opened."""

import re
from datetime import datetime
from pathlib import Path

from model.backups.taking import Reason, folder_beside, folder_of
from model.frozen import Frozen
from model.refused import Refused
from model.store.summary import Summary, last_token, summary

_NAME = re.compile(r"(?P<stem>.+)_(?P<at>\d{8}_\d{6})(?:_\d+)?_(?P<reason>[^_\d]+)\.db")
_REASONS = {str(reason): reason for reason in Reason}


class Backup(Frozen):
    """One backup: where it lies, when (by the PC's clock) and why it was taken, bytes."""

    path: Path
    at: datetime
    reason: Reason
    size: int


def listed(folder: Path, stem: str) -> list[Backup]:
    """The backups in ``folder`` of the ledger with this stem, the newest first by their names.

    Anything else that lies there is passed over; a folder that is not there holds none.
    """
    try:
        files = [(path, path.stat().st_size) for path in folder.glob("*.db") if path.is_file()]
    except OSError:
        return []  # a stick that was just pulled out
    found = [backup for path, size in files if (backup := _named(path, size, stem))]
    return sorted(found, key=lambda each: (each.at, each.path.name), reverse=True)


def backups_of(ledger: Path) -> list[Backup]:
    """The backups of a ledger in its own place, the newest first.

    After them come those that were once put beside a link to it.
    """
    own, former = folder_of(ledger), folder_beside(ledger)
    found = listed(own, ledger.resolve().stem)
    return found if former.resolve() == own else found + listed(former, ledger.stem)


def from_elsewhere(path: Path) -> Backup:
    """A ledger file that the user names as a backup. Raises Refused where it is none of ours.

    Its time is the one in its name, else that of its last operation, else the file's own.
    """
    held = summary(path)
    there = path.stat()
    at = held.at or datetime.fromtimestamp(int(there.st_mtime))
    stem = found["stem"] if (found := _NAME.fullmatch(path.name)) else ""
    return _named(path, there.st_size, stem) or Backup(path, at, Reason.ELSEWHERE, there.st_size)


def is_backed_up(ledger: Path, backups: list[Backup]) -> bool:
    """Whether one of the backups holds the ledger as it is now. Refused if it cannot be read.

    Asked by the last operation and not by any clock; the newest is looked at first.
    """
    token = last_token(ledger)
    return not token or any(_token(backup) == token for backup in backups)


def read_summary(backup: Backup) -> Summary | None:
    """What a backup holds; None for one that cannot be read."""
    try:
        return summary(backup.path)
    except Refused:
        return None


def _token(backup: Backup) -> str:
    try:
        return last_token(backup.path)
    except Refused:
        return ""


def _named(path: Path, size: int, stem: str) -> Backup | None:
    found = _NAME.fullmatch(path.name)
    if found is None or found["stem"] != stem or found["reason"] not in _REASONS:
        return None
    try:
        at = datetime.strptime(found["at"], "%Y%m%d_%H%M%S")
    except ValueError:
        return None
    return Backup(path, at, _REASONS[found["reason"]], size)
