"""The chart's geometry: nothing overlaps, everything is joined and stays inside."""

from __future__ import annotations

import pytest

from gui.roster.arrangement import CARD_HEIGHT, group, office

WIDTH = 524


def test_the_picture() -> None:
    found = group((1, 1, 4), WIDTH)
    assert [card.width() for card in found.cards] == [132, 132, 122, 122, 122, 122]
    assert [card.y() for card in found.cards] == [0, 88, 188, 188, 188, 188]
    assert found.cards[2].x() == 0
    assert found.cards[-1].x() + found.cards[-1].width() == WIDTH
    assert found.height == 188 + CARD_HEIGHT


@pytest.mark.parametrize("ranks", [(1, 0, 0), (0, 0, 1), (1, 2, 9), (2, 3, 7), (0, 1, 13)])
@pytest.mark.parametrize("width", [352, 524, 700])
def test_cards_stay_apart_and_inside(ranks: tuple[int, ...], width: int) -> None:
    found = group(ranks, width)
    assert len(found.cards) == sum(ranks)
    for number, card in enumerate(found.cards):
        assert card.x() >= 0
        assert card.x() + card.width() <= width
        assert card.y() + CARD_HEIGHT <= found.height
        assert not any(card.intersects(other) for other in found.cards[number + 1 :])


def test_nobody_needs_no_room() -> None:
    assert group((0, 0, 0), WIDTH) == ([], [], 0)
    assert office(0, WIDTH) == ([], [], 0)


def test_one_card_each_is_joined_by_one_straight_line() -> None:
    [line] = group((1, 1, 0), WIDTH).lines
    assert line.x1() == line.x2()
    assert (line.y1(), line.y2()) == (CARD_HEIGHT, CARD_HEIGHT + 20)


def test_a_line_across_reaches_every_card() -> None:
    found = group((1, 2, 0), WIDTH)
    across = [line for line in found.lines if line.y1() == line.y2()]
    middles = [card.x() + card.width() // 2 for card in found.cards]
    assert [(line.x1(), line.x2()) for line in across] == [(min(middles), max(middles))]


def test_many_members_stand_in_rows_as_equal_as_can_be() -> None:
    rows = [card.y() for card in group((0, 0, 6), WIDTH).cards]
    assert [rows.count(y) for y in sorted(set(rows))] == [3, 3]


def test_the_office_three_a_row_from_the_left() -> None:
    cards = office(4, WIDTH).cards
    assert [(card.x(), card.y()) for card in cards] == [(0, 0), (180, 0), (360, 0), (0, 80)]
    assert office(1, WIDTH).cards[0].width() == 164
