"""The menu is data: every entry has its action, every action one place and its own keys."""

from collections import Counter
from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QPushButton

from gui.actions import ACTIONS, BARE_MENUS, EXPORTS, MENUS, SEPARATOR, Menu
from gui.main_window import MainWindow
from gui.rooms import DOORS
from model import reports

# Shown by the tab row only.
VERBS = {"export", "add"}


def entries(menu: Menu) -> Iterator[str]:
    for entry in menu.entries:
        if isinstance(entry, Menu):
            yield from entries(entry)
        elif entry != SEPARATOR:
            yield entry


def test_every_action_is_in_a_menu_and_every_entry_is_an_action() -> None:
    assert {id for menu in MENUS for id in entries(menu)} | VERBS == set(ACTIONS)


def test_no_two_actions_share_a_shortcut() -> None:
    keys = Counter(key for action in ACTIONS.values() for key in action.keys.split("; ") if key)
    assert [key for key, count in keys.items() if count > 1] == []


def test_the_first_start_keeps_menus_that_are_there() -> None:
    assert set(BARE_MENUS) <= {menu.title for menu in MENUS}


def test_the_menu_names_the_declared_reports_and_no_other() -> None:
    assert list(EXPORTS.values()) == [report.name for report in reports.catalogue()]


def test_a_verb_leads_to_a_report_that_is_declared(window: MainWindow) -> None:
    for door in DOORS:
        room = window.show_room(door.name)
        offered = window.findChild(QPushButton, "verb_export") is not None
        assert offered is (room.report in EXPORTS.values())


def test_the_verb_comes_with_the_declaration(
    window: MainWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    report = window.show_room("roster").report
    monkeypatch.setitem(EXPORTS, "export_roster", report)
    window.show_room("roster")
    assert window.findChild(QPushButton, "verb_export") is not None


def test_the_window_does_every_action(window: MainWindow) -> None:
    assert {action.objectName() for action in window.actions()} == {
        f"action_{id}" for id in ACTIONS
    }
