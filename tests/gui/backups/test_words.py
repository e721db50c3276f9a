"""Backups are named in short words that need no thinking."""

from datetime import datetime
from pathlib import Path

import pytest

from gui.backups.words import contents, last_backup, since, size, states, when
from model.backups import Reason
from model.backups.listing import Backup
from model.store.summary import Altered, Difference, Summary
from model.words import State

NOW = datetime(2011, 4, 20, 10, 35)


@pytest.mark.parametrize(
    ("at", "said", "last"),
    [
        (datetime(2011, 4, 20, 9, 58), "今天 09:58", "上次备份 09:58"),
        (datetime(2011, 4, 19, 17, 30), "昨天 17:30", "上次备份 昨天"),
        (datetime(2011, 4, 18, 8, 0), "4月18日 08:00", "上次备份 4月18日"),
        (datetime(2010, 12, 31, 8, 0), "2010年12月31日 08:00", "上次备份 2010年12月31日"),
        (datetime(2030, 1, 1, 8, 0), "2030年1月1日 08:00", "上次备份 2030年1月1日"),
    ],
)
def test_moments(at: datetime, said: str, last: str) -> None:
    assert when(at, NOW) == said
    assert last_backup(Backup(Path("x"), at, Reason.REGULAR, 1), NOW) == last


def test_none_yet() -> None:
    assert last_backup(None, NOW) == "还没有备份"


@pytest.mark.parametrize(
    ("count", "said"),
    [(0, "0.0KB"), (860 * 1024, "860KB"), (1_300_000, "1.2MB"), (5 * 1024**3, "5.0GB")],
)
def test_sizes(count: int, said: str) -> None:
    assert size(count) == said


def test_contents() -> None:
    issues = {State.CLOSED: 4, State.REGISTERED: 3}
    found = Summary("u", 9, 12, "t", NOW, "新增问题", 1, issues)
    assert contents(found) == "活动1 · 问题7 · 操作12次"
    assert states(found) == "登记3 · 已销号4"
    assert contents(None) == "读不出来"


def test_what_was_done_since() -> None:
    found = Difference(3, (Altered("问题", 2, 0, 1), Altered("整改", 0, 5, 0)))
    assert since(found) == "新增问题2 · 删除问题1 · 修改整改5"
    assert since(Difference(0, ())) == ""
