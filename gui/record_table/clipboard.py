"""Blocks of cells as WPS and Excel exchange them: tab-separated text, and HTML beside it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from html import escape

from PySide6.QtCore import QMimeData

Texts = Sequence[Sequence[str]]

# A cell that was quoted because it holds what parts cells, or quotes; others are as they stand.
_QUOTED = re.compile(r'"((?:[^"]|"")*+)"(?=[\t\n]|\Z)')
_NEEDED = re.compile(r'[\t\n]|""')
_PLAIN = re.compile(r"[^\t\n]*")


def mime_data(cells: Texts) -> QMimeData:
    """What goes to the clipboard."""
    data = QMimeData()
    data.setText(to_text(cells))
    data.setHtml(to_html(cells))
    return data


def to_text(cells: Texts) -> str:
    """Rows by line, cells by tab; a cell that holds tabs, line breaks or quotes is quoted."""
    return "\n".join("\t".join(map(_quoted, row)) for row in cells)


def to_html(cells: Texts) -> str:
    rows = ("".join(f"<td>{_marked_up(cell)}</td>" for cell in row) for row in cells)
    return "<table>" + "".join(f"<tr>{row}</tr>" for row in rows) + "</table>"


def from_text(text: str) -> list[list[str]]:
    """The cells of a copied block; the line end that Excel adds at the end is no row."""
    unified = text.replace("\r\n", "\n").replace("\r", "\n").removesuffix("\n")
    if not unified:
        return []
    rows: list[list[str]] = [[]]
    for cell, ends in _cells(unified):
        rows[-1].append(cell)
        if ends:
            rows.append([])
    width = max(len(row) for row in rows)
    return [row + [""] * (width - len(row)) for row in rows]


def _cells(text: str) -> Iterator[tuple[str, bool]]:
    """Each cell, and whether its row ends with it while another one follows."""
    place = 0
    while True:
        found = _QUOTED.match(text, place)
        if found and _NEEDED.search(found[1]):
            cell = found[1].replace('""', '"')
        else:
            found = _PLAIN.match(text, place)
            assert found is not None  # it may be blank
            cell = found[0]
        place = found.end() + 1
        if place > len(text):
            yield cell, False
            return
        yield cell, text[place - 1] == "\n"


def _quoted(cell: str) -> str:
    if any(mark in cell for mark in '\t\n"'):
        return '"' + cell.replace('"', '""') + '"'
    return cell


def _marked_up(cell: str) -> str:
    return escape(cell).replace("\n", '<br style="mso-data-placement:same-cell">')
