"""A small ledger for model tests: one campaign, two people, one category."""

from collections.abc import Iterator
from datetime import date, datetime
from pathlib import Path
from shutil import copy

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


@pytest.fixture(scope="session")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The small ledger as a file."""
    path = tmp_path_factory.mktemp("made") / "ledger.db"
    opened = Store.open_or_create(path, user="周涛", now=_now)
    records = (CAMPAIGN, LEADER, OWNER, CATEGORY)
    opened.apply([Change(None, record) for record in records], "建立活动")
    opened.close()
    return path


@pytest.fixture
def store(path: Path, made: Path) -> Iterator[Store]:
    """A copy of ``made``, open: to make one anew takes five times as long."""
    copy(made, path)
    opened = Store(path, user="周涛", now=_now)
    yield opened
    opened.close()


def _now() -> datetime:
    """The clock stands at 2011-04-20 10:32."""
    return datetime(2011, 4, 20, 10, 32)
