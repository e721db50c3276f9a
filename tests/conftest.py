"""What every test stands on: Qt without a display, and nothing of the desktop around it."""

import gc
import os

import pytest

from main import OBJECTS_TO_LOOK_THROUGH
from model.store import lock

os.environ["QT_QPA_PLATFORM"] = "offscreen"
for name in ("QT_IM_MODULE", "QT_IM_MODULES", "QT_QPA_PLATFORMTHEME", "QT_STYLE_OVERRIDE"):
    os.environ.pop(name, None)
for name in ("QT_SCALE_FACTOR", "QT_SCREEN_SCALE_FACTORS", "QT_FONT_DPI"):
    os.environ.pop(name, None)


def pytest_collection_finish() -> None:
    """Modules and tests stay to the end: not to look them through again saves seconds."""
    gc.freeze()
    gc.set_threshold(OBJECTS_TO_LOOK_THROUGH)  # as the program does


@pytest.fixture
def impatient(monkeypatch: pytest.MonkeyPatch) -> None:
    """Whoever finds the lock taken asks once: tests/model/store/test_lock.py holds the waiting."""
    held = lock._held
    monkeypatch.setattr(lock, "_held", lambda path, _patience: held(path, 0))
