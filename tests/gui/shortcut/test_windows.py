"""PowerShell is told the same script always; names of folders are values and never commands."""

import base64
import subprocess
from pathlib import PureWindowsPath
from typing import Any

import pytest

from gui.shortcut.launcher import Launcher
from gui.shortcut.windows import SCRIPT, command, put, variables
from model.refused import Refused

LAUNCHER = Launcher(
    PureWindowsPath("C:\\Program Files\\Python311\\pythonw.exe"),
    PureWindowsPath("D:\\台账 程序'; calc; $x\\main.py"),
    PureWindowsPath("D:\\台账 程序'; calc; $x\\resources\\icons\\taizhang.ico"),
)


def test_what_the_script_is_told() -> None:
    assert variables(LAUNCHER) == {
        "TAIZHANG_NAME": "活动台账",
        "TAIZHANG_TARGET": "C:\\Program Files\\Python311\\pythonw.exe",
        "TAIZHANG_ARGUMENTS": '"D:\\台账 程序\'; calc; $x\\main.py"',
        "TAIZHANG_FOLDER": "D:\\台账 程序'; calc; $x",
        "TAIZHANG_ICON": "D:\\台账 程序'; calc; $x\\resources\\icons\\taizhang.ico,0",
        "TAIZHANG_COMMENT": "活动、问题、整改、销号，一处登记",
    }


def test_the_script_reads_every_one_of_them_and_is_handed_over_whole() -> None:
    assert all(f"$env:{name}" in SCRIPT for name in variables(LAUNCHER))
    *words, encoded = command()
    assert words[0] == "powershell.exe"
    assert base64.b64decode(encoded).decode("utf-16-le") == SCRIPT
    assert SCRIPT.isascii()


def test_it_runs_without_a_shell_and_keeps_the_environment() -> None:
    ran: list[tuple[list[str], dict[str, Any]]] = []

    def run(words: list[str], **how: Any) -> subprocess.CompletedProcess[bytes]:
        ran.append((words, how))
        return subprocess.CompletedProcess(words, 0)

    put(LAUNCHER, {"SystemRoot": "C:\\Windows"}, run)
    ((words, how),) = ran
    assert words == command()
    assert not how.get("shell")
    assert how["env"] == {"SystemRoot": "C:\\Windows", **variables(LAUNCHER)}
    assert how["check"]


@pytest.mark.parametrize(
    "fault",
    [
        FileNotFoundError("powershell.exe"),
        subprocess.CalledProcessError(1, "powershell.exe"),
        subprocess.TimeoutExpired("powershell.exe", 60),
    ],
)
def test_a_system_that_bars_it_is_said_with_another_way(fault: Exception) -> None:
    def run(words: list[str], **how: Any) -> subprocess.CompletedProcess[bytes]:
        raise fault

    with pytest.raises(Refused, match="发送到桌面快捷方式"):
        put(LAUNCHER, {}, run)
