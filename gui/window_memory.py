"""Where the window stood, which tab and campaign were open: remembered between two starts."""

from __future__ import annotations

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QMainWindow

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
        """The name of the tab that was open; blank at the first start."""
        return str(self._settings.get("window/tab", ""))

    @property
    def campaign(self) -> object:
        """The id of the campaign that was open, or None."""
        return self._settings.get("window/campaign")

    def keep(self, window: QMainWindow, tab: str, campaign: int | None) -> None:
        """Remember all of it, now."""
        self._settings.put_bytes("window/geometry", window.saveGeometry())
        self._settings.put("window/tab", tab)
        if campaign is not None:
            self._settings.put("window/campaign", campaign)
        self._settings.save()


def _least_size(screen: QSize) -> QSize:
    """The usual least size, but no higher than the screen: large type makes that small."""
    return QSize(LEAST_SIZE.width(), min(LEAST_SIZE.height(), screen.height() - FRAME_HEIGHT))
