"""--snapshot fails where a slot fails, though Qt goes on after it."""

from __future__ import annotations

import sys

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
