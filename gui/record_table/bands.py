"""Paints the headings of groups: a band over the whole width above the first row of each."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter

from gui.look import Look
from gui.record_table.grouping import Group
from gui.record_table.painting import Span
from gui.record_table.style import BAND_HEIGHT, PADDING

COUNT_GAP = 8


def paint_bands(
    painter: QPainter,
    look: Look,
    rows: Sequence[Span],
    groups: Mapping[int, Group],
    width: int,
    left: int,
) -> None:
    """The bands above those of ``rows`` that begin a group; words begin at ``left`` (px).

    The hairline below a band belongs to the cells: the frame of the current one lies on it.
    """
    for row in rows:
        if group := groups.get(row.number):
            band = QRectF(0, row.start - BAND_HEIGHT, width, BAND_HEIGHT - 1)
            painter.fillRect(band, look.tokens.head)
            _words(painter, look, band.adjusted(left, 0, -PADDING, 0), group)


def _words(painter: QPainter, look: Look, place: QRectF, group: Group) -> None:
    count = f"{group.count}条"
    room = look.fonts.width("body", count) + COUNT_GAP
    name = place.adjusted(0, 0, -room, 0)
    words = " ".join(group.words.split("\n"))
    used = look.texts.line(painter, name, words, "strong", look.tokens.ink)
    behind = place.adjusted(used + COUNT_GAP, 0, 0, 0)
    look.texts.line(painter, behind, count, "body", look.tokens.ink3)
