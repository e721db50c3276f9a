"""A ledger with one issue, in a folder of its own, and what is done to it."""

from collections.abc import Callable
from datetime import date, datetime
from pathlib import Path

import pytest

from model.changes import Change
from model.records import Campaign, Issue, Person, Rectification
from model.store import Store
from model.store.summary import reading

NOW = datetime(2026, 3, 2, 9, 58)

Work = Callable[[str], None]


def people(path: Path) -> list[str]:
    """Who is in a ledger, read without opening it to write."""
    with reading(path) as connection:
        return [name for (name,) in connection.execute("SELECT name FROM person").fetchall()]


def add_person(path: Path, name: str) -> None:
    store = Store(path)
    store.apply([Change(None, Person(store.fresh_id(Person), name=name))], f"新增人员{name}")
    store.close()


def spoil(path: Path) -> None:
    """Nonsense over the middle of the file."""
    whole = bytearray(path.read_bytes())
    whole[4096 : len(whole) - 4096] = b"\x55" * (len(whole) - 8192)
    path.write_bytes(whole)


@pytest.fixture
def ledger(tmp_path: Path) -> Path:
    """A closed ledger: one campaign, one issue, 张明."""
    path = tmp_path / "data" / "taizhang.db"
    store = Store.open_or_create(path)
    records = [
        Campaign(1, title="大讨论", start=date(2026, 3, 1), end=date(2026, 6, 1)),
        Person(1, name="张明"),
        Issue(1, campaign=1, content="候诊区座椅破损。"),
        Rectification(1, issue=1),
    ]
    store.apply([Change(None, record) for record in records], "建立活动")
    store.close()
    return path
