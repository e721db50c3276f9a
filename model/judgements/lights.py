"""红黄绿灯: how an issue stands today, always with words and reasons."""

from collections.abc import Iterator
from datetime import date
from enum import StrEnum
from typing import NamedTuple

from model.calendar import Calendar
from model.dates import show_date
from model.judgements.tracks import Track, deadline
from model.records import Campaign
from model.words import SETTLED, State

WARNING_DAYS, PUBLICITY_DAYS = 3, 5
"""What holds where a campaign says nothing, in working days."""
STALE_DAYS = 10
"""Working days without a progress line after which a rectification counts as stuck."""


class Light(StrEnum):
    RED = "red"
    AMBER = "amber"
    GREEN = "green"
    GREY = "grey"
    NONE = "none"


class Verdict(NamedTuple):
    """A light with the words for a cell, and all reasons in full for a detail or tooltip."""

    light: Light
    words: str
    full: str


class Reason(NamedTuple):
    """One thing that speaks for a light; ``said`` is for where there is room."""

    light: Light
    words: str
    said: str


_RANK = {Light.RED: 0, Light.AMBER: 1, Light.GREEN: 2}


def judge(
    track: Track, today: date, calendar: Calendar, warning_days: int, publicity_days: int
) -> Verdict:
    """The light of an issue on the day ``today``.

    Days of lateness are calendar days, days left and days waited are working days;
    ``warning_days`` and ``publicity_days`` are the campaign's, in working days. The light is
    the worst of all reasons. The words are the first reason of that light, in this order:
    past its date, a 补课 round, near its date, a measure past its date, no progress line,
    waiting too long, finished late, publicity, days left.
    """
    if track.state is State.REGISTERED:
        return Verdict(Light.NONE, "未启动", "未启动")
    if track.state in SETTLED:
        return Verdict(Light.GREY, track.state.value, track.state.value)
    if track.state is State.LONG_TERM:
        reasons = _review(track, today, calendar, warning_days)
    elif track.state is State.RECTIFYING:
        reasons = _work(track, today, calendar, warning_days)
    else:
        reasons = _waiting(track, today, calendar, warning_days, publicity_days)
    found = sorted(reasons, key=_rank)
    return Verdict(*found[0][:2], " · ".join(reason.said for reason in found))


def judge_of(campaign: Campaign, track: Track, today: date, calendar: Calendar) -> Verdict:
    """The light of an issue by its campaign's own warning and publicity days."""
    return judge(track, today, calendar, warning_days(campaign), publicity_days(campaign))


def warning_days(campaign: Campaign) -> int:
    """How many working days ahead the campaign wants to be warned."""
    return WARNING_DAYS if campaign.warning_days is None else campaign.warning_days


def publicity_days(campaign: Campaign) -> int:
    """How many working days the campaign shows something publicly."""
    return PUBLICITY_DAYS if campaign.publicity_days is None else campaign.publicity_days


def order(track: Track, verdict: Verdict) -> tuple[int, date, str]:
    """The key of the usual order: red, amber, green, the rest; then by date."""
    return _RANK.get(verdict.light, 3), deadline(track) or date.max, track.number


def till(due: date, today: date, calendar: Calendar, warning_days: int) -> Reason:
    """How a date that something is due on stands to today: 逾期3天, 还剩2个工作日."""
    if due < today:
        words = f"逾期{(today - due).days}天"
        return Reason(Light.RED, words, words)
    if due == today:
        return Reason(Light.AMBER, "今天到期", "今天到期")
    left = calendar.working_days_between(today, due)
    # On a Friday a date on Sunday leaves no working day, but two days.
    words = f"还剩{left}个工作日" if left else f"还剩{(due - today).days}天"
    return Reason(Light.AMBER if left <= warning_days else Light.GREEN, words, words)


def _rank(reason: Reason) -> int:
    return _RANK[reason.light]


def _work(track: Track, today: date, calendar: Calendar, warning_days: int) -> Iterator[Reason]:
    if (track.round or 1) > 1:
        words = f"第{track.round}轮补课"
        yield Reason(Light.AMBER, words, words)
    if track.due:
        yield till(track.due, today, calendar, warning_days)
    else:
        yield Reason(Light.GREEN, "未定时限", "未定整改时限")
    if track.measure_due and track.measure_due < today:
        said = f"有措施{show_date(track.measure_due, today.year)}到期未完成"
        yield Reason(Light.AMBER, "进度落后", said)
    if seen := [on for on in (track.progress_on, track.started_on) if on]:
        days = calendar.working_days_between(max(seen), today)
        if days >= STALE_DAYS:
            yield Reason(Light.AMBER, "久无进展", f"{days}个工作日没有进展")


def _review(track: Track, today: date, calendar: Calendar, warning_days: int) -> Iterator[Reason]:
    if track.review_on is None:
        yield Reason(Light.GREEN, "长期整改", "长期整改，未定检视日期")
        return
    found = till(track.review_on, today, calendar, warning_days)
    on = show_date(track.review_on, today.year)
    words = {Light.RED: f"检视{found.words}"}.get(found.light, f"{on}检视")
    yield Reason(found.light, words, f"{on}检视，{found.words}")


def _waiting(
    track: Track, today: date, calendar: Calendar, warning_days: int, publicity_days: int
) -> Iterator[Reason]:
    """Reasons while the office is to accept or to close; the work itself is done."""
    days = _days_waited(track, today, calendar)
    if days > warning_days + (publicity_days if _is_unpublished(track) else 0):
        words = f"已等{days}个工作日"
        yield Reason(Light.AMBER, words, f"{track.state}{words}")
    due, completed = track.due, track.completed_on
    late = due is not None and completed is not None and completed > due
    if due and completed and late:
        words = f"逾期{(completed - due).days}天完成"
        yield Reason(Light.GREEN, words, words)
    if track.publicity_end and track.publicity_end >= today:
        words = f"公示至{show_date(track.publicity_end, today.year)}"
        yield Reason(Light.GREEN, words, words)
    if due and due >= today:
        yield till(due, today, calendar, warning_days)._replace(light=Light.GREEN)
    elif not late:
        yield Reason(Light.GREEN, "按期完成", "按期完成")


def _is_unpublished(track: Track) -> bool:
    """Whether the publicity that the next move needs has not been held yet."""
    if not track.requires_publicity or track.publicity_end is None:
        return track.requires_publicity
    before_closing = track.state is State.AWAITING_CLOSING
    return before_closing and track.since is not None and track.publicity_end < track.since


def _days_waited(track: Track, today: date, calendar: Calendar) -> int:
    """Working days since the issue could have been dealt with; publicity is no waiting."""
    days = [day for day in (track.since, track.publicity_end) if day]
    return max(calendar.working_days_between(max(days), today), 0) if days else 0
