"""The icon starts this very program, on the desktop of the user who asks."""

import sys
from pathlib import Path

import pytest

from gui.shortcut import can_make, make
from gui.shortcut.launcher import this_program
from model.refused import Refused


@pytest.mark.parametrize("platform", ["linux", "win32"])
def test_everything_that_is_named_is_there(platform: str) -> None:
    launcher = this_program(platform)
    assert Path(launcher.main).is_file()
    assert Path(launcher.icon).is_file()
    assert Path(launcher.python).is_file()
    assert launcher.python.is_absolute()


def test_it_does_not_stand_on_the_environment_that_may_be_made_anew() -> None:
    assert sys.prefix != sys.base_prefix
    assert not this_program("linux").python.is_relative_to(sys.prefix)


def test_it_is_put_onto_the_users_desktop(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.delenv("XDG_CONFIG_HOME", raising=False)
    (tmp_path / "Desktop").mkdir()
    assert "双击就能打开" in make("linux")
    text = (tmp_path / "Desktop" / "活动台账.desktop").read_text("utf-8")
    assert str(this_program("linux").main) in text


def test_another_system_is_told_plainly() -> None:
    assert not can_make("darwin")
    with pytest.raises(Refused, match="手工"):
        make("darwin")
