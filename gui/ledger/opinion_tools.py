"""The tool row of the opinions: what can be done with those selected, and how they stand."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QMenu, QToolButton, QWidget

from gui.ledger.opinion_verbs import VERBS, Offer
from gui.ledger.view_tools import ViewTools
from gui.look import Look
from gui.look.buttons import icon_button, plain_button
from gui.look.panels import label
from model.judgements.opinions import FateKind, Share

RARER = ("merge", "decline", "withdraw")
ROWS_WIDTH = 360  # px that views and chips need beside the verbs


class OpinionTools(QWidget):
    """Only asks; the page does."""

    verb_wanted = Signal(str)  # a key of VERBS

    def __init__(self, look: Look, rows: ViewTools, parent: QWidget | None = None) -> None:
        """``rows``: the views and chips of the table."""
        super().__init__(parent)
        self.setObjectName("opinion_tools")
        self._rows = rows
        rows.altered.connect(self._fit)
        self._buttons = {
            verb: plain_button(look, f"opinion_{verb}", words) for verb, words in VERBS.items()
        }
        for verb, button in self._buttons.items():
            button.clicked.connect(lambda _checked, verb=verb: self.verb_wanted.emit(verb))
        self._more = icon_button(look, "opinion_more", "more", "更多处理", outlined=True)
        self._more.setMenu(self._menu())
        self._more.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self._counts: QLabel = label(look, "opinion_counts", "", "label", "ink2")
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        for button in self._buttons.values():
            row.addWidget(button)
        row.addWidget(self._more)
        row.addWidget(rows, 1)
        row.addWidget(self._counts)

    def _menu(self) -> QMenu:
        """The rarer verbs; each entry presses its button."""
        menu = QMenu(self)
        menu.setObjectName("opinion_more_menu")
        menu.setToolTipsVisible(True)
        self._entries = {verb: menu.addAction(VERBS[verb]) for verb in RARER}
        for verb, entry in self._entries.items():
            entry.triggered.connect(lambda _checked, verb=verb: self._buttons[verb].click())
        return menu

    def show_offers(self, offers: Mapping[str, Offer]) -> None:
        """Enable what can be done with what is chosen; the tooltips of the rest say why not.

        The buttons keep their words, for they would push each other about.
        """
        for verb, offer in offers.items():
            self._buttons[verb].setEnabled(not offer.why_not)
            self._buttons[verb].setToolTip(offer.tip)
            if verb in self._entries:
                self._entries[verb].setEnabled(not offer.why_not)
                self._entries[verb].setToolTip(offer.tip)

    def show_counts(self, shares: Sequence[Share]) -> None:
        """How many have which fate; by channel in the tooltip."""
        sums = [sum(column) for column in zip(*(share[2:] for share in shares), strict=True)]
        self._counts.setText(_said(sums))
        lines = [f"{share.channel} {share.total}条：{_said(share[2:])}" for share in shares]
        self._counts.setToolTip("\n".join(lines))
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        """Where there is no room the rarer verbs go into a menu, and the counts give way.

        They are in the statistics too.
        """
        widths = {verb: button.sizeHint().width() + 8 for verb, button in self._buttons.items()}
        is_narrow = self.width() < sum(widths.values()) + ROWS_WIDTH
        for verb in RARER:
            self._buttons[verb].setVisible(not is_narrow)
        self._more.setVisible(is_narrow)
        wanted = sum(widths.values()) + ROWS_WIDTH + self._counts.sizeHint().width()
        self._counts.setVisible(not self._rows.is_filtering() and wanted < self.width())


def _said(counts: Sequence[int]) -> str:
    """待处理 6 · 已立项 9: those that occur."""
    named = zip(FateKind, counts, strict=False)
    return " · ".join(f"{kind} {count}" for kind, count in named if count)
