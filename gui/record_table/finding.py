"""Finds a text in a table without hiding anything: counts its places, goes from one to the next."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from itertools import accumulate

from gui.record_table.model import TableModel
from gui.record_table.search import is_latin, matched
from gui.record_table.values import BETWEEN
from model.frozen import Frozen
from model.initials import ALSO

BETWEEN_ROWS = "\x1d"  # stands in no stored text


class Hit(Frozen):
    """A place where the sought text stands: shown row, column, first character, length."""

    row: int
    column: int
    start: int
    length: int


class Finder:
    """The sought text, how often it stands in the rows, and which place is the current one.

    A keystroke costs one search through the rows' strings joined into one.
    """

    def __init__(self, model: TableModel) -> None:
        self._model = model
        self.needle = ""
        self.total = 0
        self._number = 0
        self.current: Hit | None = None
        self._joined = ""
        self._starts: list[int] = []  # where each row begins in the joined string
        self._doubled: list[int] = []  # the rows with a name that is read in two ways
        self._is_joined_for: bool | None = None  # latin letters are sought in other strings

    @property
    def place(self) -> tuple[int, int]:
        """第n处，共total处; (0, 0) when there is none."""
        return self._number, self.total

    def find(self, text: str, from_row: int = 0) -> tuple[int, int]:
        """Seek ``text`` anew; the first place at or after ``from_row`` is the current one."""
        self.needle = text.strip().lower()
        self._number, self.total, self.current = 0, 0, None
        if self.needle:
            self._join()
            self.total = self._count(len(self._starts))
        if self.total:
            row = min(from_row, len(self._starts) - 1)
            before = self._count(row)
            if before == self.total:
                row = before = 0
            self._go_to(self._next_row(row), 0, before + 1)
        return self.place

    def step(self, by: int) -> tuple[int, int]:
        """Go to the next place (1) or the one before (-1), round the end."""
        if self.current is None:
            return self.place
        here = self._hits_of(self.current.row)
        within = here.index(self.current) + by
        number = (self._number - 1 + by) % self.total + 1
        if 0 <= within < len(here):
            self._go_to(self.current.row, within, number)
        elif by > 0:
            self._go_to(self._next_row(self.current.row + 1), 0, number)
        else:
            self._go_to(self._row_before(self.current.row), -1, number)
        return self.place

    def recount(self) -> None:
        """The rows are others now, or in another order; the number stays where it can."""
        self._is_joined_for = None
        if not self.needle:
            return
        self._join()
        texts = self._joined.split(BETWEEN_ROWS) if self._starts else []
        ends = list(accumulate(_count(text, self.needle) for text in texts))
        self.total = ends[-1] if ends else 0
        self._number, self.current = min(max(1, self._number), self.total), None
        if self._number:
            row = bisect_left(ends, self._number)
            before = ends[row - 1] if row else 0
            self._go_to(row, self._number - before - 1, self._number)

    def places(self, row: int, column: int, text: str | None = None) -> list[Hit]:
        """Where the text stands in a cell, whose words may be given; one may be ``current``."""
        if not self.needle:
            return []
        words = self._model.rows.text(row, column) if text is None else text
        sought = matched(words, self.needle, self._model.context)
        if self.needle not in sought:
            return []
        return [Hit(row, column, *span) for span in spans(sought, self.needle)]

    # -- the joined string -----------------------------------------------------------------

    def _join(self) -> None:
        latin = is_latin(self.needle)
        if self._is_joined_for == latin:
            return
        texts = self._model.rows.search_texts(self.needle)
        self._joined, self._is_joined_for = BETWEEN_ROWS.join(texts), latin
        self._starts = [0, *accumulate(len(text) + 1 for text in texts)][: len(texts)]
        doubled = enumerate(texts) if ALSO in self._joined else ()
        self._doubled = [row for row, text in doubled if ALSO in text]

    def _count(self, rows: int) -> int:
        """How many places the first so many rows have."""
        end = self._starts[rows] if rows < len(self._starts) else len(self._joined)
        doubled = self._doubled[: bisect_left(self._doubled, rows)]
        texts = [self._text_of(row) for row in doubled]
        # What is read in two ways would be counted twice.
        twice = sum(text.count(self.needle) - _count(text, self.needle) for text in texts)
        return self._joined.count(self.needle, 0, end) - twice

    def _text_of(self, row: int) -> str:
        after = self._starts[row + 1] - 1 if row + 1 < len(self._starts) else len(self._joined)
        return self._joined[self._starts[row] : after]

    def _next_row(self, row: int) -> int:
        """The first row from this one on that has a place, round the end."""
        start = self._starts[row] if row < len(self._starts) else 0
        place = self._joined.find(self.needle, start)
        place = self._joined.find(self.needle) if place < 0 else place
        return bisect_right(self._starts, place) - 1

    def _row_before(self, row: int) -> int:
        place = self._joined.rfind(self.needle, 0, self._starts[row])
        place = self._joined.rfind(self.needle) if place < 0 else place
        return bisect_right(self._starts, place) - 1

    def _go_to(self, row: int, within: int, number: int) -> None:
        self.current, self._number = self._hits_of(row)[within], number

    def _hits_of(self, row: int) -> list[Hit]:
        return [
            Hit(row, column, start, length)
            for column, cell in enumerate(self._text_of(row).split(BETWEEN))
            for start, length in spans(cell, self.needle)
        ]


def spans(text: str, needle: str) -> list[tuple[int, int]]:
    """The places of ``needle`` in ``text`` that do not overlap; in each of its readings."""
    found = set()
    for reading in text.split(ALSO):
        start = reading.find(needle)
        while start >= 0:
            found.add((start, len(needle)))
            start = reading.find(needle, start + len(needle))
    return sorted(found)


def _count(text: str, needle: str) -> int:
    if ALSO not in text:
        return text.count(needle)
    return sum(len(spans(cell, needle)) for cell in text.split(BETWEEN))
