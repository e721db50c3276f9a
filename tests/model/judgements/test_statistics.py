"""Whatever issues and opinions are counted by, the counts add up to all of them."""

from collections import Counter

from model.judgements.opinions import Fate, FateKind
from model.judgements.statistics import (
    Bar,
    Group,
    IssueSorts,
    issue_groups,
    opinion_groups,
)
from model.records import Opinion
from model.words import Level, State

ISSUES = [
    IssueSorts("素质能力", "自查", "科室", "医务科", State.CLOSED),
    IssueSorts("素质能力", "座谈会", "科室", "", State.RECTIFYING),
    IssueSorts("", "座谈会", "", "医务科", State.MERGED),
]


def groups(issues: list[IssueSorts] = ISSUES) -> dict[str, Group]:
    found = issue_groups(Counter(issues), ["意识观念", "素质能力"])
    return {group.path: group for group in found}


def test_every_group_adds_up_to_all_issues() -> None:
    assert all(sum(bar.total for bar in group.bars) == 3 for group in groups().values())
    assert all(sum(bar.done for bar in group.bars) == 1 for group in groups().values())


def test_categories_come_in_the_order_of_the_scheme_and_blanks_last() -> None:
    assert groups()["category"].bars == (
        Bar("意识观念", 0, 0),
        Bar("素质能力", 2, 1),
        Bar("", 1, 0),
    )


def test_sources_come_by_size() -> None:
    assert [bar.words for bar in groups()["source"].bars] == ["座谈会", "自查"]


def test_blanks_stand_last_however_many() -> None:
    blank = IssueSorts("", "", "", "", State.REGISTERED)
    found = groups([blank, blank, ISSUES[0]])
    assert [bar.words for bar in found["department"].bars] == ["医务科", ""]


def test_every_level_has_its_bar() -> None:
    assert [bar.words for bar in groups([])["level"].bars] == list(Level)


def test_only_a_closed_issue_is_done() -> None:
    for state in State:
        (bar,) = groups([IssueSorts("", "自查", "", "", state)])["source"].bars
        assert bar.done == (state is State.CLOSED)


def test_a_category_that_is_no_longer_in_the_scheme_is_counted_too() -> None:
    found = groups([IssueSorts("旧类别", "", "", "", State.CLOSED)])
    assert found["category"].bars[-1] == Bar("旧类别", 1, 1)


def test_opinions_are_counted_by_channel_and_fate() -> None:
    opinions = [Opinion(1, channel="电话"), Opinion(2, channel="电话"), Opinion(3, channel="走访")]
    judged = {
        1: Fate(FateKind.PENDING),
        2: Fate(FateKind.DECLINED),
        3: Fate(FateKind.MERGED),
    }
    channels, fates = opinion_groups(opinions, judged)
    assert channels.bars == (Bar("电话", 2, 1), Bar("走访", 1, 1))
    assert [bar.words for bar in fates.bars] == list(FateKind)
    assert [bar.total for bar in fates.bars] == [1, 0, 1, 1]
    assert [bar.done for bar in fates.bars] == [0, 0, 1, 1]
