"""The menu is data: every entry has its action, every action one place and its own keys."""

from collections import Counter
from collections.abc import Iterator

from gui.actions import ACTIONS, BARE_MENUS, EXPORTS, MENUS, SEPARATOR, Menu
from gui.main_window import MainWindow

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


def test_every_report_of_the_menu_can_be_made() -> None:
    from model import reports

    for name in EXPORTS.values():
        assert reports.find(name).name == name


def test_the_window_does_every_action(window: MainWindow) -> None:
    assert {action.objectName() for action in window.actions()} == {
        f"action_{id}" for id in ACTIONS
    }
