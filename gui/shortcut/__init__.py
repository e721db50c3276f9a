"""An icon on the desktop that starts the program: what it says, and where it is put."""

from gui.shortcut.making import can_make, make

__all__ = ["can_make", "make"]
