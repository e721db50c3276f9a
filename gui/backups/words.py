"""Backups in the office's words: when, how big, what is in one, what was done since."""

from __future__ import annotations

from datetime import datetime, timedelta

from model.backups.listing import Backup
from model.dates import show_date
from model.store.summary import Difference, Summary
from model.words import State

NONE_YET = "还没有备份"
FAILED = "备份没有做成"
KIBIBYTE = 1024


def when(at: datetime, now: datetime) -> str:
    """今天 09:58, 昨天 17:30, 4月18日 09:58."""
    return f"{_day(at, now) or '今天'} {at:%H:%M}"


def last_backup(newest: Backup | None, now: datetime) -> str:
    """For the status bar, as short as it can be: 上次备份 09:58, 上次备份 昨天."""
    if newest is None:
        return NONE_YET
    return f"上次备份 {_day(newest.at, now) or format(newest.at, '%H:%M')}"


def _day(at: datetime, now: datetime) -> str:
    """Blank for today."""
    if at.date() == now.date():
        return ""
    if at.date() == now.date() - timedelta(days=1):
        return "昨天"
    return show_date(at.date(), now.year)


def size(count: int) -> str:
    """In the unit in which it is a short number: 860KB, 1.2MB."""
    units = ("KB", "MB", "GB")
    power = next((n for n in (1, 2) if count < 1000 * KIBIBYTE**n), 3)
    amount = count / KIBIBYTE**power
    return f"{amount:.{int(amount < 10)}f}{units[power - 1]}"


def contents(found: Summary | None) -> str:
    """What is in a backup, in one line; of one that cannot be read, that."""
    if found is None:
        return "读不出来"
    return f"活动{found.campaigns} · 问题{found.issue_count} · 操作{found.last}次"


def states(found: Summary) -> str:
    """The issues by state, in the order of their life."""
    counted = [(state, found.issues[state]) for state in State if state in found.issues]
    return " · ".join(f"{state}{count}" for state, count in counted) or "没有问题记录"


def since(found: Difference) -> str:
    """What was done since a backup: 新增问题3 · 修改整改5; a blank where it is the same."""
    parts = []
    for each in found.altered:
        counts = (("新增", each.added), ("修改", each.edited), ("删除", each.deleted))
        parts += [f"{verb}{each.noun}{count}" for verb, count in counts if count]
    return " · ".join(parts)
