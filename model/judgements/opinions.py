"""What became of each opinion, and how many came in by which way."""

from collections import Counter
from collections.abc import Iterable, Mapping
from enum import StrEnum
from typing import NamedTuple

from model.records import Issue, Opinion, Origin
from model.words import State


class FateKind(StrEnum):
    """What the office did with an opinion."""

    PENDING = "待处理"
    REGISTERED = "已立项"
    MERGED = "已合并"
    DECLINED = "不予立项"


class Fate(NamedTuple):
    """The fate of one opinion: the ``numbers`` of its issues, or the ``reason`` it has none for."""

    kind: FateKind
    numbers: tuple[str, ...] = ()
    reason: str = ""

    @property
    def words(self) -> str:
        """已立项 2011-003."""
        return " ".join([self.kind, "、".join(self.numbers)]).rstrip()


PENDING = Fate(FateKind.PENDING)


class Share(NamedTuple):
    """The opinions that came in by one channel, by their fates; the four make up ``total``."""

    channel: str
    total: int
    pending: int
    registered: int
    merged: int
    declined: int


def fates(
    opinions: Iterable[Opinion], origins: Iterable[Origin], issues: Iterable[Issue]
) -> dict[int, Fate]:
    """The fate of every opinion, by its id. ``issues`` are those that origins lead to.

    An issue decides, where there is one: 已合并 where it has several opinions or was itself
    merged (then the number is that of its target), 不予立项 where it was declined later.
    """
    by_id = {issue.id: issue for issue in issues}
    links = [origin for origin in origins if origin.issue in by_id]
    heard = Counter(link.issue for link in links)
    found: dict[int | None, list[Issue]] = {}
    for link in links:
        found.setdefault(link.opinion, []).append(by_id[link.issue or 0])
    return {each.id: _fate(each, found.get(each.id, []), by_id, heard) for each in opinions}


def by_channel(opinions: Iterable[Opinion], judged: Mapping[int, Fate]) -> list[Share]:
    """How many came in by each channel, in the order of their first opinion."""
    counts: dict[str, Counter[FateKind]] = {}
    for opinion in opinions:
        counts.setdefault(opinion.channel, Counter())[judged[opinion.id].kind] += 1
    return [
        Share(channel, count.total(), *(count[kind] for kind in FateKind))
        for channel, count in counts.items()
    ]


def _fate(
    opinion: Opinion,
    issues: list[Issue],
    by_id: Mapping[int, Issue],
    heard: Mapping[int | None, int],
) -> Fate:
    if not issues:
        reason = opinion.declined_reason
        return Fate(FateKind.DECLINED, reason=reason) if reason else PENDING
    alive = [issue for issue in issues if issue.state is not State.DECLINED]
    numbers = tuple(_standing(issue, by_id).number for issue in alive or issues)
    if not alive:
        return Fate(FateKind.DECLINED, numbers, "立项后又不予立项")
    merged = any(heard[issue.id] > 1 or issue.state is State.MERGED for issue in alive)
    return Fate(FateKind.MERGED if merged else FateKind.REGISTERED, numbers)


def _standing(issue: Issue, by_id: Mapping[int, Issue]) -> Issue:
    """The issue that a merged one went into, perhaps over others; itself where it was not."""
    seen = {issue.id}
    while issue.state is State.MERGED and issue.merged_into in by_id:
        issue = by_id[issue.merged_into or 0]
        if issue.id in seen:
            break
        seen.add(issue.id)
    return issue
