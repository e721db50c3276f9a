"""Which file is whose: the office's own ledger, copies of the sample, files that only open."""

from __future__ import annotations

import os
from pathlib import Path

from model import sample
from model.opening import bring_up_to_date
from model.refused import Refused
from model.store import Store

OWN = Path(__file__).resolve().parents[1] / "data" / "taizhang.db"
"""The office's ledger, where no other file is named."""


def user_name() -> str:
    """Who is logged in at this PC, for the history."""
    return next((os.environ[key] for key in ("USERNAME", "USER") if os.environ.get(key)), "")


def open_ledger(path: Path, user: str, *, create: bool = False) -> Store:
    """The ledger at ``path``; read-only where the file or its folder cannot be written.

    Raises Refused for a file that is missing (unless it may be made), damaged, or not ours.
    """
    if create and not path.exists():
        return Store.open_or_create(path, user=user)
    writable = not path.is_file() or _is_writable(path)
    if path.is_file() and writable:
        bring_up_to_date(path, user=user)
    return Store(path, user=user, read_only=not writable)


def sample_copy(folder: Path) -> Path:
    """A copy of the sample in ``folder``."""
    copy = folder / "示例台账.db"
    try:
        whole = sample.FILE.read_bytes()
    except OSError as error:
        raise Refused(f"没有找到示例台账“{sample.FILE}”，程序文件不全，请重新下载。") from error
    try:
        copy.write_bytes(whole)
    except OSError as error:
        raise Refused(f"在“{folder}”里写不下示例的副本。请检查磁盘空间。") from error
    return copy


def _is_writable(path: Path) -> bool:
    return os.access(path, os.W_OK) and os.access(path.resolve().parent, os.W_OK)
