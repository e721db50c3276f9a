"""The keeper backs up what is new, says how it went, and bars writing in a damaged file."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from gui.backups import keeper as keepers
from gui.backups.keeper import SECOND_KEY, Keeper, share_key, sweep_key
from gui.office import Office
from model.backups import Reason
from model.backups.listing import backups_of
from model.changes import Change
from model.records import Person
from tests.gui.backups.conftest import NOW
from tests.model.backups.conftest import spoil

Make = Callable[[Office], Keeper]


@pytest.fixture
def make(qtbot: QtBot) -> Iterator[Make]:
    made: list[Keeper] = []
    parent = QObject()

    def keeper(office: Office) -> Keeper:
        made.append(Keeper(office, parent, lambda: NOW))
        return made[-1]

    yield keeper
    for each in made:
        each._background.finish()
        each._finished = True


def write(office: Office, name: str) -> None:
    fresh = Person(office.store.fresh_id(Person), name=name)
    office.store.apply([Change(None, fresh)], f"新增人员{name}")


def reasons(office: Office) -> list[Reason]:
    return [each.reason for each in backups_of(office.store.path)]


def test_the_first_look_backs_up_and_tells_when(qtbot: QtBot, kept: Office, make: Make) -> None:
    keeper = make(kept)
    with qtbot.waitSignal(keeper.told) as told:
        keeper.begin()
    assert told.args is not None
    assert told.args[0] == "上次备份 10:35"
    assert told.args[2] is True
    assert reasons(kept) == [Reason.OPENING]


def test_nothing_new_makes_no_second_backup(qtbot: QtBot, kept: Office, make: Make) -> None:
    keeper = make(kept)
    for _time in range(2):
        with qtbot.waitSignal(keeper.told):
            keeper.back_up(Reason.REGULAR)
    assert len(reasons(kept)) == 1
    write(kept, "孙丽")
    with qtbot.waitSignal(keeper.told):
        keeper.back_up(Reason.REGULAR)
    assert len(reasons(kept)) == 2


def test_closing_backs_up_and_waits(kept: Office, make: Make) -> None:
    make(kept).finish()
    assert reasons(kept) == [Reason.CLOSING]


def test_the_sample_makes_none(office: Office, make: Make) -> None:
    make(office).finish()
    assert reasons(office) == []


def test_by_hand_is_always_and_told(qtbot: QtBot, kept: Office, make: Make) -> None:
    keeper = make(kept)
    for _time in range(2):
        with qtbot.waitSignal(keeper.news) as news:
            keeper.back_up_by_hand()
    assert news.args == ["已备份", True]
    assert reasons(kept) == [Reason.BY_HAND] * 2


def test_a_second_place_that_is_away_is_said_gently(
    qtbot: QtBot, kept: Office, make: Make, tmp_path: Path
) -> None:
    kept.settings.put(SECOND_KEY, str(tmp_path / "U盘"))
    keeper = make(kept)
    with qtbot.waitSignal(keeper.told) as told:
        keeper.back_up(Reason.REGULAR)
    assert told.args is not None
    assert told.args[0] == "上次备份 10:35"
    assert "接上后会自动补上" in told.args[1]


def test_a_failed_backup_is_said_and_tried_again_sooner(
    qtbot: QtBot, kept: Office, make: Make
) -> None:
    (kept.store.path.parent / "备份").write_text("不是文件夹")
    keeper = make(kept)
    with qtbot.waitSignal(keeper.told) as told:
        keeper.back_up(Reason.REGULAR)
    assert told.args is not None
    assert (told.args[0], told.args[2]) == ("备份没有做成", False)
    assert keeper._timer.interval() == keepers.AFTER_A_FAILURE
    (kept.store.path.parent / "备份").unlink()
    with qtbot.waitSignal(keeper.told):
        keeper.back_up(Reason.REGULAR)
    assert keeper._timer.interval() == keepers.HALF_AN_HOUR


def test_a_damaged_file_bars_writing(qtbot: QtBot, kept: Office, make: Make) -> None:
    write(kept, "孙丽")
    spoil(kept.store.path)
    keeper = make(kept)
    with qtbot.waitSignals([keeper.barred, keeper.told]):
        keeper.begin()
    assert kept.store.read_only
    assert reasons(kept) == []
    keeper.finish()
    assert reasons(kept) == []


def test_a_damaged_newest_backup_is_followed_by_another(
    qtbot: QtBot, kept: Office, make: Make
) -> None:
    keeper = make(kept)
    with qtbot.waitSignal(keeper.told):
        keeper.back_up(Reason.REGULAR)
    spoil(backups_of(kept.store.path)[0].path)
    with qtbot.waitSignal(keeper.told):
        keeper.begin()
    assert len(reasons(kept)) == 2


@pytest.mark.parametrize(("days", "due"), [(-3, True), (0, False), (6, False), (7, True)])
def test_the_sweep_is_due_each_week(kept: Office, make: Make, days: int, due: bool) -> None:
    kept.settings.put(sweep_key(kept.store.path), (NOW.date() - timedelta(days=days)).isoformat())
    assert make(kept)._sweep_is_due() is due


def test_the_sweep_tells_of_a_value_that_changed_by_itself(
    qtbot: QtBot, kept: Office, make: Make
) -> None:
    kept.store._connection.execute("UPDATE person SET post = '院犯' WHERE id = 1")
    keeper = make(kept)
    with qtbot.waitSignal(keeper.doubted) as doubted:
        keeper.begin()
    assert doubted.args is not None
    assert "表里是“院犯”，变更历史里是“院长”" in doubted.args[0]
    assert not kept.store.read_only
    assert kept.settings.get(sweep_key(kept.store.path)) == "2011-04-20"


def test_a_share_is_told(
    qtbot: QtBot, kept: Office, make: Make, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("model.network.is_on_share", lambda path: True)
    keeper = make(kept)
    with qtbot.waitSignal(keeper.shared):
        keeper.begin()


def test_a_ledger_that_is_only_read_makes_none(qtbot: QtBot, kept: Office, make: Make) -> None:
    kept.store.read_only = "现在只能查看。"
    keeper = make(replace(kept))
    with qtbot.waitSignal(keeper.told) as told:
        keeper.back_up(Reason.REGULAR)
    assert told.args is not None
    assert told.args[0] == "还没有备份"


def test_a_working_copy_is_published(
    qtbot: QtBot, kept: Office, make: Make, tmp_path: Path
) -> None:
    share = tmp_path / "共享" / "台账.db"
    share.parent.mkdir()
    kept.settings.put(share_key(kept.store.path), str(share))
    keeper = make(kept)
    with qtbot.waitSignal(keeper.told) as told:
        keeper.back_up(Reason.REGULAR)
    assert told.args is not None
    assert f"发布到“{share.parent}”" in told.args[1]
    assert [path.name for path in share.parent.iterdir()] == ["台账_20110420_103500_发布.db"]
