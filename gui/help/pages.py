"""The pages of the written help, as they lie in ``resources/help``."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cached_property
from pathlib import Path

from gui.actions import ACTIONS, MENUS, Menu
from model.frozen import Frozen

FOLDER = Path(__file__).resolve().parents[2] / "resources" / "help"

# In the order in which they are read; each is a file of this name.
NAMES = (
    "start",
    "plan",
    "issues",
    "opinions",
    "track",
    "closing",
    "timeline",
    "roster",
    "reports",
    "safety",
    "keys",
    "questions",
)
FIRST = NAMES[0]

# The line of the page 快捷键 where the table of the menu's keys stands.
KEYS_MARK = "{{keys}}"

TAB_ROW = "右上角的按钮"


class Page(Frozen):
    """One page: its name for links and rooms, and its text in Markdown."""

    name: str
    text: str

    @cached_property
    def title(self) -> str:
        """Its first line."""
        return self.text.partition("\n")[0].removeprefix("# ").strip()


def load_pages() -> dict[str, Page]:
    """All pages by name, in their order."""
    return {name: Page(name, _text(name)) for name in NAMES}


def _text(name: str) -> str:
    text = (FOLDER / f"{name}.md").read_text("utf-8")
    return text.replace(KEYS_MARK, "\n".join(_key_table()))


def _key_table() -> Iterator[str]:
    """The keys as the menu has them, so that the page is never behind."""
    yield "| 菜单 | 要做的事 | 按键 |"
    yield "|---|---|---|"
    places = {id: menu.title for menu in MENUS for id in _ids(menu)}
    for id, place in [*places.items(), *((id, TAB_ROW) for id in ACTIONS if id not in places)]:
        action = ACTIONS[id]
        if action.keys:
            keys = " 或 ".join(f"`{key.strip()}`" for key in action.keys.split(";"))
            yield f"| {place} | {action.text.removesuffix('…')} | {keys} |"


def _ids(menu: Menu) -> Iterator[str]:
    for entry in menu.entries:
        if isinstance(entry, Menu):
            yield from _ids(entry)
        elif entry:
            yield entry
