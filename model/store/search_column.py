"""The search column: how the texts of a row read in pinyin, stored beside them.

It is no declared field: no history, no export and no comparison knows of it, and it is made anew
from the texts whenever they are altered. In it stands a part for each text field, in the order of
their declaration, blank for a text that reads as its characters do by themselves.

A migration that adds a text field must call ``fill``, for the parts are counted.
"""

import sqlite3
from collections.abc import Iterable, Sequence

from model.changes import Change
from model.fields import Record
from model.kinds import LongText, Text
from model.records import KINDS, Person

COLUMN = "initials"
_BETWEEN = "\x1f"  # stands in no stored text
_NAME = (Person, "name")  # the text that reads as a name


_SEARCHED = {
    kind: [field.name for field in kind.fields if isinstance(field.kind, Text | LongText)]
    for kind in KINDS
}


def searched(kind: type[Record]) -> list[str]:
    """The fields that hold text; a kind without any has no search column."""
    return _SEARCHED[kind]


def is_reread(change: Change) -> bool:
    """Whether the search column must be written: a date that is altered costs nothing."""
    before, after = change.before, change.after
    return after is not None and any(
        before is None or getattr(before, name) != getattr(after, name)
        for name in searched(type(after))
    )


def written(kind: type[Record], texts: Sequence[str]) -> str:
    """What stands in the search column of a row with these texts."""
    if all(map(str.isascii, texts)):
        return ""
    # Slow (30 ms): loaded when text is written, never at start.
    from model.initials import initials
    from model.pinyin import read, read_name

    parts = []
    for name, text in zip(searched(kind), texts, strict=True):
        if text.isascii():
            parts.append("")
            continue
        reading = read_name(text) if (kind, name) == _NAME else read(text)
        parts.append("" if reading == initials(text, {}) else reading)
    return _BETWEEN.join(parts) if any(parts) else ""


def fill(connection: sqlite3.Connection) -> None:
    """Write the search column of every row anew."""
    for kind in KINDS:
        if names := searched(kind):
            listed = ", ".join(f'"{name}"' for name in names)
            rows = connection.execute(f'SELECT "id", {listed} FROM "{kind.table}"').fetchall()
            connection.executemany(
                f'UPDATE "{kind.table}" SET "{COLUMN}" = ? WHERE "id" = ?',
                [(written(kind, texts), id) for id, *texts in rows],
            )


def readings(connection: sqlite3.Connection) -> dict[str, str]:
    """All texts of the ledger that read otherwise than by their characters.

    A text that is a person's name too reads as the name.
    """
    kinds = [*(kind for kind in KINDS if kind is not Person), Person]
    return {text: read for kind in kinds for text, read in _readings(connection, kind)}


def _readings(connection: sqlite3.Connection, kind: type[Record]) -> Iterable[tuple[str, str]]:
    names = searched(kind)
    if not names:
        return
    listed = ", ".join(f'"{name}"' for name in names)
    rows = connection.execute(
        f'SELECT "{COLUMN}", {listed} FROM "{kind.table}" WHERE "{COLUMN}" <> \'\''
    ).fetchall()
    for column, *texts in rows:
        parts = column.split(_BETWEEN)
        # A version that had other fields counted otherwise: the usual reading serves.
        if len(parts) == len(texts):
            yield from ((text, part) for text, part in zip(texts, parts, strict=True) if part)
