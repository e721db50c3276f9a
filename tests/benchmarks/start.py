"""Cold start to painted window, as whole processes."""

from __future__ import annotations

import os
import subprocess
import sys
from functools import partial
from pathlib import Path
from time import perf_counter

from tests.benchmarks.pairs import Outcome, compare

ROOT = Path(__file__).resolve().parents[2]
GOAL = 1.4
PAINTED = "Flushing"  # from the backing store to the screen


def measure() -> Outcome:
    """Our window with the sample ledger beside the least window with one table in a tab."""
    return compare(
        "start, sample ledger",
        partial(painted_after, "main.py", "--demo"),
        partial(painted_after, "tests/benchmarks/minimal_window.py"),
        GOAL,
    )


def painted_after(*command: str) -> float:
    """Seconds from the start of the process to its first painted window, as Qt itself logs it."""
    environ = {
        **os.environ,
        "QT_QPA_PLATFORM": "offscreen",
        "QT_LOGGING_RULES": "qt.widgets.painting=true",
    }
    environ.pop("PYTHONDONTWRITEBYTECODE", None)  # users have the bytecode of the start before
    began = perf_counter()
    with subprocess.Popen(
        [sys.executable, *command], cwd=ROOT, env=environ, stderr=subprocess.PIPE, encoding="utf-8"
    ) as process:
        assert process.stderr is not None
        shown = any(PAINTED in line for line in process.stderr)
        taken = perf_counter() - began
        process.kill()
    if not shown:
        raise RuntimeError(f"{' '.join(command)} painted no window")
    return taken
