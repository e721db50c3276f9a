"""The path shows how far an issue has come, also when it left the road."""

from datetime import date

from model.lifecycle import gather, register
from model.lifecycle.path import Passed, path_of
from model.store import Store
from model.words import Move
from tests.model.conftest import CAMPAIGN
from tests.model.lifecycle.test_moving import go, start, submit


def registered(store: Store) -> None:
    values = {"content": "挂号慢", "category": 1, "source": "自查", "found_on": date(2011, 3, 24)}
    store.apply(register(store, CAMPAIGN, **values), "新增")


def test_a_started_issue_stands_at_the_second_stop(store: Store) -> None:
    registered(store)
    start(store)
    first, second, third, *_ = path_of(gather(store, 1))
    assert (first.passed, first.on) == (Passed.DONE, date(2011, 3, 24))
    assert (second.name, second.passed, second.on) == ("整改中", Passed.HERE, date(2011, 4, 1))
    assert (third.passed, third.on) == (Passed.AHEAD, None)


def test_a_second_round_is_said_where_the_issue_stands(store: Store) -> None:
    registered(store)
    submit(store)
    go(store, Move.SEND_BACK, round__lacking="再抽查", step__new_due=date(2011, 5, 5))
    assert [stop.round for stop in path_of(gather(store, 1))] == [None, 2, None, None, None]


def test_a_declined_issue_stands_beside_the_road(store: Store) -> None:
    registered(store)
    go(store, Move.DECLINE, step__reason="不属本院")
    assert path_of(gather(store, 1))[1].name == "不予立项"
