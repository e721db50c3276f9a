"""`python3 -m tests --full`: every proof with all its trials, and a table of what came of them."""

from __future__ import annotations

from collections.abc import Sequence
from concurrent.futures import Future, as_completed
from pathlib import Path
from random import Random
from time import perf_counter

from model.frozen import Frozen
from tests.reliability.proof import Proof, Tally
from tests.reliability.proofs import PROOFS
from tests.reliability.running import Ran, pool, run, run_control

TABLE = Path(__file__).resolve().parents[1] / "reliability.md"


class Line(Frozen):
    """One line of the table; ``seconds`` are those of one core."""

    proof: Proof
    seed: int
    found: Tally
    seconds: float
    control: Tally


def run_all(seed: int | None = None) -> int:
    """Run everything, print the table and keep it. 0 where every proof and control held."""
    seed = Random().randrange(2**31) if seed is None else seed
    begun = perf_counter()
    with pool() as processes:
        parts = {
            proof.name: [processes.submit(run, proof.name, *part) for part in _parts(proof, seed)]
            for proof in PROOFS
        }
        controls = {proof.name: processes.submit(run_control, proof.name, seed) for proof in PROOFS}
        _say_progress([part for several in parts.values() for part in several])
        lines = [
            Line(proof, seed, *_sum(parts[proof.name]), controls[proof.name].result().tally)
            for proof in PROOFS
        ]
    table = _table(lines, perf_counter() - begun)
    print(table)
    TABLE.write_text(table, "utf-8")
    return 0 if all(not line.found.failures and line.control.failures for line in lines) else 1


def _parts(proof: Proof, seed: int) -> list[tuple[int, int]]:
    """(trials, seed) of each part; the first seed is the one that the table names."""
    each = -(-proof.full // proof.parts)
    return [(each, seed + part) for part in range(proof.parts)]


def _say_progress(parts: Sequence[Future[Ran]]) -> None:
    for done, part in enumerate(as_completed(parts), 1):
        print(f"{done} of {len(parts)} parts", *part.result().tally.words, sep="\n  ", flush=True)


def _sum(parts: Sequence[Future[Ran]]) -> tuple[Tally, float]:
    ran = [part.result() for part in parts]
    return sum((each.tally for each in ran), Tally()), sum(each.seconds for each in ran)


def _table(lines: Sequence[Line], seconds: float) -> str:
    rows = [
        "# Nothing is ever lost: the proofs",
        "",
        f"Written by `python3 -m tests --full`, which took {seconds / 60:.0f} minutes. "
        "What a proof does stands in its module in `tests/reliability`.",
        "",
        "| proof | n | corrupt | partial | lost | silent | seconds | seed |",
        "|---|--:|--:|--:|--:|--:|--:|--:|",
        *(_row(line) for line in lines),
        "",
        *(f"{line.proof.name}: {line.proof.loud(line.found)}" for line in lines if line.found.loud),
        "",
        "The same trials with a broken setting, which must fail:",
        "",
        "| proof | broken setting | n | corrupt | partial | lost | silent |",
        "|---|---|--:|--:|--:|--:|--:|",
        *(_control_row(line) for line in lines),
    ]
    return "\n".join(rows) + "\n"


def _row(line: Line) -> str:
    return f"| {line.proof.name} | {_numbers(line.found)} | {line.seconds:.0f} | {line.seed} |"


def _control_row(line: Line) -> str:
    return f"| {line.proof.name} | {line.proof.broken} | {_numbers(line.control)} |"


def _numbers(tally: Tally) -> str:
    numbers = (tally.n, tally.corrupt, tally.partial, tally.lost, tally.silent)
    return " | ".join(f"{number:,}" for number in numbers)
