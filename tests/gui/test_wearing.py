"""The newest word on dark or light holds."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from gui.look import Look, apply
from gui.preferences import Appearance, Preferences, recall
from gui.settings import Settings
from gui.wearing import Wearing

LIGHT, DARK = (Preferences(appearance=each) for each in (Appearance.LIGHT, Appearance.DARK))


@pytest.fixture(autouse=True)
def _as_before(qapp: QApplication, look: Look) -> Iterator[None]:
    yield
    apply(qapp, look)


def test_what_is_set_is_worn(qapp: QApplication) -> None:
    wearing = Wearing(qapp, None)
    assert wearing.put_on(DARK).dark
    assert not wearing.put_on(LIGHT).dark


def test_what_the_command_says_goes_before_it_until_it_is_altered(qapp: QApplication) -> None:
    wearing = Wearing(qapp, dark=True)
    assert wearing.put_on(LIGHT).dark
    assert wearing.put_on_again(LIGHT).dark
    wearing.put_on(DARK)
    assert not wearing.put_on_again(LIGHT).dark


def test_a_click_is_remembered(qapp: QApplication, tmp_path: Path) -> None:
    settings = Settings(tmp_path / "taizhang.ini")
    wearing = Wearing(qapp, dark=False)
    wearing.remember(True, settings)
    assert recall(settings).appearance is Appearance.DARK
    assert wearing.put_on(LIGHT).dark
