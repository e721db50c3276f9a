"""What happens when something went wrong that nobody foresaw: a log, a plain dialog, no loss."""

from __future__ import annotations

import os
import re
import sys
from collections import Counter
from collections.abc import Callable, Iterator
from datetime import datetime
from pathlib import Path
from types import TracebackType

from PySide6.QtCore import QCoreApplication, QTimer

from gui.ask import Ask
from gui.version import VERSION
from model.refused import Refused

LOG_NAME = "错误记录.log"
TITLE = "程序出了一点问题"
TEXT = (
    "刚才那一步没有做完。数据是安全的：每次修改都已整笔存好，没做完的一步没有写入。\n"
    "可以继续用；如果再次出现，请复制详细信息，发给维护人员。"
)
LOGGED = "\n经过记在“{}”里，不含台账内容。"
MOST_BYTES = 1_000_000  # of the log; then it begins anew
MOST_TOLD = 3  # times of the same fault, that a timer or an impatient hand may repeat for ever
MOST_LOGGED = 20
PAINTING = frozenset(("paintEvent", "paint", "sizeHint", "heightForWidth", "resizeEvent"))
"""Qt calls these again and again: a box over the window would only bring the next one."""

Telling = Callable[[Ask], None]
Fault = tuple[str, str, int]
"""What it was and where: the same fault is the same bug."""


class Crashes:
    """Takes every exception that nobody caught: ``sys.excepthook`` while the window runs.

    A Refused that surfaces here is the world's fault and is said as it is. Anything else is a
    bug: it is written to a log beside the data and shown once at a time.
    """

    def __init__(self, folder: Path, ask: Callable[[], Ask | None]) -> None:
        self._log = folder / LOG_NAME
        self._ask = ask
        self._is_telling = False
        self._told: Counter[Fault] = Counter()
        self._logged: Counter[Fault] = Counter()

    def install(self) -> None:
        """Take over from Python's own hook, which only prints."""
        sys.excepthook = self.take

    def take(
        self, kind: type[BaseException], error: BaseException, trace: TracebackType | None
    ) -> None:
        """Log and tell. Never raises: there is nobody left to catch it."""
        if issubclass(kind, KeyboardInterrupt):
            sys.__excepthook__(kind, error, trace)
            return
        fault, is_painting = _where(kind, trace)
        if isinstance(error, Refused):
            text = error.text
            if not is_painting or self._may_tell(fault, is_painting):
                self._tell(lambda ask: ask.refuse(text))
            return
        report = _report(error, trace)
        is_logged = self._logged[fault] < MOST_LOGGED and self._write(report)
        self._logged[fault] += 1
        if self._may_tell(fault, is_painting):
            text = TEXT + (LOGGED.format(self._log) if is_logged else "")
            self._tell(lambda ask: ask.report(TITLE, text, report))

    def _may_tell(self, fault: Fault, is_painting: bool) -> bool:
        """Whether to tell a fault once more; what is painted fails at each look at it."""
        if self._is_telling or self._told[fault] >= (1 if is_painting else MOST_TOLD):
            return False
        self._told[fault] += 1
        return True

    def _tell(self, telling: Telling) -> None:
        """Only after what Qt is doing now: no box can be opened while a window is painted."""
        if self._is_telling or QCoreApplication.instance() is None:
            return  # while one is told, the next are only logged
        self._is_telling = True
        QTimer.singleShot(0, lambda: self._tell_now(telling))

    def _tell_now(self, telling: Telling) -> None:
        try:
            ask = self._ask()
            if ask is not None:
                telling(ask)
        finally:
            self._is_telling = False

    def _write(self, report: str) -> bool:
        """Whether the log has it; only its owner may read it."""
        sys.stderr.write(report)
        try:
            long = self._log.exists() and self._log.stat().st_size > MOST_BYTES
            flags = os.O_WRONLY | os.O_CREAT | (os.O_TRUNC if long else os.O_APPEND)
            handle = os.open(self._log, flags, 0o600)
            with open(handle, "w", encoding="utf-8") as log:
                log.write(report + "\n")
        except OSError as fault:
            sys.stderr.write(f"（没能写入{self._log}：{fault.strerror}）\n")
            return False
        return True


def _where(kind: type[BaseException], trace: TracebackType | None) -> tuple[Fault, bool]:
    """The fault, and whether it happened while something was painted or laid out."""
    file, line, is_painting = "", 0, False
    while trace is not None:
        code = trace.tb_frame.f_code
        file, line = code.co_filename, trace.tb_lineno
        is_painting = is_painting or code.co_name in PAINTING
        trace = trace.tb_next
    return (kind.__name__, file, line), is_painting


def _report(error: BaseException, trace: TracebackType | None) -> str:
    """Where it happened, without the values of any record."""
    # Loaded with the first crash, which may never come.
    import platform
    import traceback

    at = datetime.now().isoformat(sep=" ", timespec="seconds")
    head = f"{at} 活动台账 {VERSION}，Python {platform.python_version()}，{platform.platform()}\n"
    parts = [head]
    for each in reversed(list(_causes(error))):
        parts += traceback.format_tb(trace if each is error else each.__traceback__)
        parts.append(f"{type(each).__name__}: {without_values(str(each))}\n")
    return "".join(parts)


def _causes(error: BaseException | None) -> Iterator[BaseException]:
    """An exception, and what led to it."""
    while error is not None:
        yield error
        hidden = None if error.__suppress_context__ else error.__context__
        error = error.__cause__ or hidden


_QUOTED = re.compile(r"""(['"])(.*?)\1""", re.DOTALL)
_NAME = re.compile(r"[A-Za-z_][\w.]{0,40}", re.ASCII)
_CONTENT = re.compile(r"[^\x00-\x7f]+|\d{4,}")


def without_values(message: str) -> str:
    """The message of an exception without what may come from a record.

    Kept are the names of our program (quoted or not) and small numbers; quoted texts, anything in
    Chinese and numbers that may be a telephone's or a date's are not.
    """
    return _CONTENT.sub("…", _QUOTED.sub(_without_text, message))


def _without_text(quoted: re.Match[str]) -> str:
    mark, text = quoted.groups()
    return quoted[0] if _NAME.fullmatch(text) else f"{mark}…{mark}"
