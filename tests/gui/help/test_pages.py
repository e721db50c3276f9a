"""The pages say what is there: each word in 【】 is the program's own, each picture lies there."""

import ast
import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest

from gui.actions import ACTIONS, MENUS, Menu
from gui.help.pages import FOLDER, NAMES, load_pages
from gui.help.pictures import CROPS, LOOKS
from model.report_names import report_names

ROOT = Path(__file__).resolve().parents[3]
MOST_BYTES = 1_500_000
PAGES = load_pages()
TEXTS = pytest.mark.parametrize("name", NAMES)


@cache
def words_of_the_program() -> frozenset[str]:
    """Every text in its source, and what the menus and reports are called."""
    sources = [*ROOT.glob("gui/**/*.py"), *ROOT.glob("model/**/*.py")]
    texts = {text for path in sources for text in _texts(path)}
    return frozenset(texts | {each.text for each in ACTIONS.values()} | {*report_names().values()})


def _texts(path: Path) -> Iterator[str]:
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.Constant) and isinstance(node.value, str):
            yield node.value


def in_menu(menu: Menu) -> Iterator[str]:
    for entry in menu.entries:
        if isinstance(entry, Menu):
            yield from in_menu(entry)
        elif entry:
            yield ACTIONS[entry].text


@TEXTS
def test_a_page_has_a_title_and_is_short(name: str) -> None:
    text = (FOLDER / f"{name}.md").read_text("utf-8")
    assert text.startswith("# ")
    assert 150 <= len(re.findall("[\u4e00-\u9fff]", text)) <= 450


@TEXTS
def test_every_marked_word_is_one_of_the_program(name: str) -> None:
    marked = set(re.findall("【(.+?)】", PAGES[name].text))
    known = words_of_the_program() | {"⋯"}
    # What opens a move's form carries …, and so may what archives.
    strangers = {word for word in marked if word not in known and word.rstrip("…") not in known}
    assert strangers == set()


@TEXTS
def test_every_way_through_the_menu_is_there(name: str) -> None:
    menus = {menu.title: {*in_menu(menu), "取消归档"} for menu in MENUS}
    ways = re.findall("【([^】]+)】→【([^】]+)】", PAGES[name].text)
    assert [(menu, entry) for menu, entry in ways if entry not in menus.get(menu, ())] == []


@TEXTS
def test_every_link_leads_to_a_page(name: str) -> None:
    links = re.findall(r"(?<!!)\[[^]]+\]\((.+?)\)", PAGES[name].text)
    assert {link.removesuffix(".md") for link in links} <= set(NAMES)


def test_the_pictures_are_those_that_are_made_and_all_are_shown() -> None:
    shown = {
        found for page in PAGES.values() for found in re.findall(r"\(light/(.+?)\.png\)", page.text)
    }
    made = {crop.name for crop in CROPS}
    assert shown == made
    for look in LOOKS:
        assert {path.stem for path in (FOLDER / look).glob("*.png")} == made


def test_the_pictures_are_small() -> None:
    assert sum(path.stat().st_size for path in FOLDER.rglob("*.png")) < MOST_BYTES


def test_the_keys_of_the_menu_are_told_as_they_are() -> None:
    text = PAGES["keys"].text
    assert "| 帮助 | 使用帮助 | `F1` |" in text
    assert "| 编辑 | 重做 | `Ctrl+Y` 或 `Ctrl+Shift+Z` |" in text
    assert "| 右上角的按钮 | 新增 | `Ctrl+N` |" in text


def test_no_file_is_left_out() -> None:
    assert {path.stem for path in FOLDER.glob("*.md")} - {"README"} == set(NAMES)
