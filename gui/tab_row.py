"""The four tabs, and at their right the verbs of the page that is shown."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QObject, QSignalBlocker, Signal
from PySide6.QtGui import QAction, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from gui.look import Look, paint
from gui.look.buttons import plain_button
from gui.look.tabs import TabRow as Tabs

HEIGHT = 44
ICONS_ONLY_BELOW = 1040  # px of window


class TabRow(QWidget):
    """Chooses a room; its verbs are buttons for the window's actions."""

    chosen = Signal(int)  # index of the room
    used = Signal()  # a verb was pressed

    def __init__(
        self, look: Look, tabs: Sequence[tuple[str, str]], parent: QWidget | None = None
    ) -> None:
        """``tabs`` are titles and icons."""
        super().__init__(parent)
        self._look = look
        self.setObjectName("tab_row")
        self.setFixedHeight(HEIGHT)
        self._bar = Tabs(look, "tabs", "页面")
        for title, icon in tabs:
            index = self._bar.add(icon, title)
            self._bar.setTabToolTip(index, f"{title}（Ctrl+{index + 1}）")
        self._bar.currentChanged.connect(self.chosen)
        self._verbs: list[Verb] = []
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(1, 0, 16, 0)
        self._row.setSpacing(8)
        self._row.addWidget(self._bar)
        self._row.addStretch(1)

    def choose(self, index: int) -> None:
        """Show this tab as the chosen one, without telling."""
        with QSignalBlocker(self._bar):
            self._bar.setCurrentIndex(index)

    def show_verbs(self, verbs: Sequence[tuple[QAction, str, str]]) -> None:
        """Put these actions at the right, each with its icon and its words on this page."""
        for verb in self._verbs:
            self._row.removeWidget(verb.button)
            verb.button.setParent(None)
            verb.button.deleteLater()
        self._verbs = [Verb(self._look, *verb) for verb in verbs]
        for verb in self._verbs:
            self._row.addWidget(verb.button)
            verb.button.clicked.connect(self.used)
        self._fit()

    def _fit(self) -> None:
        """Narrow windows show icons only; the tooltips stay."""
        for verb in self._verbs:
            verb.show_words(self.window().width() >= ICONS_ONLY_BELOW)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def paintEvent(self, event: QPaintEvent) -> None:
        line = self._look.tokens.line2
        paint.across(QPainter(self), line, 0, self.width(), self.height() - 1)


class Verb(QObject):
    """A button that does what an action does, and follows it; it goes with its button."""

    def __init__(self, look: Look, action: QAction, icon: str, words: str) -> None:
        name = action.objectName().replace("action_", "verb_")
        self.button = plain_button(look, name, words, icon=icon)
        super().__init__(self.button)
        self._action = action
        self._words = words
        self.button.clicked.connect(action.trigger)
        action.changed.connect(self._follow)
        self._follow()

    def show_words(self, shown: bool) -> None:
        """Words and icon, or the icon alone."""
        self.button.setText(self._words if shown else "")

    def _follow(self) -> None:
        """Enabled or not, and in the tooltip what it would do now (撤销 修改问题表现)."""
        action = self._action
        self.button.setEnabled(action.isEnabled())
        said = action.toolTip()
        if action.isEnabled() and not said.startswith(self._words):
            said = self._words
        keys = action.shortcut().toString()
        self.button.setToolTip(f"{said}（{keys}）" if keys else said)
