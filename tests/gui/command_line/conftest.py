"""The command line as it is called: arguments in; status, words and refusal out."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

import pytest

from gui.command_line import run
from model import sample


class Said(NamedTuple):
    """How a command ended."""

    status: int
    out: str
    error: str


Call = Callable[..., Said]


@pytest.fixture
def call(capsys: pytest.CaptureFixture[str]) -> Call:
    """Calls the command line; an exception that is not the end of a program fails the test."""

    def called(*arguments: object) -> Said:
        capsys.readouterr()
        try:
            status = run([str(each) for each in arguments])
        except SystemExit as end:
            status = int(end.code or 0)
        return Said(status, *capsys.readouterr())

    return called


@pytest.fixture
def ledger(tmp_path: Path) -> Path:
    """A ledger with one campaign, as a file that nobody has open."""
    path = tmp_path / "台账.db"
    path.write_bytes(sample.FILE.read_bytes())
    return path
