"""Lint and types as test items, so that they run beside the tests and count in the closing line."""

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


class Checks:
    """A pytest plugin: starts the commands when the run starts, asks for verdicts at its end."""

    def pytest_collection_modifyitems(
        self, session: pytest.Session, items: list[pytest.Item]
    ) -> None:
        items.extend(
            Check.from_parent(session, name=name, nodeid=f"checks::{name}", command=command)
            for name, command in COMMANDS.items()
        )


class Check(pytest.Item):
    """One command, running since it was collected; it passes when the command does."""

    def __init__(self, *, command: list[str], **place: Any) -> None:
        super().__init__(**place)
        self._process = subprocess.Popen(
            [sys.executable, "-m", *command],
            cwd=self.config.rootpath,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            encoding="utf-8",
        )

    def reportinfo(self) -> tuple[Path, None, str]:
        return self.path, None, self.name

    def runtest(self) -> None:
        output, _ = self._process.communicate()
        if self._process.returncode != 0:
            pytest.fail(output, pytrace=False)
