"""The strip on top of the window: seven figures, each the door to exactly its list."""

from collections.abc import Iterable, Sequence
from datetime import date
from typing import NamedTuple

from model.calendar import Calendar
from model.dates import show_date
from model.judgements.lights import Light, judge_of, warning_days
from model.judgements.lists import RATE_MEANS, is_awaiting, is_overdue, percent, rate
from model.judgements.phases import Stage, Tone, current, stages, till_end
from model.judgements.tasks import is_submission, judge_task, urgent
from model.judgements.tracks import Track, deadline, is_effective
from model.records import Campaign, Phase, Task
from model.spans import show_due, show_span
from model.words import Precision

MOST_PIPS = 8  # as many as can be counted at a glance; of more a bar is shown


class Tile(NamedTuple):
    """One figure of the strip.

    ``name`` is the list it opens, ``value`` the large words with their ``unit`` and one ``fact``
    beside. Below stands ``words`` with ``light``, or a bar of ``share`` (0 to 1), or ``pips``
    (filled, all). ``hint`` says everything, for the tooltip.
    """

    name: str
    label: str
    value: str
    unit: str = ""
    fact: str = ""
    light: Light = Light.NONE
    words: str = ""
    share: float | None = None
    pips: tuple[int, int] | None = None
    hint: str = ""


class Overview(NamedTuple):
    """The tiles in their order."""

    phase: Tile
    submission: Tile
    tasks_today: Tile
    overdue: Tile
    awaiting: Tile
    closed: Tile
    effective: Tile


def overview(
    campaign: Campaign,
    phases: Sequence[Phase],
    tasks: Sequence[Task],
    tracks: Sequence[Track],
    today: date,
    calendar: Calendar,
) -> Overview:
    """All tiles for a campaign's phases, tasks and issues on the day ``today``."""
    warning, year = warning_days(campaign), _year(campaign, today)
    # To judge is slow, and before its date nothing is late.
    past = [track for track in tracks if (deadline(track) or today) < today]
    late = [track for track in past if is_overdue(judge_of(campaign, track, today, calendar))]
    return Overview(
        _phase(stages(phases, tasks, today), today, year),
        _submission(campaign, tasks, today, calendar),
        _tasks_today(urgent(tasks, today, calendar, warning), year),
        _overdue(late, today),
        _awaiting([track for track in tracks if is_awaiting(track)], year),
        _closed(tracks),
        _effective(sum(map(is_effective, tracks)), campaign.effective_target or 0),
    )


def _year(campaign: Campaign, today: date) -> int:
    """Dates of this year are written without it."""
    return campaign.year or today.year


def _phase(found: Sequence[Stage], today: date, year: int) -> Tile:
    hint = "\n".join(_described(stage, today, year) for stage in found)
    tile = Tile("phase", "当前阶段", "还没有阶段", hint=hint)
    if not found:
        return tile
    now = current(found)
    if now:
        first = now[0]
        value = "、".join(stage.name for stage in sorted(now, key=lambda stage: stage.start))
        fact = f"{first.title if len(now) == 1 else first.name} · {till_end(first, today, year)}"
        return tile._replace(value=value, fact=fact, share=first.elapsed)
    coming = min(
        (s for s in found if s.tone is Tone.FUTURE), key=lambda stage: stage.start, default=None
    )
    if coming is None:
        last = max(found, key=lambda stage: stage.end)
        ended = show_due(last.end, last.precision, year)
        return tile._replace(value="各阶段已结束", fact=f"{ended}结束", share=1.0)
    begins = f"{coming.title} · {show_due(coming.start, coming.precision, year)}开始"
    before = all(stage.tone is Tone.FUTURE for stage in found)
    return tile._replace(value="尚未开始" if before else "两个阶段之间", fact=begins)


def _described(stage: Stage, today: date, year: int) -> str:
    span = show_span(stage.start, stage.end, stage.precision, year)
    now = f"，{till_end(stage, today, year)}" if stage.tone is Tone.CURRENT else ""
    return f"{stage.title} {stage.name}：{span}{now}，{stage.words}"


def _submission(campaign: Campaign, tasks: Iterable[Task], today: date, calendar: Calendar) -> Tile:
    sending = [task for task in tasks if is_submission(task)]
    to_send = sorted(
        (task for task in sending if not task.done_on),
        key=lambda task: (task.due or date.max, task.id),
    )
    tile = Tile("submission", "下一报送", "全部已报送" if sending else "没有报送任务")
    if not to_send:
        return tile
    task = to_send[0]
    verdict = judge_task(task, today, calendar, warning_days(campaign))
    fact = _until(task, _year(campaign, today)) + _recipient(task, campaign)
    words = verdict.words if task.due else "未定时限"
    more = f"\n另有{len(to_send) - 1}项待报送" if len(to_send) > 1 else ""
    return tile._replace(
        value=task.material or task.title.removeprefix("报送"),
        fact=fact,
        light=verdict.light if task.due else Light.NONE,
        words=words,
        hint=f"{task.title}：{fact}，{words}{more}",
    )


def _until(task: Task, year: int) -> str:
    if task.due is None:
        return ""
    before = "前" if task.precision in (None, Precision.DAY) else ""
    return show_due(task.due, task.precision, year) + before


def _recipient(task: Task, campaign: Campaign) -> str:
    """报县卫生局: where the recipient is an office of the superior's, the superior will do."""
    superior = campaign.superior
    short = superior if superior and task.recipient.startswith(superior) else task.recipient
    return f"报{short.lstrip('×')}" if short else "报送"


def _tasks_today(found: Sequence[Task], year: int) -> Tile:
    words = found[0].title if found else "没有急办的事"
    hint = "\n".join(f"{show_date(task.due, year)} {task.title}" for task in found)
    return Tile("tasks_today", "今日待办", str(len(found)), "项", words=words, hint=hint)


def _overdue(late: Sequence[Track], today: date) -> Tile:
    tile = Tile("overdue", "逾期", str(len(late)), "项", words="没有逾期问题")
    if not late:
        return tile
    days = max((today - day).days for track in late if (day := deadline(track)))
    return tile._replace(
        light=Light.RED, words=f"最长{days}天", hint=f"{len(late)}个问题逾期，最长{days}天"
    )


def _awaiting(found: Sequence[Track], year: int) -> Tile:
    days = [track.since for track in found if track.since]
    words = f"最早{show_date(min(days), year)}" if days else ""
    return Tile(
        "awaiting",
        "待验收",
        str(len(found)),
        "项",
        words=words if found else "没有待验收",
        hint=f"{len(found)}个问题等待验收" + (f"，{words}提交" if days else ""),
    )


def _closed(tracks: Iterable[Track]) -> Tile:
    done, whole = rate(tracks)
    return Tile(
        "closed",
        "销号",
        str(done),
        f"/ {whole}",
        f"整改率{percent(done, whole)}" if whole else "",
        share=done / whole if whole else 0.0,
        hint=RATE_MEANS,
    )


def _effective(done: int, target: int) -> Tile:
    tile = Tile("effective", "见成效", str(done), "项", hint="已销号、成效为好或较好的整改")
    if not target:
        return tile
    left = target - done
    return tile._replace(
        unit=f"/ {target}项",
        words=f"还差{left}项" if left > 0 else "已达到目标",
        share=min(done / target, 1.0),
        pips=(min(done, target), target) if target <= MOST_PIPS else None,
    )
