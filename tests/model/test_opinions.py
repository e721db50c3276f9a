"""Opinions become issues, are added to one, are declined, and all of it can be withdrawn."""

from datetime import date

import pytest

from model.changes import Change
from model.judgements.opinions import FateKind, fates
from model.lifecycle import move
from model.opinions import declined, draft, last_channel, links, merged_into, raised, withdrawn
from model.records import Issue, Opinion, Origin
from model.refused import Refused
from model.store import Store
from model.words import Move
from tests.model.conftest import CAMPAIGN

SLOW = Opinion(1, campaign=1, channel="意见箱", content="挂号慢", received_on=date(2011, 3, 20))
LATE = Opinion(
    2,
    campaign=1,
    channel="意见箱",
    content="开门晚",
    received_on=date(2011, 3, 18),
    proposer="某人",
)
CALL = Opinion(3, campaign=1, channel="电话", content="挂号慢")


@pytest.fixture
def heard(store: Store) -> Store:
    """The ledger with three opinions."""
    store.apply([Change(None, each) for each in (SLOW, LATE, CALL)], "登记意见")
    return store


def made(store: Store, *opinions: Opinion) -> Issue:
    """The issue made of these opinions, in one operation."""
    changes = draft(store, CAMPAIGN, opinions)
    changes += links(store, opinions, changes[0].record.id)
    issue = store.apply(changes, "立项").changes[0].record
    assert isinstance(issue, Issue)
    return issue


def kinds(store: Store) -> list[FateKind]:
    found = fates(store.all(Opinion), store.all(Origin), store.all(Issue))
    return [found[id].kind for id in (1, 2, 3)]


def test_an_issue_says_what_its_opinion_says(heard: Store) -> None:
    issue = made(heard, SLOW)
    assert (issue.content, issue.source) == ("挂号慢", "意见箱")
    assert (issue.number, issue.found_on) == ("2011-001", date(2011, 3, 20))
    assert kinds(heard) == ["已立项", "待处理", "待处理"]


def test_several_become_one_issue_that_was_found_with_the_first(heard: Store) -> None:
    issue = made(heard, SLOW, LATE)
    assert (issue.content, issue.source) == ("挂号慢\n开门晚", "意见箱")
    assert issue.found_on == date(2011, 3, 18)
    assert kinds(heard) == ["已合并", "已合并", "待处理"]


def test_several_channels_are_a_source_of_their_own_and_the_same_words_stand_once(
    heard: Store,
) -> None:
    issue = made(heard, SLOW, CALL)
    assert (issue.content, issue.source) == ("挂号慢", "征求意见")


def test_who_said_it_stays_with_the_opinion(heard: Store) -> None:
    assert made(heard, LATE).proposer == ""


def test_one_is_added_to_an_issue_that_is_there(heard: Store) -> None:
    issue = made(heard, SLOW)
    heard.apply(merged_into(heard, [SLOW, CALL], issue.id), "并入问题")
    assert kinds(heard) == ["已合并", "待处理", "已合并"]
    with pytest.raises(Refused, match="已经在问题2011-001里了"):
        merged_into(heard, [SLOW], issue.id)


def test_the_issues_that_opinions_are_in_are_named_once(heard: Store) -> None:
    made(heard, SLOW, LATE)
    made(heard, SLOW)
    assert raised(heard, [SLOW, LATE]) == ["2011-001", "2011-002"]
    assert raised(heard, [CALL]) == []


def test_nothing_is_added_to_an_issue_that_is_declined(heard: Store) -> None:
    issue = made(heard, SLOW)
    day = date(2011, 4, 20)
    heard.apply(move(heard, issue.id, Move.DECLINE, {"step.reason": "重复"}, day), "不予立项")
    with pytest.raises(Refused, match="问题2011-001不予立项，意见不能再并入"):
        merged_into(heard, [CALL], issue.id)


def test_one_is_declined_with_its_reason(heard: Store) -> None:
    heard.apply(declined(heard, [CALL], "不归本院管。"), "不予立项")
    assert heard.get(Opinion, 3).declined_reason == "不归本院管。"
    with pytest.raises(Refused, match="理由"):
        declined(heard, [SLOW], "")


def test_what_is_an_issue_is_not_declined_and_the_other_way_round(heard: Store) -> None:
    issue = made(heard, SLOW)
    with pytest.raises(Refused, match=r"“挂号慢”已立项（2011-001）"):
        declined(heard, [CALL, SLOW], "重复")
    heard.apply(declined(heard, [CALL], "重复"), "不予立项")
    with pytest.raises(Refused, match="“挂号慢”已不予立项"):
        merged_into(heard, [heard.get(Opinion, 3)], issue.id)


def test_everything_is_withdrawn_and_the_issue_stays(heard: Store) -> None:
    issue = made(heard, SLOW, LATE)
    heard.apply(declined(heard, [CALL], "重复"), "不予立项")
    heard.apply(withdrawn(heard, heard.all(Opinion)), "取消处理")
    assert kinds(heard) == ["待处理"] * 3
    assert heard.get(Issue, issue.id) == issue
    with pytest.raises(Refused, match="还没有处理"):
        withdrawn(heard, heard.all(Opinion))
    heard.undo()
    assert kinds(heard) == ["已合并", "已合并", "不予立项"]


def test_the_channel_of_the_slip_that_was_entered_last_is_known() -> None:
    assert last_channel([SLOW, CALL, LATE]) == "电话"
    assert last_channel([]) == ""
