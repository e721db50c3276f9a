"""Tracks as the store answers them, and the time that is over."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from model.changes import Change
from model.judgements.tracks import TRACK_PATHS, Track, elapsed, is_counted, is_effective, tracks
from model.lifecycle import move, register
from model.records import Campaign, Issue, Measure, Rectification
from model.store import Store
from model.store.listing import field_at
from model.words import Effect, Move, State
from tests.model.judgements.facts import TODAY, track

Go = Callable[[Move, date, dict[str, Any]], None]


def test_every_path_has_its_place() -> None:
    assert len(TRACK_PATHS) == len(Track._fields) - 1
    for path, name in zip(TRACK_PATHS, Track._fields[1:], strict=True):
        assert field_at(Issue, path), name


def test_a_new_issue_as_the_store_answers_it(store: Store) -> None:
    issue = Issue(1, campaign=1, content="候诊区座椅破损。", category=1)
    round_one = Rectification(1, issue=1, owner=2, due=date(2011, 5, 11))
    store.apply([Change(None, issue), Change(None, round_one)], "新增问题")
    [found] = tracks(store.rows(Issue, TRACK_PATHS, campaign=1))
    assert found.number == "2011-001"
    assert found.state is State.REGISTERED
    assert found.owner == 2
    assert found.due == date(2011, 5, 11)
    assert (found.measures, found.measures_done) == (0, 0)


def test_time_over_runs_from_the_round_to_its_date() -> None:
    assert elapsed(track(started_on=date(2011, 4, 10), due=date(2011, 4, 30)), TODAY) == 0.5


def test_time_over_stays_within_bounds() -> None:
    assert elapsed(track(due=date(2011, 4, 15)), TODAY) == 1.0
    assert elapsed(track(started_on=date(2011, 4, 25)), TODAY) == 0.0
    assert elapsed(track(started_on=TODAY, due=TODAY), TODAY) == 1.0


def test_time_stops_when_the_work_is_done() -> None:
    done = track(
        state=State.AWAITING_ACCEPTANCE,
        started_on=date(2011, 4, 10),
        due=date(2011, 4, 20),
        completed_on=date(2011, 4, 15),
    )
    assert elapsed(done, TODAY) == 0.5


@pytest.mark.parametrize("state", [State.REGISTERED, State.CLOSED, State.MERGED])
def test_no_time_runs(state: State) -> None:
    assert elapsed(track(state=state), TODAY) is None


def test_no_time_without_dates() -> None:
    assert elapsed(track(due=None), TODAY) is None
    assert elapsed(track(started_on=None, found_on=None), TODAY) is None


def test_effective_is_closed_and_good() -> None:
    assert is_effective(track(state=State.CLOSED, effect=Effect.FAIRLY_GOOD))
    assert not is_effective(track(state=State.CLOSED, effect=Effect.FAIR))
    assert not is_effective(track(state=State.AWAITING_CLOSING, effect=Effect.GOOD))


def test_counted() -> None:
    assert is_counted(track(state=State.CLOSED))
    assert not is_counted(track(state=State.DECLINED))
    assert not is_counted(track(state=State.MERGED))


@pytest.fixture
def go(store: Store) -> Go:
    """Moves the one issue, which was set to work on 1 April."""

    def go(kind: Move, on: date, entries: dict[str, Any]) -> None:
        store.apply(move(store, 1, kind, entries, on), kind)

    values = {"content": "座椅破损。", "category": 1, "source": "自查"}
    store.apply(register(store, store.get(Campaign, 1), **values), "新增问题")
    start = {"round.leader": 1, "round.owner": 2, "round.due": date(2011, 4, 30)}
    go(Move.START, date(2011, 4, 1), {**start, "measure.content": "换新。"})
    return go


def test_a_round_begins_with_the_move_that_opens_it(store: Store, go: Go) -> None:
    measure = store.get(Measure, 1)
    store.apply([Change(measure, replace(measure, done_on=date(2011, 4, 6)))], "完成措施")
    done = {"round.result": "已换。", "round.completed_on": date(2011, 4, 6)}
    go(Move.SUBMIT, date(2011, 4, 7), done)
    lacking = {"round.lacking": "少两把。", "step.new_due": date(2011, 5, 5), "step.approver": 1}
    go(Move.SEND_BACK, date(2011, 4, 11), lacking)
    [found] = tracks(store.rows(Issue, TRACK_PATHS, campaign=1))
    assert (found.round, found.started_on, found.since) == (2, date(2011, 4, 11), date(2011, 4, 11))
    assert (found.measures, found.due) == (0, date(2011, 5, 5))


def test_back_from_long_term_the_work_begins_again(store: Store, go: Go) -> None:
    prolonged = {"round.stage_goal": "分批更换。", "round.review_on": date(2012, 4, 1)}
    go(Move.PROLONG, date(2011, 4, 8), {**prolonged, "step.approver": 1})
    go(Move.SHORTEN, date(2012, 4, 2), {"step.new_due": date(2012, 5, 5)})
    [found] = tracks(store.rows(Issue, TRACK_PATHS, campaign=1))
    assert (found.round, found.started_on) == (1, date(2012, 4, 2))


def test_more_time_is_no_new_beginning(store: Store, go: Go) -> None:
    longer = {"step.new_due": date(2011, 5, 30), "step.reason": "缺货。", "step.approver": 1}
    go(Move.EXTEND, date(2011, 4, 20), longer)
    [found] = tracks(store.rows(Issue, TRACK_PATHS, campaign=1))
    assert (found.started_on, found.since) == (date(2011, 4, 1), date(2011, 4, 1))
