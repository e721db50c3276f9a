"""The path says the round while work goes on in it, and the day of what is over."""

from __future__ import annotations

from datetime import date

from gui.rectification.detail.path import note_of
from model.lifecycle.path import Passed, Stop

DAY = date(2011, 4, 20)


def test_the_round_is_told_where_the_issue_stands() -> None:
    assert note_of(Stop("整改中", Passed.HERE, DAY, 2), 2011) == "第2轮"
    assert note_of(Stop("整改中", Passed.HERE, DAY, None), 2011) == "4月20日"


def test_a_closed_issue_tells_when_it_was_closed() -> None:
    assert note_of(Stop("已销号", Passed.DONE, DAY, 2), 2011) == "4月20日"
