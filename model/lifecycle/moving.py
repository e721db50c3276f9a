"""Making a move: the changes it means, or the list of all that is missing."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import date
from typing import Any

from model.changes import Change
from model.fields import Record
from model.frozen import Frozen
from model.lifecycle.dossier import Dossier, gather
from model.lifecycle.requirement import Missing
from model.lifecycle.table import Transition, transition
from model.reader import Reader
from model.records import Campaign, Issue, Measure, Origin, Rectification, Step
from model.refused import Refused
from model.words import Move, State

Entries = Mapping[str, Any]
"""What a move's form holds: values by path, such as ``round.result`` or ``step.reason``."""

NewId = Callable[[type[Record]], int]


class Readiness(Frozen):
    """What a move still needs, and the names of what is there already."""

    missing: tuple[Missing, ...]
    present: tuple[str, ...]


class NotReady(Refused):
    """A move was asked for too early; every missing thing is named, all at once."""

    def __init__(self, move: Move, readiness: Readiness) -> None:
        named = "；".join(each.text for each in readiness.missing)
        super().__init__(
            f"还不能{move}，还差{len(readiness.missing)}项：{named}。",
            readiness.missing[0].place,
        )
        self.move = move
        self.missing = readiness.missing
        self.present = readiness.present


def register(reader: Reader, campaign: Campaign, **values: Any) -> list[Change]:
    """The changes that enter a new issue, with its first, empty round, into the ledger."""
    values = {"requires_publicity": campaign.requires_publicity, **values}
    issue = Issue(reader.fresh_id(Issue), campaign=campaign.id, **values)
    first = Rectification(
        reader.fresh_id(Rectification), issue=issue.id, department=issue.department
    )
    return [Change(None, issue), Change(None, first)]


def readiness(reader: Reader, issue_id: int, move: Move, entries: Entries, on: date) -> Readiness:
    """What ``move`` would still need if the form were sent with ``entries`` on this day."""
    before = gather(reader, issue_id)
    wanted = transition(before.issue.state, move)
    return judge(wanted, _filled(reader, before, wanted, entries, on, "", lambda kind: 0))


def move(
    reader: Reader, issue_id: int, move: Move, entries: Entries, on: date, by: str = ""
) -> list[Change]:
    """The changes that ``move`` means for an issue.

    ``on`` is the office's day for it, ``by`` who made it. Raises NotReady with every missing
    thing, or Refused where the issue's state does not know the move.
    """
    before = gather(reader, issue_id)
    wanted = transition(before.issue.state, move)
    filled = _filled(reader, before, wanted, entries, on, by, reader.fresh_id)
    found = judge(wanted, filled)
    if found.missing:
        raise NotReady(move, found)
    return before.changes_to(_landed(reader, wanted, filled))


def judge(wanted: Transition, filled: Dossier) -> Readiness:
    """Hold a dossier with its step against what the transition needs."""
    missing: list[Missing] = []
    present: list[str] = []
    for requirement in wanted.requirements:
        found = [each for each in requirement.missing(filled) if each not in missing]
        missing.extend(found)
        if not found and requirement.label and requirement.label not in present:
            present.append(requirement.label)
    for requirement in wanted.needs[len(wanted.requirements) :]:
        missing.extend(requirement.missing(filled))
    return Readiness(tuple(missing), tuple(present))


def _filled(
    reader: Reader,
    before: Dossier,
    wanted: Transition,
    entries: Entries,
    on: date,
    by: str,
    new_id: NewId,
) -> Dossier:
    """The dossier with the form's entries in it and the step under way."""
    unknown = set(entries) - set(wanted.inputs) - {"measure.due"}
    if unknown:
        raise ValueError(f"{wanted.move} has no entries {sorted(unknown)}")
    issue = replace(before.issue, **_part(entries, "issue"))
    round = replace(before.round, **_part(entries, "round"))
    if wanted.move is Move.QUICK_FIX and round.due is None:
        round = replace(round, due=round.completed_on)
    step = Step(
        new_id(Step),
        issue=issue.id,
        round=round.round,
        move=wanted.move,
        from_state=before.issue.state,
        to_state=wanted.target or before.issue.state,
        on=on,
        by=by,
        old_due=before.round.due,
        **_part(entries, "step"),
    )
    return replace(
        before,
        issue=issue,
        rounds=(*before.rounds[:-1], round),
        measures=(*before.measures, *_first_measure(before, wanted, round, entries, new_id)),
        step=step,
        target=reader.find(Issue, issue.merged_into),
    )


def _part(entries: Entries, part: str) -> dict[str, Any]:
    prefix = f"{part}."
    return {
        path.removeprefix(prefix): value
        for path, value in entries.items()
        if path.startswith(prefix)
    }


def _first_measure(
    before: Dossier, wanted: Transition, round: Rectification, entries: Entries, new_id: NewId
) -> tuple[Measure, ...]:
    """The measure written into the form; of a 立行立改 it is done already."""
    content = entries.get("measure.content")
    if not content:
        return ()
    done = round.completed_on if wanted.move is Move.QUICK_FIX else None
    measure = Measure(
        new_id(Measure),
        rectification=round.id,
        seq=len(before.measures) + 1,
        content=content,
        owner=round.owner,
        due=round.due,
        done_on=done,
    )
    return (measure,)


def _landed(reader: Reader, wanted: Transition, filled: Dossier) -> Dossier:
    """The dossier as the move leaves it."""
    step = filled.moving
    state = wanted.target or filled.issue.state
    issue = replace(
        filled.issue,
        state=state,
        quick_fix=filled.issue.quick_fix or wanted.move is Move.QUICK_FIX,
        merged_into=filled.issue.merged_into if state is State.MERGED else None,
    )
    rounds = filled.rounds
    if wanted.new_round:
        rounds = (*rounds, _next_round(reader, filled.round, step))
    elif step.new_due:
        rounds = (*rounds[:-1], replace(filled.round, due=step.new_due))
    origins = _followed(reader, filled) if state is State.MERGED else filled.origins
    return replace(filled, issue=issue, rounds=rounds, origins=origins)


def _followed(reader: Reader, filled: Dossier) -> tuple[Origin, ...]:
    """The opinions of a merged issue follow it, but one that the target has already."""
    there = {each.opinion for each in reader.all(Origin, issue=filled.issue.merged_into)}
    return tuple(
        each if each.opinion in there else replace(each, issue=filled.issue.merged_into)
        for each in filled.origins
    )


def _next_round(reader: Reader, old: Rectification, step: Step) -> Rectification:
    """补课: the same people and goal, a new due date, everything else empty."""
    return Rectification(
        reader.fresh_id(Rectification),
        issue=old.issue,
        round=(old.round or 0) + 1,
        goal=old.goal,
        leader=old.leader,
        department=old.department,
        owner=old.owner,
        helpers=old.helpers,
        due=step.new_due,
    )
