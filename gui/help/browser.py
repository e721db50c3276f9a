"""Shows one page of the help: links, pictures in the width that there is, hits of the search."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from string import Template
from typing import Any

from PySide6.QtCore import QSize, Qt, QUrl, Signal
from PySide6.QtGui import QImage, QPainter, QPen, QResizeEvent, QTextCursor, QTextDocument
from PySide6.QtWidgets import QFrame, QTextBrowser, QTextEdit, QWidget

from gui.help.pages import FOLDER, Page
from gui.help.setting import INDENT, MARGIN, set_page
from gui.look import Look
from model.frozen import Frozen

NARROWEST, WIDEST = 320, 760  # px of a column that is easy to read
SUFFIX = ".md"
_SHEET = Template(
    "QTextBrowser { border: none; border-radius: 0; background: $surface; color: $ink; }"
)
LIGHT, DARK = "light/", "dark/"


class Place(Frozen):
    """A page and how far it was scrolled."""

    page: str
    top: int = 0


class HelpBrowser(QTextBrowser):
    """Goes from page to page with a way back; a link out of the help is not followed."""

    page_shown = Signal(str)  # its name; also where back and forward lead may have changed

    def __init__(
        self, look: Look, pages: Mapping[str, Page], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._look, self._pages = look, pages
        self._width = 0
        self._own: QTextDocument | None = None  # Qt deletes the one it came with
        self.page = ""
        self.past: list[Place] = []
        self.future: list[Place] = []
        self.setObjectName("help_page")
        self.setAccessibleName("帮助内容")
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setStyleSheet(_SHEET.substitute(look.tokens.names()))
        self.setProperty("ring", False)  # it fills the window; there is nothing to type
        self.setOpenLinks(False)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setLineWrapMode(QTextEdit.LineWrapMode.FixedPixelWidth)
        self.anchorClicked.connect(self._follow)

    def show_page(self, name: str) -> None:
        """Go to a page; the way back leads to the former."""
        if name != self.page:
            if self.page:
                self.past.append(self._here())
            self.future.clear()
            self._show(Place(name))

    def go_back(self) -> None:
        """To where it was before."""
        self._go(self.past, self.future)

    def go_forward(self) -> None:
        """Undo go_back."""
        self._go(self.future, self.past)

    def _go(self, there: list[Place], back: list[Place]) -> None:
        if there:
            back.append(self._here())
            self._show(there.pop())

    def _here(self) -> Place:
        return Place(self.page, self.verticalScrollBar().value())

    def _show(self, place: Place) -> None:
        self.page = place.page
        self._set()
        self.verticalScrollBar().setValue(place.top)
        self.page_shown.emit(self.page)

    def _set(self) -> None:
        """A fresh document: a used one lends the first line of the next page its format."""
        former, made = self._own, QTextDocument(self)
        self._own = made
        made.setDefaultFont(self._look.font("body"))
        made.setIndentWidth(INDENT)
        made.setMarkdown(self._pages[self.page].text)
        set_page(made, self._look)  # before it is shown, or each of its blocks is laid out anew
        self.setDocument(made)
        if former is not None:
            former.deleteLater()
        # The caret went down with what was written, and Qt scrolls to it when the size is given.
        self.moveCursor(QTextCursor.MoveOperation.Start)

    def _follow(self, url: QUrl) -> None:
        name = url.path().removesuffix(SUFFIX)
        if name in self._pages:
            self.show_page(name)

    # -- pictures ----------------------------------------------------------------------------

    def loadResource(self, type: int, name: QUrl | str) -> Any:  # noqa: N802  # Qt's
        return self._picture(QUrl(name).path())

    def _picture(self, path: str) -> QImage:
        """The picture of this look, no wider than the column, in the screen's own dots."""
        if self._look.dark:
            path = path.replace(LIGHT, DARK, 1)
        whole = QImage(str(FOLDER / path)).convertToFormat(QImage.Format.Format_RGB32)
        width = min(whole.width(), self._column() - 2 * MARGIN)
        size = QSize(width, whole.height() * width // max(whole.width(), 1))
        ratio = self.devicePixelRatioF()
        smooth = Qt.TransformationMode.SmoothTransformation
        scaled = whole.scaled(size * ratio, Qt.AspectRatioMode.IgnoreAspectRatio, smooth)
        self._edge(scaled)
        scaled.setDevicePixelRatio(ratio)
        return scaled

    def _edge(self, picture: QImage) -> None:
        """A hairline around: the picture is as light as the page."""
        painter = QPainter(picture)
        painter.setPen(QPen(self._look.tokens.line2, 1))
        painter.drawRect(picture.rect().adjusted(0, 0, -1, -1))
        painter.end()

    # -- width -------------------------------------------------------------------------------

    def _column(self) -> int:
        return max(NARROWEST, min(WIDEST, self.viewport().width()))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if self._column() != self._width:
            self._width = self._column()
            self.setLineWrapColumnOrWidth(self._width)
            if self.page:
                self._fit()

    def _fit(self) -> None:
        """Pictures are scaled anew for another width; what is read stays in sight."""
        bar = self.verticalScrollBar()
        share = bar.value() / max(bar.maximum(), 1)
        self._set()
        bar.setValue(round(share * bar.maximum()))
        self.page_shown.emit(self.page)

    # -- hits --------------------------------------------------------------------------------

    def show_hits(self, places: Sequence[int], length: int, current: int | None) -> None:
        """Mark what was found; ``current`` is the place that the search is at."""
        self.setExtraSelections([self._mark(each, length, each == current) for each in places])

    def _mark(self, place: int, length: int, current: bool) -> QTextEdit.ExtraSelection:
        mark = QTextEdit.ExtraSelection()
        cursor = QTextCursor(self.document())
        cursor.setPosition(place)
        cursor.setPosition(place + length, QTextCursor.MoveMode.KeepAnchor)
        mark.cursor = cursor
        ground = self._look.tokens.hit2 if current else self._look.tokens.hit
        mark.format.setBackground(ground)
        return mark

    def go_to(self, place: int) -> None:
        """Bring a place of the text into sight."""
        cursor = self.textCursor()
        cursor.setPosition(place)
        self.setTextCursor(cursor)
        self.ensureCursorVisible()
