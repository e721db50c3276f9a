"""The office's desk while the sample is built: the open ledger, and what is known by name."""

import hashlib
from collections.abc import Iterable
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

from model.changes import Change
from model.fields import R, Record
from model.kinds import Choice, Ref
from model.records import Campaign, Evidence
from model.sample.tale import Told
from model.store import Store


class Desk:
    """Turns what is told into records; people, phases and the like are told by name."""

    def __init__(self, store: Store, folder: Path) -> None:
        self.store = store
        self.folder = folder
        self.ids: dict[str, dict[str, int]] = {}

    @property
    def campaign(self) -> Campaign:
        return self.store.all(Campaign)[0]

    def learn(self, kind: type[Record]) -> None:
        """Know the records of a kind by their names from now on."""
        self.ids[kind.table] = {name: id for id, name in self.store.names(kind).items()}

    def named(self, kind: type[R], name: str) -> R:
        return self.store.get(kind, self.ids[kind.table][name])

    def new(self, kind: type[R], /, **values: Any) -> R:
        return kind(self.store.fresh_id(kind), **values)

    def values(self, kind: type[Record], told: Told) -> dict[str, Any]:
        """The told values of a kind's fields, as records hold them."""
        names = [field.name for field in kind.fields if field.name in told]
        return {name: self.value(kind, name, told[name]) for name in names}

    def value(self, kind: type[Record], name: str, told: Any) -> Any:
        declared = kind.field(name).kind
        if isinstance(declared, Ref):
            return self.ids[declared.table][told] if told else None
        return declared.values(told) if isinstance(declared, Choice) else told

    def enter(self, records: Iterable[Record], label: str) -> Record:
        """Store new records; the first of them as it was stored."""
        operation = self.store.apply([Change(None, record) for record in records], label)
        return operation.changes[0].record

    def edit(self, record: Record, values: dict[str, Any], label: str) -> None:
        self.store.apply([Change(record, replace(record, **values))], label)

    def prove(self, told: Told, on: date, **owner: int) -> None:
        """Add an evidence file of the sample to an issue or a task."""
        data = (self.folder / "evidence" / told["file"]).read_bytes()
        evidence = self.new(
            Evidence,
            **owner,
            **self.values(Evidence, told),
            name=told["file"],
            sha256=hashlib.sha256(data).hexdigest(),
            size=len(data),
            added_on=on,
        )
        self.store.apply([Change(None, evidence)], "添加佐证材料", [data])
