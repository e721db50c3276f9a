"""What the store holds every write to, so that no door leads round the life of an issue."""

from collections.abc import Sequence

from model.changes import Change
from model.reader import Reader


def check_issue(change: Change, changes: Sequence[Change], reader: Reader) -> None: ...
def check_part(change: Change, changes: Sequence[Change], reader: Reader) -> None: ...
def check_step(change: Change, changes: Sequence[Change], reader: Reader) -> None: ...
