"""--snapshot paints every window, and fails where a slot fails, though Qt goes on after it."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtCore import QObject, Signal
from pytestqt.qtbot import QtBot

from gui.command_line.painting import raising_what_slots_raise


class Bell(QObject):
    rung = Signal()


def break_down() -> None:
    raise ValueError("broken")


def ring(bell: Bell, rung: list[str]) -> None:
    with raising_what_slots_raise():
        bell.rung.emit()
        rung.append("went on")


def test_what_a_slot_raises_is_raised_at_the_end(qtbot: QtBot) -> None:
    bell, done, before = Bell(), list[str](), sys.excepthook
    bell.rung.connect(break_down)
    with pytest.raises(ValueError, match="broken"):
        ring(bell, done)
    assert done == ["went on"]
    assert sys.excepthook is before


def test_without_a_bug_nothing_is_raised(qtbot: QtBot) -> None:
    before = sys.excepthook
    done = list[str]()
    ring(Bell(), done)
    assert done == ["went on"]
    assert sys.excepthook is before


def test_every_window_of_the_sample_can_be_painted(tmp_path: Path) -> None:
    done = run("--demo", "--snapshot", str(tmp_path), "--size", "960x600")
    assert (done.returncode, "Traceback" in done.stderr) == (0, False), done.stderr
    assert len(done.stdout.split()) == len(list(tmp_path.glob("*.png"))) > 50


def test_a_picture_whose_name_is_taken_by_a_folder_is_named(tmp_path: Path) -> None:
    (tmp_path / "timeline.png").mkdir()
    done = run("--demo", "--snapshot", str(tmp_path))
    assert done.returncode == 1
    assert done.stderr.startswith(f"写不出图片“{tmp_path / 'timeline.png'}”。")


def run(*arguments: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "main.py", *arguments],
        cwd=Path(__file__).parents[3],
        env={**os.environ, "QT_QPA_PLATFORM": "offscreen"},
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
