"""One lower-cased string per row to search in: a scan of them is fast, and no index is needed."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from gui.record_table.columns import Row
from gui.record_table.values import BETWEEN, Show
from model.initials import initials, words
from model.kinds import PLAIN, Context


class SearchTexts:
    """The rows' strings, made when first asked for; latin letters also find pinyin initials.

    BETWEEN parts the cells, so no typed text crosses from one to the next.
    """

    def __init__(
        self, rows: Sequence[Row | None], shows: Sequence[Show], context: Context = PLAIN
    ) -> None:
        self._rows = rows
        self._shows = shows
        self._readings = context.readings
        self._plain: list[str | None] = [None] * len(rows)
        self._initials: list[str | None] = [None] * len(rows)

    def forget(self, index: int) -> None:
        """The row at ``index`` was altered."""
        self._plain[index] = self._initials[index] = None

    def grow(self, by: int = 1) -> None:
        """So many rows were added at the end."""
        self._plain.extend([None] * by)
        self._initials.extend([None] * by)

    def texts(self, order: Iterable[int], needle: str) -> list[str]:
        """The strings that ``needle`` is sought in, one for each row of ``order``."""
        kept, made = (
            (self._initials, self._by_initials) if is_latin(needle) else (self._plain, self._joined)
        )
        return [kept[index] or made(index) for index in order]

    def matching(self, order: Sequence[int], needle: str) -> list[int]:
        """Those of ``order`` whose row holds ``needle``."""
        texts = self.texts(order, needle)
        return [index for index, text in zip(order, texts, strict=True) if needle in text]

    def _joined(self, index: int) -> str:
        made = self._plain[index] = BETWEEN.join(self._words(index)).lower()
        return made

    def _by_initials(self, index: int) -> str:
        known = self._readings() or words()
        read = BETWEEN.join([known.get(text) or text for text in self._words(index)])
        made = self._initials[index] = initials(read)
        return made

    def _words(self, index: int) -> list[str]:
        row = self._rows[index]
        values = row[1:] if row else ()
        return [show(value) for show, value in zip(self._shows, values, strict=True)]


def matched(text: str, needle: str, context: Context = PLAIN) -> str:
    """``text`` in the form that ``needle`` is sought in; each character stays in its place.

    A name that is read in two ways is both, parted by ALSO.
    """
    return initials(text, context.readings() or words()) if is_latin(needle) else text.lower()


def is_latin(needle: str) -> bool:
    """Initials are sought from two letters on: one letter would find nearly everything."""
    return len(needle) > 1 and needle.isascii() and needle.isalpha()
