"""What a table or form asks to be written: it never touches its own rows, the store tells it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Any, NamedTuple

from model.changes import Change
from model.fields import Record
from model.records import Issue, Rectification
from model.refused import Place, Refused
from model.store import Store

ROUND = "round."
Key = tuple[str, int]


class CellEdit(NamedTuple):
    """One cell shall hold another value; ``id`` is the row's, ``path`` the column's.

    A negative id stands for a record that is yet to be made, the same for all its cells.
    """

    id: int
    path: str
    value: Any


Edit = Callable[[Sequence[CellEdit], str], None]
"""Writes all the cells as one operation under a label, or raises Refused and writes none."""


Make = Callable[[Mapping[str, Any]], Iterable[Change]]
"""The changes that make a record of typed values, by path; the record itself first."""


class StoreEdits:
    """The plain Edit: one kind of record; ``round.x`` is a field of an issue's last round.

    ``make`` is how the room makes a new record of cells; without it there are none.
    """

    def __init__(self, store: Store, kind: type[Record], make: Make | None = None) -> None:
        self._store = store
        self._kind = kind
        self._make = make

    def __call__(self, edits: Sequence[CellEdit], label: str) -> None:
        """Raises Refused; its place names the row and the column's path, where they are known."""
        changes: dict[Key, Change] = {}
        owners: dict[Key, CellEdit] = {}
        for record, cells in self._altered(edits):
            key = (record.table, record.id)
            values = {cell.path.removeprefix(ROUND): cell.value for cell in cells}
            changes[key], owners[key] = Change(record, replace(record, **values)), cells[-1]
        for change, edit in self._made(edits):
            key = (change.record.table, change.record.id)
            changes[key], owners[key] = change, edit
        try:
            self._store.apply(list(changes.values()), label)
        except Refused as refusal:
            raise Refused(refusal.text, self._cell(refusal.place, owners)) from refusal

    def _altered(self, edits: Sequence[CellEdit]) -> Iterator[tuple[Record, list[CellEdit]]]:
        """Each record that is edited, read once, with its cells."""
        found: dict[tuple[int, bool], list[CellEdit]] = {}
        for edit in edits:
            if edit.id >= 0:
                of_round = self._kind is Issue and edit.path.startswith(ROUND)
                found.setdefault((edit.id, of_round), []).append(edit)
        for (id, of_round), cells in found.items():
            yield self._round(id) if of_round else self._store.get(self._kind, id), cells

    def _made(self, edits: Sequence[CellEdit]) -> Iterator[tuple[Change, CellEdit]]:
        """The changes that make the new records, each with a cell of its row."""
        rows: dict[int, list[CellEdit]] = {}
        for edit in edits:
            if edit.id < 0:
                rows.setdefault(edit.id, []).append(edit)
        for cells in rows.values():
            assert self._make is not None, "the table adds rows, but nobody makes records"
            for change in self._make({edit.path: edit.value for edit in cells}):
                yield change, cells[0]

    def _round(self, issue: int) -> Record:
        rounds = self._store.all(Rectification, issue=issue)
        if not rounds:
            raise Refused("这个问题还没有整改记录。请先启动整改。", Place(Issue.table, issue))
        return rounds[-1]

    def _cell(self, place: Place | None, owners: dict[Key, CellEdit]) -> Place | None:
        """Where the table shows what ``place`` points at."""
        edit = owners.get((place.table, place.id)) if place else None
        if place is None or edit is None:
            return None
        prefix = ROUND if place.table != self._kind.table else ""
        return Place(self._kind.table, edit.id, prefix + place.field if place.field else "")
