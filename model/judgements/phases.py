"""Where a campaign's phases stand: done tasks beside elapsed time, current ones, overlaps."""

from collections.abc import Iterable, Sequence
from datetime import date, timedelta
from enum import StrEnum
from itertools import pairwise
from typing import NamedTuple

from model.records import Phase, Task
from model.spans import show_due, show_span
from model.words import Precision

_DIGITS = "零一二三四五六七八九十"
_DAY = timedelta(days=1)


class Tone(StrEnum):
    """Where a span of days lies from today."""

    PAST = "past"
    CURRENT = "current"
    FUTURE = "future"


class Stage(NamedTuple):
    """A phase as it stands on a day. ``elapsed`` is the part of its time that is over."""

    id: int
    numeral: str
    """三"""
    name: str
    start: date
    end: date
    precision: Precision
    tone: Tone
    done: int
    tasks: int
    elapsed: float
    lane: int
    """0, or higher where it overlaps with another phase."""

    @property
    def title(self) -> str:
        return f"第{self.numeral}阶段"

    @property
    def words(self) -> str:
        """未开始, 2 / 7项, 已完成: how far the tasks of the phase are."""
        if self.tasks and self.done == self.tasks:
            return "已完成"
        if self.tone is Tone.FUTURE and not self.done:
            return "未开始"
        if self.tasks:
            return f"{self.done} / {self.tasks}项"
        return "已结束" if self.tone is Tone.PAST else "进行中"

    @property
    def share(self) -> float:
        """Which part of the phase is done: of its tasks or, without any, of its time."""
        return self.done / self.tasks if self.tasks else self.elapsed


class Overlap(NamedTuple):
    """Days that belong to several phases; ``words`` say which and how long."""

    start: date
    end: date
    words: str


def is_outside(task: Task, start: date | None, end: date | None) -> bool:
    """Whether a task that is still to be done has days outside of its phase's."""
    if task.done_on is not None:
        return False
    days = [day for day in (task.start, task.due) if day]
    return any((start and day < start) or (end and day > end) for day in days)


def stages(phases: Sequence[Phase], tasks: Sequence[Task], today: date) -> list[Stage]:
    """The dated phases in their order, judged on the day ``today``."""
    lanes = _lanes(phases)
    found = []
    for place, phase in enumerate(phases, 1):
        if phase.start is None or phase.end is None:
            continue
        own = [task for task in tasks if task.phase == phase.id]
        found.append(
            Stage(
                phase.id,
                numeral(place),
                phase.name,
                phase.start,
                phase.end,
                phase.precision or Precision.DAY,
                tone(phase.start, phase.end, today),
                sum(task.done_on is not None for task in own),
                len(own),
                elapsed(phase.start, phase.end, today),
                lanes[phase.id],
            )
        )
    return found


def current(found: Iterable[Stage]) -> list[Stage]:
    """The phases that today belongs to, the one that ends first in front."""
    return sorted((s for s in found if s.tone is Tone.CURRENT), key=lambda stage: stage.end)


def till_end(stage: Stage, today: date, year: int) -> str:
    """还剩21天, 今天结束; for a phase known only by month or third: 至5月."""
    if stage.precision is not Precision.DAY:
        return f"至{show_due(stage.end, stage.precision, year)}"
    left = (stage.end - today).days
    return f"还剩{left}天" if left else "今天结束"


def overlaps(found: Sequence[Stage], year: int | None = None) -> list[Overlap]:
    """The spans that lie in several phases, in order of time."""
    edges = sorted({edge for stage in found for edge in (stage.start, stage.end + _DAY)})
    shared: list[tuple[list[Stage], date, date]] = []
    for first, after in pairwise(edges):
        inside = [stage for stage in found if stage.start <= first <= stage.end]
        if len(inside) > 1:
            shared.append((inside, first, after - _DAY))
    return [Overlap(start, end, _said(inside, start, end, year)) for inside, start, end in shared]


def numeral(number: int) -> str:
    """三, 十二, 二十: Chinese numerals up to 99."""
    tens, ones = divmod(number, 10)
    if number <= 10:
        return _DIGITS[number]
    return ("" if tens == 1 else _DIGITS[tens]) + "十" + (_DIGITS[ones] if ones else "")


def tone(start: date, end: date, today: date) -> Tone:
    if end < today:
        return Tone.PAST
    return Tone.FUTURE if start > today else Tone.CURRENT


def elapsed(start: date, end: date, today: date) -> float:
    """The part of the days from ``start`` to ``end`` that is over, today counted as over."""
    days = (end - start).days + 1
    return min(max(((today - start).days + 1) / days, 0.0), 1.0)


def _lanes(phases: Iterable[Phase]) -> dict[int, int]:
    """A lane for each phase, so that no two on one lane share a day."""
    taken: list[date] = []
    lanes: dict[int, int] = {}
    for phase in sorted(phases, key=lambda phase: (phase.start or date.min, phase.seq or 0)):
        if phase.start is None or phase.end is None:
            continue
        lane = next((n for n, end in enumerate(taken) if end < phase.start), len(taken))
        taken[lane : lane + 1] = [phase.end]
        lanes[phase.id] = lane
    return lanes


def _said(inside: Sequence[Stage], start: date, end: date, year: int | None) -> str:
    """第三、第四阶段 5月8日—5月11日重叠4天; days are counted only where days are known."""
    known = {stage.precision for stage in inside}
    finest = next(unit for unit in Precision if unit in known)
    names = "、".join(f"第{stage.numeral}" for stage in inside)
    days = f"{(end - start).days + 1}天" if finest is Precision.DAY else ""
    return f"{names}阶段 {show_span(start, end, finest, year)}重叠{days}"
