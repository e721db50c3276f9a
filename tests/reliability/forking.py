"""Children of the proofs: real processes that can be killed at any moment, made in no time."""

from __future__ import annotations

import os
import signal
import sys
from collections.abc import Callable
from types import FrameType
from typing import Any

_CALLS = {
    "execute", "executemany", "backup", "connect", "close", "open", "fsync", "rename", "replace",
    "link", "unlink", "mkdir", "write", "truncate", "chmod", "stat", "mkstemp", "sendfile",
}  # fmt: skip


class Child:
    """A process that does something and tells, line by line, how far it is."""

    def __init__(self, do: Callable[[Callable[[int], None]], None]) -> None:
        """``do`` is given what tells a number. Its exceptions end the child with status 1."""
        reading, writing = os.pipe()
        self.pid = os.fork()
        if self.pid == 0:
            os.close(reading)
            _be_child(do, writing)
        os.close(writing)
        self._told = os.fdopen(reading, "r", encoding="ascii")

    def read(self) -> int | None:
        """The next number that is told; None when the child has ended."""
        line = self._told.readline()
        return int(line) if line.endswith("\n") else None

    def rest(self) -> list[int]:
        """All that was told and not read yet, when the child has ended."""
        return [int(line) for line in self._told if line.endswith("\n")]

    def kill(self) -> None:
        """SIGKILL; the child has no say in it."""
        os.kill(self.pid, signal.SIGKILL)

    def freeze(self) -> None:
        """SIGSTOP, and wait until it stands still."""
        os.kill(self.pid, signal.SIGSTOP)
        os.waitpid(self.pid, os.WUNTRACED)

    def wait(self) -> int:
        """Its end: the exit status, or minus the signal."""
        _pid, status = os.waitpid(self.pid, 0)
        return os.waitstatus_to_exitcode(status)

    def close(self) -> None:
        self._told.close()


def _be_child(do: Callable[[Callable[[int], None]], None], writing: int) -> None:
    """Never returns: nothing of the parent's is run or flushed a second time."""
    status = 1
    try:
        do(lambda number: _tell(writing, number))
        status = 0
    except BaseException as error:
        sys.__stderr__ and print(f"child: {error!r}", file=sys.__stderr__, flush=True)
    finally:
        os._exit(status)


def _tell(writing: int, number: int) -> None:
    os.write(writing, b"%d\n" % number)


def dying_at(call: int) -> Callable[[], None]:
    """What makes this process kill itself before its call of this number to SQLite or system."""
    left = call

    def count(_frame: FrameType, event: str, called: Any) -> None:
        nonlocal left
        if event == "c_call" and called.__name__ in _CALLS:
            left -= 1
            if left == 0:
                os.kill(os.getpid(), signal.SIGKILL)

    return lambda: sys.setprofile(count)


def calls_of(do: Callable[[], None]) -> int:
    """How many such calls ``do`` makes."""
    found = 0

    def count(_frame: FrameType, event: str, called: Any) -> None:
        nonlocal found
        found += event == "c_call" and called.__name__ in _CALLS

    sys.setprofile(count)
    try:
        do()
    finally:
        sys.setprofile(None)
    return found
