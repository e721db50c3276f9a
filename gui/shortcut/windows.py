"""The icon of a Windows desktop: a .lnk, written by Windows itself.

What it says is handed over in the environment and never becomes a part of the script, so that no
name of a folder can be taken for a command.
"""

from __future__ import annotations

import base64
import subprocess
from collections.abc import Callable, Mapping

from gui.shortcut.launcher import COMMENT, NAME, Launcher
from model.refused import Refused

SECONDS = 60  # a slow PC takes its time to load PowerShell
NO_WINDOW = 0x08000000  # CREATE_NO_WINDOW

# The link is written under a plain name and moved: the shell's own writer fails for names that the
# system's code page lacks.
SCRIPT = """\
$ErrorActionPreference = 'Stop'
$folder = [Environment]::GetFolderPath('DesktopDirectory')
$plain = Join-Path ([IO.Path]::GetTempPath()) ("taizhang-$PID.lnk")
$link = (New-Object -ComObject WScript.Shell).CreateShortcut($plain)
$link.TargetPath = $env:TAIZHANG_TARGET
$link.Arguments = $env:TAIZHANG_ARGUMENTS
$link.WorkingDirectory = $env:TAIZHANG_FOLDER
$link.IconLocation = $env:TAIZHANG_ICON
$link.Description = $env:TAIZHANG_COMMENT
$link.Save()
$named = Join-Path $folder ($env:TAIZHANG_NAME + '.lnk')
Move-Item -LiteralPath $plain -Destination $named -Force
"""

Run = Callable[..., "subprocess.CompletedProcess[bytes]"]


def command() -> list[str]:
    """PowerShell with the script, which is always the same."""
    encoded = base64.b64encode(SCRIPT.encode("utf-16-le")).decode("ascii")
    return ["powershell.exe", "-NoProfile", "-NonInteractive", "-EncodedCommand", encoded]


def variables(launcher: Launcher) -> dict[str, str]:
    """What the script is told. A name of a file on Windows holds no quotes."""
    return {
        "TAIZHANG_NAME": NAME,
        "TAIZHANG_TARGET": str(launcher.python),
        "TAIZHANG_ARGUMENTS": f'"{launcher.main}"',
        "TAIZHANG_FOLDER": str(launcher.main.parent),
        "TAIZHANG_ICON": f"{launcher.icon},0",
        "TAIZHANG_COMMENT": COMMENT,
    }


def put(launcher: Launcher, environ: Mapping[str, str], run: Run = subprocess.run) -> None:
    """Put the icon onto the desktop, over a former one. Refused where that cannot be."""
    try:
        run(
            command(),
            env={**environ, **variables(launcher)},
            stdin=subprocess.DEVNULL,
            capture_output=True,
            timeout=SECONDS,
            creationflags=NO_WINDOW,
            check=True,
        )
    except (OSError, subprocess.SubprocessError) as error:
        raise Refused(
            "没有建成快捷方式：系统不让运行 PowerShell。"
            f"可以在文件管理器里右击“{launcher.main}”，选“发送到桌面快捷方式”。"
        ) from error
