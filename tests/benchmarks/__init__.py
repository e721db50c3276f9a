"""Measurements, each a ratio to a peer measured in the same run; `python3 -m tests.benchmarks`."""
