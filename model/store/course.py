"""Where the ledger stands in its history: what was taken back, and what undo leads back to."""

from collections.abc import Collection, Sequence
from typing import TYPE_CHECKING

from model.changes import Way

if TYPE_CHECKING:
    from model.store.history import Entry


class Course:
    """Read once from all operations, newest first; nothing of it asks the file again.

    ``stops`` are the ids of operations that undo never takes back.
    """

    def __init__(self, entries: Sequence["Entry"], stops: Collection[int]) -> None:
        self.taken_back = _taken_back(entries)
        self._by_id = {entry.id: entry for entry in entries}
        self._path: list[Entry] = []
        self._end: Entry | None = None
        self._walk(entries[0] if entries else None, stops)
        self._places = {entry.id: place for place, entry in enumerate(self._path)}

    def back_to(self, id: int) -> list["Entry"] | None:
        """What undo takes back, in this order, until ``id`` is the last operation that stands.

        None where one between cannot be taken back, or ``id`` does not stand itself.
        """
        if id in self._places:
            return self._path[: self._places[id]]
        return list(self._path) if self._end is not None and self._end.id == id else None

    def _walk(self, entry: "Entry | None", stops: Collection[int]) -> None:
        """After an undo of T the ledger stands as before T: what came between is passed over."""
        while entry is not None:
            if entry.way is Way.UNDO:
                assert entry.reverts is not None
                entry = self._by_id.get(entry.reverts - 1)
            elif entry.way is Way.UPGRADE or entry.id in stops:
                self._end = entry
                return
            else:
                self._path.append(entry)
                entry = self._by_id.get(entry.id - 1)


def _taken_back(entries: Sequence["Entry"]) -> frozenset[int]:
    """The newest stands; what an operation reverts stands only if that one was reverted too."""
    found: set[int] = set()
    for entry in entries:
        if entry.reverts is not None and entry.id not in found:
            found.add(entry.reverts)
    return frozenset(found)
