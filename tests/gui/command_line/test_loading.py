from __future__ import annotations

import subprocess
import sys

STARTED = """
import builtins
pythons = builtins.__import__
from gui.command_line.loading import load_qt
load_qt()
import gui.command_line.window
print(builtins.__import__ is pythons)
"""


def test_a_start_keeps_pythons_own_import() -> None:
    said = subprocess.run([sys.executable, "-c", STARTED], capture_output=True, text=True)
    assert (said.stdout, said.stderr) == ("True\n", "")
