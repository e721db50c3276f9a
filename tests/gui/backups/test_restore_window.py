"""The restore window lists what there is, says what is in it, and gives back what was chosen."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import timedelta
from pathlib import Path

import pytest
from PySide6.QtWidgets import QLabel, QPushButton
from pytestqt.qtbot import QtBot

from gui.backups.restore_window import RestoreWindow
from gui.ledgers import sample_copy
from gui.look import Look
from gui.office import Office
from model.backups import Reason, folder_of, take
from model.changes import Change
from model.records import Person
from model.store.copying import verify
from tests.gui.backups.conftest import NOW
from tests.gui.prepared import PreparedAsk
from tests.model.backups.conftest import spoil

Open = Callable[[], RestoreWindow]


@pytest.fixture
def two(kept: Office) -> list[Path]:
    """Two backups, the newest first; after each a person was added."""
    made = []
    for hours in (30, 1):
        path = kept.store.path
        made.append(take(path, folder_of(path), NOW - timedelta(hours=hours), Reason.REGULAR))
        fresh = Person(kept.store.fresh_id(Person), name="孙丽")
        kept.store.apply([Change(None, fresh)], "新增人员孙丽")
    return made[::-1]


@pytest.fixture
def window(kept: Office, look: Look, ask: PreparedAsk) -> Iterator[Open]:
    opened: list[RestoreWindow] = []

    def make() -> RestoreWindow:
        opened.append(RestoreWindow(None, look, ask, kept.store.path, now=lambda: NOW))
        opened[-1].show()
        return opened[-1]

    yield make
    for each in opened:
        each.done(0)
        each.deleteLater()


def words(window: RestoreWindow, name: str) -> str:
    found = window.findChild(QLabel, name)
    assert found is not None
    return found.text()


def button(window: RestoreWindow, name: str) -> QPushButton:
    found = window.findChild(QPushButton, name)
    assert found is not None
    return found


def rows(window: RestoreWindow) -> list[tuple[object, ...]]:
    return list(window._table.records.rows.all)


def wait_until_read(qtbot: QtBot, window: RestoreWindow) -> None:
    qtbot.waitUntil(lambda: "正在读取" not in words(window, "backup_issues"))
    qtbot.waitUntil(lambda: all(row[-1] for row in rows(window)))


def test_the_newest_is_first_and_chosen(qtbot: QtBot, two: list[Path], window: Open) -> None:
    shown = window()
    wait_until_read(qtbot, shown)
    assert words(shown, "backup_title") == "今天 09:35"
    assert words(shown, "backup_since") == "新增人员1\n（这之后的1次操作）"
    assert "登记1" in words(shown, "backup_issues")
    assert [row[-1] for row in rows(shown)] == [
        "活动1 · 问题1 · 操作2次",
        "活动1 · 问题1 · 操作1次",
    ]


def test_the_list_is_sorted_by_time(qtbot: QtBot, two: list[Path], window: Open) -> None:
    shown = window()
    wait_until_read(qtbot, shown)
    newest, oldest = (row[0] for row in rows(shown))
    records = shown._table.records
    records.sort(0)
    assert [records.rows.id_at(place) for place in range(2)] == [oldest, newest]


def test_another_row_tells_its_own_difference(qtbot: QtBot, two: list[Path], window: Open) -> None:
    shown = window()
    wait_until_read(qtbot, shown)
    shown._table.select_id(2)
    wait_until_read(qtbot, shown)
    assert words(shown, "backup_title") == "昨天 04:35"
    assert words(shown, "backup_since").startswith("新增人员2")


def test_restoring_is_asked_and_gives_the_path(
    qtbot: QtBot, two: list[Path], window: Open, ask: PreparedAsk
) -> None:
    shown = window()
    wait_until_read(qtbot, shown)
    ask.expect("confirm", False)
    button(shown, "backup_restore").click()
    assert shown.chosen is None
    ask.expect("confirm", True)
    button(shown, "backup_restore").click()
    assert shown.chosen == two[0]
    assert "这之后的改动（新增人员1）会从台账里消失" in ask.asked[-1][1]


def test_a_damaged_backup_cannot_be_chosen(qtbot: QtBot, two: list[Path], window: Open) -> None:
    two[0].write_bytes(two[0].read_bytes()[:5000])
    shown = window()
    wait_until_read(qtbot, shown)
    assert "读不出来" in words(shown, "backup_issues")
    assert not button(shown, "backup_restore").isEnabled()


def test_of_a_damaged_ledger_nothing_is_promised(
    qtbot: QtBot, two: list[Path], window: Open, ask: PreparedAsk, kept: Office
) -> None:
    kept.store.close()
    spoil(kept.store.path)
    shown = window()
    wait_until_read(qtbot, shown)
    assert words(shown, "backup_since") == "现在的台账读不出来，无法比较。"
    ask.expect("confirm", True)
    button(shown, "backup_restore").click()
    assert "会先备份" not in ask.asked[-1][1]
    assert "会留存在旁边" in ask.asked[-1][1]


def test_another_ledgers_backup_is_said(
    qtbot: QtBot, two: list[Path], window: Open, ask: PreparedAsk, tmp_path: Path
) -> None:
    shown = window()
    wait_until_read(qtbot, shown)
    ask.expect("open_path", sample_copy(tmp_path))
    button(shown, "backup_elsewhere").click()
    wait_until_read(qtbot, shown)
    assert words(shown, "backup_since").startswith("这是另一份台账的备份")


def test_verifying_tells_both_ways(qtbot: QtBot, two: list[Path], window: Open) -> None:
    shown = window()
    wait_until_read(qtbot, shown)
    button(shown, "backup_verify").click()
    qtbot.waitUntil(lambda: words(shown, "backup_verdict") == "已核对，完好。")
    spoil(two[0])
    button(shown, "backup_verify").click()
    qtbot.waitUntil(lambda: words(shown, "backup_verdict").startswith("核对没有通过"))


def test_a_copy_is_whole(
    qtbot: QtBot, two: list[Path], window: Open, ask: PreparedAsk, tmp_path: Path
) -> None:
    shown = window()
    wait_until_read(qtbot, shown)
    ask.expect("save_path", tmp_path / "副本.db")
    button(shown, "backup_copy").click()
    qtbot.waitUntil(lambda: "已另存为" in words(shown, "backup_verdict"))
    verify(tmp_path / "副本.db")


def test_a_copy_never_covers_the_ledger(
    qtbot: QtBot, two: list[Path], window: Open, ask: PreparedAsk, kept: Office
) -> None:
    shown = window()
    wait_until_read(qtbot, shown)
    before = kept.store.path.read_bytes()
    ask.expect("save_path", kept.store.path)
    ask.expect("refuse")
    button(shown, "backup_copy").click()
    assert kept.store.path.read_bytes() == before


def test_a_file_from_elsewhere_joins_the_list(
    qtbot: QtBot, two: list[Path], window: Open, ask: PreparedAsk, tmp_path: Path
) -> None:
    shown = window()
    wait_until_read(qtbot, shown)
    elsewhere = tmp_path / "U盘里的.db"
    elsewhere.write_bytes(two[1].read_bytes())
    ask.expect("open_path", elsewhere)
    button(shown, "backup_elsewhere").click()
    wait_until_read(qtbot, shown)
    assert [row[2] for row in rows(shown)] == ["别处", "定时", "定时"]
    ask.expect("open_path", Path(__file__))
    ask.expect("refuse")
    button(shown, "backup_elsewhere").click()
    assert "不是活动台账" in ask.asked[-1][1]


def test_without_backups_it_says_when_there_will_be_some(window: Open) -> None:
    shown = window()
    assert "还没有备份" in words(shown, "no_backups_sentence")
    assert not button(shown, "backup_restore").isEnabled()
