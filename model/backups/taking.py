"""Taking one backup: a proven copy under a name that says when and why."""

from datetime import datetime
from enum import StrEnum
from pathlib import Path

from model.store.copying import copy_verified

FOLDER = "备份"


class Reason(StrEnum):
    """Why a backup was taken; it is part of its name."""

    OPENING = "打开"
    HOURLY = "定时"
    CLOSING = "关闭"
    BY_HAND = "手动"
    BEFORE_IMPORT = "导入前"
    BEFORE_UPGRADE = "升级前"
    BEFORE_RESTORE = "恢复前"


def folder_of(ledger: Path) -> Path:
    """Where the backups of a ledger lie: one folder for each ledger, beside it."""
    return ledger.parent / FOLDER / ledger.stem


def take(ledger: Path, folder: Path, at: datetime, reason: Reason) -> Path:
    """Back the ledger up into ``folder``; the new file, proven, or Refused and no file."""
    target = folder / f"{ledger.stem}_{at:%Y%m%d_%H%M%S}_{reason}.db"
    copy_verified(ledger, target)
    return target
