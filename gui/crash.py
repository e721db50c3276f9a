"""What happens when something went wrong that nobody foresaw: a log, a plain dialog, no loss."""

from __future__ import annotations

import sys
from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from types import TracebackType

from gui.ask import Ask
from gui.version import VERSION
from model.refused import Refused

LOG_NAME = "错误记录.log"
TITLE = "程序出了一点问题"
TEXT = (
    "刚才那一步没有做完。数据是安全的：每次修改都已整笔存好，没做完的一步没有写入。\n"
    "可以继续用；如果再次出现，请复制详细信息，发给维护人员。"
)
MOST_BYTES = 1_000_000  # of the log; then it begins anew

Hook = Callable[[type[BaseException], BaseException, TracebackType | None], None]


class Crashes:
    """Takes every exception that nobody caught: ``sys.excepthook`` while the window runs.

    A Refused that surfaces here is the world's fault and is said as it is. Anything else is a
    bug: it is written to a log beside the data and shown once at a time.
    """

    def __init__(self, folder: Path, ask: Callable[[], Ask | None]) -> None:
        self._log = folder / LOG_NAME
        self._ask = ask
        self._is_telling = False

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
        if not isinstance(error, Refused):
            report = _report(kind, error, trace)
            self._write(report)
            self._tell(lambda ask: ask.report(TITLE, TEXT, report))
        else:
            text = error.text
            self._tell(lambda ask: ask.refuse(text))

    def _tell(self, telling: Callable[[Ask], None]) -> None:
        ask = self._ask()
        if ask is None or self._is_telling:
            return  # while one is told, the next are only logged
        self._is_telling = True
        try:
            telling(ask)
        finally:
            self._is_telling = False

    def _write(self, report: str) -> None:
        sys.stderr.write(report)
        try:
            long = self._log.exists() and self._log.stat().st_size > MOST_BYTES
            with self._log.open("w" if long else "a", encoding="utf-8") as log:
                log.write(report + "\n")
        except OSError as fault:
            sys.stderr.write(f"（没能写入{self._log}：{fault.strerror}）\n")


def _report(kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> str:
    """Where it happened, without the values of any record."""
    # Loaded with the first crash, which may never come.
    import platform
    import traceback

    at = datetime.now().isoformat(sep=" ", timespec="seconds")
    head = f"{at} 活动台账 {VERSION}，Python {platform.python_version()}，{platform.platform()}\n"
    where = "".join(traceback.format_tb(trace))
    return f"{head}{where}{kind.__name__}: {error}\n"
