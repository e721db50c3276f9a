"""Real processes that contend for the right to write in one ledger."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

ROOT = Path(__file__).resolve().parents[3]
TAKEN, LOST = "taken", "lost"

# Takes and releases the lock as it is told, one word a line, and answers what came of it.
_CONTENDER = """
import sys
from datetime import datetime
from pathlib import Path
from model.store.lock import WriterLock
lock = None
print("ready", flush=True)
for line in sys.stdin:
    if line.strip() == "take":
        taken = WriterLock.take(Path(sys.argv[1]), sys.argv[2], datetime.now(), 0.05)
        lock = taken if isinstance(taken, WriterLock) else None
        print("taken" if lock else f"lost {taken.user}", flush=True)
    elif lock:
        lock.release()
        lock = None
"""


class Contender:
    """One process; ``take`` only asks, so that several can ask at one moment."""

    def __init__(self, ledger: Path, user: str) -> None:
        self.process = subprocess.Popen(
            [sys.executable, "-c", _CONTENDER, str(ledger), user],
            cwd=ROOT,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            encoding="utf-8",
        )
        self.answer()

    def take(self) -> None:
        self._say("take")

    def release(self) -> None:
        self._say("release")

    def answer(self) -> str:
        """What came of the last ``take``: taken, or lost and to whom."""
        assert self.process.stdout is not None
        return self.process.stdout.readline().strip()

    def end(self) -> None:
        self.process.kill()
        self.process.communicate()

    def _say(self, word: str) -> None:
        assert self.process.stdin is not None
        self.process.stdin.write(word + "\n")
        self.process.stdin.flush()


@contextmanager
def contenders(ledger: Path, users: Sequence[str]) -> Iterator[list[Contender]]:
    """One process for each user; they are gone afterwards."""
    made: list[Contender] = []
    try:
        for user in users:
            made.append(Contender(ledger, user))
        yield made
    finally:
        for contender in made:
            contender.end()


def race(ledger: Path, rounds: int, runners: int = 2) -> list[int]:
    """How many got the lock in each round, when all ask at one moment."""
    winners = []
    with contenders(ledger, [f"用户{number}" for number in range(runners)]) as everybody:
        for _round in range(rounds):
            for contender in everybody:
                contender.take()
            answers = [contender.answer() for contender in everybody]
            winners.append(answers.count(TAKEN))
            for contender in everybody:
                contender.release()
    return winners
