"""In the window: the foot tells of the backups, the menu opens them, damage ends the writing."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QApplication, QLabel, QToolButton, QWidget
from pytestqt.qtbot import QtBot

from gui.backups.restore_window import RestoreWindow
from gui.desk import Desk
from gui.look import Look, apply
from gui.main_window import MainWindow
from gui.program import Program
from model.backups import Reason
from model.backups.listing import backups_of
from model.changes import Change
from model.records import Person
from model.store import Store
from tests.gui.prepared import PreparedAsk
from tests.model.backups.conftest import spoil


@pytest.fixture
def program(
    qtbot: QtBot, qapp: QApplication, look: Look, ask: PreparedAsk, store: Store
) -> Iterator[Program]:
    """The ledger of ``store``, open in its window."""
    store.close()
    made = Program(qapp, Desk(store.path), "张明", make_ask=lambda look: ask)
    assert made.open(Desk(store.path))
    yield made
    made.close()
    apply(qapp, look)


def window(program: Program) -> MainWindow:
    assert program.window is not None
    return program.window


def store_of(program: Program) -> Store:
    assert program.office is not None
    return program.office.store


def foot(program: Program, name: str = "backup_label") -> QLabel:
    found = window(program).findChild(QLabel, name)
    assert found is not None
    return found


def trigger(program: Program, id: str) -> None:
    action = window(program).findChild(QAction, f"action_{id}")
    assert action is not None
    action.trigger()


def write(program: Program, name: str) -> None:
    store = store_of(program)
    store.apply([Change(None, Person(store.fresh_id(Person), name=name))], f"新增人员{name}")


def people(program: Program) -> list[str]:
    return [person.name for person in store_of(program).all(Person)]


def choose_newest(monkeypatch: pytest.MonkeyPatch) -> None:
    """The user takes the newest backup as soon as the window opens."""

    def run(shown: RestoreWindow) -> int:
        shown.chosen = shown._backups[0].path
        shown.done(1)
        return 1

    monkeypatch.setattr(RestoreWindow, "exec", run)


def test_backed_up_by_hand_the_foot_says_when(qtbot: QtBot, program: Program) -> None:
    trigger(program, "back_up")
    qtbot.waitUntil(lambda: foot(program).text().startswith("上次备份 "))
    assert foot(program, "news_label").text() == "已备份"
    assert "备份" in foot(program).toolTip()
    assert [each.reason for each in backups_of(store_of(program).path)] == [Reason.BY_HAND]


def test_a_backup_that_fails_is_said_in_the_foot(qtbot: QtBot, program: Program) -> None:
    (store_of(program).path.parent / "备份").write_text("不是文件夹")
    trigger(program, "back_up")
    qtbot.waitUntil(lambda: foot(program).text() == "备份没有做成")
    assert "过几分钟会再试" in foot(program).toolTip()


def test_closing_leaves_a_backup(program: Program) -> None:
    path = store_of(program).path
    program.close()
    assert [each.reason for each in backups_of(path)] == [Reason.CLOSING]


def test_the_sample_makes_none(program: Program) -> None:
    trigger(program, "open_sample")
    path = store_of(program).path
    write(program, "孙丽")
    trigger(program, "open_own")
    assert backups_of(path) == []


def test_a_restore_opens_the_ledger_as_it_was(
    qtbot: QtBot, program: Program, ask: PreparedAsk, monkeypatch: pytest.MonkeyPatch
) -> None:
    before, former = people(program), window(program)
    trigger(program, "back_up")
    qtbot.waitUntil(lambda: bool(foot(program).text()))
    write(program, "孙丽")
    choose_newest(monkeypatch)
    ask.expect("tell")
    trigger(program, "show_backups")
    assert people(program) == before
    assert window(program) is not former
    assert window(program).isVisible()
    assert not former.isVisible()
    write(program, "周涛")
    reasons = [each.reason for each in backups_of(store_of(program).path)]
    assert Reason.BEFORE_RESTORE in reasons


def test_a_restore_that_fails_opens_the_ledger_as_it_is(
    qtbot: QtBot, program: Program, ask: PreparedAsk, monkeypatch: pytest.MonkeyPatch
) -> None:
    trigger(program, "back_up")
    qtbot.waitUntil(lambda: bool(foot(program).text()))
    write(program, "孙丽")
    spoil(backups_of(store_of(program).path)[0].path)
    choose_newest(monkeypatch)
    ask.expect("refuse")
    trigger(program, "show_backups")
    assert "孙丽" in people(program)
    write(program, "周涛")


def test_damage_ends_the_writing_and_offers_the_backups(
    qtbot: QtBot, program: Program, ask: PreparedAsk
) -> None:
    spoil(store_of(program).path)
    ask.expect("confirm", False)
    window(program).backups.keeper.begin()
    qtbot.waitUntil(lambda: bool(store_of(program).read_only))
    bar = window(program).findChild(QWidget, "standing_bar")
    assert bar is not None
    assert bar.isVisible()
    assert "从备份恢复" in foot(program, "standing_label").text()
    assert not window(program)._actions["add_issue"].isEnabled()
    assert window(program)._actions["show_backups"].isEnabled()


def test_a_share_is_a_word_in_the_foot_with_a_way_out(
    qtbot: QtBot, program: Program, ask: PreparedAsk, tmp_path: Path
) -> None:
    window(program).backups.keeper.shared.emit()
    assert "网络共享" in foot(program, "news_label").text()
    button = window(program).findChild(QToolButton, "news_button_0")
    assert button is not None
    (tmp_path / "本机").mkdir()
    ask.expect("confirm", True)
    ask.expect("folder", tmp_path / "本机")
    button.click()
    assert store_of(program).path == tmp_path / "本机" / "台账.db"
