"""The help's window in the light look."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from gui.help.window import HelpWindow
from gui.look import Look
from gui.settings import Settings


@pytest.fixture
def help_window(qtbot: QtBot, look: Look, tmp_path: Path) -> Iterator[HelpWindow]:
    """Open at the first page, 760 px wide."""
    made = HelpWindow(None, look, Settings(tmp_path / "taizhang.ini"))
    made.resize(760, 560)
    made.show_page("start")
    qtbot.waitExposed(made)
    yield made
    made.close()
    made.deleteLater()
