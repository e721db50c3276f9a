"""The same work without a window: one parser, the same model calls, Chinese messages.

Only the window and ``--snapshot`` load Qt: the other commands answer at once and need no display.
"""

from __future__ import annotations

import errno
import os
import sys
from argparse import Namespace
from collections.abc import Callable
from pathlib import Path
from tempfile import TemporaryDirectory

from gui.command_line.loading import load_qt
from gui.command_line.parser import LATER, parse
from gui.desk import Desk
from gui.ledgers import OWN, sample_copy
from model import sample
from model.dates import parse_date
from model.refused import Refused

REFUSED = 1
_FAULTS = {
    errno.ENOSPC: "磁盘已满。",
    errno.EACCES: "没有读写的权限。",
    errno.EROFS: "磁盘是只读的。",
}
_NO_NAMES = {
    errno.ELOOP: "“{file}”是绕回自己的链接，打不开。请检查文件名和位置。",
    errno.ENAMETOOLONG: "文件名“{file}”太长。请缩短后再试。",
}
_WHAT_TO_DO = "请检查磁盘空间和权限后再试。\n"


def run(arguments: list[str]) -> int:
    """Do what the arguments ask; 0 when done, 1 when refused, with the reason on stderr."""
    _open_streams()
    _speak_utf8()
    try:
        wanted = parse(arguments)
        if wanted.deed in LATER:
            raise Refused(f"这个版本还不能{LATER[wanted.deed]}，请等以后的版本。")
        status = _done(wanted)
        sys.stdout.flush()
        return status
    except Refused as refusal:
        sys.stderr.write(refusal.text + "\n")
        return REFUSED
    except BrokenPipeError:
        # Whoever read our output has gone; that is no fault.
        _drop_output()
        return 0
    except OSError as error:
        sys.stderr.write(_FAULTS.get(error.errno or 0, "读写时出错。") + _WHAT_TO_DO)
        try:
            sys.stdout.flush()
        except OSError:
            _drop_output()
        return REFUSED


def _drop_output() -> None:
    """What cannot be written is not tried once more when Python ends, which would say so itself."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def _done(wanted: Namespace) -> int:
    if not wanted.demo:
        return _DEEDS[wanted.deed](wanted, _desk(wanted))
    with TemporaryDirectory(prefix="taizhang-") as folder:
        return _DEEDS[wanted.deed](wanted, _demo_desk(wanted, Path(folder)))


def _desk(wanted: Namespace) -> Desk:
    path = _named(wanted.file) if wanted.file else OWN
    return Desk(path, parse_date(wanted.today or ""), create=not wanted.file)


def _named(file: str) -> Path:
    """The path that was given, whether there is a file or not. Refused where there can be none."""
    try:
        os.stat(file)
    except OSError as error:
        if error.errno in _NO_NAMES:
            raise Refused(_NO_NAMES[error.errno].format(file=file)) from error
    return Path(file)


def _demo_desk(wanted: Namespace, folder: Path) -> Desk:
    day = parse_date(wanted.today or "") or sample.TODAY
    return Desk(sample_copy(folder), day, is_sample=True)


# Each command loads what it needs itself: the window Qt, the export openpyxl, the others neither.


def _show_window(wanted: Namespace, desk: Desk) -> int:
    load_qt()
    from gui.command_line.window import show_window

    return show_window(desk, dark=wanted.dark or None)


def _new(wanted: Namespace, desk: Desk) -> int:
    from gui.command_line.writing import list_templates, new_campaign

    if wanted.new == "list":
        return list_templates()
    start = parse_date(wanted.start or "")
    return new_campaign(desk, wanted.new, start, wanted.institution or "")


def _export(wanted: Namespace, desk: Desk) -> int:
    from gui.command_line.reading import export

    return export(desk, Path(wanted.export), wanted.report or [], wanted.campaign or "")


def _json(wanted: Namespace, desk: Desk) -> int:
    from gui.command_line.reading import print_json

    return print_json(desk)


def _check(wanted: Namespace, desk: Desk) -> int:
    from gui.command_line.checking import check

    return check(desk)


def _snapshot(wanted: Namespace, desk: Desk) -> int:
    from gui.command_line.painting import snapshot

    folder = Path(wanted.snapshot)
    return snapshot(desk, folder, wanted.size, wanted.scale, wanted.dark, is_copy=wanted.demo)


_DEEDS: dict[str, Callable[[Namespace, Desk], int]] = {
    "": _show_window,
    "new": _new,
    "export": _export,
    "json": _json,
    "snapshot": _snapshot,
    "check": _check,
}


def _open_streams() -> None:
    """A program started without a console, or with its output closed, has none to write to."""
    for name in ("stdout", "stderr"):
        if getattr(sys, name) is None:
            setattr(sys, name, open(os.devnull, "w", encoding="utf-8"))  # noqa: SIM115


def _speak_utf8() -> None:
    """Chinese goes out whole even where the system's language is set to C."""
    for stream in (sys.stdout, sys.stderr):
        reconfigure = getattr(stream, "reconfigure", None)
        if reconfigure is not None and not stream.isatty():
            reconfigure(encoding="utf-8", errors="replace")
