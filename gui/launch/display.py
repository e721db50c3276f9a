"""The display and the input method, before Qt aborts without the one or is mute for the other."""

from __future__ import annotations

import os

TYPE_CHECKING = False
if TYPE_CHECKING:  # collections costs a fifth of the ready path
    from collections.abc import Callable

_WITHOUT_WINDOW = (
    "没有桌面时可以不开窗口使用：\n"
    "  python3 main.py --snapshot 目录    把每个页面画成图片\n"
    "  python3 main.py --export 目录      导出报表"
)
NO_DISPLAY = (
    "这里没有图形界面（没有可用的 DISPLAY 或 WAYLAND_DISPLAY），不能打开窗口。\n"
    "请在桌面上启动；" + _WITHOUT_WINDOW
)
TURNED_AWAY = (
    "图形界面不让这个用户打开窗口。\n"
    "请用登录桌面的用户启动，不要用 su 或 sudo 换成别的用户；" + _WITHOUT_WINDOW
)

MACHINE_IDS = ("/etc/machine-id", "/var/lib/dbus/machine-id")


def is_reachable(environ: dict[str, str], exists: Callable[[str], bool] = os.path.exists) -> bool:
    """Whether a Wayland or X server seems to be there; a socket file is believed, for speed."""
    if _has_wayland(environ, exists):
        return True
    host, _, number = environ.get("DISPLAY", "").rpartition(":")
    number = number.partition(".")[0]
    if not number.isdecimal():
        return False
    if host in ("", "unix") and exists(f"/tmp/.X11-unix/X{number}"):
        return True
    return _answers(host, int(number))


def _has_wayland(environ: dict[str, str], exists: Callable[[str], bool]) -> bool:
    name = environ.get("WAYLAND_DISPLAY", "")
    return name != "" and exists(os.path.join(environ.get("XDG_RUNTIME_DIR", ""), name))


def turns_away(environ: dict[str, str], exists: Callable[[str], bool] = os.path.exists) -> bool:
    """Whether the X server denies a window, as it does to a user changed with su: Qt would abort.

    So does one that left its socket file behind. Costs 3 ms.
    """
    if _has_wayland(environ, exists):
        return False
    import ctypes  # slow, and only a window needs it

    try:
        xcb = ctypes.CDLL("libxcb.so.1")
    except OSError:
        return False
    xcb.xcb_connect.restype = ctypes.c_void_p
    link = ctypes.c_void_p(xcb.xcb_connect(environ.get("DISPLAY", "").encode(), None))
    denied = xcb.xcb_connection_has_error(link) != 0
    xcb.xcb_disconnect(link)
    return denied


def _answers(host: str, number: int) -> bool:
    """Whether an X server without a socket file (another machine's, or a container's) answers."""
    # Slow (5 ms), and a display on this machine is recognised without it.
    import socket

    try:
        if host in ("", "unix"):
            with socket.socket(socket.AF_UNIX) as link:
                link.connect(f"\0/tmp/.X11-unix/X{number}")
        else:
            socket.create_connection((host, 6000 + number), timeout=5).close()
    except OSError:
        return False
    return True


def _is_filled(path: str) -> bool:
    return os.path.isfile(path) and os.path.getsize(path) > 0


def input_method(
    environ: dict[str, str],
    plugins: Callable[[], list[str]],
    filled: Callable[[str], bool] = _is_filled,
) -> dict[str, str]:
    """What to set so that Chinese can be typed under fcitx without a plugin for it.

    fcitx also speaks the protocol of ibus, whose plugin PySide6 does bring. That plugin aborts on
    a machine without an identity for D-Bus, where no input method runs anyway.
    """
    if not _uses_fcitx(environ) or any("fcitx" in plugin for plugin in plugins()):
        return {}
    if not any(map(filled, MACHINE_IDS)):
        return {}
    changes = {"QT_IM_MODULE": "ibus"}
    names = environ.get("QT_IM_MODULES", "").split(";")  # Qt 6.7 prefers this list to the one name
    if names != [""]:
        changes["QT_IM_MODULES"] = ";".join("ibus" if "fcitx" in name else name for name in names)
    return changes


def _uses_fcitx(environ: dict[str, str]) -> bool:
    named = environ.get("QT_IM_MODULES", "") + environ.get("QT_IM_MODULE", "")
    if named or environ.get("WAYLAND_DISPLAY"):  # Wayland brings its own input method protocol
        return "fcitx" in named
    return "fcitx" in environ.get("XMODIFIERS", "")
