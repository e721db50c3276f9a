"""A page is read like any other: links, the way back, pictures that fit."""

from PySide6.QtCore import QUrl
from PySide6.QtGui import QFont, QImage, QTextBlock
from PySide6.QtWidgets import QApplication

from gui.help.browser import HelpBrowser
from gui.help.pages import FOLDER, load_pages
from gui.help.setting import MARGIN
from gui.help.window import HelpWindow
from gui.look import load_look


def test_a_link_leads_to_its_page_and_the_way_back_to_where_it_was_left(
    help_window: HelpWindow,
) -> None:
    browser = help_window.browser
    browser.verticalScrollBar().setValue(120)
    browser.anchorClicked.emit(QUrl("plan.md"))
    assert (browser.page, browser.verticalScrollBar().value()) == ("plan", 0)
    browser.go_back()
    assert (browser.page, browser.verticalScrollBar().value()) == ("start", 120)
    browser.go_forward()
    assert browser.page == "plan"


def test_another_link_ends_the_way_forward(help_window: HelpWindow) -> None:
    browser = help_window.browser
    browser.show_page("plan")
    browser.go_back()
    browser.show_page("keys")
    assert browser.future == []


def test_a_link_out_of_the_help_leads_nowhere(help_window: HelpWindow) -> None:
    help_window.browser.anchorClicked.emit(QUrl("https://example.com/plan.md/x"))
    assert help_window.browser.page == "start"


def test_pictures_fit_the_width_and_are_never_enlarged(help_window: HelpWindow) -> None:
    browser = help_window.browser
    room = browser.viewport().width() - 2 * MARGIN
    wide, narrow = (
        browser.loadResource(2, QUrl(f"light/{name}.png")) for name in ("window", "detail")
    )
    assert wide.width() == round(room * wide.devicePixelRatio())
    assert narrow.width() <= QImage(str(FOLDER / "light/detail.png")).width()


def test_a_narrower_window_sets_the_page_again(help_window: HelpWindow) -> None:
    before = help_window.browser.document().size().width()
    help_window.resize(720, 560)
    QApplication.processEvents()
    assert help_window.browser.document().size().width() < before


def test_in_the_dark_look_pictures_are_dark(qapp: QApplication) -> None:
    browser = HelpBrowser(load_look(dark=True), load_pages())
    light, dark = (QImage(str(FOLDER / look / "detail.png")) for look in ("light", "dark"))
    browser.resize(800, 600)
    shown = browser.loadResource(2, QUrl("light/detail.png"))
    assert shown.pixelColor(3, 3) == dark.pixelColor(3, 3)
    assert shown.pixelColor(3, 3) != light.pixelColor(3, 3)
    browser.deleteLater()


def test_each_page_begins_in_its_own_type(help_window: HelpWindow) -> None:
    browser = help_window.browser
    for name in ("track", "closing"):
        browser.show_page(name)
        first = browser.document().begin()
        assert first.blockFormat().headingLevel() == 1
        assert is_bold(first)
        assert not is_bold(first.next())


def is_bold(block: QTextBlock) -> bool:
    return block.begin().fragment().charFormat().fontWeight() >= QFont.Weight.Bold
