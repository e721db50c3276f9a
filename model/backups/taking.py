"""Taking one backup: a proven copy under a name that says when and why."""

from datetime import datetime
from enum import StrEnum
from itertools import chain, count
from pathlib import Path

from model.store.copying import copy_verified

FOLDER = "备份"


class Reason(StrEnum):
    """Why a backup was taken; it is part of its name."""

    OPENING = "打开"
    REGULAR = "定时"
    CLOSING = "关闭"
    BY_HAND = "手动"
    BEFORE_UPGRADE = "升级前"
    BEFORE_RESTORE = "恢复前"
    PUBLISHED = "发布"
    ELSEWHERE = "别处"


def folder_of(ledger: Path) -> Path:
    """Where the backups of a ledger lie: one folder for each ledger, beside it.

    It is one for all the links that lead to the ledger, as there is one lock.
    """
    return folder_beside(ledger.resolve())


def folder_beside(path: Path) -> Path:
    """The folder beside ``path`` itself, be it a link: there the backups lay in former times."""
    return path.parent / FOLDER / path.stem


def take(ledger: Path, folder: Path, at: datetime, reason: Reason) -> Path:
    """Back the ledger up into ``folder``; the new file, proven, or Refused and no file."""
    target = _free(folder, f"{ledger.resolve().stem}_{at:%Y%m%d_%H%M%S}", reason)
    copy_verified(ledger, target)
    return target


def _free(folder: Path, stem: str, reason: Reason) -> Path:
    """A name that is not taken: a clock that was set back tells the same second twice."""
    names = (f"{stem}{more}_{reason}.db" for more in chain([""], (f"_{n}" for n in count(2))))
    return next(folder / name for name in names if not (folder / name).exists())
