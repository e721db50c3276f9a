"""Holds that a second start waits for the first, and that a killed start leaves the way free."""

import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from gui.launch.lock import only_one
from gui.launch.refusal import NotReady

HOLDER = """
import sys
from gui.launch.lock import only_one
with only_one(sys.argv[1]):
    print("held", flush=True)
    sys.stdin.readline()
"""


@pytest.fixture
def lock(tmp_path: Path) -> str:
    return str(tmp_path / ".venv.lock")


@pytest.fixture
def holder(lock: str) -> Iterator[subprocess.Popen[str]]:
    """Another process that holds the lock until a line is sent to it."""
    command = [sys.executable, "-c", HOLDER, lock]
    pipe = subprocess.PIPE
    with subprocess.Popen(command, stdin=pipe, stdout=pipe, text=True) as process:
        assert process.stdout is not None
        assert process.stdout.readline() == "held\n"
        yield process
        process.kill()


def test_the_second_start_says_that_it_waits(
    lock: str,
    holder: subprocess.Popen[str],
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    # What the second would wait for comes to pass while it sleeps.
    monkeypatch.setattr("time.sleep", lambda seconds: holder.communicate("\n"))
    with only_one(lock):
        assert "另一次启动正在准备" in capsys.readouterr().err


def test_a_killed_start_leaves_the_way_free(
    lock: str, holder: subprocess.Popen[str], capsys: pytest.CaptureFixture[str]
) -> None:
    holder.kill()
    holder.wait()
    with only_one(lock):
        assert capsys.readouterr().err == ""


def test_a_folder_that_cannot_be_written_is_refused(tmp_path: Path) -> None:
    with pytest.raises(NotReady, match="写入权限"), only_one(str(tmp_path / "none" / "lock")):
        pass
