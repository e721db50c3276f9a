"""Reports that list the plan: the tasks phase by phase, and a phase that has none."""

from collections.abc import Iterable, Iterator
from typing import Any, NamedTuple

from model.excel.sheet import Cell
from model.frozen import Frozen
from model.judgements.tasks import amounts, by_date, has_begun, is_submission
from model.kinds import Amount
from model.records import Phase, Task
from model.reports.campaign_records import CampaignRecords
from model.reports.source import Source, Value, from_field
from model.spans import show_due, show_span
from model.words import Precision, TaskKind

_WHOLE = "贯穿全程"
_AMOUNT = Amount()


class Item(NamedTuple):
    """A task in its phase; a phase without tasks stands there with none."""

    phase: Phase | None
    task: Task | None


class Line(Frozen):
    """One item of the plan in a report."""

    serial: int
    item: Item
    records: CampaignRecords

    @property
    def task(self) -> Task:
        """The task; an empty one where the phase has none."""
        return self.item.task or Task(0)


def items(records: CampaignRecords) -> dict[Any, Item]:
    """Tasks by phase and date; those of the whole campaign come last."""
    found: dict[Any, Item] = {}
    for phase in records.phases.values():
        own = _of(records.tasks.values(), phase.id)
        found.update({task.id: Item(phase, task) for task in own})
        if not own:
            found["phase", phase.id] = Item(phase, None)
    for task in _of(records.tasks.values(), None):
        found[task.id] = Item(None, task)
    return found


def due_of(task: Task, year: int | None) -> Cell:
    """A real date where the day is known, else its words: 5月中旬."""
    if task.precision in (None, Precision.DAY):
        return task.due
    return show_due(task.due, task.precision, year)


def phase_name(phase: Phase | None) -> str:
    return phase.name if phase else _WHOLE


def _of(tasks: Iterable[Task], phase: int | None) -> list[Task]:
    return sorted((task for task in tasks if task.phase == phase), key=by_date)


def _span(line: Line) -> str:
    phase, campaign = line.item.phase, line.records.campaign
    if phase is None:
        return show_span(campaign.start, campaign.end, year=line.records.year)
    return show_span(phase.start, phase.end, phase.precision, line.records.year)


def _title(line: Line) -> str:
    phase = line.item.phase
    return line.task.title or (phase.requirement if phase else "")


def _target(line: Line) -> str:
    task = line.task
    if not task.target_amount:
        return ""
    each = "每人" if task.per_person else ""
    return f"{each}{_AMOUNT.show(task.target_amount)}{task.target_unit}"


def _done(line: Line) -> str:
    """26篇; of a per-person task 31/38人达标."""
    if turnout := line.records.turnouts.get(line.task.id):
        return turnout.words
    amount = line.task.actual_amount
    return "" if amount is None else _AMOUNT.show(amount) + line.task.target_unit


def _status(line: Line) -> str:
    """已完成，26 / 20篇; 进行中; 未开始; 逾期2天: how far it is on the day of the report."""
    return "，".join(_said(line)) if line.item.task else ""


def _said(line: Line) -> Iterator[str]:
    task, today = line.task, line.records.today
    sends = is_submission(task)
    turnout = line.records.turnouts.get(task.id) if task.per_person else None
    if task.done_on:
        yield "已报送" if sends else "已完成"
    elif task.due and task.due < today:
        yield f"逾期{(today - task.due).days}天"
    elif sends:
        yield "待报送"
    else:
        yield "进行中" if has_begun(task, today) else "未开始"
    if counted := turnout.words if turnout else amounts(task):
        yield counted


def _task(name: str) -> Value:
    return from_field(Task.field(name), lambda line: getattr(line.task, name))


VALUES: dict[str, Value] = {
    "serial": Value("序号", lambda line: line.serial),
    "phase": Value("阶段", lambda line: phase_name(line.item.phase)),
    "span": Value("起止时间", _span),
    "kind": _task("kind"),
    "title": Value("工作内容", _title),
    "requirement": _task("requirement"),
    "owner": Value("责任人", lambda line: line.records.person(line.task.owner)),
    "start": _task("start"),
    "due": Value("完成时限", lambda line: due_of(line.task, line.records.year)),
    "target": Value("目标量", _target),
    "done": Value("完成量", _done),
    "done_on": _task("done_on"),
    "status": Value("完成情况", _status),
    "note": _task("note"),
}

TASKS = Source(
    items=items,
    line=Line,
    values=VALUES,
    words=TaskKind,
    word=lambda item: item.task.kind if item.task else None,
)
