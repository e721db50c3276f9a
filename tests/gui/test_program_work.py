"""The menu's own deeds for the program, each by its id."""

from pathlib import Path

import pytest
from PySide6.QtWidgets import QWidget

from gui.actions import ACTIONS
from gui.office import Office
from gui.program_work import DEEDS, make_shortcut
from tests.gui.prepared import PreparedAsk


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setattr("sys.platform", "linux")
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.delenv("XDG_CONFIG_HOME", raising=False)
    return tmp_path


def test_each_is_an_action() -> None:
    assert set(DEEDS) <= set(ACTIONS)


def test_the_icon_is_made_and_told(
    qapp: object, office: Office, ask: PreparedAsk, home: Path
) -> None:
    (home / "Desktop").mkdir()
    ask.expect("tell")
    parent = QWidget()
    assert make_shortcut(parent, office) is False
    assert "双击就能打开" in ask.asked[0][1]
    assert (home / "Desktop" / "活动台账.desktop").exists()


def test_no_desktop_is_refused_in_words(
    qapp: object, office: Office, ask: PreparedAsk, home: Path
) -> None:
    ask.expect("refuse")
    parent = QWidget()
    make_shortcut(parent, office)
    assert "没有找到桌面文件夹" in ask.asked[0][1]
