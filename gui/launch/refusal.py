"""How a start is refused in plain words, before the program itself can be imported."""

from __future__ import annotations

import sys


class NotReady(Exception):
    """The machine lacks something; the text is a whole Chinese sentence that says what to do."""


def say(sentence: str) -> None:
    """Tell the user on standard error; standard output belongs to what the program prints."""
    if sys.stderr is not None:
        print(sentence, file=sys.stderr, flush=True)
    elif sys.platform == "win32":
        # Started by pythonw, from an icon: there is no console, only a box can be seen.
        import ctypes

        ctypes.windll.user32.MessageBoxW(None, sentence, "活动台账", 0)
