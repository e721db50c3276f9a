"""A file that is whole before it gets its name, and what is said where the disk takes none."""

import errno
import os
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from model.refused import Refused
from model.store.faults import said_plainly


@contextmanager
def placed(target: Path, *, replace: bool = False) -> Iterator[Path]:
    """An empty file to be filled in the block; after it the file is ``target``, else there is none.

    ``replace`` takes the place of what is there. Raises Refused where the place cannot be written.
    """
    target = target.resolve()
    with plain_os_errors(target), said_plainly():
        target.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        handle, name = tempfile.mkstemp(prefix=f".{target.name}.", dir=target.parent)
        os.close(handle)
        try:
            yield Path(name)
            _flush(name)
            (os.replace if replace else os.rename)(name, target)
            flush_folder(target.parent)
        finally:
            for leftover in (name, f"{name}-journal"):
                Path(leftover).unlink(missing_ok=True)


def _flush(name: str) -> None:
    handle = os.open(name, os.O_RDWR)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def flush_folder(folder: Path) -> None:
    """Make the new name durable; Windows does it by itself and opens no folders."""
    if os.name == "posix":
        handle = os.open(folder, os.O_RDONLY)
        os.fsync(handle)
        os.close(handle)


class plain_os_errors:  # noqa: N801 - reads as a verb phrase in a with statement
    """The errors of the file system, said plainly."""

    def __init__(self, path: Path) -> None:
        self._path = path

    def __enter__(self) -> None:
        return None

    def __exit__(self, kind: object, error: BaseException | None, trace: object) -> None:
        if isinstance(error, OSError):
            is_too_long = error.errno == errno.ENAMETOOLONG
            raise too_long(self._path) if is_too_long else cannot_make(self._path) from error


def too_long(path: Path) -> Refused:
    """That a file or what lies beside it cannot have its name."""
    return Refused(f"文件名“{path.name}”连同文件夹太长，备份的还要更长。请缩短后再试。")


def cannot_make(path: Path) -> Refused:
    """Why there is no file at ``path``."""
    return Refused(f"在“{path.parent}”里建不了文件。请检查磁盘空间和文件夹权限，或换一个位置。")
