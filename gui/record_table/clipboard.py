"""Blocks of cells as WPS and Excel exchange them: tab-separated text, and HTML beside it."""

from __future__ import annotations

import csv
from collections.abc import Sequence
from html import escape
from io import StringIO

from PySide6.QtCore import QMimeData

Texts = Sequence[Sequence[str]]


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
    rows = list(csv.reader(StringIO(unified, newline=""), delimiter="\t"))
    width = max((len(row) for row in rows), default=0)
    return [row + [""] * (width - len(row)) for row in rows]


def _quoted(cell: str) -> str:
    if any(mark in cell for mark in '\t\n"'):
        return '"' + cell.replace('"', '""') + '"'
    return cell


def _marked_up(cell: str) -> str:
    return escape(cell).replace("\n", '<br style="mso-data-placement:same-cell">')
