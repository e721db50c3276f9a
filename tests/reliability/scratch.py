"""Where a proof works, in memory if possible: some of them copy a hundred thousand times."""

import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from tests import memory


@contextmanager
def scratch() -> Iterator[Path]:
    """A folder that is gone afterwards."""
    with tempfile.TemporaryDirectory(prefix="taizhang-proof-", dir=memory.place()) as folder:
        yield Path(folder)
