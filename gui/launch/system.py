"""What a Debian system must bring for Qt, found before Qt can abort, and the ways to get it."""

from __future__ import annotations

import ctypes
import importlib
import importlib.util
import os
import shlex
import shutil
import subprocess
import sys
from collections.abc import Callable

from gui.launch import needs
from gui.launch.refusal import NotReady, say

VENV = "venv"  # the means to make an environment, which Debian keeps in a package of its own
JOURNAL = "/var/lib/dpkg/updates"  # where dpkg keeps what it has begun and not ended
CHINESE = ":lang=zh-cn"  # fontconfig's pattern of any font with Simplified Chinese

# What is looked for, by need, and the Debian package that brings it. The libraries are those that
# PySide6's wheels and their xcb plugin link and that a Debian without a desktop lacks.
PARTS = {
    VENV: {"ensurepip": "python3-venv"},
    needs.OFFSCREEN: {
        "libglib-2.0.so.0": "libglib2.0-0",
        "libGL.so.1": "libgl1",
        "libEGL.so.1": "libegl1",
        "libfontconfig.so.1": "libfontconfig1",
        "libdbus-1.so.3": "libdbus-1-3",
        "libxkbcommon.so.0": "libxkbcommon0",
    },
    needs.DISPLAY: {
        "libxkbcommon-x11.so.0": "libxkbcommon-x11-0",
        "libxcb-cursor.so.0": "libxcb-cursor0",
        "libxcb-icccm.so.4": "libxcb-icccm4",
        "libxcb-keysyms.so.1": "libxcb-keysyms1",
        "libxcb-shape.so.0": "libxcb-shape0",
    },
    needs.FONT: {CHINESE: "fonts-noto-cjk"},  # fonts-wqy-microhei does as well, less beautifully
}


def provide(words: frozenset[str]) -> None:
    """See to it that the system meets these needs; raises NotReady with the command that would."""
    packages = missing(words)
    if not packages:
        return
    for command in _permitted(packages):
        _run(command)
    importlib.invalidate_caches()
    if missing(words):
        raise NotReady(
            "系统组件没有安装成功（原因见上面的英文信息）。\n"
            + advice(missing(words), _way_to_root())
        )


def has(part: str) -> bool:
    """Whether this machine has a library (by its soname), a Python module or a Chinese font."""
    if part == CHINESE:
        return has_font(part)
    if ".so." not in part:
        return importlib.util.find_spec(part) is not None
    try:
        ctypes.CDLL(part)
    except OSError:
        return False
    return True


def missing(words: frozenset[str], has: Callable[[str], bool] = has) -> list[str]:
    """The Debian packages that these needs lack."""
    parts = [part for word, parts in PARTS.items() if word in words for part in parts.items()]
    return [package for name, package in parts if not has(name)]


def advice(packages: list[str], become: str | None) -> str:
    """What the user is told to do for these packages, as the exact command.

    `become` is how this user becomes root: "sudo", "su" or, being root, nothing at all; None where
    there is no apt-get.
    """
    lack = f"这台电脑缺少系统组件：{'、'.join(packages)}。\n"
    if become is None:
        return lack + "请用系统的软件管理工具安装后，再启动一次。"
    line = " && ".join(map(shlex.join, commands(packages, become)))
    return lack + f"请运行下面的命令，然后再启动一次：\n  {line}"


def commands(packages: list[str], become: str, journal: str = JOURNAL) -> list[list[str]]:
    """What brings these packages, run one after the other by this user, who becomes root so.

    An installation that was cut off must be brought to its end before apt-get does anything more.
    """
    cut_off = os.path.isdir(journal) and os.listdir(journal) != []
    apt = [
        *([["dpkg", "--configure", "-a"]] if cut_off else []),
        ["apt-get", "update"],
        ["apt-get", "install", "-y", "--no-install-recommends", *packages],
    ]
    if become == "su":
        return [["su", "-", "-c", " && ".join(map(shlex.join, apt))]]  # asks for the password once
    return [[become, *command] for command in apt] if become else apt


def has_font(pattern: str) -> bool:
    """Ask fontconfig, which is whom Qt will ask; without it there is no font either."""
    try:
        fontconfig = ctypes.CDLL("libfontconfig.so.1")
    except OSError:
        return False
    fontconfig.FcInitReinitialize()  # fonts may have come since the last question
    for function in (fontconfig.FcNameParse, fontconfig.FcObjectSetCreate, fontconfig.FcFontList):
        function.restype = ctypes.c_void_p
    wanted = ctypes.c_void_p(fontconfig.FcNameParse(pattern.encode("ascii")))
    nothing_more = ctypes.c_void_p(fontconfig.FcObjectSetCreate())
    found = fontconfig.FcFontList(None, wanted, nothing_more)
    return bool(found) and ctypes.c_int.from_address(found).value > 0  # FcFontSet.nfont comes first


def _permitted(packages: list[str]) -> list[list[str]]:
    """The commands that may be run now: root's at once, another user's after a yes."""
    become = _way_to_root()
    if become == "":
        say(f"这台电脑缺少系统组件：{'、'.join(packages)}。\n正在用 apt-get 安装……")
        return commands(packages, become)
    if become and _terminal() and agrees_to(packages):
        return commands(packages, become)
    raise NotReady(advice(packages, become))


def _way_to_root() -> str | None:
    if shutil.which("apt-get") is None:
        return None
    if os.geteuid() == 0:
        return ""
    return "su" if shutil.which("sudo") is None else "sudo"


def _terminal() -> bool:
    return all(stream is not None and stream.isatty() for stream in (sys.stdin, sys.stderr))


def agrees_to(packages: list[str]) -> bool:
    """Ask on the terminal whether these packages shall be installed now."""
    say(f"这台电脑缺少系统组件：{'、'.join(packages)}。\n现在安装吗？需要输入管理员密码。[Y/n]")
    answer = sys.stdin.readline()  # Enter is a yes, the end of the input (Ctrl+D) is none
    return answer != "" and answer.strip().lower() in ("", "y", "yes", "是")


def _run(command: list[str]) -> None:
    """Run apt-get; what it could not install is found out afterwards."""
    environ = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    subprocess.run(command, check=False, env=environ, stdout=sys.stderr)
