"""A pytest plugin: lint and types as test items, so that they count in the closing line."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

COMMANDS = {
    "lint": ["ruff", "check", "."],
    "format": ["ruff", "format", "--check", "."],
    "types": ["mypy", "model", "gui", "main.py", "tests"],
}


def pytest_collection_modifyitems(session: pytest.Session, items: list[pytest.Item]) -> None:
    """Put the checks first: they take the longest."""
    items[:0] = [
        Check.from_parent(session, name=name, nodeid=f"checks::{name}", command=command)
        for name, command in COMMANDS.items()
    ]


class Check(pytest.Item):
    """One command; it passes when the command does."""

    def __init__(self, *, command: list[str], **place: Any) -> None:
        super().__init__(**place)
        self._command = command

    def reportinfo(self) -> tuple[Path, None, str]:
        return self.path, None, self.name

    def runtest(self) -> None:
        done = subprocess.run(
            [sys.executable, "-m", *self._command],
            cwd=self.config.rootpath,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            encoding="utf-8",
            check=False,
        )
        if done.returncode != 0:
            pytest.fail(done.stdout, pytrace=False)
