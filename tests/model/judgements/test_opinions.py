"""Every opinion has one fate, and the channels add up."""

from typing import Any

import pytest

from model.judgements.opinions import Fate, FateKind, Share, by_channel, fates
from model.records import Issue, Opinion, Origin
from model.words import State


def judged(*links: tuple[int, int], reason: str = "", **states: State) -> dict[int, Fate]:
    """The fates of opinions 1 and 2; ``links`` lead to issues 1 to 3 (2011-001 and so on)."""
    opinions = [Opinion(1, channel="意见箱", declined_reason=reason), Opinion(2, channel="电话")]
    issues = [
        Issue(n, number=f"2011-00{n}", state=states.get(f"of{n}", State.REGISTERED))
        for n in (1, 2, 3)
    ]
    origins = [Origin(n, opinion=opinion, issue=issue) for n, (opinion, issue) in enumerate(links)]
    return fates(opinions, origins, issues)


def test_what_nobody_dealt_with_is_pending() -> None:
    assert judged()[1] == Fate(FateKind.PENDING)
    assert judged()[1].words == "待处理"


def test_one_that_became_an_issue_names_it() -> None:
    assert judged((1, 2))[1] == Fate(FateKind.REGISTERED, ("2011-002",))
    assert judged((1, 2))[1].words == "已立项 2011-002"


def test_several_of_one_issue_are_merged() -> None:
    assert [fate.words for fate in judged((1, 2), (2, 2)).values()] == ["已合并 2011-002"] * 2


def test_one_of_several_issues_names_them_all() -> None:
    assert judged((1, 2), (1, 3))[1].words == "已立项 2011-002、2011-003"


def test_a_declined_one_says_why() -> None:
    assert judged(reason="不归本院管。")[1] == Fate(FateKind.DECLINED, (), "不归本院管。")


def test_an_issue_counts_more_than_a_reason_left_behind() -> None:
    assert judged((1, 1), reason="不归本院管。")[1].kind is FateKind.REGISTERED


def test_where_the_issue_was_declined_later_so_was_the_opinion() -> None:
    fate = judged((1, 1), of1=State.DECLINED)[1]
    assert fate.kind is FateKind.DECLINED
    assert fate.numbers == ("2011-001",)
    assert fate.reason


def test_an_issue_that_lives_counts_more_than_a_declined_one() -> None:
    assert judged((1, 1), (1, 2), of1=State.DECLINED)[1].words == "已立项 2011-002"


def test_where_the_issue_was_merged_its_target_is_named() -> None:
    issues = [
        Issue(1, number="2011-001", state=State.MERGED, merged_into=2),
        Issue(2, number="2011-002"),
    ]
    found = fates([Opinion(1)], [Origin(1, opinion=1, issue=1)], issues)
    assert found[1] == Fate(FateKind.MERGED, ("2011-002",))


def test_a_link_to_an_issue_that_is_gone_is_none() -> None:
    assert judged((1, 9))[1].kind is FateKind.PENDING


@pytest.mark.parametrize("links", [(), ((1, 1),), ((1, 1), (2, 1)), ((1, 1), (1, 2), (2, 3))])
def test_channels_add_up(links: Any) -> None:
    opinions = [Opinion(1, channel="意见箱"), Opinion(2, channel="电话")]
    shares = by_channel(opinions, judged(*links))
    assert [share.channel for share in shares] == ["意见箱", "电话"]
    assert all(share.total == sum(share[2:]) for share in shares)
    assert sum(share.total for share in shares) == len(opinions)


def test_a_channel_counts_each_fate() -> None:
    opinions = [Opinion(n, channel="座谈会") for n in range(1, 6)]
    kinds = [*FateKind, FateKind.MERGED]
    judged = {n: Fate(kind) for n, kind in enumerate(kinds, 1)}
    assert by_channel(opinions, judged) == [Share("座谈会", 5, 1, 1, 2, 1)]
