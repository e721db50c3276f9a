"""How many issues and opinions there are of each sort, and how many of them are settled."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from model.judgements.opinions import Fate, FateKind
from model.records import Opinion
from model.words import Level, State


class Bar(NamedTuple):
    """Those of one sort: its ``words`` (blank: not filled in), how many, and how many are done."""

    words: str
    total: int
    done: int


class Group(NamedTuple):
    """Bars by one field, its ``path``; they add up to all that were counted."""

    path: str
    title: str
    bars: tuple[Bar, ...]


class IssueSorts(NamedTuple):
    """What an issue is counted by, each in the words it is listed under."""

    category: str
    source: str
    level: str
    department: str
    state: State


def issue_groups(issues: Mapping[IssueSorts, int], categories: Iterable[str]) -> tuple[Group, ...]:
    """All issues by category, source, level and department; done is 已销号.

    ``issues`` says how many there are of each sort: thousands are of a few hundred sorts.
    ``categories`` is the campaign's own scheme in its order; each of them has a bar, as each level
    has, also where it has no issue yet. Sources and departments come by size.
    """

    def by(path: str, title: str, listed: Iterable[str] = ()) -> Group:
        cases = (
            (getattr(sorts, path), count, sorts.state is State.CLOSED)
            for sorts, count in issues.items()
        )
        return _group(path, title, cases, listed)

    return (
        by("category", "按类别", categories),
        by("source", "按来源"),
        by("level", "按层面", Level),
        by("department", "按涉及科室"),
    )


def opinion_groups(opinions: Sequence[Opinion], judged: Mapping[int, Fate]) -> tuple[Group, ...]:
    """All opinions by channel and by what became of them; done is whatever is not 待处理."""
    found = Counter((opinion.channel, judged[opinion.id].kind) for opinion in opinions)
    counts = [(*key, count, key[1] is not FateKind.PENDING) for key, count in found.items()]
    channels = ((channel, count, done) for channel, _kind, count, done in counts)
    kinds = ((str(kind), count, done) for _channel, kind, count, done in counts)
    return (
        _group("channel", "按征集方式", channels),
        _group("fate", "按处理情况", kinds, FateKind),
    )


def _group(
    path: str, title: str, cases: Iterable[tuple[str, int, bool]], listed: Iterable[str] = ()
) -> Group:
    """Those that are ``listed`` first, then the others by size, those without last."""
    totals: Counter[str] = Counter()
    done: Counter[str] = Counter()
    for words, count, is_done in cases:
        totals[words] += count
        done[words] += count if is_done else 0
    by_size = [words for words, _count in totals.most_common() if words]
    order = dict.fromkeys([*map(str, listed), *by_size, *([""] if "" in totals else [])])
    return Group(path, title, tuple(Bar(words, totals[words], done[words]) for words in order))
