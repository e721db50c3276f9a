"""The icon of a Linux desktop: a file that says what to start.

Sources: freedesktop.org, Desktop Entry Specification 1.5, and xdg-user-dirs for the folder.
"""

from __future__ import annotations

import os
import re
from collections.abc import Mapping
from pathlib import Path, PurePath

from gui.shortcut.launcher import COMMENT, NAME, Launcher
from model.refused import Refused

FILE_NAME = f"{NAME}.desktop"
EXECUTABLE = 0o755  # desktops start only what may be run
_LINE = re.compile(r'\s*XDG_DESKTOP_DIR\s*=\s*"((?:[^"\\]|\\.)*)"\s*')


def entry(launcher: Launcher) -> str:
    """The text of the file. Refused for a folder that no such file can name."""
    command = " ".join(_argument(path) for path in (launcher.python, launcher.main))
    values = {
        "Type": "Application",
        "Version": "1.5",
        "Name": NAME,
        "Comment": COMMENT,
        "Exec": command,
        "Path": _value(str(launcher.main.parent)),
        "Icon": _value(str(launcher.icon)),
        "Terminal": "false",
        "Categories": "Office;",
    }
    lines = [f"{key}={value}" for key, value in values.items()]
    return "\n".join(["[Desktop Entry]", *lines, ""])


def desktop_folder(environ: Mapping[str, str], home: Path) -> Path:
    """Where the user's desktop lies, as xdg-user-dirs has it; ``Desktop`` where it says nothing."""
    config = Path(environ.get("XDG_CONFIG_HOME") or home / ".config")
    try:
        lines = (config / "user-dirs.dirs").read_text("utf-8", "surrogateescape").split("\n")
    except OSError:
        lines = []
    named = [found[1] for line in lines if (found := _LINE.fullmatch(line))]
    if not named:
        return home / "Desktop"
    place = re.sub(r"\\(.)", r"\1", named[-1])
    if place == "$HOME" or place.startswith("$HOME/"):
        return home / place[len("$HOME/") :]
    return Path(place) if place.startswith("/") else home / "Desktop"


def put(launcher: Launcher, folder: Path) -> Path:
    """Put the icon into ``folder``, over a former one. Refused where that cannot be."""
    if not folder.is_dir():
        raise Refused(f"没有找到桌面文件夹“{folder}”，没有建快捷方式。")
    target = folder / FILE_NAME
    beside = folder / f".{FILE_NAME}.new"
    try:
        beside.write_bytes(os.fsencode(entry(launcher)))
        beside.chmod(EXECUTABLE)
        os.replace(beside, target)
    except OSError as error:
        raise Refused(f"桌面文件夹“{folder}”不能写入，没有建快捷方式。请检查权限。") from error
    return target


def _argument(path: PurePath) -> str:
    """A path as an argument of Exec: quoted, then escaped as every value is."""
    quoted = re.sub(r'(["`$\\])', r"\\\1", str(path)).replace("%", "%%")
    return f'"{_value(quoted)}"'


def _value(text: str) -> str:
    """A text as a value: the backslash is escaped, and other controls have no place in it."""
    if not text.isprintable() and any(ord(letter) < 32 for letter in text):
        raise Refused(
            "程序所在的文件夹名里有换行之类的符号，建不了快捷方式。请把程序移到别的文件夹。"
        )
    escaped = text.replace("\\", "\\\\")
    return f"\\s{escaped[1:]}" if escaped.startswith(" ") else escaped
