"""What the timeline does to records: each deed as its changes and the name it is undone by."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import NamedTuple

from gui.timeline.drag import Drag, Grip, Span
from gui.timeline.shapes import span_of
from model.changes import Change
from model.deletion import deletion
from model.fields import Record
from model.judgements.phases import is_outside
from model.judgements.timeline import Row, RowKind
from model.reader import Reader
from model.records import Campaign, Phase, Task
from model.shifting import Shift
from model.words import Precision


class Deed(NamedTuple):
    """Changes and their label, as ``Office.do`` takes them."""

    changes: list[Change]
    label: str


def record_of(row: Row, reader: Reader) -> Campaign | Phase | Task:
    """The record behind a row. Refused when it was deleted meanwhile."""
    if row.kind is RowKind.CAMPAIGN:
        return reader.get(Campaign, row.id)
    if row.kind is RowKind.PHASE:
        return reader.get(Phase, row.id)
    return reader.get(Task, row.id)


def dragged(row: Row, drag: Drag, reader: Reader) -> Deed:
    """A bar moved, resized or drawn. What had no start gets none by being moved.

    The tasks of a phase that are still to be done move with it.
    """
    record = record_of(row, reader)
    assert isinstance(record, Phase | Task)
    own = _own_span(record)
    span = drag.applied(own if drag.grip is Grip.WHOLE else span_of(row))
    label = f"{_VERBS[drag.grip]}{record.noun} {record.title}"
    changes = [Change(record, _with_span(record, span))]
    if isinstance(record, Phase) and drag.grip is Grip.WHOLE:
        changes += _along(record, span, reader)
    along = f"，连同{len(changes) - 1}项任务" if len(changes) > 1 else ""
    return Deed(changes, label + along)


def astray(task: Task, reader: Reader) -> Phase | None:
    """The phase of a task that has days outside of it."""
    phase = reader.find(Phase, task.phase)
    return phase if phase and is_outside(task, phase.start, phase.end) else None


def _along(phase: Phase, span: Span, reader: Reader) -> list[Change]:
    """The dated tasks of a phase that are to be done, as far on as the phase; each in its unit."""
    if phase.start is None or span.start is None:
        return []
    way = Shift(phase.start, span.start)
    changes = []
    for task in reader.all(Task, phase=phase.id):
        unit = task.precision or Precision.DAY
        start = task.start and way.first(task.start, unit)
        due = task.due and way.last(task.due, unit)
        after = replace(task, start=start, due=due)
        if task.done_on is None and after != task:
            changes.append(Change(task, after))
    return changes


def renamed(row: Row, text: str, reader: Reader) -> Deed | None:
    """A name typed in its place; None when it is what it was. Refused when it is blank."""
    record = record_of(row, reader)
    name = type(record).shown_by
    value = type(record).field(name).parse(text)
    if value == getattr(record, name):
        return None
    after = replace(record, **{name: value})
    return Deed([Change(record, after)], f"修改{record.noun}名称 {value}")


def done(row: Row, on: date | None, reader: Reader) -> Deed:
    """A task marked as done ``on`` a day or, without one, as not done."""
    task = reader.get(Task, row.id)
    verb = "标为未完成" if on is None else "标为已报送" if _is_sent(row) else "标为完成"
    return Deed([Change(task, replace(task, done_on=on))], f"{verb} {task.title}")


def deleted(row: Row, reader: Reader) -> Deed:
    """A task or phase deleted, with what it owns. A phase that still has tasks is refused."""
    record = record_of(row, reader)
    return Deed(deletion(record, reader), f"删除{record.noun} {record.title}")


def added(task: Task, name: str) -> Deed:
    """A new task under this name. Refused when the name is blank."""
    named = replace(task, title=Task.field("title").parse(name))
    return Deed([Change(None, named)], f"新增任务 {named.title}")


def new_task(campaign: Campaign, phase: Phase | None, reader: Reader) -> Task:
    """A task yet without a name; it lasts as long as its phase until somebody says otherwise."""
    place: Campaign | Phase = phase or campaign
    return Task(
        reader.fresh_id(Task),
        campaign=campaign.id,
        phase=phase.id if phase else None,
        start=place.start,
        due=place.end,
        precision=phase.precision if phase else Precision.DAY,
    )


def new_phase(campaign: Campaign, reader: Reader) -> Phase:
    """The next phase: it begins when the last one ends, and ends with the campaign."""
    before = reader.all(Phase, campaign=campaign.id)
    start = max((phase.end for phase in before if phase.end), default=campaign.start)
    end = max((day for day in (start, campaign.end) if day), default=None)
    number = max((phase.seq or 0 for phase in before), default=0) + 1
    id = reader.fresh_id(Phase)
    return Phase(id, campaign=campaign.id, seq=number, start=start, end=end)


_VERBS = {
    Grip.WHOLE: "移动",
    Grip.START: "调整",
    Grip.END: "调整",
    Grip.BLANK: "安排",
}


def _own_span(record: Phase | Task) -> Span:
    end = record.end if isinstance(record, Phase) else record.due
    return Span(record.start, end, record.precision or Precision.DAY)


def _with_span(record: Phase | Task, span: Span) -> Record:
    if isinstance(record, Phase):
        return replace(record, start=span.start, end=span.end)
    return replace(record, start=span.start, due=span.end)


def _is_sent(row: Row) -> bool:
    return row.kind is RowKind.SUBMISSION
