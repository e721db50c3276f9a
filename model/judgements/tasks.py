"""How far a task is, and whether it is late."""

from collections.abc import Iterable, Iterator
from datetime import date

from model.calendar import Calendar
from model.dates import show_date
from model.judgements.lights import Light, Verdict, till
from model.kinds import Amount
from model.records import Task
from model.words import TaskKind

_AMOUNT = Amount()


def judge_task(
    task: Task, today: date, calendar: Calendar, warning_days: int, counted: str = ""
) -> Verdict:
    """The light and words of a task: grey done, none not begun, else as its date stands.

    A date that is past or near speaks first, then the amounts, then 进行中 or 未开始.
    ``counted`` stands for the amounts of a per-person task: 31/38人达标.
    """
    amount = counted or amounts(task)
    if task.done_on:
        return Verdict(Light.GREY, _when_done(task, amount), " · ".join(_how_done(task, amount)))
    began = has_begun(task, today)
    plain = amount or ("进行中" if began else "未开始")
    full = f"已完成{amount}" if amount and not counted else plain
    if task.due is None:
        words = "待报送" if is_submission(task) else plain
        return Verdict(_quiet(began), words, "未定时限" if words == full else f"{words} · 未定时限")
    found = till(task.due, today, calendar, warning_days)
    if found.light is not Light.GREEN:
        return Verdict(found.light, found.words, f"{found.words} · {full}")
    words = found.words if is_submission(task) else plain
    return Verdict(_quiet(began), words, f"{full} · {found.words}")


def is_submission(task: Task) -> bool:
    """Whether the task is to send something upward (报送)."""
    return task.kind is TaskKind.SUBMISSION


def is_urgent(verdict: Verdict) -> bool:
    """Whether a task belongs on today's list (今日待办): overdue, due today, or due soon."""
    return verdict.light in (Light.RED, Light.AMBER)


def urgent(tasks: Iterable[Task], today: date, calendar: Calendar, warning_days: int) -> list[Task]:
    """Today's list, the most overdue first."""
    found = [task for task in tasks if is_urgent(judge_task(task, today, calendar, warning_days))]
    return sorted(found, key=lambda task: (task.due or date.max, task.id))


def share(task: Task) -> float:
    """Which part of a task is done, 0 to 1, as far as its amounts tell."""
    if task.done_on:
        return 1.0
    if not task.target_amount or not task.actual_amount:
        return 0.0
    return min(task.actual_amount / task.target_amount, 1.0)


def amounts(task: Task) -> str:
    """9 / 20学时, 57条; blank where nothing is counted."""
    if task.target_amount:
        done, target = _AMOUNT.show(task.actual_amount or 0), _AMOUNT.show(task.target_amount)
        return f"{done} / {target}{task.target_unit}"
    if task.actual_amount:
        return _AMOUNT.show(task.actual_amount) + task.target_unit
    return ""


def by_date(task: Task) -> tuple[date, date, int]:
    """The key that puts tasks in order: by their date, those without one last."""
    return task.due or task.start or date.max, task.start or date.max, task.id


def has_begun(task: Task, today: date) -> bool:
    """Whether work on it is seen or was to begin."""
    return bool(task.actual_amount) or (task.start is not None and task.start <= today)


def _quiet(began: bool) -> Light:
    return Light.GREEN if began else Light.NONE


def _when_done(task: Task, amount: str) -> str:
    if is_submission(task) and task.done_on:
        year = task.due.year if task.due else task.done_on.year
        return f"{show_date(task.done_on, year)}已报"
    return amount or "已完成"


def _how_done(task: Task, amount: str) -> Iterator[str]:
    yield "已报送" if is_submission(task) else "已完成"
    if amount:
        yield amount
    if task.done_on and task.due and task.done_on > task.due:
        yield f"逾期{(task.done_on - task.due).days}天完成"
