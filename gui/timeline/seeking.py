"""Finding words in the tree: which rows hold them, and going from one to the next."""

from __future__ import annotations

from collections.abc import Iterable

from gui.timeline.outline import Group, Key, key_of
from model.judgements.timeline import Row
from model.kinds import PLAIN, Context


def places(text: str, needle: str, context: Context = PLAIN) -> list[tuple[int, int]]:
    """First character and length of each ``needle`` in a text, or of letters in its initials."""
    # The tables are loaded with the first search: the start of the program does not wait for them.
    from gui.record_table.finding import spans
    from gui.record_table.search import matched

    return spans(matched(text, needle, context), needle)


def holds(row: Row, needle: str, context: Context) -> bool:
    """Whether a row's name, person or state holds ``needle``."""
    return any(places(text, needle, context) for text in (row.name, row.owner, row.words))


class Seeker:
    """The sought words and the rows that hold them, in the order of the tree."""

    def __init__(self, context: Context = PLAIN) -> None:
        self.context = context
        self.needle = ""
        self._hits: list[Key] = []
        self._at = 0

    def seek(self, text: str, groups: Iterable[Group]) -> None:
        """Look for ``text`` anew."""
        self.needle = text.strip().lower()
        self._at = 0
        self.look_again(groups)

    def look_again(self, groups: Iterable[Group]) -> None:
        """The rows may be others now."""
        rows = [row for group in groups for row in (group.head, *group.rows)]
        found = [
            key_of(row) for row in rows if self.needle and holds(row, self.needle, self.context)
        ]
        self._at = min(self._at, max(0, len(found) - 1))
        self._hits = found

    def next(self) -> None:
        """Go on, round the end."""
        if self._hits:
            self._at = (self._at + 1) % len(self._hits)

    @property
    def current(self) -> Key | None:
        return self._hits[self._at] if self._hits else None

    @property
    def place(self) -> tuple[int, int]:
        """第n处，共m处; (0, 0) when there is none."""
        return (self._at + 1, len(self._hits)) if self._hits else (0, 0)
