"""Where the window stood, which tab and campaign were open: remembered between two starts."""

from __future__ import annotations

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QMainWindow

from gui.rooms import DOORS
from gui.settings import Settings

LEAST_SIZE = QSize(960, 600)
USUAL_SIZE = QSize(1366, 768)
FRAME_HEIGHT = 32  # px of the title bar


class WindowMemory:
    """The part of the settings that is the window's own."""

    def __init__(self, settings: Settings) -> None:
        self._settings = settings

    def place(self, window: QMainWindow) -> None:
        """Put the window where it was; Qt brings it back onto a screen that is there."""
        screen = window.screen().availableSize()
        window.setMinimumSize(_least_size(screen))
        window.resize(USUAL_SIZE.boundedTo(screen))
        window.restoreGeometry(self._settings.get_bytes("window/geometry"))

    @property
    def tab(self) -> str:
        """The name of the tab that was open; at the first start the first one."""
        known = {door.name for door in DOORS}
        kept = str(self._settings.get("window/tab", ""))
        return kept if kept in known else DOORS[0].name

    def keep_tab(self, tab: str) -> None:
        """Remember the tab at once: a PC that is switched off closes no window."""
        if tab != self.tab:  # what is remembered already is not written at each start
            self._settings.put("window/tab", tab)

    @property
    def campaign(self) -> object:
        """The id of the campaign that was open, or None."""
        return self._settings.get("window/campaign")

    def keep(self, window: QMainWindow, campaign: int | None) -> None:
        """Remember the rest, and see to it that all of it is on the disk."""
        self._settings.put_bytes("window/geometry", window.saveGeometry())
        if campaign is not None:
            self._settings.put("window/campaign", campaign)
        self._settings.save()


def _least_size(screen: QSize) -> QSize:
    """The usual least size, but no higher than the screen: large type makes that small."""
    return QSize(LEAST_SIZE.width(), min(LEAST_SIZE.height(), screen.height() - FRAME_HEIGHT))
