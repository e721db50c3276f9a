"""Typed letters find Chinese words by pinyin initials (zth finds 座谈会).

Each character has its usual letter; the texts of the ledger that read otherwise are stored with
their reading (``model.store.search_column``), the fixed words of the program in a file. So nobody
who searches waits for the dictionary of ``model.pinyin``.
"""

from collections.abc import Mapping
from functools import cache
from pathlib import Path

FOLDER = Path(__file__).resolve().parents[1] / "resources" / "initials"
FIRST, LAST = "\u4e00", "\u9fff"
"""The range of the usual Chinese characters."""
UNREAD = "."
ALSO = "\x1e"
"""Parts two readings of one text, each as long as the text; stands in no stored text."""


Readings = Mapping[str, str]
"""Texts that read otherwise than their characters by themselves, each with its initials."""


def initials(text: str, readings: Readings | None = None) -> str:
    """``text`` in lower case with each Chinese character replaced by its initial.

    The answer is as long as ``text.lower()``, so that a place found in it is a place in the text;
    where ``text`` reads in two ways, it is both, parted by ALSO.
    """
    known = words() if readings is None else readings
    return known.get(text) or text.lower().translate(letters())


@cache
def letters() -> dict[int, str]:
    """The initial of every usual character by itself."""
    written = "".join((FOLDER / "letters.txt").read_text("ascii").split())
    return {ord(FIRST) + place: letter for place, letter in enumerate(written) if letter != UNREAD}


@cache
def words() -> Readings:
    """The program's own words that read otherwise."""
    lines = (FOLDER / "words.txt").read_text("utf-8").splitlines()
    return dict(line.split() for line in lines)
