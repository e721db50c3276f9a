"""Puts the icon onto the desktop of whatever system this is."""

from __future__ import annotations

import os
import sys
from pathlib import Path

from gui.shortcut import linux, windows
from gui.shortcut.launcher import NAME, this_program
from model.refused import Refused


def can_make(platform: str = sys.platform) -> bool:
    """Whether this system is one we know the icons of."""
    return platform == "win32" or platform.startswith("linux")


def make(platform: str = sys.platform) -> str:
    """Put the icon onto the desktop; what is to be said then. Refused where that cannot be."""
    if not can_make(platform):
        raise Refused("这个系统上不能自动建快捷方式，请手工把程序放到桌面。")
    launcher = this_program(platform)
    if platform == "win32":
        windows.put(launcher, os.environ)
    else:
        linux.put(launcher, linux.desktop_folder(os.environ, Path.home()))
    return f"桌面上有“{NAME}”的图标了，双击就能打开。"
