"""Rows parted into groups: in what order they stand, and which of them begins a group."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from itertools import chain, groupby
from typing import Any

from gui.record_table.filters import BLANK
from model.frozen import Frozen


class Group(Frozen):
    """What the heading of a group says, and how many rows stand below it."""

    words: str
    count: int


def labels_of(values: Sequence[Any], listed: Callable[[Any], str]) -> list[str]:
    """The words that each value is filed under; each different value is asked for once."""
    words = {value: listed(value) for value in set(values)}
    return [words[value] for value in values]


def parted(order: Iterable[int], labels: Sequence[str], named: Iterable[str]) -> list[int]:
    """``order`` with equal labels side by side, in the order of ``named``; within as before."""
    groups: dict[str, list[int]] = {words: [] for words in named}
    for index in order:
        groups[labels[index]].append(index)
    return list(chain.from_iterable(groups.values()))


def headings(labels: Iterable[str]) -> dict[int, Group]:
    """By the position of its first row each run of equal labels."""
    found: dict[int, Group] = {}
    row = 0
    for words, run in groupby(labels):
        count = sum(1 for _ in run)
        found[row] = Group(words or BLANK, count)
        row += count
    return found
