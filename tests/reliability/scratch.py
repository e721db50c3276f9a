"""Where the proofs work: in memory, for they sync and copy some hundred thousand times."""

import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

_MEMORY = Path("/dev/shm")


@contextmanager
def scratch() -> Iterator[Path]:
    """A folder that is gone afterwards."""
    place = _MEMORY if _MEMORY.is_dir() else None
    with tempfile.TemporaryDirectory(prefix="taizhang-proof-", dir=place) as folder:
        yield Path(folder)
