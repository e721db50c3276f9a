"""`python3 -m tests.benchmarks` prints each ratio with both its numbers."""

from __future__ import annotations

from tests.benchmarks import start

MEASURES = (start.measure,)

if __name__ == "__main__":
    for measure in MEASURES:
        print(measure(), flush=True)
