"""An empty ledger in the real window, on a day that the story moves on."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from gui.bridge import Bridge
from gui.main_window import MainWindow
from gui.office import Office
from model.store import Store
from tests.gui.conftest import show_active
from tests.gui.story.clerk import Clerk


@pytest.fixture
def days() -> list[date]:
    """The last is today."""
    return [date(2011, 3, 21)]


@pytest.fixture
def ledger(tmp_path: Path) -> Iterator[Store]:
    """A new ledger."""
    made = Store.open_or_create(tmp_path / "新台账.db", user="张明")
    yield made
    made.close()


@pytest.fixture
def clerk(qtbot: QtBot, office: Office, ledger: Store, days: list[date]) -> Iterator[Clerk]:
    """At the window of ``ledger``, the first-start page before her."""
    desk = replace(office, store=ledger, bridge=Bridge(ledger), today=lambda: days[-1])
    window = MainWindow(desk, ledger.path)
    window.resize(1366, 768)
    show_active(qtbot, window)
    yield Clerk(qtbot, window, ledger)
    window.close()
    window.deleteLater()
