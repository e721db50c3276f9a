"""Finding words on the timeline."""

from __future__ import annotations

import pytest

from gui.timeline.outline import Wish, groups
from gui.timeline.seeking import Seeker
from model.judgements.timeline import Plan
from tests.gui.timeline.conftest import LATE, UNDATED


def sought(plan: Plan, text: str) -> Seeker:
    seeker = Seeker()
    seeker.seek(text, groups(plan.rows, Wish()))
    return seeker


@pytest.mark.parametrize("text", ["座谈", "张明", "逾期", " 走访 ", "zfzt"])
def test_names_persons_states_and_initials_are_found(plan: Plan, text: str) -> None:
    assert sought(plan, text).current == ("task", LATE)


def test_the_next_hit_follows_and_the_first_after_the_last(plan: Plan) -> None:
    seeker = sought(plan, "阶段")
    places = []
    for _ in range(3):
        places.append((seeker.current, seeker.place))
        seeker.next()
    assert places == [
        (("phase", 1), (1, 2)),
        (("phase", 2), (2, 2)),
        (("phase", 1), (1, 2)),
    ]


def test_nothing_sought_and_nothing_found_are_no_hits(plan: Plan) -> None:
    for text in ("", "  ", "没有这个词"):
        assert sought(plan, text).current is None
        assert sought(plan, text).place == (0, 0)


def test_a_hit_that_went_away_is_left(plan: Plan) -> None:
    seeker = sought(plan, "李芳")
    assert seeker.current == ("task", UNDATED)
    seeker.look_again(groups(plan.rows, Wish(only=frozenset({LATE}))))
    assert seeker.current is None
