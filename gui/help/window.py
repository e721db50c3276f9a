"""使用帮助: the pages at the left, one of them at the right, a search over all."""

from __future__ import annotations

from collections import Counter

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QCloseEvent, QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from gui.help.browser import HelpBrowser
from gui.help.contents import Contents
from gui.help.finding import Finding, Hit
from gui.help.pages import FIRST, load_pages
from gui.look import Look
from gui.look.buttons import icon_button
from gui.look.fields import SearchField
from gui.look.panels import Hairline
from gui.settings import Settings

SIZE = QSize(1040, 680)
LEAST = QSize(720, 420)
AROUND = QSize(40, 80)  # px of the screen's bars and the window's frame
BAR = 48
SEARCH_WIDTH = 320
PLACE = "help/geometry"


class HelpWindow(QWidget):
    """Beside the window or dialog that it helps with, which goes on working."""

    def __init__(self, parent: QWidget | None, look: Look, settings: Settings) -> None:
        super().__init__(parent, Qt.WindowType.Window)
        self._look, self._settings = look, settings
        self._pages = load_pages()
        self._finding: Finding | None = None
        self._words = ""
        self._hits: list[Hit] = []
        self._current = -1
        self.setObjectName("help_window")
        self.setWindowTitle("使用帮助")
        self.setMinimumSize(LEAST)
        self.resize(SIZE.boundedTo(self.screen().availableSize() - AROUND).expandedTo(LEAST))
        self.restoreGeometry(settings.get_bytes(PLACE))
        self.contents = Contents(look, self._pages.values())
        self.browser = HelpBrowser(look, self._pages)
        self.search_edit = SearchField(look, "help_search", "在全部帮助里查找")
        self._lay_out()
        self._wire()
        self.browser.setFocus(Qt.FocusReason.OtherFocusReason)

    def show_page(self, name: str) -> None:
        """Come forward with this page; the first where there is none of this name."""
        self.browser.show_page(name if name in self._pages else FIRST)
        self.show()
        self.raise_()
        self.activateWindow()

    # -- building ----------------------------------------------------------------------------

    def _lay_out(self) -> None:
        row = QHBoxLayout()
        row.setSpacing(0)
        row.addWidget(self.contents)
        row.addWidget(Hairline(self._look.tokens.line2, upright=True))
        row.addWidget(self.browser, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._bar())
        column.addWidget(Hairline(self._look.tokens.line2))
        column.addLayout(row, 1)

    def _bar(self) -> QWidget:
        look = self._look
        self.back_button = icon_button(look, "help_back", "left", "后退（Alt+←）", outlined=True)
        self.forward_button = icon_button(
            look, "help_forward", "right", "前进（Alt+→）", outlined=True
        )
        self.search_edit.setMaximumWidth(SEARCH_WIDTH)
        self.search_edit.setToolTip("在全部帮助里查找（Ctrl+F），F3 到下一处，Esc 结束")
        self.search_edit.setFixedWidth(SEARCH_WIDTH)
        bar = QWidget()
        bar.setFixedHeight(BAR)
        row = QHBoxLayout(bar)
        row.setContentsMargins(16, 0, 16, 0)
        row.setSpacing(8)
        row.addWidget(self.back_button)
        row.addWidget(self.forward_button)
        row.addStretch(1)
        row.addWidget(self.search_edit)
        return bar

    def _wire(self) -> None:
        browser = self.browser
        self.contents.page_wanted.connect(browser.show_page)
        browser.page_shown.connect(self._follow)
        self.back_button.clicked.connect(browser.go_back)
        self.forward_button.clicked.connect(browser.go_forward)
        self.search_edit.textChanged.connect(self._search)
        self.search_edit.returnPressed.connect(lambda: self.step_search(1))
        for keys, act in (
            ("Ctrl+F", self._begin_search),
            ("F3", lambda: self.step_search(1)),
            ("Shift+F3", lambda: self.step_search(-1)),
            ("Alt+Left", browser.go_back),
            ("Alt+Right", browser.go_forward),
        ):
            QShortcut(QKeySequence(keys), self).activated.connect(act)

    # -- the search --------------------------------------------------------------------------

    def _begin_search(self) -> None:
        self.search_edit.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.search_edit.selectAll()

    def _search(self, words: str) -> None:
        """Begin with the first hit of the page that is shown, or of the next that has one."""
        if self._finding is None:
            self._finding = Finding(self._pages.values())
        self._words = words.strip()
        self._hits = self._finding.hits(words)
        self.contents.show_counts(Counter(hit.page for hit in self._hits))
        here = self.browser.page
        own = [number for number, hit in enumerate(self._hits) if hit.page == here]
        self._go(own[0] if own else 0 if self._hits else -1)

    def step_search(self, step: int) -> None:
        """Go so many hits on, after the last to the first."""
        if self._hits:
            self._go((self._current + step) % len(self._hits))

    def _go(self, number: int) -> None:
        """Show a hit; -1 for none."""
        self._current = number
        hits = self._hits
        if number >= 0:
            self.browser.show_page(hits[number].page)
            self.browser.go_to(hits[number].place)
        self._mark()
        found = f"第{number + 1}处，共{len(hits)}处" if hits else "没有找到"
        self.search_edit.set_fact(found if self._words else "")

    def _mark(self) -> None:
        """The hits of the page that is shown."""
        here = self.browser.page
        own = [hit.place for hit in self._hits if hit.page == here]
        current = self._hits[self._current] if self._current >= 0 else None
        place = current.place if current and current.page == here else None
        self.browser.show_hits(own, len(self._words), place)

    def _follow(self, name: str) -> None:
        self.contents.show_page(name)
        self.back_button.setEnabled(bool(self.browser.past))
        self.forward_button.setEnabled(bool(self.browser.future))
        self._mark()

    # -- keys and the end --------------------------------------------------------------------

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() != Qt.Key.Key_Escape:
            super().keyPressEvent(event)
        elif self.search_edit.text():
            self.search_edit.clear()
        else:
            self.close()

    def closeEvent(self, event: QCloseEvent) -> None:
        self._settings.put_bytes(PLACE, self.saveGeometry())
        super().closeEvent(event)
