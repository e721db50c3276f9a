"""A second start raises the first window; where that does not answer, it goes on by itself."""

import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from gui import first_window
from gui.desk import Desk
from gui.first_window import Door, is_raised
from gui.look import Look, apply
from gui.program import Program
from tests.gui.prepared import PreparedAsk

ROOT = Path(__file__).resolve().parents[2]
KNOCK = """
import sys
from pathlib import Path
from gui.first_window import is_raised
sys.exit(0 if is_raised(Path(sys.argv[1]), sys.argv[2]) else 3)
"""


def knock(qtbot: QtBot, ledger: Path, user: str) -> bool:
    """What a second process hears, while the window of this one lives on."""
    process = subprocess.Popen([sys.executable, "-c", KNOCK, str(ledger), user], cwd=ROOT)
    qtbot.waitUntil(lambda: process.poll() is not None, timeout=20_000)
    return process.returncode == 0


@pytest.fixture
def door(qtbot: QtBot, tmp_path: Path) -> Iterator[Door]:
    made = Door(tmp_path / "taizhang.db", "李芳")
    made.open()
    yield made
    made.close()


def test_a_knock_is_answered(qtbot: QtBot, door: Door, tmp_path: Path) -> None:
    with qtbot.waitSignal(door.knocked):
        assert knock(qtbot, tmp_path / "taizhang.db", "李芳")


@pytest.mark.parametrize(("name", "user"), [("taizhang.db", "王强"), ("别的.db", "李芳")])
def test_another_user_or_ledger_has_another_door(
    qtbot: QtBot, door: Door, tmp_path: Path, name: str, user: str
) -> None:
    assert not knock(qtbot, tmp_path / name, user)


def test_without_a_door_nobody_waits(tmp_path: Path) -> None:
    began = time.monotonic()
    assert not is_raised(tmp_path / "taizhang.db", "李芳")
    assert time.monotonic() - began < first_window.ANSWER_SECONDS


def test_who_is_just_starting_is_waited_for(tmp_path: Path) -> None:
    until = time.time() + 0.3
    assert not is_raised(tmp_path / "taizhang.db", "李芳", until)
    assert time.time() >= until


def test_a_frozen_window_is_not_waited_for_long(
    door: Door, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """It cannot answer: it is in this very thread."""
    monkeypatch.setattr(first_window, "ANSWER_SECONDS", 0.1)
    assert not is_raised(tmp_path / "taizhang.db", "李芳", time.time() + 60)


def test_a_closed_door_is_no_door(door: Door, tmp_path: Path) -> None:
    door.close()
    assert not is_raised(tmp_path / "taizhang.db", "李芳")


def test_the_door_of_a_killed_window_is_taken_over(qtbot: QtBot, tmp_path: Path) -> None:
    ledger = tmp_path / "taizhang.db"
    left = (
        "import os, sys; from pathlib import Path; from gui.first_window import Door;"
        f"Door(Path({str(ledger)!r}), '李芳').open(); os.kill(os.getpid(), 9)"
    )
    subprocess.run([sys.executable, "-c", left], cwd=ROOT, check=False)
    door = Door(ledger, "李芳")
    door.open()
    assert knock(qtbot, ledger, "李芳")
    door.close()


def test_a_system_without_the_library_has_no_door(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "PySide6.QtNetwork", None)
    Door(tmp_path / "taizhang.db", "李芳").open()
    assert not is_raised(tmp_path / "taizhang.db", "李芳")


def test_the_first_window_comes_back_from_the_task_bar(
    qtbot: QtBot, qapp: QApplication, look: Look, ask: PreparedAsk, tmp_path: Path
) -> None:
    own = Desk(tmp_path / "taizhang.db", create=True)
    program = Program(qapp, own, "李芳", make_ask=lambda look: ask)
    program.open(own)
    window = program.window
    assert window is not None
    window.showMinimized()
    qtbot.waitUntil(lambda: program.findChild(Door) is not None)
    assert window.isMinimized()
    assert knock(qtbot, own.path, "李芳")
    assert not window.isMinimized()
    assert window.isActiveWindow()
    program.close()
    apply(qapp, look)
