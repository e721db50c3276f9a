"""Where the proofs work: in memory, for they sync and copy some hundred thousand times."""

import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

_MEMORY = Path("/dev/shm")
_ENOUGH = 2**31  # bytes: years of backups; a container's is often smaller


@contextmanager
def scratch() -> Iterator[Path]:
    """A folder that is gone afterwards."""
    is_roomy = _MEMORY.is_dir() and shutil.disk_usage(_MEMORY).free > _ENOUGH
    place = _MEMORY if is_roomy else None
    with tempfile.TemporaryDirectory(prefix="taizhang-proof-", dir=place) as folder:
        yield Path(folder)
