"""Which file is whose: the office's own ledger, and copies of the sample."""

from __future__ import annotations

import os
from pathlib import Path

from model import sample
from model.kinds import clean
from model.refused import Refused

OWN = Path(__file__).resolve().parents[1] / "data" / "taizhang.db"
"""The office's ledger, where no other file is named."""


def user_name() -> str:
    """Who is logged in at this PC, for the history; blank where the system does not know."""
    named = next((os.environ[key] for key in ("USERNAME", "USER") if os.environ.get(key)), "")
    return clean(named or _account())


def _account() -> str:
    from getpass import getuser  # 1 ms, and nearly every desktop says the name

    try:
        return getuser()
    except (ImportError, KeyError, OSError):
        return ""


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
