"""Makes a machine with nothing but Python ready; the only part of the window without packages.

Every start passes here, so the ready path reads two small files and changes over to `.venv`. It
imports neither subprocess nor pathlib nor dataclasses, each of which costs more than it does.
"""

from __future__ import annotations

import errno
import os
import sys

from gui.launch import display, environment, needs
from gui.launch.refusal import NotReady, cannot_write, refuse, say

ROOT = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))


def for_program(arguments: list[str]) -> None:
    """Return inside `.venv` with all that `main.py` needs, or end with status 2."""
    _ready(needs.of_program(arguments, dict(os.environ)))


def for_tests() -> None:
    """Return inside `.venv` with all that the tests need, or end with status 2."""
    _ready(needs.of_tests(), writes=True)  # ruff, mypy and pytest keep caches beside setup.cfg


def _ready(wanted: frozenset[str], writes: bool = False) -> None:
    _let_streams_show_chinese()
    try:
        if writes and not os.access(ROOT, os.W_OK):
            raise cannot_write(ROOT, os.strerror(errno.EACCES))
        _enter(wanted)
    except NotReady as refusal:
        refuse(str(refusal))
        raise SystemExit(2) from None
    except KeyboardInterrupt:
        say("已取消。下次启动时会重新准备。")
        raise SystemExit(130) from None


def _enter(wanted: frozenset[str]) -> None:
    place = environment.Environment(ROOT)
    if sys.version_info < (3, 11):  # noqa: UP036 - this module must still be read by an old Python
        raise NotReady("活动台账需要 Python 3.11 或更新的版本，请先安装，再用它启动。")
    if needs.DISPLAY in wanted and not display.is_reachable(dict(os.environ)):
        raise NotReady(display.NO_DISPLAY)
    missing = wanted - place.verified()
    if missing and place.is_entered() and missing & needs.PACKAGES:
        place.leave()  # an environment is only altered from outside
    if missing:
        # Slow: subprocess, ctypes and configparser, needed at the first start only.
        from gui.launch.preparation import prepare

        prepare(place, wanted)
    if not place.is_entered():
        place.enter()
    if needs.DISPLAY in wanted and display.turns_away(dict(os.environ)):
        raise NotReady(display.TURNED_AWAY)
    os.environ.pop(environment.ENTERED, None)  # it was for this process, not for its children
    os.environ.update(display.input_method(dict(os.environ), place.input_method_plugins))


def _let_streams_show_chinese() -> None:
    """A console that lacks a character shows `?`; a file or a pipe always gets UTF-8."""
    for stream in (sys.stdout, sys.stderr):
        if stream is not None and hasattr(stream, "reconfigure"):  # None under pythonw
            encoding = stream.encoding if stream.isatty() else "utf-8"
            stream.reconfigure(encoding=encoding, errors="replace")
