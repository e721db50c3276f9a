"""The search goes through all pages; the list says where it found something."""

from collections import Counter
from pathlib import Path

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from gui.help.finding import Finding
from gui.help.pages import NAMES, Page, load_pages
from gui.help.window import HelpWindow
from gui.look import Look
from gui.settings import Settings


def counts(window: HelpWindow) -> dict[str, int]:
    return {line.page: line.count for line in window.contents.records.values if line.count}


def marked(window: HelpWindow) -> list[str]:
    return [each.cursor.selectedText() for each in window.browser.extraSelections()]


def fact(window: HelpWindow) -> str:
    return window.search_edit._fact


def test_words_are_found_in_the_order_of_reading_whatever_their_capitals(look: Look) -> None:
    pages = [Page("a", "# 一\n\n按 `Ctrl+F` 查找"), Page("b", "# 二\n\n查找，再查找。ctrl+f")]
    finding = Finding(pages)
    assert [hit.page for hit in finding.hits("查找")] == ["a", "b", "b"]
    assert [hit.page for hit in finding.hits(" CTRL+f ")] == ["a", "b"]
    assert finding.hits("  ") == []


def test_the_search_marks_counts_and_goes_on_from_page_to_page(help_window: HelpWindow) -> None:
    help_window.search_edit.setText("销号")
    found = Finding(load_pages().values()).hits("销号")
    assert counts(help_window) == Counter(hit.page for hit in found)
    assert set(marked(help_window)) == {"销号"}
    assert fact(help_window) == f"第1处，共{len(found)}处"
    for _step in range(len(found) - 1):
        help_window.step_search(1)
    assert help_window.browser.page == found[-1].page
    help_window.step_search(1)
    assert fact(help_window) == f"第1处，共{len(found)}处"
    help_window.step_search(-1)
    assert fact(help_window) == f"第{len(found)}处，共{len(found)}处"


def test_the_search_begins_with_what_is_being_read(help_window: HelpWindow) -> None:
    help_window.show_page("closing")
    help_window.search_edit.setText("问题")
    assert help_window.browser.page == "closing"


def test_every_page_is_marked_where_the_words_stand(help_window: HelpWindow) -> None:
    help_window.search_edit.setText("点")
    for name in NAMES:
        help_window.show_page(name)
        assert set(marked(help_window)) <= {"点"}
        assert len(marked(help_window)) == counts(help_window).get(name, 0)


def test_nothing_found_is_said_and_what_is_read_stays(help_window: HelpWindow) -> None:
    help_window.search_edit.setText("火星")
    assert fact(help_window) == "没有找到"
    assert (help_window.browser.page, marked(help_window), counts(help_window)) == ("start", [], {})


def test_esc_ends_the_search_and_then_the_help(qtbot: QtBot, help_window: HelpWindow) -> None:
    help_window.search_edit.setText("销号")
    qtbot.keyClick(help_window.search_edit, Qt.Key.Key_Escape)
    assert (help_window.search_edit.text(), marked(help_window)) == ("", [])
    assert help_window.isVisible()
    qtbot.keyClick(help_window.search_edit, Qt.Key.Key_Escape)
    assert not help_window.isVisible()


def test_the_list_shows_and_opens_pages(help_window: HelpWindow) -> None:
    help_window.contents.choose(3)
    assert help_window.browser.page == NAMES[3]
    help_window.browser.go_back()
    assert help_window.contents.currentIndex().row() == 0


def test_back_and_forward_can_be_pressed_when_they_lead_somewhere(
    help_window: HelpWindow,
) -> None:
    back, forward = help_window.back_button, help_window.forward_button
    assert (back.isEnabled(), forward.isEnabled()) == (False, False)
    help_window.show_page("keys")
    assert (back.isEnabled(), forward.isEnabled()) == (True, False)
    back.click()
    assert (back.isEnabled(), forward.isEnabled()) == (False, True)


def test_a_page_that_is_not_there_is_the_first(help_window: HelpWindow) -> None:
    help_window.show_page("keys")
    help_window.show_page("没有这一页")
    assert help_window.browser.page == NAMES[0]


def test_a_hit_far_down_is_brought_into_sight(help_window: HelpWindow) -> None:
    help_window.show_page("questions")
    help_window.search_edit.setText("登录名")
    browser = help_window.browser
    marks = browser.extraSelections()  # kept, or its cursor goes
    place = browser.cursorRect(marks[0].cursor)
    assert browser.viewport().rect().intersects(place)
    assert browser.verticalScrollBar().value() > 0


def test_a_page_is_read_from_its_top(qtbot: QtBot, look: Look, tmp_path: Path) -> None:
    opened = HelpWindow(None, look, Settings(tmp_path / "taizhang.ini"))
    qtbot.addWidget(opened)
    opened.show_page("issues")  # before the window has its size
    qtbot.waitExposed(opened)
    bar = opened.browser.verticalScrollBar()
    qtbot.waitUntil(lambda: bar.maximum() > 0)
    assert bar.value() == 0
