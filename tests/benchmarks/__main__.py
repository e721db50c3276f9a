"""`python3 -m tests.benchmarks` prints each ratio with both its numbers."""

from __future__ import annotations

from tests.benchmarks import start, table

if __name__ == "__main__":
    print(start.measure(), flush=True)
    for outcome in table.measure():
        print(outcome, flush=True)
