"""关于 names what a helper asks for, and all of it can be copied."""

from dataclasses import replace
from datetime import datetime
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QPlainTextEdit, QPushButton
from pytestqt.qtbot import QtBot

from gui import desktop
from gui.about import About, facts
from gui.office import Office
from gui.version import VERSION
from model.backups import Reason, folder_of, take

NOW = datetime(2011, 4, 20, 10, 32)


@pytest.fixture
def about(qtbot: QtBot, office: Office) -> About:
    made = About(None, office, NOW)
    qtbot.addWidget(made)
    made.show()
    return made


def press(about: About, name: str) -> None:
    button = about.findChild(QPushButton, name)
    assert button is not None
    button.click()


def test_the_facts(office: Office) -> None:
    said = facts(office, NOW)
    assert said["版本"] == VERSION
    assert said["台账文件"] == str(office.store.path)
    assert said["大小"].endswith("KB")
    assert said["操作"] == "1次"
    assert said["许可"].startswith("MIT")


def test_the_last_backup(office: Office) -> None:
    keeping = replace(office, keeps_backups=True)
    assert facts(keeping, NOW)["上次备份"] == "还没有备份"
    ledger = office.store.path
    take(ledger, folder_of(ledger), datetime(2011, 4, 19, 9, 58), Reason.CLOSING)
    assert facts(keeping, NOW)["上次备份"] == "昨天 09:58"
    assert facts(office, NOW)["上次备份"] == "示例副本，不备份"


def test_every_word_can_be_marked(about: About, office: Office) -> None:
    shown = [each.toPlainText() for each in about.findChildren(QPlainTextEdit)]
    assert shown == list(facts(office, NOW).values())


def test_no_line_of_a_long_path_is_cut(
    qtbot: QtBot, office: Office, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = "/home/zhang/" + "活动/台账 (2011)/" * 12 + "taizhang.db"
    monkeypatch.setattr("gui.about.facts", lambda office, now: {"台账文件": path})
    about = About(None, office, NOW)
    qtbot.addWidget(about)
    about.show()
    (fact,) = about.findChildren(QPlainTextEdit)
    assert fact.toPlainText() == path
    assert fact.verticalScrollBar().maximum() == 0


def test_all_of_it_is_copied(about: About, office: Office) -> None:
    press(about, "about_copy")
    copied = QApplication.clipboard().text()
    assert copied.startswith("活动台账\n版本：")
    assert f"台账文件：{office.store.path}" in copied.split("\n")


def test_the_folder_is_opened(
    about: About, office: Office, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened: list[Path] = []
    monkeypatch.setattr(desktop, "open_folder", opened.append)
    press(about, "about_folder")
    assert opened == [office.store.path]


def test_enter_closes_it(about: About) -> None:
    close = about.findChild(QPushButton, "about_close")
    assert close is not None
    assert close.isDefault()
    press(about, "about_close")
    assert not about.isVisible()
