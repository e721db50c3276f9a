"""Duplicates become one issue: a number stays, the others are merged into it."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from model.changes import Change
from model.lifecycle.together import Held, move_many
from model.reader import Reader
from model.records import Issue
from model.words import GONE, Move, State


def stayers(issues: Sequence[Issue]) -> list[Issue]:
    """The issues that others can be merged into, the lowest number first."""
    return sorted((each for each in issues if each.state not in GONE), key=lambda each: each.number)


def merge_duplicates(
    reader: Reader,
    stayer_id: int,
    issue_ids: Sequence[int],
    on: date,
    by: str = "",
    *,
    reason: str = "",
    keep_texts: bool = False,
) -> tuple[list[Change], tuple[Held, ...]]:
    """The changes that merge every issue that can be merged into the one that stays.

    Their opinions follow. ``keep_texts`` appends number and content of each that is merged to the
    note of the one that stays; who proposed it is private and does not go along.
    """
    entries = {"issue.merged_into": stayer_id, "step.reason": reason}
    others = [id for id in issue_ids if id != stayer_id]
    changes, held = move_many(reader, others, Move.MERGE, entries, on, by)
    merged = [
        each.after
        for each in changes
        if isinstance(each.after, Issue) and each.after.state is State.MERGED
    ]
    if keep_texts and merged:
        stayer = reader.get(Issue, stayer_id)
        lines = [f"合并{each.number}：{each.content}" for each in merged]
        note = "\n".join(filter(None, [stayer.note, *lines]))
        changes.append(Change(stayer, replace(stayer, note=note)))
    return changes, held
