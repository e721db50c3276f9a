"""One ledger at a time: another ledger or look is another window, and the former is let go."""

import sqlite3
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from gui.desk import Desk
from gui.ledgers import sample_copy
from gui.look import Look, apply
from gui.main_window import MainWindow
from gui.preferences import Appearance, Preferences, keep, recall
from gui.program import Program
from gui.record_table import ColumnFilter, RecordTable
from gui.settings import Settings
from model.calendar import OWN_FOLDER
from model.holidays import Holiday, HolidayYear, save
from model.refused import Refused
from model.store import Store
from tests.gui.prepared import PreparedAsk


@pytest.fixture
def program(
    qtbot: QtBot, qapp: QApplication, look: Look, ask: PreparedAsk, tmp_path: Path
) -> Iterator[Program]:
    own = Desk(tmp_path / "own" / "taizhang.db", create=True)
    made = Program(qapp, own, "张明", make_ask=lambda look: ask)
    yield made
    made.close()
    apply(qapp, look)


def shown(program: Program) -> MainWindow:
    assert program.window is not None
    return program.window


def trigger(program: Program, id: str) -> None:
    action = shown(program).findChild(QAction, f"action_{id}")
    assert action is not None
    action.trigger()


def path(program: Program) -> Path:
    assert program.office is not None
    return program.office.store.path


def test_the_own_ledger_is_made_when_it_is_not_there(program: Program, tmp_path: Path) -> None:
    program.open(Desk(tmp_path / "own" / "taizhang.db", create=True))
    assert shown(program).windowTitle() == "活动台账"
    assert (tmp_path / "own" / "taizhang.db").exists()


def test_the_sample_opens_as_a_copy_on_its_own_day(program: Program, tmp_path: Path) -> None:
    program.open(Desk(tmp_path / "own" / "taizhang.db", create=True))
    trigger(program, "open_sample")
    assert path(program).name == "示例台账.db"
    assert program.office is not None
    assert str(program.office.today()) == "2011-04-20"
    trigger(program, "open_own")
    assert path(program) == tmp_path / "own" / "taizhang.db"


def test_the_former_ledger_is_let_go(program: Program, tmp_path: Path) -> None:
    program.open(Desk(tmp_path / "own" / "taizhang.db", create=True))
    former, window = program.office, program.window
    trigger(program, "open_sample")
    assert former is not None
    with pytest.raises(Exception, match="closed"):
        former.store.history.last_id()
    assert window is not None
    assert not window.isVisible()


def test_dark_keeps_the_ledger_and_is_remembered(program: Program, tmp_path: Path) -> None:
    program.open(Desk(tmp_path / "own" / "taizhang.db", create=True))
    assert program.office is not None
    store = program.office.store
    trigger(program, "dark")
    assert program.office.look.dark
    assert program.office.store is store
    assert recall(program.office.settings).appearance is Appearance.DARK


def test_a_row_that_is_no_record_yet_passes_to_the_dark_window(
    qtbot: QtBot, program: Program, tmp_path: Path
) -> None:
    program.open(Desk(tmp_path / "own" / "taizhang.db", create=True))
    trigger(program, "open_sample")
    shown(program).activateWindow()
    qtbot.waitUntil(shown(program).isActiveWindow)
    table = shown(program).show_room("ledger").findChild(RecordTable, "issue_table")
    assert table is not None
    table.setFocus()
    table.records.commit(len(table.records.rows), table.records.column_of("cause"), "无人检修")
    trigger(program, "dark")
    words = shown(program).findChild(QLabel, "draft_words")
    assert words is not None
    assert words.text().endswith("无人检修")


def test_another_look_keeps_what_was_looked_at(program: Program, tmp_path: Path) -> None:
    program.open(Desk(tmp_path / "own" / "taizhang.db", create=True))
    trigger(program, "open_sample")
    places = (("ledger", "issue_table", "content"), ("rectification", "track_table", "owner"))
    for room, name, path in places:
        table = shown(program).show_room(room).findChild(RecordTable, name)
        assert table is not None
        table.filtering.put(path, ColumnFilter(holds="病" if room == "ledger" else "王"))
        table.select_id(table.records.rows.id_at(2), path)
    shown(program)._menu_bar.search_edit.setText("培训")
    before = shown(program).kept()
    trigger(program, "dark")
    for room, name, _path in places:
        table = shown(program).show_room(room).findChild(RecordTable, name)
        assert table is not None
        assert len(table.records.rows) < len(table.records.rows.all)
    assert shown(program).kept() == before


def test_a_refused_ledger_leaves_the_open_one(
    program: Program, ask: PreparedAsk, tmp_path: Path
) -> None:
    program.open(Desk(tmp_path / "own" / "taizhang.db", create=True))
    (tmp_path / "信.db").write_text("不是台账", "utf-8")
    ask.expect("open_path", tmp_path / "信.db")
    ask.expect("refuse")
    trigger(program, "open_ledger")
    assert "不是活动台账的文件" in ask.asked[1][1]
    assert path(program) == tmp_path / "own" / "taizhang.db"
    assert shown(program).isVisible()


def test_what_cannot_be_opened_at_the_start_is_refused(program: Program, tmp_path: Path) -> None:
    with pytest.raises(Refused):
        program.open(Desk(tmp_path / "没有.db"))


def damaged(folder: Path) -> Path:
    """A ledger that opens, but whose issues cannot be read."""
    copy = sample_copy(folder)
    connection = sqlite3.connect(copy)
    query = "SELECT rootpage FROM sqlite_master WHERE name = 'issue'"
    ((root,),) = connection.execute(query).fetchall()
    ((size,),) = connection.execute("PRAGMA page_size").fetchall()
    connection.close()
    with copy.open("r+b") as file:
        file.seek((root - 1) * size)
        file.write(b"\x55" * size)
    return copy


def test_of_a_ledger_that_cannot_be_shown_no_window_stays(program: Program, tmp_path: Path) -> None:
    program.open(Desk(tmp_path / "own" / "taizhang.db", create=True))
    with pytest.raises(Refused, match="已损坏"):
        program.open(Desk(damaged(tmp_path)))
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    windows = [each for each in QApplication.topLevelWidgets() if isinstance(each, MainWindow)]
    assert windows == [shown(program)]


def test_closing_lets_go_of_everything(program: Program, tmp_path: Path) -> None:
    own = tmp_path / "own" / "taizhang.db"
    program.open(Desk(own, create=True))
    program.close()
    assert program.window is None
    Store(own).close()


def test_preferences_alter_look_and_name_at_once(program: Program, tmp_path: Path) -> None:
    program.open(Desk(tmp_path / "own" / "taizhang.db", create=True))
    office, former = program.office, shown(program)
    assert office is not None
    preferences = Preferences(user="李芳", appearance=Appearance.DARK, family="Noto Serif CJK SC")
    keep(office.settings, preferences)
    former.settings_changed.emit()
    assert program.office is not None
    assert program.office.look.dark
    assert program.office.look.font("body").families()[0] == "Noto Serif CJK SC"
    assert program.office.user == program.office.store.user == "李芳"
    assert program.office.store is office.store
    assert shown(program) is not former


def test_the_name_at_this_keyboard_stands_from_the_start(program: Program, tmp_path: Path) -> None:
    own = tmp_path / "own" / "taizhang.db"
    settings = Settings.beside(own)
    keep(settings, Preferences(user="李芳"))
    settings.save()
    program.open(Desk(own, create=True))
    assert program.office is not None
    assert program.office.store.user == "李芳"


def test_without_a_name_the_account_stands(program: Program, tmp_path: Path) -> None:
    program.open(Desk(tmp_path / "own" / "taizhang.db", create=True))
    assert program.office is not None
    assert program.office.user == "张明"


def test_what_is_set_over_the_sample_is_the_offices(program: Program, tmp_path: Path) -> None:
    own = tmp_path / "own" / "taizhang.db"
    program.open(Desk(own, create=True))
    trigger(program, "open_sample")
    assert program.office is not None
    keep(program.office.settings, Preferences(prepared_by="李芳"))
    trigger(program, "open_own")
    assert recall(program.office.settings).prepared_by == "李芳"


def test_what_the_command_says_of_dark_holds_until_it_is_altered(
    qapp: QApplication, look: Look, ask: PreparedAsk, tmp_path: Path
) -> None:
    own = Desk(tmp_path / "own" / "taizhang.db", create=True)
    program = Program(qapp, own, "张明", dark=True, make_ask=lambda look: ask)
    program.open(own)
    assert program.office is not None
    keep(program.office.settings, Preferences(user="李芳"))
    shown(program).settings_changed.emit()
    assert program.office.look.dark
    trigger(program, "dark")
    assert not program.office.look.dark
    program.close()
    apply(qapp, look)


def test_a_year_of_holidays_counts_at_once_and_at_the_next_start(
    program: Program, tmp_path: Path
) -> None:
    own = Desk(tmp_path / "own" / "taizhang.db", create=True)
    program.open(own)
    holiday = Holiday("院庆", date(2027, 4, 20), date(2027, 4, 20))
    save(own.path.parent / OWN_FOLDER, HolidayYear(2027, "", (holiday,)))
    shown(program).settings_changed.emit()
    assert program.office is not None
    assert not program.office.calendar.is_working(date(2027, 4, 20))
    trigger(program, "open_sample")
    assert not program.office.calendar.is_working(date(2027, 4, 20))
