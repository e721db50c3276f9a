"""The command that paints the window into pictures, without a display."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

from gui.command_line.reading import make_folder, opened
from gui.desk import Desk

USUAL_SIZE = (1366, 768)


def snapshot(
    desk: Desk,
    folder: Path,
    size: tuple[int, int] | None,
    scale: float | None,
    dark: bool,
    is_copy: bool = False,
) -> int:
    """Paint the ledger's window into ``folder``; one path a line on stdout.

    ``size`` is in logical px: with ``scale`` 1.5 the pictures are half as large again. Only a copy
    is opened as if it were to be written, which shows all buttons as they usually are.
    """
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    if scale is not None:
        os.environ["QT_SCALE_FACTOR"] = str(scale)
    # Only now, for Qt reads both when it is loaded.
    from gui.command_line.offscreen import paint

    with (
        raising_what_slots_raise(),
        opened(desk, is_copy) as store,
        TemporaryDirectory(prefix="taizhang-") as settings,
    ):
        make_folder(folder)
        for path in paint(store, desk, folder, size or USUAL_SIZE, dark, Path(settings)):
            sys.stdout.write(f"{path}\n")
    return 0


@contextmanager
def raising_what_slots_raise() -> Iterator[None]:
    """Qt goes on after an exception in a slot; a broken window must not pass for a good one."""
    before, bugs = sys.excepthook, list[BaseException]()
    sys.excepthook = lambda kind, error, trace: bugs.append(error)
    try:
        yield
    finally:
        sys.excepthook = before
    if bugs:
        raise bugs[0]
