"""The start of 活动台账: makes the machine ready, then hands the arguments to the program."""

from __future__ import annotations

import gc
import sys

from gui import launch

# What a start makes stays: to look through it again and again takes 12 ms and finds nothing.
OBJECTS_TO_LOOK_THROUGH = 100_000

if __name__ == "__main__":
    gc.set_threshold(OBJECTS_TO_LOOK_THROUGH)
    launch.for_program(sys.argv[1:])
    # Only now, for the packages it imports may not have been there before.
    from gui.command_line import run

    sys.exit(run(sys.argv[1:]))
