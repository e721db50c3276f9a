"""How a record lies in a row and in the history's JSON: dates as ISO text, flags as 0 and 1."""

import json
from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import date
from enum import StrEnum
from functools import cache, partial
from types import NoneType
from typing import Any

from model.fields import Field, R, Record
from model.kinds import Choice, Day, Flag, Kind
from model.records import BY_TABLE
from model.refused import Refused
from model.store.faults import DAMAGED, told_damaged

Restore = Callable[[Any], Any]

_TYPES = {"TEXT": frozenset({str}), "INTEGER": frozenset({int}), "REAL": frozenset({float, int})}


def stored(value: Any) -> Any:
    """The value as SQLite keeps it."""
    if value is None or type(value) is str:
        return value  # most are
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, bool):
        return int(value)
    return str(value) if isinstance(value, StrEnum) else value


def restore_by(kind: Kind) -> Restore | None:
    """What turns a kept value back, or None where it is kept as it is."""
    if isinstance(kind, Day):
        return _day
    if isinstance(kind, Flag):
        return _flag
    if isinstance(kind, Choice):
        return partial(_word, {str(word): word for word in kind.values})
    return None


def _day(text: str | None) -> date | None:
    try:
        return date.fromisoformat(text) if text else None
    except (ValueError, TypeError) as error:
        raise Refused(DAMAGED) from error


def _flag(number: int | None) -> bool:
    if number not in (0, 1, None):  # no round to read it of
        raise Refused(DAMAGED)
    return bool(number)


def _word(words: Mapping[str, StrEnum], text: str | None) -> StrEnum | None:
    try:
        return None if text is None else words[text]
    except KeyError as error:
        raise Refused(DAMAGED) from error


def restored(fields: Iterable[Field], values: Iterable[Any]) -> list[Any]:
    """The values of one row, in the order of ``fields``."""
    turned = []
    for field, value in zip(fields, values, strict=True):
        restore = restore_by(field.kind)
        turned.append(restore(value) if restore else value)
    return turned


def to_row(record: Record) -> list[Any]:
    return [stored(getattr(record, field.name)) for field in type(record).fields]


def from_row(kind: type[R], row: tuple[Any, ...]) -> R:
    """The record of a row that is the id followed by the fields in order."""
    if not _can_be(kind, tuple(map(type, row))):  # type: ignore[arg-type]  # as below
        raise Refused(DAMAGED)
    values = list(row)
    for place, restore in _turning(kind):  # type: ignore[arg-type]  # a class can be hashed
        values[place] = restore(values[place])
    return kind(*values)


def restored_column(kind: Kind, can_miss: bool, column: Sequence[Any]) -> Iterable[Any]:
    """The values of one column of many rows; Refused for one that this program cannot have kept.

    ``can_miss``: a row may have none of it, for what it is read from is not there.
    """
    restore = restore_by(kind)
    if restore is None:
        return of_types(types_of(kind) | ({NoneType} if can_miss else set()), column)
    # Few different values stand in a column: each is turned once.
    turned = {value: restore(value) for value in set(column)}
    return map(turned.__getitem__, column)


def of_types(types: frozenset[type], values: Sequence[Any]) -> Sequence[Any]:
    """The values themselves. Refused where one is of another type."""
    if not types.issuperset(map(type, values)):
        raise Refused(DAMAGED)
    return values


def types_of(kind: Kind) -> frozenset[type]:
    """What SQLite gives of a value of this kind, where the file is whole."""
    types = _TYPES[kind.stored_as]
    return types if kind.empty is not None else types | {NoneType}


@cache
def _can_be(kind: type[Record], types: tuple[type, ...]) -> bool:
    """Whether a row can hold values of these types; few different rows are met."""
    known = ({int}, *(types_of(field.kind) for field in kind.fields))
    return all(each in allowed for each, allowed in zip(types, known, strict=True))


@cache
def _turning(kind: type[Record]) -> list[tuple[int, Restore]]:
    """Which values of a kind's rows are turned back, and how; asked for every record read."""
    restores = (restore_by(field.kind) for field in kind.fields)
    return [(place, restore) for place, restore in enumerate(restores, 1) if restore]


_written_out = json.JSONEncoder(ensure_ascii=False).encode  # json.dumps would make it each time


def to_json(record: Record | None) -> str | None:
    if record is None:
        return None
    values = {field.name: stored(getattr(record, field.name)) for field in type(record).fields}
    return _written_out(values)


def as_in_json(text: str) -> str:
    """How a piece of a text stands in the history's JSON."""
    return json.dumps(text, ensure_ascii=False)[1:-1]


def from_json(table: str, id: int, text: str | None) -> Record | None:
    """The record as the history kept it; fields declared since then are empty."""
    if text is None:
        return None
    with told_damaged():
        kind, values = BY_TABLE[table], json.loads(text)
    known = [field for field in kind.fields if field.name in values]
    turned = restored(known, [values[field.name] for field in known])
    return kind(id, **{field.name: value for field, value in zip(known, turned, strict=True)})
