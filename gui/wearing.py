"""Which look the program wears: what the command or a click said, what is set, what the PC has."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtWidgets import QApplication

from gui.look import Look, apply, load_look, system_is_dark
from gui.preferences import Appearance, Preferences, keep, recall
from gui.settings import Settings


class Wearing:
    """``dark`` overrides what is remembered, until that is altered."""

    def __init__(self, app: QApplication, dark: bool | None) -> None:
        self._app, self._dark = app, dark
        self._appearance: Appearance | None = None

    def put_on(self, preferences: Preferences) -> Look:
        """Dress the whole program as these preferences want it."""
        self._appearance = preferences.appearance
        families = [preferences.family] if preferences.family else []
        look = load_look(self._is_dark(preferences), families=families)
        apply(self._app, look)
        return look

    def put_on_again(self, preferences: Preferences) -> Look:
        """The same after they were altered: another appearance among them is a newer word."""
        if preferences.appearance is not self._appearance:
            self._dark = None
        return self.put_on(preferences)

    def remember(self, dark: bool, settings: Settings) -> None:
        """Dark or light by a click: from now on, and at the next start."""
        self._dark = dark
        appearance = Appearance.DARK if dark else Appearance.LIGHT
        keep(settings, replace(recall(settings), appearance=appearance))

    def _is_dark(self, preferences: Preferences) -> bool:
        if self._dark is not None:
            return self._dark
        if preferences.appearance is Appearance.SYSTEM:
            return system_is_dark()
        return preferences.appearance is Appearance.DARK
