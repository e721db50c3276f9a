"""What the rules ask of the changes of one operation."""

from dataclasses import replace
from datetime import date

from model.changes import Change
from model.lifecycle.batch import Batch
from model.records import Campaign, Issue, Rectification, Step
from model.words import Move, State

ISSUE = Issue(1, campaign=1, content="座椅破损")
STARTED = replace(ISSUE, state=State.RECTIFYING)


def step(id: int, issue: int) -> Step:
    return Step(id, issue=issue, move=Move.START, on=date(2011, 4, 1))


def test_the_steps_of_an_issue_stand_in_order() -> None:
    batch = Batch(Change(None, each) for each in (step(3, 1), step(2, 9), step(1, 1)))
    assert [each.id for each in batch.steps_of(1)] == [1, 3]
    assert list(batch.steps_of(7)) == []


def test_the_state_before_is_that_of_the_first_change() -> None:
    closed = replace(ISSUE, state=State.CLOSED)
    batch = Batch([Change(ISSUE, STARTED), Change(STARTED, closed)])
    assert batch.state_before(closed) is State.REGISTERED


def test_an_issue_that_is_not_altered_keeps_its_state() -> None:
    assert Batch([]).state_before(STARTED) is State.RECTIFYING


def test_only_new_rounds_are_opened() -> None:
    old, new = Rectification(1, issue=1), Rectification(2, issue=1, round=2)
    batch = Batch([Change(old, replace(old, goal="更换")), Change(None, new)])
    assert batch.opened == {2}


def test_a_campaign_goes_only_when_it_is_deleted() -> None:
    campaign = Campaign(1, title="大讨论")
    assert Batch([Change(campaign, None)]).deletes_campaign
    assert not Batch([Change(campaign, replace(campaign, theme="创新"))]).deletes_campaign
