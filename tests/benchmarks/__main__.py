"""`python3 -m tests.benchmarks` prints each ratio with both its numbers."""

from __future__ import annotations

import os

from tests.benchmarks import start, table

if __name__ == "__main__":
    os.environ["QT_QPA_PLATFORM"] = "offscreen"  # alike everywhere, and where there is no display
    print(start.measure(), flush=True)
    for outcome in table.measure():
        print(outcome, flush=True)
