"""What must hold of every record: the store asks here before it commits, whoever wrote."""

from collections.abc import Callable, Sequence
from datetime import date
from typing import Any

from model.changes import Change
from model.deletion import users
from model.fields import Record
from model.kinds import Ref
from model.lifecycle.batch import Batch
from model.lifecycle.guard import check_issue, check_part, check_step
from model.reader import Reader
from model.records import (
    BY_TABLE,
    Campaign,
    Evidence,
    Issue,
    Measure,
    Origin,
    Phase,
    Progress,
    Publicity,
    Rectification,
    Step,
    Submission,
    Tally,
    Task,
    View,
)
from model.refused import Place, Refused
from model.remembering import Remembering

Check = Callable[[Change, Batch, Reader], None]


def check(changes: Sequence[Change], reader: Reader) -> None:
    """Refuse ``changes`` unless every rule holds. ``reader`` sees the ledger as they leave it."""
    batch, reader = Batch(changes), Remembering(reader, changes)
    for change in batch:
        _check_archive(change, batch, reader)
        if change.after is None:
            _check_unused(change.record, reader)
        else:
            _check_filled(change.after)
            _check_references(change, reader)
        for rule in _RULES.get(type(change.record), ()):
            rule(change, batch, reader)


def check_restored(changes: Sequence[Change], reader: Reader) -> None:
    """What comes back from the bin was valid once: only what it refers to must still be there."""
    batch, reader = Batch(changes), Remembering(reader, changes)
    for change in batch:
        _check_archive(change, batch, reader)
        _check_references(change, reader)
        if isinstance(change.record, Tally | Origin):
            _check_single(change, batch, reader)
        _check_name(change, batch, reader)


def _check_filled(record: Record) -> None:
    for field in record.fields:
        if field.required and getattr(record, field.name) == field.kind.empty:
            raise Refused(
                f"{record.noun}的“{field.label}”不能为空，请填写。",
                Place(record.table, record.id, field.name),
            )


def _check_references(change: Change, reader: Reader) -> None:
    for field in change.altered():
        if not isinstance(field.kind, Ref):
            continue
        kind, target = BY_TABLE[field.kind.table], getattr(change.record, field.name)
        if target is not None and reader.find(kind, target) is None:
            raise Refused(
                f"“{field.label}”选的{kind.noun}已不在台账里，请重新选择。",
                Place(change.record.table, change.record.id, field.name),
            )


def _check_unused(record: Record, reader: Reader) -> None:
    found = users(record, reader)
    if found:
        named = "、".join(f"{user.noun}“{user.title}”" for user in found[:5])
        more = f"等{len(found)}处" if len(found) > 5 else ""
        raise Refused(
            f"{record.noun}“{record.title}”还在用：{named}{more}。请先改掉这些地方，再删除。",
            Place(record.table, record.id),
        )


def _check_archive(change: Change, batch: Batch, reader: Reader) -> None:
    """An archived campaign is read-only until it is taken out of the archive."""
    campaign = campaign_of(change.before or change.record, reader)
    if campaign is None or not campaign.archived:
        return
    befores = [each.before for each in batch if each.after == campaign]
    just_archived = any(isinstance(before, Campaign) and not before.archived for before in befores)
    if not just_archived:
        raise Refused(f"活动“{campaign.title}”已归档，只能查看。请先取消归档，再修改。")


def campaign_of(record: Record, reader: Reader) -> Campaign | None:
    """The campaign a record belongs to, through whatever owns it; None for a person."""
    if isinstance(record, Campaign):
        return reader.find(Campaign, record.id)
    for field in record.fields:
        if isinstance(field.kind, Ref) and field.kind.owned and getattr(record, field.name):
            owner = reader.find(BY_TABLE[field.kind.table], getattr(record, field.name))
            return campaign_of(owner, reader) if owner else None
    return None


def _in_order(first: str, last: str) -> Check:
    """A rule: the day in field ``last`` is not before the day in field ``first``."""

    def rule(change: Change, batch: Batch, reader: Reader) -> None:
        record = change.after
        if record is None:
            return
        start: date | None = getattr(record, first)
        end: date | None = getattr(record, last)
        if start and end and end < start:
            labels = [record.field(name).label for name in (last, first)]
            raise Refused(
                f"{record.noun}“{record.title}”的{labels[0]}（{end}）早于{labels[1]}（{start}）。"
                f"请改{labels[0]}或{labels[1]}。",
                Place(record.table, record.id, last),
            )

    return rule


def _check_evidence_owner(change: Change, batch: Batch, reader: Reader) -> None:
    evidence: Any = change.after
    if evidence and (evidence.issue is None) == (evidence.task is None):
        raise Refused("佐证材料要归到一个问题或一项任务，请选定其中一个。")


_PAIRS: dict[type[Record], tuple[str, str]] = {
    Tally: ("task", "person"),
    Origin: ("opinion", "issue"),
}


def _check_single(change: Change, batch: Batch, reader: Reader) -> None:
    """One line for each pair: a person has one tally of a task, an opinion one link to an issue."""
    record = change.after
    if record is None:
        return
    pair = {name: getattr(record, name) for name in _PAIRS[type(record)]}
    if len(reader.all(type(record), **pair)) > 1:
        raise Refused(
            f"{record.noun}里已经有这一条了，没有重复写入。请直接改原来那条。",
            Place(record.table, record.id),
        )


def _check_name(change: Change, batch: Batch, reader: Reader) -> None:
    """A name stands for one view of a page."""
    view = change.after
    if not isinstance(view, View):
        return
    same = reader.all(View, campaign=view.campaign, room=view.room, name=view.name)
    if len(same) > 1:
        raise Refused(
            f"已经有叫“{view.name}”的视图了。请换一个名称。", Place(View.table, view.id, "name")
        )


def _check_submission(change: Change, batch: Batch, reader: Reader) -> None:
    """What was sent upward is a fact: it is never altered nor deleted, only declared void."""
    before, after = change.before, change.after
    if before is None:
        return
    if after is None:
        if not batch.deletes_campaign:
            raise Refused("报送记录要留底，不能删除。报错了的，请用“作废”并写明原因。")
        return
    if [field.name for field in change.altered()] != ["void_reason"] or not getattr(
        after, "void_reason", ""
    ):
        raise Refused("报送记录写下后不能修改。报错了的，请用“作废”并写明原因。")


_RULES: dict[type[Record], tuple[Check, ...]] = {
    Campaign: (_in_order("start", "end"),),
    Phase: (_in_order("start", "end"),),
    Task: (_in_order("start", "due"),),
    Publicity: (_in_order("start", "end"), check_part),
    Issue: (check_issue,),
    Rectification: (check_part,),
    Measure: (check_part,),
    Progress: (check_part,),
    Step: (check_step,),
    Evidence: (_check_evidence_owner, check_part),
    Origin: (_check_single,),
    Tally: (_check_single,),
    Submission: (_check_submission,),
    View: (_check_name,),
}
