"""The story of one issue in the sample: what was done on a day, and the move it made."""

from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import date
from typing import Any

from model import lifecycle
from model.changes import Change
from model.fields import Record
from model.records import Issue, Measure, Progress, Rectification, Step
from model.sample.desk import Desk
from model.sample.tale import Told
from model.words import Move

_PARTS: dict[str, type[Record]] = {"issue": Issue, "round": Rectification, "step": Step}


def register(desk: Desk, told: Told) -> None:
    """Enter an issue into the ledger; it must come to the number it is told by."""
    values = desk.values(Issue, told)
    number = values.pop("number")
    changes = lifecycle.register(desk.store, desk.campaign, **values)
    made = desk.store.apply(changes, "登记问题").changes[0].record
    if made.title != number:
        raise ValueError(f"{number} came to be {made.title}: told out of turn")
    desk.ids["issue"][number] = made.id


def go_on(desk: Desk, number: str, told: Told, clerk: str) -> None:
    """One entry of the story: what was done, then the move, then the plan for the new round."""
    issue = desk.ids["issue"][number]
    move = Move(told["move"]) if "move" in told else None
    if move is Move.START:
        desk.edit(_round(desk, issue), desk.values(Rectification, told), "填写整改安排")
        _plan_measures(desk, issue, told)
    _work(desk, issue, told)
    if move:
        entries = _entries(desk, issue, move, told)
        by = told.get("by", clerk)
        changes = lifecycle.move(desk.store, issue, move, entries, told["on"], by)
        desk.store.apply(changes, f"{move}：{number}")
    if move is not Move.START:
        _plan_measures(desk, issue, told)
    _redate_measures(desk, issue, told)


def _work(desk: Desk, issue: int, told: Told) -> None:
    """What was done that day: measures ticked off, a progress line, papers, a remark."""
    _finish_measures(desk, issue, told)
    if "progress" in told:
        desk.enter([_progress(desk, _round(desk, issue), told)], "记录进展")
    for evidence in told.get("evidence", ()):
        desk.prove(evidence, told["on"], issue=issue)
    if "note" in told:
        desk.edit(desk.store.get(Issue, issue), {"note": told["note"]}, "修改备注")


def _progress(desk: Desk, round: Rectification, told: Told) -> Progress:
    by = desk.ids["person"][told["by"]] if "by" in told else round.owner
    return desk.new(
        Progress, rectification=round.id, on=told["on"], content=told["progress"], by=by
    )


def _entries(desk: Desk, issue: int, move: Move, told: Told) -> dict[str, Any]:
    """The move's form, filled in from what is told; some things go without saying."""
    told = {**_usual(move, told["on"]), **told}
    entries = {}
    for path in lifecycle.transition(desk.store.get(Issue, issue).state, move).inputs:
        part, _, name = path.partition(".")
        if part in _PARTS and name in told:
            entries[path] = desk.value(_PARTS[part], name, told[name])
        elif path == "measure.content" and "measure" in told:
            entries[path] = told["measure"]
    return entries


def _usual(move: Move, on: date) -> dict[str, Any]:
    """What a told move leaves unsaid: done, or found good in all three looks, on its own day."""
    if move is Move.ACCEPT:
        looks = dict.fromkeys(("problem_accurate", "measures_strong", "effect_evident"), True)
        return {"accepted_on": on, **looks}
    return {"completed_on": on}


def _plan_measures(desk: Desk, issue: int, told: Told) -> None:
    rectification = _round(desk, issue).id
    measures = [
        desk.new(
            Measure,
            rectification=rectification,
            seq=seq,
            content=content,
            owner=desk.ids["person"][owner],
            due=due,
        )
        for seq, (content, owner, due) in enumerate(told.get("measures", ()), 1)
    ]
    if measures:
        desk.enter(measures, "填写整改措施")


def _finish_measures(desk: Desk, issue: int, told: Told) -> None:
    done = {seq: {"done_on": told["on"]} for seq in told.get("done", ())}
    _alter_measures(desk, issue, done, "完成整改措施")


def _redate_measures(desk: Desk, issue: int, told: Told) -> None:
    dates = {seq: {"due": due} for seq, due in told.get("measures_due", ())}
    _alter_measures(desk, issue, dates, "调整措施时限")


def _alter_measures(
    desk: Desk, issue: int, values: Mapping[int, Mapping[str, Any]], label: str
) -> None:
    """Alter the current round's measures, told by their number in it."""
    by_seq = {measure.seq: measure for measure in _measures(desk, issue)}
    changes = [Change(by_seq[seq], replace(by_seq[seq], **values[seq])) for seq in values]
    if changes:
        desk.store.apply(changes, label)


def _measures(desk: Desk, issue: int) -> Iterable[Measure]:
    return desk.store.all(Measure, rectification=_round(desk, issue).id)


def _round(desk: Desk, issue: int) -> Rectification:
    return desk.store.all(Rectification, issue=issue)[-1]
