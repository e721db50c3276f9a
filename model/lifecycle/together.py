"""One move of many issues: what can be done is one operation, the rest is named with reasons."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date

from model.changes import Change
from model.frozen import Frozen
from model.lifecycle.dossier import Dossier, gather
from model.lifecycle.moving import Entries, NotReady
from model.lifecycle.moving import move as move_one
from model.lifecycle.table import Transition, transitions
from model.reader import Reader
from model.records import Issue, Origin
from model.refused import Refused
from model.words import Move

TOGETHER = (
    Move.START,
    Move.SUBMIT,
    Move.ACCEPT,
    Move.CLOSE,
    Move.EXTEND,
    Move.DECLINE,
    Move.MERGE,
)
"""Moves that several issues can make with one form: no word of it belongs to one issue alone."""

# What is written for one issue alone: its own goal, and what was done about it.
_OWN = frozenset(("round.goal", "round.result"))


class Held(Frozen):
    """An issue that is held back, with everything that stands against it."""

    issue: Issue
    reasons: tuple[str, ...]


def shared_inputs(wanted: Transition) -> tuple[str, ...]:
    """The entries of a move's form that may be the same for several issues."""
    return tuple(path for path in wanted.inputs if path not in _OWN)


def possible(issues: Iterable[Issue]) -> dict[Move, int]:
    """How many of these issues can make each move, by their states; moves that none can are out."""
    counts = dict.fromkeys(TOGETHER, 0)
    for issue in issues:
        for each in transitions(issue.state):
            if each.move in counts:
                counts[each.move] += 1
    return {move: count for move, count in counts.items() if count}


def is_filled(dossier: Dossier, path: str) -> bool:
    """Whether an issue has of its own what this entry asks for."""
    part, name = path.split(".")
    if part == "measure":
        return bool(dossier.measures)
    record = {"issue": dossier.issue, "round": dossier.round}.get(part)
    if record is None:
        return False  # a step is new each time
    return bool(getattr(record, name) != record.field(name).kind.empty)


def move_many(
    reader: Reader,
    issue_ids: Sequence[int],
    move: Move,
    entries: Entries,
    on: date,
    by: str = "",
) -> tuple[list[Change], tuple[Held, ...]]:
    """The changes of ``move`` for every issue that is ready for it, and the others with reasons.

    No issue is moved in part. With several, an entry of an issue, its round or its first measure
    fills only what is empty: what an issue has of its own stays. Raises ValueError for entries
    that belong to one issue alone.
    """
    alone = len(issue_ids) == 1
    if not alone and (own := _OWN & entries.keys()):
        raise ValueError(f"{sorted(own)} cannot be the same for several issues")
    changes: list[Change] = []
    held: list[Held] = []
    for id in issue_ids:
        dossier = gather(reader, id)
        given = entries if alone else _lacking(dossier, entries)
        try:
            changes += move_one(reader, id, move, given, on, by)
        except NotReady as refusal:
            held.append(Held(dossier.issue, tuple(each.text for each in refusal.missing)))
        except Refused as refusal:
            held.append(Held(dossier.issue, (refusal.text,)))
    return list(_without_twins(changes)), tuple(held)


def _lacking(dossier: Dossier, entries: Entries) -> Entries:
    return {path: value for path, value in entries.items() if not is_filled(dossier, path)}


def _without_twins(changes: Iterable[Change]) -> Iterator[Change]:
    """An opinion behind two issues that are merged into one follows only once."""
    followed = set()
    for change in changes:
        if isinstance(change.after, Origin):
            link = (change.after.opinion, change.after.issue)
            if link in followed:
                continue
            followed.add(link)
        yield change
