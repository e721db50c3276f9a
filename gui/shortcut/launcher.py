"""What the icon starts: this program, by the Python that its environment stands on."""

from __future__ import annotations

import os
import sys
from pathlib import Path, PurePath

from model.frozen import Frozen

ROOT = Path(__file__).resolve().parents[2]
NAME = "活动台账"
COMMENT = "活动、问题、整改、销号，一处登记"


class Launcher(Frozen):
    """Absolute paths; ``main`` is the program's main.py."""

    python: PurePath
    main: PurePath
    icon: PurePath


def this_program(platform: str = sys.platform) -> Launcher:
    """The program that runs now.

    Not the Python in ``.venv``: that folder may be made anew, and main.py finds its own way in.
    """
    base = Path(getattr(sys, "_base_executable", "") or os.path.realpath(sys.executable))
    windows = platform == "win32"
    usual = base.with_name("pythonw.exe" if windows else "python3")
    icon = ROOT / "resources" / "icons" / ("taizhang.ico" if windows else "taizhang.png")
    return Launcher(usual if usual.exists() else base, ROOT / "main.py", icon)
