"""Loads Qt and keeps Python's own ``import``, which PySide replaces."""

from __future__ import annotations

import builtins


def load_qt() -> None:
    """Import PySide6 before anything else does.

    Its own ``import`` serves ``__feature__``, which is not used here: it looks for the word PySide6
    in the source of every module that is imported later. That were 9 ms of the start.
    """
    pythons = builtins.__import__
    import PySide6.QtCore  # noqa: F401 - slow, and only for the commands that need Qt

    builtins.__import__ = pythons
