"""Two windows on one ledger: the second reads, follows what the first stores, and takes over."""

import os
import shutil
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QApplication, QLabel, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from gui import first_window
from gui.desk import Desk
from gui.look import Look, apply
from gui.main_window import MainWindow
from gui.office import Office
from gui.program import Program
from gui.record_table import RecordTable
from gui.timeline.room import TimelineRoom
from gui.watch import Watch
from model import sample
from model.changes import Change
from model.deletion import deletion
from model.records import Campaign, Issue
from model.store.faults import FREE, GONE, REPLACED
from tests.gui.prepared import PreparedAsk

pytestmark = pytest.mark.usefixtures("impatient")

Open = Callable[[str], Program]


@pytest.fixture
def ledger(tmp_path: Path) -> Path:
    path = tmp_path / "taizhang.db"
    shutil.copy(sample.FILE, path)
    path.chmod(0o600)
    return path


@pytest.fixture
def opened(
    qtbot: QtBot, qapp: QApplication, look: Look, ask: PreparedAsk, ledger: Path
) -> Iterator[Open]:
    """Opens the ledger in a program of its own, for a user."""
    programs = []

    def open_it(user: str) -> Program:
        desk = Desk(ledger, sample.TODAY)
        programs.append(Program(qapp, desk, user, make_ask=lambda look: ask))
        assert programs[-1].open(desk)
        qtbot.waitUntil(lambda: window(programs[-1]).findChild(Watch) is not None)
        return programs[-1]

    yield open_it
    for program in programs:
        program.close()
    apply(qapp, look)


def window(program: Program) -> MainWindow:
    assert program.window is not None
    return program.window


def office(program: Program) -> Office:
    assert program.office is not None
    return program.office


def look_round(program: Program) -> None:
    """What the window does every few seconds."""
    watch = window(program).findChild(Watch)
    assert watch is not None
    watch.look()


def bar(program: Program) -> str:
    """The words of the bar; blank while it is hidden."""
    found = window(program).findChild(QLabel, "standing_label")
    return found.text() if found is not None and found.isVisible() else ""


def retry(program: Program) -> None:
    button = window(program).findChild(QPushButton, "standing_retry")
    assert button is not None
    button.click()


def action(program: Program, id: str) -> QAction:
    found = window(program).findChild(QAction, f"action_{id}")
    assert found is not None
    return found


def table(program: Program) -> RecordTable:
    found = window(program).show_room("ledger").findChild(RecordTable, "issue_table")
    assert found is not None
    return found


def write(program: Program, words: str) -> None:
    before = office(program).store.get(Issue, 3)
    office(program).do([Change(before, replace(before, content=words))], "修改问题表现")


def shown(program: Program) -> str:
    """The words of the same issue in the table."""
    records = table(program).records
    row = records.rows.row_of(3)
    assert row is not None
    return records.rows.text(row, records.column_of("content"))


def test_the_first_writes_and_the_second_says_who(opened: Open) -> None:
    first, second = opened("李芳"), opened("王强")
    assert bar(first) == ""
    assert bar(second).startswith("李芳 在这台电脑上 ")
    assert bar(second).endswith("起正在使用这个台账，现在只能查看。")
    assert action(first, "add_issue").isEnabled()
    assert not action(second, "add_issue").isEnabled()
    assert not action(second, "undo").isEnabled()


def test_what_the_first_stores_is_seen_by_the_second(opened: Open) -> None:
    first, second = opened("李芳"), opened("王强")
    before = shown(second)
    write(first, "门口没有无障碍通道。")
    assert shown(second) == before
    look_round(second)
    assert shown(second) == "门口没有无障碍通道。"


def test_following_keeps_the_place_and_says_nothing(opened: Open) -> None:
    first, second = opened("李芳"), opened("王强")
    table(second).select_id(5)
    issue = office(first).store.get(Issue, 9)
    office(first).do(deletion(issue, office(first).store), "删除问题2011-009")
    look_round(second)
    assert table(second).current_id() == 5
    news = window(second).findChild(QWidget, "news")
    assert news is not None
    assert not news.isVisible()


def test_a_campaign_of_another_one_is_not_jumped_to(opened: Open) -> None:
    first, second = opened("李芳"), opened("王强")
    title = window(second).windowTitle()
    kept = office(first).store.all(Campaign)[0]
    fresh = replace(kept, id=office(first).store.fresh_id(Campaign), title="另一个活动")
    office(first).do([Change(None, fresh)], "建立活动")
    look_round(second)
    assert window(second).windowTitle() == title
    assert "另一个活动" in window(first).windowTitle()


def test_trying_again_takes_over_at_the_same_place(opened: Open) -> None:
    first, second = opened("李芳"), opened("王强")
    before = window(second)
    table(second).select_id(5)
    retry(second)
    assert bar(second).startswith("李芳")
    write(first, "最后一笔。")
    first.close()
    look_round(second)
    assert bar(second) == FREE
    retry(second)
    assert bar(second) == ""
    assert window(second) is before
    assert table(second).current_id() == 5
    assert shown(second) == "最后一笔。"
    assert action(second, "add_issue").isEnabled()
    write(second, "现在是我。")
    assert shown(second) == "现在是我。"


def test_the_timeline_can_be_edited_after_taking_over(opened: Open) -> None:
    first, second = opened("李芳"), opened("王强")
    room = window(second).show_room("timeline")
    assert isinstance(room, TimelineRoom)
    assert not room.board.chart.editable
    first.close()
    retry(second)
    assert room.board.chart.editable
    assert action(second, "add").isEnabled()


def test_another_look_keeps_the_bar_and_the_reader(opened: Open) -> None:
    _first, second = opened("李芳"), opened("王强")
    action(second, "dark").trigger()
    assert bar(second).startswith("李芳")


def test_the_same_ledger_can_be_opened_anew(opened: Open, ledger: Path) -> None:
    program = opened("李芳")
    former = window(program)
    assert program.open(Desk(ledger, sample.TODAY))
    assert window(program) is not former
    assert bar(program) == ""
    write(program, "还能写。")


def test_after_a_refused_opening_anew_the_former_still_writes(opened: Open, ledger: Path) -> None:
    program = opened("李芳")
    whole = ledger.with_name("移走.db")
    ledger.rename(whole)
    with pytest.raises(Exception, match="没有找到文件"):
        program.open(Desk(ledger))
    whole.rename(ledger)
    write(program, "还能写。")
    second = opened("王强")
    assert bar(second).startswith("李芳")


def test_a_pulled_stick_makes_it_read_only_and_coming_back_is_one_button(
    opened: Open, ledger: Path, ask: PreparedAsk
) -> None:
    program = opened("李芳")
    away = ledger.with_name("拔出.db")
    ledger.rename(away)
    look_round(program)
    assert bar(program) == GONE
    assert not action(program, "add_issue").isEnabled()
    ask.expect("refuse")
    retry(program)
    assert not ledger.exists(), "an empty one must not be made in its place"
    away.rename(ledger)
    retry(program)
    assert bar(program) == ""
    write(program, "插回来了。")
    assert shown(program) == "插回来了。"


def test_a_write_to_a_pulled_stick_is_refused_in_words(
    opened: Open, ledger: Path, ask: PreparedAsk
) -> None:
    program = opened("李芳")
    ledger.unlink()
    ask.expect("refuse")
    write(program, "写到哪里去？")
    assert ask.asked == [("refuse", GONE)]


def test_a_restored_file_is_said_and_shown_anew(opened: Open, ledger: Path) -> None:
    first, second = opened("李芳"), opened("王强")
    old = shown(second)
    backup = ledger.with_name("备份.db")
    shutil.copy(ledger, backup)
    write(first, "这笔会被恢复掉。")
    look_round(second)
    first.close()
    os.replace(backup, ledger)
    look_round(second)
    assert bar(second) == REPLACED
    retry(second)
    assert bar(second) == ""
    assert shown(second) == old


def test_no_answer_within_its_time_opens_read_only(
    qtbot: QtBot, opened: Open, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The first window cannot answer: it is in this very thread, which waits for it."""
    monkeypatch.setattr(first_window, "ANSWER_SECONDS", 0.1)
    first = opened("李芳")
    qtbot.waitUntil(lambda: first.findChild(first_window.Door) is not None)
    second = opened("李芳")
    assert bar(second).endswith("已在另一个窗口里打开，现在只能查看。")
