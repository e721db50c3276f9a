"""What a start needs, decided from its arguments, so that an export never asks for a display.

Needs are words in a set and not a class: enum and dataclasses cost more than the ready path.
"""

from __future__ import annotations

import sys

RUN = "run"  # the packages of the program
TEST = "test"  # the packages of the tests, beside those of the program
OFFSCREEN = "offscreen"  # the system libraries without which QtWidgets cannot be loaded
FONT = "font"  # a font with Chinese characters
DISPLAY = "display"  # a display, and the system libraries to show a window on it

PACKAGES = frozenset({RUN, TEST})

PAINTING = ("--snapshot",)
SILENT = ("--new", "--plan", "--export", "--fill", "--import", "--check", "--json", "--help", "-h")

# Qt's own platforms that paint without a display server.
WITHOUT_SERVER = ("offscreen", "minimal", "vnc", "linuxfb", "eglfs")


def of_program(
    arguments: list[str], environ: dict[str, str], platform: str = sys.platform
) -> frozenset[str]:
    """The needs of `main.py` with these arguments; only Linux wants for more than packages."""
    options = {argument.partition("=")[0] for argument in arguments}
    paints = not options.isdisjoint(PAINTING)
    if not platform.startswith("linux") or (not paints and not options.isdisjoint(SILENT)):
        return frozenset({RUN})
    if paints or environ.get("QT_QPA_PLATFORM", "").startswith(WITHOUT_SERVER):
        return frozenset({RUN, OFFSCREEN, FONT})
    return frozenset({RUN, OFFSCREEN, FONT, DISPLAY})


def of_tests(platform: str = sys.platform) -> frozenset[str]:
    """The needs of `python3 -m tests`, which never shows a window."""
    system = {OFFSCREEN, FONT} if platform.startswith("linux") else set()
    return PACKAGES | system
