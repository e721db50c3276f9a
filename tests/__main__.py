"""`python3 -m tests` runs tests, lint and types; with arguments for pytest it runs tests only.

`python3 -m tests --full` runs the proofs of tests/reliability with all their trials instead.
"""

from __future__ import annotations

import os
import sys

from gui import launch

# All of it on all cores; who has done with his share takes from the others.
WHOLE = ["-p", "tests.checks", "-p", "tests.turns", "-n", "auto", "--dist", "worksteal"]

if __name__ == "__main__":
    launch.for_tests()
    # Only now, for pytest may not have been there before.
    import pytest

    from tests import memory

    if place := memory.place():
        os.environ.setdefault("TMPDIR", str(place))
    # The many processes of a run read what one of them compiled.
    os.environ.pop("PYTHONDONTWRITEBYTECODE", None)
    arguments = sys.argv[1:]
    if arguments == ["--full"]:
        from tests.reliability.full import run_all

        sys.exit(run_all())
    sys.exit(pytest.main(arguments or WHOLE))
