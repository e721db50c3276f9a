"""Deleting: what goes with a record, and who still needs it."""

from collections.abc import Iterator

from model.changes import Change
from model.fields import Field, Record
from model.kinds import Ref
from model.reader import Reader
from model.records import KINDS


def deletion(record: Record, reader: Reader) -> list[Change]:
    """The changes that delete ``record`` and the children it owns, children first, each once."""
    # An origin is owned by its opinion and by its issue; a campaign owns both.
    once = {each.key: each for each in _family(record, reader)}
    return [Change(each, None) for each in once.values()]


def _family(record: Record, reader: Reader) -> Iterator[Record]:
    """What a record owns, children first, and the record."""
    for kind, field in referring(record.table):
        assert isinstance(field.kind, Ref)
        if field.kind.owned:
            for child in reader.all(kind, **{field.name: record.id}):
                yield from _family(child, reader)
    yield record


def users(record: Record, reader: Reader) -> list[Record]:
    """The live records that refer to ``record``."""
    return [
        user
        for kind, field in referring(record.table)
        for user in reader.all(kind, **{field.name: record.id})
    ]


def referring(table: str) -> Iterator[tuple[type[Record], Field]]:
    """Every declared field that refers to records of ``table``."""
    for kind in KINDS:
        for field in kind.fields:
            if isinstance(field.kind, Ref) and field.kind.table == table:
                yield kind, field
