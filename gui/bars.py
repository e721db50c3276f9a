"""The bars above the pages: why nothing can be written, what was not finished the last time."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from gui.draft_file import DraftFile
from gui.drafts import Drafts
from gui.office import Office
from model.store.faults import BARRED, NEWER, READING

if TYPE_CHECKING:
    from gui.draft_bar import DraftBar
    from gui.standing_bar import StandingBar


class Bars(QWidget):
    """No bar is made before there is something to say; it owns the watch over drafts."""

    retry_wanted = Signal()

    def __init__(self, office: Office, parent: QWidget) -> None:
        super().__init__(parent)
        self._office = office
        self._standing: StandingBar | None = None
        self._unfinished: DraftBar | None = None
        self.drafts = Drafts(DraftFile(office.store.path), self._may_write, self)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        office.bridge.changed.connect(self.drafts.follow)
        self.drafts.recovered_changed.connect(self._show_unfinished)
        self._show_unfinished()
        self.show_standing()

    def show_standing(self) -> None:
        """Say why the ledger is read-only, or take the bar away."""
        words = self._office.store.read_only
        shown = "" if words == READING else words  # nobody is at the window that a command paints
        if shown and self._standing is None:
            self._standing = self._made_standing()
        if self._standing is not None:
            self._standing.show_words(shown, can_retry=words not in (NEWER, BARRED))

    def _made_standing(self) -> StandingBar:
        from gui.standing_bar import StandingBar  # 1 ms, and most ledgers can be written

        bar = StandingBar(self._office.look)
        bar.retry_wanted.connect(self.retry_wanted)
        self._column.insertWidget(0, bar)
        return bar

    def _show_unfinished(self) -> None:
        """The bar of what was not finished the last time; from then on it shows itself."""
        if self.drafts.recovered and self._unfinished is None:
            from gui.draft_bar import DraftBar  # seldom there

            self._unfinished = DraftBar(self._office.look, self.drafts)
            self._column.addWidget(self._unfinished)
            self._unfinished.refresh()  # a layout shows what it is given only later

    def _may_write(self) -> bool:
        return not self._office.store.read_only
