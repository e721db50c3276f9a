"""A made-up plan like that of the pictures: four phases, the last two overlapping."""

from dataclasses import replace
from datetime import date
from typing import Any

from model.records import Campaign, Phase, Task
from model.words import Precision, TaskKind

CAMPAIGN = Campaign(
    1,
    title="开放·创新",
    superior="××县卫生局",
    start=date(2011, 2, 18),
    end=date(2011, 5, 18),
)


def phase(
    id: int, name: str, start: date, end: date, precision: Precision = Precision.DAY
) -> Phase:
    return Phase(id, campaign=1, seq=id, name=name, start=start, end=end, precision=precision)


PHASES = (
    phase(1, "学习动员", date(2011, 2, 18), date(2011, 3, 10)),
    phase(2, "查摆问题", date(2011, 3, 11), date(2011, 4, 10)),
    phase(3, "整改处理", date(2011, 4, 11), date(2011, 5, 11)),
    phase(4, "评价总结", date(2011, 5, 8), date(2011, 5, 18)),
)
MONTHS = (
    phase(1, "学习动员", date(2010, 4, 1), date(2010, 5, 31), Precision.MONTH),
    phase(2, "查摆问题", date(2010, 5, 1), date(2010, 6, 30), Precision.MONTH),
    phase(3, "整改提高", date(2010, 5, 1), date(2010, 6, 30), Precision.MONTH),
)
VISIT = Task(
    11,
    campaign=1,
    phase=3,
    kind=TaskKind.RESEARCH,
    title="考察学习",
    owner=1,
    start=date(2011, 4, 13),
    due=date(2011, 4, 18),
    target_amount=2,
    target_unit="次",
    actual_amount=1,
)
SENDING = Task(
    12,
    campaign=1,
    phase=3,
    kind=TaskKind.SUBMISSION,
    title="报送整改台账",
    due=date(2011, 4, 25),
    material="整改台账",
    recipient="××县卫生局活动领导小组办公室",
)


def task(**values: Any) -> Task:
    """The visit with some facts changed."""
    return replace(VISIT, **values)
