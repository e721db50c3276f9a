"""A sheet as an xlsx file: written beside its place, checked, and only then given its name.

What is sent upward is rendered once, kept as bytes, and saved from them wherever it is wanted.
"""

import errno
import os
from collections.abc import Callable, Collection, Iterator
from contextlib import contextmanager
from functools import partial
from io import BytesIO
from pathlib import Path
from uuid import uuid4
from zipfile import BadZipFile, ZipFile

from model.excel.layout import Layout, lay_out
from model.excel.look import OFFICIAL, Look, suited
from model.excel.sheet import Sheet
from model.excel.workbook import build
from model.frozen import Frozen
from model.refused import Refused

_OPEN_ELSEWHERE = "文件正被 WPS 打开，请关闭后重试，或另存为其他名字。"
_NOT_WHOLE = "写出的文件不完整，没有采用。请重试，或另存到别的磁盘。"
_EVERY = 100  # rows between two words on progress


class Cancelled(Refused):
    """The user stopped the export; nothing was written."""


class Written(Frozen):
    """A finished file: where, how many records it shows, on how many pages.

    ``remarks`` are sentences for the user: fonts that this machine lacks.
    """

    path: Path
    rows: int
    pages: int
    remarks: tuple[str, ...] = ()


class Rendered(Frozen):
    """A finished file as bytes, and what ``Written`` says of it."""

    content: bytes
    rows: int
    remarks: tuple[str, ...] = ()


def render(
    sheet: Sheet,
    look: Look = OFFICIAL,
    progress: Callable[[int, int], None] | None = None,
    cancelled: Callable[[], bool] | None = None,
    installed: Collection[str] | None = None,
) -> Rendered:
    """``sheet`` as the bytes of a file, checked; see ``write``. Raises Cancelled."""
    look, remarks = (look, ()) if installed is None else suited(look, installed)
    layout = lay_out(sheet, look)
    watch = _Watch(len(layout.rows), progress, cancelled)
    content = _built(sheet, layout, look, watch)
    _check(content, layout)
    return Rendered(content.getvalue(), len(sheet.rows), remarks)


def save(content: bytes, target: Path) -> None:
    """Write a finished file; what was there before stays until the new one is whole.

    Raises Refused where it cannot be written.
    """
    with _plain_faults(target):
        _refuse_if_open(target)
        _put(memoryview(content), target, partial(_compare, content))


def write(
    sheet: Sheet,
    target: Path,
    look: Look = OFFICIAL,
    progress: Callable[[int, int], None] | None = None,
    cancelled: Callable[[], bool] | None = None,
    installed: Collection[str] | None = None,
) -> Written:
    """Write ``sheet`` to ``target``; what was there before stays until the new file is whole.

    ``progress`` hears rows done and rows in all. ``installed`` are this machine's font families
    (None: not known, every font is taken to be there). Raises Refused where the file cannot be
    written and Cancelled when ``cancelled`` says so; then nothing has changed.
    """
    look, remarks = (look, ()) if installed is None else suited(look, installed)
    layout = lay_out(sheet, look)
    watch = _Watch(len(layout.rows), progress, cancelled)
    with _plain_faults(target):
        _refuse_if_open(target)
        content = _built(sheet, layout, look, watch)
        _put(content.getbuffer(), target, partial(_check, layout=layout))
    return Written(target, len(sheet.rows), len(layout.pages), remarks)


class _Watch:
    """Tells the progress of a long table, and asks whether to stop."""

    def __init__(
        self,
        rows: int,
        progress: Callable[[int, int], None] | None,
        cancelled: Callable[[], bool] | None,
    ) -> None:
        self._rows = rows
        self._progress = progress
        self._cancelled = cancelled

    def at_row(self, index: int) -> None:
        if index % _EVERY and index != self._rows:
            return
        if self._cancelled and self._cancelled():
            raise Cancelled("导出已取消，没有写出文件。")
        if self._progress:
            self._progress(index, self._rows)


def _built(sheet: Sheet, layout: Layout, look: Look, watch: _Watch) -> BytesIO:
    content = BytesIO()
    build(sheet, layout, look, watch.at_row).save(content)
    watch.at_row(len(layout.rows))
    return content


def _refuse_if_open(target: Path) -> None:
    """Where a file in use may be replaced (not in Windows), ask for the lock of its program."""
    locks = (f"~${target.name}", f".~lock.{target.name}#")
    if os.name == "posix" and any(target.with_name(lock).exists() for lock in locks):
        raise Refused(_OPEN_ELSEWHERE)


def _put(content: memoryview, target: Path, check: Callable[[Path], None]) -> None:
    beside = target.with_name(f"~{uuid4().hex[:12]}.tmp")
    try:
        with beside.open("xb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        check(beside)
        _replace(beside, target)
    finally:
        beside.unlink(missing_ok=True)


def _compare(content: bytes, path: Path) -> None:
    if path.read_bytes() != content:
        raise Refused(_NOT_WHOLE)


def _check(file: Path | BytesIO, layout: Layout) -> None:
    """Read the file back once: every part whole, and as many rows and cells as were meant."""
    rows = len(layout.head) + len(layout.rows) + len(layout.tail)
    expected = {"<row ": rows, "<c ": rows * len(layout.widths)}
    found = dict.fromkeys(expected, 0)
    try:
        with ZipFile(file) as parts:
            for name in parts.namelist():
                content = parts.read(name)
                if name.startswith("xl/worksheets/"):
                    found = {tag: content.count(tag.encode()) for tag in expected}
    except BadZipFile:
        found = {}
    if found != expected:
        raise Refused(_NOT_WHOLE)


def _replace(beside: Path, target: Path) -> None:
    try:
        os.replace(beside, target)
    except PermissionError:
        raise Refused(_OPEN_ELSEWHERE) from None


@contextmanager
def _plain_faults(target: Path) -> Iterator[None]:
    """Say in plain words why the disk did not take the file."""
    try:
        yield
    except OSError as fault:
        raise Refused(
            _FAULTS.get(fault.errno or 0, _OTHER_FAULT).format(
                name=target.name, folder=target.parent, reason=fault.strerror
            )
        ) from fault


_READ_ONLY = "文件夹“{folder}”不能写入，请另存到别的文件夹。"
_FULL = "磁盘已满，写不下“{name}”。请腾出空间后重试，或另存到别的磁盘。"
_OTHER_FAULT = "没能写出“{name}”（{reason}）。请重试，或另存到别的文件夹。"
_FAULTS = {
    errno.ENOSPC: _FULL,
    errno.EDQUOT: _FULL,
    errno.EACCES: _READ_ONLY,
    errno.EPERM: _READ_ONLY,
    errno.EROFS: _READ_ONLY,
    errno.ENOENT: "没有文件夹“{folder}”，请另选一个文件夹。",
    errno.ENOTDIR: "“{folder}”不是文件夹，请另选一个文件夹。",
    errno.EISDIR: "“{name}”是一个文件夹，请换一个文件名。",
    errno.ENAMETOOLONG: "文件名“{name}”太长，请缩短后重试。",
}
