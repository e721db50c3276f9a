"""The bridge tells every view, and forgets views that are gone."""

import pytest
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from gui.bridge import Bridge
from gui.office import Office
from model.records import Issue
from model.store import Store


class View(QLabel):
    def follow(self, operation: object) -> None:
        self.setText("told")


def test_a_view_is_told(qtbot: QtBot, office: Office, request: pytest.FixtureRequest) -> None:
    view = View()
    qtbot.addWidget(view)
    office.bridge.changed.connect(view.follow)
    request.getfixturevalue("edited")
    assert view.text() == "told"


def test_a_deleted_view_is_forgotten(
    qtbot: QtBot, office: Office, request: pytest.FixtureRequest
) -> None:
    view = View()
    office.bridge.changed.connect(view.follow)
    view.deleteLater()
    with qtbot.waitSignal(view.destroyed):
        pass
    issue: Issue = request.getfixturevalue("edited")
    assert issue.cause == "无人检修。"


def test_the_store_has_one_listener_only(store: Store) -> None:
    bridge = Bridge(store)
    with pytest.raises(RuntimeError):
        Bridge(store)
    assert bridge is not None
