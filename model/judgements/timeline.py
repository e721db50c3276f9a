"""The plan of a campaign as rows: the whole, its phases, their tasks, each with its state."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from enum import StrEnum
from typing import NamedTuple

from model.calendar import Calendar
from model.judgements.lights import Light, Verdict, warning_days
from model.judgements.phases import (
    Overlap,
    Stage,
    Tone,
    elapsed,
    is_outside,
    overlaps,
    stages,
    tone,
)
from model.judgements.tallies import Turnout
from model.judgements.tasks import by_date, is_submission, judge_task, share
from model.records import Campaign, Phase, Task
from model.spans import show_due, show_span
from model.words import Precision

NOBODY_ASKED: Mapping[int, Turnout] = {}


class RowKind(StrEnum):
    CAMPAIGN = "campaign"
    PHASE = "phase"
    TASK = "task"
    SUBMISSION = "submission"


class Row(NamedTuple):
    """One line of tree and chart.

    Without ``start`` and ``end`` it has no bar. Of what is done, ``end`` is the day it was done,
    and ``planned`` is the span it had, where that differs. ``late_since`` is the planned end of
    what is late today. ``words`` with ``light`` say 完成情况, ``beside`` stands at a diamond,
    ``dates`` and ``full`` are for the tooltip. Red and amber lights are shown, others are not.
    """

    kind: RowKind
    table: str
    id: int
    depth: int
    name: str
    owner: str = ""
    start: date | None = None
    end: date | None = None
    precision: Precision = Precision.DAY
    share: float = 0.0
    planned: tuple[date, date] | None = None
    late_since: date | None = None
    light: Light = Light.NONE
    words: str = ""
    full: str = ""
    dates: str = ""
    beside: str = ""
    done: bool = False
    tone: Tone = Tone.FUTURE
    per_person: bool = False


class Plan(NamedTuple):
    """The rows from top to bottom and what the chart's head and the status bar need.

    ``first`` and ``last`` are the days that everything lies within. ``note`` is not blank where
    working days are counted without knowing the holidays.
    """

    rows: tuple[Row, ...]
    stages: tuple[Stage, ...]
    overlaps: tuple[Overlap, ...]
    first: date
    last: date
    status: str
    note: str


def timeline(
    campaign: Campaign,
    phases: Sequence[Phase],
    tasks: Sequence[Task],
    names: Mapping[int, str],
    today: date,
    calendar: Calendar,
    turnouts: Mapping[int, Turnout] = NOBODY_ASKED,
) -> Plan:
    """The plan on the day ``today``. ``names`` has the shown name of each person by id,
    ``turnouts`` how people stand in the per-person tasks, by task.
    """
    start, end = campaign.start or today, campaign.end or campaign.start or today
    found = stages(phases, tasks, today)
    drawing = _Drawing(start.year, names, today, calendar, warning_days(campaign), turnouts)
    placed = {stage.id for stage in found}
    rows = [drawing.campaign(campaign, start, end, tasks)]
    rows += drawing.tasks(task for task in tasks if task.phase not in placed)
    for stage in found:
        rows.append(drawing.phase(stage))
        rows += drawing.tasks((task for task in tasks if task.phase == stage.id), stage)
    shared = tuple(overlaps(found, start.year))
    days = [start, end, *_days(rows)]
    return Plan(
        tuple(rows),
        tuple(found),
        shared,
        min(days),
        max(days),
        _status(found, tasks, [each.words for each in shared]),
        calendar.note(min(days), max(days)),
    )


def _status(found: Sequence[Stage], tasks: Sequence[Task], shared: Sequence[str]) -> str:
    """4个阶段 · 24项任务 · what phases share · 1项任务超出所在阶段."""
    places = {stage.id: stage for stage in found}
    astray = sum(_is_astray(task, places.get(task.phase or 0)) for task in tasks)
    said = [f"{astray}项任务超出所在阶段"] if astray else []
    return " · ".join([f"{len(found)}个阶段", f"{len(tasks)}项任务", *shared, *said])


class _Drawing(NamedTuple):
    """What every row is drawn from."""

    year: int
    names: Mapping[int, str]
    today: date
    calendar: Calendar
    warning_days: int
    turnouts: Mapping[int, Turnout]

    def campaign(self, campaign: Campaign, start: date, end: date, tasks: Sequence[Task]) -> Row:
        over, days = (self.today - start).days + 1, (end - start).days + 1
        now = tone(start, end, self.today)
        words = {Tone.PAST: "已结束", Tone.FUTURE: "未开始"}.get(now, f"已过{over}天 / {days}天")
        done = sum(task.done_on is not None for task in tasks)
        return Row(
            RowKind.CAMPAIGN,
            Campaign.table,
            campaign.id,
            0,
            "活动全程",
            start=start,
            end=end,
            share=done / len(tasks) if tasks else elapsed(start, end, self.today),
            words=words,
            full=f"{words} · 任务完成{done} / {len(tasks)}项",
            dates=self._dates(start, end, Precision.DAY),
            done=now is Tone.PAST,
            tone=now,
        )

    def phase(self, stage: Stage) -> Row:
        return Row(
            RowKind.PHASE,
            Phase.table,
            stage.id,
            0,
            f"{stage.title} {stage.name}",
            start=stage.start,
            end=stage.end,
            precision=stage.precision,
            share=stage.share,
            words=stage.words,
            full=f"任务完成{stage.done} / {stage.tasks}项" if stage.tasks else stage.words,
            dates=self._dates(stage.start, stage.end, stage.precision),
            done=stage.words in ("已完成", "已结束"),
            tone=stage.tone,
        )

    def tasks(self, tasks: Iterable[Task], stage: Stage | None = None) -> list[Row]:
        """Tasks by their date; those without one last. ``stage`` is the phase they lie in."""
        return [self._task(task, stage) for task in sorted(tasks, key=by_date)]

    def _task(self, task: Task, stage: Stage | None) -> Row:
        turnout = self.turnouts.get(task.id)
        counted = turnout.words if turnout else ""
        verdict = judge_task(task, self.today, self.calendar, self.warning_days, counted)
        sent = is_submission(task)
        start, end = _span(task)
        precision = task.precision or Precision.DAY
        return Row(
            RowKind.SUBMISSION if sent else RowKind.TASK,
            Task.table,
            task.id,
            1,
            task.title,
            owner=self.names.get(task.owner or 0, ""),
            start=end if sent else start,
            end=end,
            precision=precision,
            share=turnout.share if turnout and not task.done_on else share(task),
            planned=_planned(task),
            late_since=task.due if verdict.light is Light.RED else None,
            light=verdict.light,
            words=verdict.words,
            full=_full(task, verdict, stage),
            dates=self._dates(task.start, task.due, precision),
            beside=self._beside(task, verdict) if sent else "",
            done=task.done_on is not None,
            tone=tone(start, end, self.today) if start and end else Tone.FUTURE,
            per_person=task.per_person,
        )

    def _beside(self, task: Task, verdict: Verdict) -> str:
        if task.done_on or task.due is None:
            return verdict.words
        return f"{show_due(task.due, task.precision, self.year)} · {verdict.words}"

    def _dates(self, start: date | None, end: date | None, precision: Precision) -> str:
        """4月13日—4月18日 · 4个工作日; working days only where days are known."""
        words = show_span(start, end, precision, self.year)
        if start is None or end is None or precision is not Precision.DAY:
            return words
        return f"{words} · {self.calendar.working_days_within(start, end)}个工作日"


def _span(task: Task) -> tuple[date, date] | tuple[None, None]:
    """The days of a task's bar: to the day it was done, else to its date."""
    end = task.done_on or task.due or task.start
    if end is None:
        return None, None
    return min(task.start or task.due or end, end), end


def _is_astray(task: Task, stage: Stage | None) -> bool:
    return stage is not None and is_outside(task, stage.start, stage.end)


def _full(task: Task, verdict: Verdict, stage: Stage | None) -> str:
    """The light in full, and whether the task lies outside of its phase."""
    astray = f"超出{stage.title}" if stage is not None and _is_astray(task, stage) else ""
    return " · ".join(filter(None, (verdict.full, astray)))


def _planned(task: Task) -> tuple[date, date] | None:
    if task.done_on is None or task.due is None or task.done_on == task.due:
        return None
    return task.start or task.due, task.due


def _days(rows: Iterable[Row]) -> Iterator[date]:
    for row in rows:
        for day in (row.start, row.end, *(row.planned or ())):
            if day:
                yield day
