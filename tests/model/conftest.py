"""A small ledger for model tests: one campaign, two people, one category."""

from collections.abc import Iterator
from datetime import date, datetime
from pathlib import Path

import pytest

from model.changes import Change
from model.records import Campaign, Category, Person
from model.store import Store

CAMPAIGN = Campaign(
    1, title="开放·创新", institution="某某镇卫生院", start=date(2011, 2, 18), end=date(2011, 5, 18)
)
LEADER, OWNER = Person(1, name="张明", post="院长"), Person(2, name="王强", post="医务科主任")
CATEGORY = Category(1, campaign=1, seq=1, name="素质能力")


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "ledger.db"


@pytest.fixture
def store(path: Path) -> Iterator[Store]:
    """An open ledger; its clock stands at 2011-04-20 10:32."""
    opened = Store.open_or_create(path, user="周涛", now=lambda: datetime(2011, 4, 20, 10, 32))
    records = (CAMPAIGN, LEADER, OWNER, CATEGORY)
    opened.apply([Change(None, record) for record in records], "建立活动")
    yield opened
    opened.close()
