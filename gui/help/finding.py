"""Finds words in all pages of the help at once."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtGui import QTextDocument

from gui.help.pages import Page
from model.frozen import Frozen


class Hit(Frozen):
    """Where it was found: the name of the page and the place in its document."""

    page: str
    place: int


class Finding:
    """The pages as plain text; made when the first word is sought."""

    def __init__(self, pages: Iterable[Page]) -> None:
        self._texts = {page.name: _plain(page.text) for page in pages}

    def hits(self, words: str) -> list[Hit]:
        """Every place of ``words``, capitals or not, in the order of reading."""
        wanted = words.strip().lower()
        if not wanted:
            return []
        return [
            Hit(name, place)
            for name, text in self._texts.items()
            for place in _places(text, wanted)
        ]


def _plain(markdown: str) -> str:
    """As a document has it: a place in the text is a place in the document."""
    document = QTextDocument()
    document.setMarkdown(markdown)
    return document.toPlainText().lower()


def _places(text: str, wanted: str) -> Iterable[int]:
    place = text.find(wanted)
    while place >= 0:
        yield place
        place = text.find(wanted, place + len(wanted))
