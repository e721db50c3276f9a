"""A long group is folded, counts what it folds, and never folds what is chosen."""

from __future__ import annotations

import pytest
from pytestqt.qtbot import QtBot

from gui.ledger.statistics_model import (
    FIRST_BARS,
    FOLD_AGAIN,
    MOST_BARS,
    StatisticsModel,
    entries,
)
from model.judgements.statistics import Bar, Group

LONG = Group("source", "按来源", tuple(Bar(f"来源{n}", 20 - n, 1) for n in range(10)))
SHORT = Group("level", "按层面", tuple(Bar(f"层面{n}", 1, 0) for n in range(MOST_BARS)))


def titles(*groups: Group, chosen: tuple[str, ...] = (), opened: tuple[str, ...] = ()) -> list[str]:
    return [each.title for each in entries(groups, {"source": chosen}, opened)]


def test_a_long_group_ends_with_the_rest() -> None:
    assert titles(LONG)[-2:] == [f"来源{FIRST_BARS - 1}", "其余5项"]
    assert titles(SHORT)[-1] == f"层面{MOST_BARS - 1}"


@pytest.mark.parametrize("chosen", [(), ("来源7",), ("来源0", "来源8", "来源9")])
def test_what_is_shown_adds_up_to_all(chosen: tuple[str, ...]) -> None:
    bars = [each.bar for each in entries([LONG], {"source": chosen}, ()) if each.bar]
    assert sum(bar.total for bar in bars) == sum(bar.total for bar in LONG.bars)
    assert sum(bar.done for bar in bars) == 10


def test_a_chosen_bar_is_not_folded() -> None:
    assert "来源8" not in titles(LONG)
    assert "来源8" in titles(LONG, chosen=("来源8",))


def test_the_rest_is_unfolded_and_folded_again(qtbot: QtBot) -> None:
    model = StatisticsModel("已销号")
    model.show_groups([LONG, SHORT])
    rest = next(row for row, each in enumerate(model.all()) if each.rest)
    model.toggle(rest)
    assert [each.title for each in model.all()][rest] == f"来源{FIRST_BARS}"
    back = next(row for row, each in enumerate(model.all()) if each.rest == FOLD_AGAIN)
    model.toggle(back)
    assert model.entry(rest).title == "其余5项"


def test_figures_alone_do_not_reset_the_rows(qtbot: QtBot) -> None:
    model = StatisticsModel("已销号")
    model.show_groups([SHORT])
    more = SHORT._replace(bars=(Bar("层面0", 9, 3), *SHORT.bars[1:]))
    with qtbot.assertNotEmitted(model.modelReset), qtbot.waitSignal(model.dataChanged):
        model.show_groups([more])


def test_a_heading_asks_for_nothing(qtbot: QtBot) -> None:
    model = StatisticsModel("已销号")
    model.show_groups([SHORT])
    with qtbot.assertNotEmitted(model.wanted):
        model.toggle(0)
    with qtbot.waitSignal(model.wanted) as asked:
        model.toggle(1)
    assert asked.args == ["level", "层面0"]
