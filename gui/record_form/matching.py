"""How well a value fits what was typed to find it: as letters of its initials, or as its words."""

from __future__ import annotations

from collections.abc import Sequence
from enum import IntEnum

from model.initials import ALSO, Readings, initials

LEAST_LETTERS = 2  # one letter is as well an answer of its own (B, C)


class Fit(IntEnum):
    """The better the fit, the smaller."""

    SAME = 0  # the words themselves
    INITIALS = 1  # all its initials: hl for 护理
    LEADING = 2  # its first words or initials: hl for 护理部
    INSIDE = 3


def fit(text: str, typed: str, known: Readings) -> Fit | None:
    """How ``text`` fits what was ``typed`` (lower case); None where it does not."""
    words, read = text.lower(), initials(text, known).split(ALSO)
    if words == typed:
        return Fit.SAME
    if typed in read:
        return Fit.INITIALS
    if any(each.startswith(typed) for each in (words, *read)):
        return Fit.LEADING
    return Fit.INSIDE if any(typed in each for each in (words, *read)) else None


def fitting(texts: Sequence[str], typed: str, known: Readings) -> list[str]:
    """Those that fit what was typed, the best first, else as they stood."""
    fits = [(fit(text, typed.lower(), known), text) for text in texts]
    found = [(how, text) for how, text in fits if how is not None]
    return [text for _how, text in sorted(found, key=lambda pair: pair[0])]


def is_meant(text: str, typed: str, known: Readings) -> bool:
    """Whether letters typed where any text may stand can only be meant as initials of ``text``."""
    letters = typed.lower()
    if not (letters.isascii() and letters.isalpha()) or text.lower().startswith(letters):
        return False
    how = fit(text, letters, known)
    return how is Fit.INITIALS or (how is Fit.LEADING and len(letters) >= LEAST_LETTERS)
