"""How a start is refused in plain words, before the program itself can be imported."""

from __future__ import annotations

import sys


class NotReady(Exception):
    """The machine lacks something; the text is a whole Chinese sentence that says what to do."""


def cannot_write(folder: str, reason: str) -> NotReady:
    """What to raise when the project's folder cannot be written in; ``reason`` is the system's."""
    return NotReady(
        f"不能在程序文件夹里写入（{reason}）：{folder}\n"
        "请把整个文件夹复制到自己有写入权限的地方，再启动。"
    )


def say(sentence: str) -> None:
    """Tell what goes on, on standard error: standard output belongs to what the program prints."""
    if sys.stderr is not None:  # None when started by pythonw, from an icon
        print(sentence, file=sys.stderr, flush=True)


def refuse(sentence: str) -> None:
    """Tell why there is no start; without a console, which Windows icons have not, in a box."""
    say(sentence)
    if sys.platform == "win32" and sys.stderr is None:
        import ctypes  # slow, and seldom needed

        ctypes.windll.user32.MessageBoxW(None, sentence, "活动台账", 0)
