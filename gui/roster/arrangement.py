"""Where the cards of the chart stand and which lines join them, without Qt's widgets."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from typing import NamedTuple

from PySide6.QtCore import QLine, QRect

CARD_HEIGHT = 68
RANK_WIDTH = 132  # of the cards above the ordinary members
MOST_WIDTH = 164
GAP = 12
STRAIGHT = 20  # between two ranks of one card each
BRANCHED = 32  # between ranks that a line across joins
PER_ROW = 4
OFFICE_PER_ROW = 3
OFFICE_GAP = 16

Rank = list[QRect]


class Arrangement(NamedTuple):
    """A place for each card in order, the lines between them, and the height of the whole."""

    cards: list[QRect]
    lines: list[QLine]
    height: int


def group(ranks: Sequence[int], width: int) -> Arrangement:
    """Ranks of so many cards each, centred one below the other; the last may take several rows."""
    places: list[Rank] = []
    top = 0
    counts = [count for count in ranks if count]
    for number, count in enumerate(counts):
        if number:
            before = counts[number - 1]
            top += STRAIGHT if before == count == 1 else BRANCHED
        rank = _rank(count, width, top, ordinary=number == len(counts) - 1)
        places.append(rank)
        top = rank[-1].y() + CARD_HEIGHT
    lines = [line for upper, lower in pairwise(places) for line in _joined(upper, lower, width)]
    return Arrangement([card for rank in places for card in rank], lines, top)


def office(count: int, width: int) -> Arrangement:
    """The cards of the office, three a row from the left."""
    if not count:
        return Arrangement([], [], 0)
    across = min(count, OFFICE_PER_ROW)
    card = min((width - OFFICE_GAP * (OFFICE_PER_ROW - 1)) // OFFICE_PER_ROW, MOST_WIDTH)
    cards = [
        QRect(
            number % across * (card + OFFICE_GAP),
            number // across * (CARD_HEIGHT + GAP),
            card,
            CARD_HEIGHT,
        )
        for number in range(count)
    ]
    return Arrangement(cards, [], cards[-1].y() + CARD_HEIGHT)


def _rank(count: int, width: int, top: int, ordinary: bool) -> Rank:
    """So many cards in rows as equal as can be, each row centred."""
    rows = -(-count // PER_ROW)
    across = -(-count // rows)
    most = MOST_WIDTH if ordinary and count > 1 else RANK_WIDTH
    card = min((width - GAP * (across - 1)) // across, most)
    cards = []
    for number in range(count):
        row, column = divmod(number, across)
        here = min(across, count - row * across)
        left = (width - here * card - (here - 1) * GAP) // 2
        y = top + row * (CARD_HEIGHT + GAP)
        cards.append(QRect(left + column * (card + GAP), y, card, CARD_HEIGHT))
    return cards


def _joined(upper: Rank, lower: Rank, width: int) -> list[QLine]:
    """Lines from the lowest row of a rank to the first row of the next."""
    last = [card for card in upper if card.y() == upper[-1].y()]
    first = [card for card in lower if card.y() == lower[0].y()]
    foot, head = last[0].y() + CARD_HEIGHT, first[0].y()
    if len(upper) == len(lower) == 1:
        return [QLine(width // 2, foot, width // 2, head)]
    bar = (foot + head) // 2
    down = [QLine(middle, foot, middle, bar) for middle in _middles(last)]
    up = [QLine(middle, bar, middle, head) for middle in _middles(first)]
    ends = [*_middles(last), *_middles(first)]
    return [*down, *up, QLine(min(ends), bar, max(ends), bar)]


def _middles(cards: Sequence[QRect]) -> list[int]:
    return [card.x() + card.width() // 2 for card in cards]
