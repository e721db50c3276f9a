"""What the store holds every write to, so that no door leads round the life of an issue."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from model.changes import Change
from model.fields import Record
from model.lifecycle.batch import Batch
from model.lifecycle.dossier import gather
from model.lifecycle.moving import NotReady, judge
from model.lifecycle.requirement import place_of
from model.lifecycle.table import transition, transitions
from model.reader import Reader
from model.records import Issue, Measure, Progress, Rectification, Step
from model.refused import Refused
from model.words import SETTLED, State

_AFTER_CLOSING = frozenset({"note"})


def check_issue(change: Change, batch: Batch, reader: Reader) -> None:
    """A state changes by steps only, a number never, a settled issue not at all but its note."""
    before, after = change.before, change.after
    assert isinstance(change.record, Issue)
    if after is None:
        _check_deletion(change.record, batch)
        return
    assert isinstance(after, Issue)
    steps = batch.steps_of(after.id)
    if before is None:
        _check_born(after, steps, reader)
        return
    assert isinstance(before, Issue)
    altered = {field.name for field in change.altered()}
    if "number" in altered:
        raise Refused(f"编号{before.number}是永久的，不能改。", place_of(before, "number"))
    if not steps:
        _check_unmoved(before, change)
    _check_chain(before.state, after, steps)


def check_step(change: Change, batch: Batch, reader: Reader) -> None:
    """A step is a fact: written once, by a move that the table knows and whose needs are met."""
    step = change.after
    if step is None:
        if reader.find(Issue, getattr(change.before, "issue", None)):
            raise Refused("流转记录不能单独删除。要改回来，请用“撤销”。")
        return
    assert isinstance(step, Step)
    assert step.issue is not None
    if change.before is not None:
        raise Refused("流转记录写下后不能修改。要改回来，请用“撤销”。")
    if step.from_state is None or step.move is None or step.on is None:
        raise Refused("这一步流转没有写明日期和状态，没有写入。")
    wanted = transition(step.from_state, step.move)
    if step.to_state is not (wanted.target or step.from_state):
        raise Refused(f"“{step.from_state}”经“{step.move}”不会到“{step.to_state}”。")
    dossier = gather(reader, step.issue, up_to_round=step.round)
    earlier = tuple(each for each in dossier.steps if each.id < step.id)
    found = judge(wanted, replace(dossier, steps=earlier, step=step))
    if found.missing:
        raise NotReady(step.move, found)


def check_part(change: Change, batch: Batch, reader: Reader) -> None:
    """What hangs on an issue is frozen with it: when it is settled, and in its earlier rounds."""
    round = _round_of(change.record, reader)
    issue = reader.find(Issue, _issue_of(change.record, round))
    if issue is None:
        return
    moved = bool(batch.steps_of(issue.id))
    state = batch.state_before(issue)
    if state in SETTLED and not moved:
        raise _settled(issue, state)
    if isinstance(change.record, Rectification) and change.after is None:
        raise Refused("整改的一轮不能单独删除。要改回来，请用“撤销”。", place_of(change.record))
    if round is not None:
        _check_current(round, issue, batch, reader)
    if isinstance(change.before, Rectification) and change.after and not moved:
        _check_moved_fields(change, issue, state)


def _check_moved_fields(change: Change, issue: Issue, state: State) -> None:
    """Fields that moves write are written by moves; so is the due date once work has begun."""
    for field in change.altered():
        if field.name == "due" and state is not State.REGISTERED:
            raise Refused(
                "整改启动后，时限要通过“延期”来改，并写明理由和审批人。",
                place_of(change.record, "due"),
            )
        if field.locked:
            raise Refused(
                f"“{field.label}”由流转写入，不能直接改。请在问题{issue.number}上办理相应的一步。",
                place_of(change.record, field.name),
            )


def _check_born(issue: Issue, steps: Sequence[Step], reader: Reader) -> None:
    if not reader.all(Rectification, issue=issue.id):
        raise ValueError("a new issue is registered together with its first round")
    _check_chain(State.REGISTERED, issue, steps)


def _check_unmoved(before: Issue, change: Change) -> None:
    for field in change.altered():
        if before.state in SETTLED and field.name not in _AFTER_CLOSING:
            raise _settled(before, before.state, field.name)
        if field.locked:
            raise Refused(f"“{field.label}”由流转写入，不能直接改。", place_of(before, field.name))


def _settled(issue: Issue, state: State, field: str = "") -> Refused:
    words = f"问题{issue.number}{state}，只能改备注。要继续整改，请先{_way_back(state)}。"
    return Refused(words, place_of(issue, field))


def _way_back(state: State) -> str:
    """The move that takes up a settled issue again: 恢复整改, 重新立项."""
    return f"“{transitions(state)[0].move}”"


def _check_chain(state: State, after: Issue, steps: Sequence[Step]) -> None:
    for step in steps:
        if step.from_state is not state:
            raise Refused(
                f"问题{after.number}现在是“{state}”，不是“{step.from_state}”。请刷新后再办。"
            )
        assert step.to_state is not None
        state = step.to_state
    if after.state is not state:
        raise Refused(
            f"问题{after.number}的状态要通过流转来改，不能直接改成“{after.state}”。",
            place_of(after, "state"),
        )


def _check_deletion(issue: Issue, batch: Batch) -> None:
    """A number struck off the ledger stays on record, unless the whole campaign goes."""
    if issue.state is State.CLOSED and not batch.deletes_campaign:
        raise Refused(
            f"问题{issue.number}已销号，要留底，不能删除。确需删除的，请先{_way_back(issue.state)}。",
            place_of(issue),
        )


def _check_current(round: Rectification, issue: Issue, batch: Batch, reader: Reader) -> None:
    rounds = [
        each
        for each in reader.all(Rectification, issue=issue.id)
        if each.id not in batch.opened or each.id == round.id
    ]
    if round.round != rounds[-1].round:
        raise Refused(
            f"第{round.round}轮整改已经结束，只能查看。请在第{rounds[-1].round}轮里填写。",
            place_of(round),
        )


def _round_of(record: Record, reader: Reader) -> Rectification | None:
    if isinstance(record, Rectification):
        return record
    if isinstance(record, Measure | Progress):
        return reader.find(Rectification, record.rectification)
    return None


def _issue_of(record: Any, round: Rectification | None) -> int | None:
    return round.issue if round else getattr(record, "issue", None)
