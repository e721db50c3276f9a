"""Made-up facts to judge: a track in the middle of its round unless a test says otherwise."""

from datetime import date
from typing import Any

from model.calendar import load
from model.judgements.tracks import Track
from model.words import State

CALENDAR = load()
TODAY = date(2011, 4, 20)  # a Wednesday

_USUAL = Track(
    id=1,
    number="2011-001",
    content="候诊区座椅破损。",
    category=1,
    level=None,
    source="自查",
    department="后勤科",
    found_on=date(2011, 3, 24),
    state=State.RECTIFYING,
    requires_publicity=False,
    round=1,
    leader=1,
    owner=2,
    responsible="后勤科",
    due=date(2011, 5, 11),
    completed_on=None,
    review_on=None,
    effect=None,
    measures=2,
    measures_done=0,
    measure_due=None,
    progress_on=date(2011, 4, 19),
    progress="已量尺寸。",
    since=date(2011, 4, 11),
    started_on=date(2011, 4, 11),
    publicity_end=None,
)


def track(**values: Any) -> Track:
    """The usual track with some facts changed."""
    return _USUAL._replace(**values)
