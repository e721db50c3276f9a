"""Finds a text in a table without hiding anything: counts its places, goes from one to the next."""

from __future__ import annotations

from bisect import bisect_left
from itertools import accumulate

from gui.record_table.model import TableModel
from gui.record_table.search import matched
from gui.record_table.values import BETWEEN
from model.frozen import Frozen
from model.initials import ALSO


class Hit(Frozen):
    """A place where the sought text stands: shown row, column, first character, length."""

    row: int
    column: int
    start: int
    length: int


class Finder:
    """The sought text, how often it stands in each row, and which place is the current one."""

    def __init__(self, model: TableModel) -> None:
        self._model = model
        self.needle = ""
        self._ends: list[int] = []  # by row: how many places up to and with it
        self._number = 0
        self.current: Hit | None = None

    @property
    def total(self) -> int:
        return self._ends[-1] if self._ends else 0

    @property
    def place(self) -> tuple[int, int]:
        """第n处，共total处; (0, 0) when there is none."""
        return self._number, self.total

    def find(self, text: str, from_row: int = 0) -> tuple[int, int]:
        """Seek ``text`` anew; the first place at or after ``from_row`` is the current one."""
        self.needle = text.strip().lower()
        self._count()
        before = self._ends[from_row - 1] if 0 < from_row <= len(self._ends) else 0
        self._go(before + 1 if before < self.total else 1)
        return self.place

    def step(self, by: int) -> tuple[int, int]:
        """Go on by so many places, round the end."""
        self._go((self._number - 1 + by) % self.total + 1 if self.total else 0)
        return self.place

    def recount(self) -> None:
        """The rows are others now, or in another order; the number stays where it can."""
        self._count()
        self._go(min(max(1, self._number), self.total))

    def places(self, row: int, column: int) -> list[Hit]:
        """Where the text stands in the words of a cell; one of them may be ``current``."""
        if not self.needle:
            return []
        text = matched(self._model.rows.text(row, column), self.needle, self._model.context)
        return [Hit(row, column, *span) for span in spans(text, self.needle)]

    def _count(self) -> None:
        needle = self.needle
        texts = self._model.rows.search_texts(needle) if needle else []
        self._ends = list(accumulate(_count(text, needle) for text in texts))

    def _go(self, number: int) -> None:
        self._number = number if self.total else 0
        self.current = self._hit(self._number) if self._number else None

    def _hit(self, number: int) -> Hit:
        row = bisect_left(self._ends, number)
        before = self._ends[row - 1] if row else 0
        found = [
            Hit(row, column, start, length)
            for column, cell in enumerate(self._cells(row))
            for start, length in spans(cell, self.needle)
        ]
        return found[number - before - 1]

    def _cells(self, row: int) -> list[str]:
        return self._model.rows.search_texts(self.needle, (row,))[0].split(BETWEEN)


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
