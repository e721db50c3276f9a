"""The start of 活动台账: makes the machine ready, then hands the arguments to the program."""

from __future__ import annotations

import sys

from gui import launch

if __name__ == "__main__":
    launch.for_program(sys.argv[1:])
    # Only now, for the packages it imports may not have been there before.
    from gui.command_line import run

    sys.exit(run(sys.argv[1:]))
