"""Two starts at once must not make the same `.venv`: the second waits for the first."""

from __future__ import annotations

import contextlib
import os
import sys
import time
from collections.abc import Iterator

from gui.launch.refusal import cannot_write, say


@contextlib.contextmanager
def only_one(path: str) -> Iterator[int]:
    """Hold the lock file at `path`, waiting for whoever holds it; gives its descriptor.

    The system frees it when the holder dies. A child that inherits the descriptor keeps holding it,
    so a pip that outlives a killed start is waited for as well.
    """
    try:
        descriptor = os.open(path, os.O_RDWR | os.O_CREAT, 0o644)
    except OSError as error:
        raise cannot_write(os.path.dirname(path), error.strerror or "") from error
    try:
        _acquire(descriptor)
        yield descriptor
    finally:
        os.close(descriptor)


def _acquire(descriptor: int) -> None:
    if not _is_free(descriptor):
        say("另一次启动正在准备运行环境，请稍候……")
        while not _is_free(descriptor):
            time.sleep(0.2)


def _is_free(descriptor: int) -> bool:
    """Take the lock if nobody holds it."""
    try:
        if sys.platform == "win32":
            import msvcrt  # exists on Windows only

            msvcrt.locking(descriptor, msvcrt.LK_NBLCK, 1)
        else:
            import fcntl  # exists elsewhere only

            fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError:
        return False
    return True
