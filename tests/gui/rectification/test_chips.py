"""The chips say how many they stand for, filter, and fold where the row is too narrow."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QMenu, QToolButton
from pytestqt.qtbot import QtBot

from gui.look import Look
from gui.look.chips import Chip
from gui.rectification.chips import RARER, STATES, ChipRow
from model.words import State

WIDE, NARROW = 1000, 544


@pytest.fixture
def chips(qtbot: QtBot, look: Look) -> ChipRow:
    row = ChipRow(look)
    qtbot.addWidget(row)
    row.show_counts([], 0, filtering=False)
    row.resize(WIDE, 44)
    row.show()
    return row


def chip(row: ChipRow, name: str) -> Chip:
    found = row.findChild(Chip, f"chip_{name}")
    assert found is not None
    return found


def chip_named(row: ChipRow, name: str) -> Chip:
    found = row.findChild(Chip, name)
    assert found is not None
    return found


def more(row: ChipRow) -> QToolButton:
    found = row.findChild(QToolButton, "more_states")
    assert found is not None
    return found


def test_a_wide_row_shows_every_state(chips: ChipRow) -> None:
    assert all(chip(chips, state.name.lower()).isVisible() for state in STATES)
    assert not more(chips).isVisible()


def test_a_narrow_row_folds_the_rarer_states_and_cuts_none(qtbot: QtBot, chips: ChipRow) -> None:
    chips.resize(NARROW, 44)
    folded = [state for state in STATES if chip(chips, state.name.lower()).isHidden()]
    assert folded
    assert set(folded) <= set(RARER)
    assert more(chips).isVisible()
    shown = [each for each in chips.findChildren(Chip) if each.isVisible()]
    qtbot.waitUntil(lambda: all(each.width() >= each.sizeHint().width() for each in shown))


def test_a_folded_state_is_chosen_in_the_menu_and_comes_out(qtbot: QtBot, chips: ChipRow) -> None:
    chips.resize(NARROW, 44)
    menu = chips.findChild(QMenu, "more_states_menu")
    assert menu is not None
    entry = next(each for each in menu.actions() if each.text() == str(State.LONG_TERM))
    with qtbot.waitSignal(chips.altered):
        entry.trigger()
    chips.show_counts([], 0, filtering=chips.is_filtering())
    assert chip(chips, "long_term").isVisible()
    assert chip(chips, "long_term").isChecked()


def test_all_clears_and_is_on_while_nothing_filters(qtbot: QtBot, chips: ChipRow) -> None:
    chips.choose([State.CLOSED])
    assert not chip(chips, "all").isChecked()
    with qtbot.waitSignal(chips.cleared):
        qtbot.mouseClick(chip(chips, "all"), Qt.MouseButton.LeftButton)
    chips.choose()
    assert chip(chips, "all").isChecked()


def test_the_way_back_to_all_is_whole_however_many_chips_are_on(
    qtbot: QtBot, chips: ChipRow
) -> None:
    chips.choose(STATES)
    chips.show_counts([], 0, filtering=True)
    chips.resize(NARROW, 44)
    gathered, clear = chip_named(chips, "gathered_states"), chips._clear
    assert gathered.text() == "状态6项"
    assert gathered.toolTip() == "、".join(STATES)
    qtbot.waitUntil(lambda: clear.width() >= clear.sizeHint().width())
    assert clear.geometry().right() < chips.width()
    chips.resize(WIDE, 44)
    assert gathered.isHidden()


def test_gathered_states_are_turned_off_in_the_menu(qtbot: QtBot, chips: ChipRow) -> None:
    chips.choose(STATES)
    chips.show_counts([], 0, filtering=True)
    chips.resize(NARROW, 44)
    qtbot.mouseClick(chip_named(chips, "gathered_states"), Qt.MouseButton.LeftButton)
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    entry = next(each for each in menu.actions() if each.text() == str(State.CLOSED))
    assert entry.isChecked()
    with qtbot.waitSignal(chips.altered):
        qtbot.mouseClick(menu, Qt.MouseButton.LeftButton, pos=menu.actionGeometry(entry).center())
    assert not chip(chips, "closed").isChecked()
