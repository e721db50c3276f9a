"""The small file beside the ledger that holds what is typed and not stored yet."""

from __future__ import annotations

import json
import os
from collections.abc import Sequence
from pathlib import Path

from model.frozen import Frozen

MOST = 50  # of a file that nobody tidies up


class Draft(Frozen):
    """One text that was not finished.

    ``place`` is the way to its editor by object names, ``words`` the same for people; ``before``
    is what stood there; ``at`` the minute of the last keystroke, ISO.
    """

    place: str
    words: str
    before: str
    text: str
    at: str


class DraftFile:
    """``taizhang.db.draft``: private fields may stand in it, so only its owner may read it."""

    def __init__(self, ledger: Path) -> None:
        self.path = ledger.with_name(f"{ledger.name}.draft")

    def read(self) -> list[Draft]:
        """What was left there; nothing where the file is missing or garbled."""
        try:
            kept = json.loads(self.path.read_text("utf-8"))
            drafts = [Draft(**{key: str(each[key]) for key in _KEYS}) for each in kept]
        except (OSError, ValueError, TypeError, KeyError, RecursionError):
            return []  # a draft is a courtesy: without it the ledger is as whole as before
        return drafts[:MOST]

    def write(self, drafts: Sequence[Draft]) -> None:
        """Replace what is kept; no drafts, no file. A full disk is told when it matters."""
        new = self.path.with_name(f"{self.path.name}.new")
        try:
            if not drafts:
                self.path.unlink(missing_ok=True)
                new.unlink(missing_ok=True)  # the power failed before it had its name
                return
            handle = os.open(new, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
            with open(handle, "w", encoding="utf-8") as file:
                json.dump([_as_json(each) for each in drafts[:MOST]], file, ensure_ascii=False)
            os.replace(new, self.path)
        except OSError:
            return  # each second again; the save itself will say what is wrong


_KEYS = ("place", "words", "before", "text", "at")


def _as_json(draft: Draft) -> dict[str, str]:
    return {key: getattr(draft, key) for key in _KEYS}
