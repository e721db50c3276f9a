"""Who writes is said in words that fit who reads them."""

from datetime import datetime
from pathlib import Path

import pytest

from model.store.owner import Owner, note_of, read_note

HERE = Owner("王", "PC-1", datetime(2011, 4, 20, 10, 0), 1)


def since(year: int, day: int) -> datetime:
    return datetime(year, 4, day, 9, 10)


@pytest.mark.parametrize(
    ("owner", "beginning"),
    [
        (Owner("李", "PC-3", since(2011, 20), 7), "李 在 PC-3 上 09:10 起"),
        (Owner("李", "PC-3", since(2011, 19), 7), "李 在 PC-3 上 4月19日 09:10 起"),
        (Owner("李", "PC-3", since(2010, 19), 7), "李 在 PC-3 上 2010年4月19日 09:10 起"),
        (Owner("李", "PC-1", since(2011, 20), 7), "李 在这台电脑上 09:10 起"),
        (Owner("", "PC-3", since(2011, 20), 7), "有人 在 PC-3 上 09:10 起"),
        (Owner(), "有人"),
    ],
)
def test_who_where_since_when(owner: Owner, beginning: str) -> None:
    assert owner.said(HERE) == f"{beginning}正在使用这个台账"


def test_oneself_is_another_window() -> None:
    owner = Owner("王", "PC-1", since(2011, 20), 7)
    assert owner.said(HERE) == "这个台账 09:10 起已在另一个窗口里打开"


@pytest.mark.parametrize(
    "garbled",
    [
        "",
        "[]",
        pytest.param("[" * 100_000, id="deep"),
        '{"user": "", "host": "", "since": "2011-04-20", "pid": 1e400}',
    ],
)
def test_a_garbled_note_names_nobody(tmp_path: Path, garbled: str) -> None:
    ledger = tmp_path / "ledger.db"
    note_of(ledger).write_text(garbled, "utf-8")
    assert read_note(ledger) == Owner()
