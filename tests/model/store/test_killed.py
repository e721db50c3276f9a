"""A program killed in the middle of its writes loses nothing it has acknowledged."""

import subprocess
import sys
from pathlib import Path

import pytest

from model.changes import Change
from model.records import Person
from model.store import Store

WRITER = """
import sys
from pathlib import Path
from model.changes import Change
from model.records import Person
from model.store import Store
store = Store(Path(sys.argv[1]))
for number in range(100, 100_000):
    store.apply([Change(None, Person(number, name=f"人员{number}"))], "新增人员")
    print(number, flush=True)
"""


@pytest.mark.parametrize("acknowledged", [1, 7, 23])
def test_what_was_acknowledged_survives_a_kill(store: Store, path: Path, acknowledged: int) -> None:
    store.close()
    root = Path(__file__).parents[3]
    writer = subprocess.Popen(
        [sys.executable, "-c", WRITER, str(path)], cwd=root, stdout=subprocess.PIPE, text=True
    )
    assert writer.stdout is not None
    for _line in range(acknowledged):
        writer.stdout.readline()
    writer.kill()
    told = acknowledged + len(writer.stdout.read().split())
    writer.wait()
    writer.stdout.close()
    again = Store(path)
    kept = [person for person in again.all(Person) if person.id >= 100]
    assert told <= len(kept) <= told + 1, "at most the one that was not acknowledged yet"
    for person in reversed(kept):
        again.undo()
        assert again.find(Person, person.id) is None
    again.apply([Change(None, Person(99_999_999, name="照常"))], "照常写入")
    again.close()
