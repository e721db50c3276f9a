"""F6 goes from pane to pane and comes back to where it was in each."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from gui.ledger.detail_side import DetailSide
from gui.ledger.issue_detail import FIELDS
from gui.main_window import MainWindow

F6, SHIFT = Qt.Key.Key_F6, Qt.KeyboardModifier.ShiftModifier


def focused(window: MainWindow) -> QWidget:
    found = window.focusWidget()
    assert found is not None
    return found


def way(qtbot: QtBot, window: MainWindow, presses: int, back: bool = False) -> list[str]:
    """The names of what has the keyboard after each press."""
    names = []
    for _ in range(presses):
        qtbot.keyClick(focused(window), F6, SHIFT if back else Qt.KeyboardModifier.NoModifier)
        names.append(focused(window).objectName())
    return names


def test_from_the_sheet_it_goes_round_to_the_statistics_and_back(
    qtbot: QtBot, window: MainWindow
) -> None:
    window.resize(1366, 768)
    window.show_room("ledger").setFocus()
    assert focused(window).objectName() == "issue_table"
    round_trip = way(qtbot, window, 5)
    assert round_trip == [
        "tile_phase", "tabs", "statistics", "ledger_switch_issues", "issue_table",
    ]  # fmt: skip
    assert way(qtbot, window, 2, back=True) == ["ledger_switch_issues", "statistics"]


def test_a_pane_remembers_what_had_the_keyboard(qtbot: QtBot, window: MainWindow) -> None:
    window.resize(1366, 768)
    room = window.show_room("ledger")
    room.setFocus()
    qtbot.keyClick(focused(window), F6, SHIFT)
    qtbot.keyClick(focused(window), Qt.Key.Key_Tab)
    visited = focused(window)
    qtbot.keyClick(visited, F6)
    qtbot.keyClick(focused(window), F6, SHIFT)
    assert focused(window) is visited


def test_beside_the_sheet_it_comes_to_the_first_field_then_to_where_one_was(
    qtbot: QtBot, window: MainWindow
) -> None:
    window.resize(1366, 768)
    room = window.show_room("ledger")
    room.reveal("issue", 1)
    side = window.findChild(DetailSide)
    assert side is not None
    side.button.click()
    qtbot.waitUntil(lambda: side.detail is not None and side.detail.isVisible())
    room.setFocus()
    first, second = (each.name for each in FIELDS[:2])
    assert way(qtbot, window, 1) == [f"{first}_edit"]
    qtbot.keyClick(focused(window), Qt.Key.Key_Tab)
    assert way(qtbot, window, 1, back=True) == ["issue_table"]
    assert way(qtbot, window, 1) == [f"{second}_edit"]


@pytest.mark.parametrize("name", ["timeline", "ledger", "rectification", "roster"])
def test_in_every_tab_it_comes_round(qtbot: QtBot, window: MainWindow, name: str) -> None:
    window.show_room(name).setFocus()
    start = focused(window)
    for _ in range(6):
        qtbot.keyClick(focused(window), F6)
        if focused(window) is start:
            return
    raise AssertionError("F6 does not come back")
