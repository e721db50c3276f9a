"""The developer's picture shows every element without a complaint, light and dark."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from gui.look import Look, load_look
from gui.look.__main__ import Elements


@pytest.mark.parametrize("dark", [False, True])
def test_the_page_can_be_painted(look: Look, qapp: QApplication, qtbot: QtBot, dark: bool) -> None:
    made = load_look(dark)
    page = Elements(made)
    qtbot.addWidget(page)
    picture = page.grab().toImage()
    assert picture.pixelColor(5, 5) == made.tokens.surface
    assert picture.pixelColor(34, 72) == made.tokens.window  # the first sample of a colour
