"""What the menu does with the program itself, campaign or not: each entry is one line of DEEDS."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime

from PySide6.QtWidgets import QWidget

from gui.office import Office
from model.refused import Refused

# Dialogs are loaded with the first of them: the start of the program does not wait for them.


def set_preferences(parent: QWidget, office: Office) -> bool:
    """设置."""
    from gui.preferences.dialog import set_preferences as set_them

    return set_them(parent, office)


def edit_holidays(parent: QWidget, office: Office) -> bool:
    """节假日."""
    from gui.holidays import edit_holidays as edit_them

    return edit_them(parent, office)


def make_shortcut(parent: QWidget, office: Office) -> bool:
    """在桌面建快捷方式."""
    from gui.shortcut import make

    try:
        office.ask.tell("已建快捷方式", make())
    except Refused as refusal:
        office.ask.refuse(refusal.text)
    return False


def about(parent: QWidget, office: Office) -> bool:
    """关于活动台账."""
    from gui.about import About

    dialog = About(parent, office, datetime.now())
    dialog.exec()
    dialog.deleteLater()
    return False


Deed = Callable[[QWidget, Office], bool]

DEEDS: dict[str, Deed] = {
    "preferences": set_preferences,
    "holidays": edit_holidays,
    "shortcut": make_shortcut,
    "about": about,
}
"""What each of these actions does; whether the window has to be made anew to show it."""
