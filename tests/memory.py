"""Where tests write: in memory where there is room, for they sync to the disk very often."""

from __future__ import annotations

import shutil
from pathlib import Path

_MEMORY = Path("/dev/shm")
_ENOUGH = 2**31  # bytes: years of backups; a container's is often smaller


def place() -> Path | None:
    """A folder in memory; None where there is none, or too little."""
    is_roomy = _MEMORY.is_dir() and shutil.disk_usage(_MEMORY).free > _ENOUGH
    return _MEMORY if is_roomy else None
