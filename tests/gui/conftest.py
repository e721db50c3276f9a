"""An office to test the window's parts in: a small ledger, a prepared Ask, a fixed day."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path
from shutil import copy

import pytest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from gui.background import Background
from gui.bridge import Bridge
from gui.look import Look, apply, load_look
from gui.main_window import MainWindow
from gui.office import Office
from gui.settings import Settings
from model.changes import Change
from model.records import Campaign, Category, Issue, Person, Phase, Rectification
from model.store import Store
from tests.gui.prepared import PreparedAsk

TODAY = date(2011, 4, 20)


@pytest.fixture(scope="session", autouse=True)
def clipboard(qapp: QApplication) -> Iterator[None]:
    """The clipboard of no display outlives Python, and what it holds calls Python at its end."""
    yield
    qapp.clipboard().clear()


@pytest.fixture(scope="session")
def look(qapp: QApplication) -> Look:
    """The light look, put onto the one application of the tests."""
    made = load_look(dark=False)
    apply(qapp, made)
    return made


@pytest.fixture(scope="session")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A ledger of one campaign: two phases, two categories, two persons, one issue."""
    path = tmp_path_factory.mktemp("made") / "台账.db"
    opened = Store.open_or_create(path, user="张明")
    campaign = Campaign(
        1, title="解放思想大讨论活动", start=date(2011, 2, 18), end=date(2011, 5, 18)
    )
    phases = [
        Phase(1, campaign=1, seq=1, name="学习动员", start=campaign.start, end=date(2011, 3, 10)),
        Phase(2, campaign=1, seq=2, name="查摆问题", start=date(2011, 3, 11), end=campaign.end),
    ]
    categories = [
        Category(1, campaign=1, seq=1, name="素质能力"),
        Category(2, campaign=1, seq=2, name="发展环境"),
    ]
    persons = [Person(1, name="张明", post="院长"), Person(2, name="李芳", post="副院长")]
    issue = Issue(1, campaign=1, content="候诊区座椅破损。", category=1, source="自查")
    records = [campaign, *phases, *categories, *persons, issue, Rectification(1, issue=1)]
    opened.apply([Change(None, record) for record in records], "建立活动")
    opened.close()
    return path


@pytest.fixture
def store(tmp_path: Path, made: Path) -> Iterator[Store]:
    """A copy of ``made``, open: to make one anew takes five times as long."""
    opened = Store(Path(copy(made, tmp_path / made.name)), user="张明")
    yield opened
    opened.close()


@pytest.fixture
def ask(look: Look) -> Iterator[PreparedAsk]:
    """Fails the test on a question nobody prepared for, and on a prepared one that never came."""
    prepared = PreparedAsk(look)
    yield prepared
    assert prepared.all_asked()


@pytest.fixture
def office(store: Store, look: Look, ask: PreparedAsk, tmp_path: Path) -> Iterator[Office]:
    """The office around ``store`` on TODAY."""
    background = Background()
    yield Office(
        store=store,
        bridge=Bridge(store),
        ask=ask,
        background=background,
        look=look,
        settings=Settings(tmp_path / "taizhang.ini"),
        today=lambda: TODAY,
        user="张明",
    )
    background.finish()


@pytest.fixture
def campaign(store: Store) -> Campaign:
    """The campaign of ``store``."""
    return store.get(Campaign, 1)


@pytest.fixture
def edited(office: Office, store: Store) -> Issue:
    """The issue after its cause was filled in by one operation."""
    before = store.get(Issue, 1)
    after = replace(before, cause="无人检修。")
    office.do([Change(before, after)], "修改产生原因")
    return after


@pytest.fixture
def window(qtbot: QtBot, office: Office) -> Iterator[MainWindow]:
    """The window on ``office``, shown and with the keyboard."""
    made = MainWindow(office, office.store.path)
    show_active(qtbot, made)
    yield made
    made.close()
    made.deleteLater()


def show_active(qtbot: QtBot, window: QWidget) -> None:
    """Show it with the keyboard; nearly always at once, where qtbot.waitActive sleeps first."""
    window.show()
    window.activateWindow()
    QApplication.processEvents()
    qtbot.waitUntil(window.isActiveWindow)
