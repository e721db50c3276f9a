"""How the values of a column are shown and ordered, prepared once per column so a cell is cheap."""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache
from typing import Any

from gui.record_table.columns import TableColumn
from model.kinds import Choice, Context, Flag, Ref, Text

Show = Callable[[Any], str]
Key = Callable[[Any], Any]
KEY_LENGTH = 40  # characters of a text that decide its place


def shown_by(column: TableColumn, context: Context) -> Show:
    """What turns a value of ``column`` into its words."""
    if column.show is not None:
        return column.show
    kind = column.field.kind
    if isinstance(kind, Ref):
        names = context.names.get(kind.table, {})
        return lambda id: names.get(id, "")
    if isinstance(kind, Text):
        return _as_it_is
    # Few different values in many rows: dates, amounts, fixed words.
    return lru_cache(2048)(lambda value: kind.show(value, context))


def ordered_by(column: TableColumn, context: Context) -> Key | None:
    """What turns a value into its sort key (None: blank, sorted last); None: the value itself."""
    if column.order is not None:
        return column.order
    kind = column.field.kind
    if isinstance(kind, Choice):
        return {value: place for place, value in enumerate(kind.values)}.get
    if isinstance(kind, Flag):
        return lambda value: not value
    if isinstance(kind, Ref):
        names = context.names.get(kind.table, {})
        return {id: dictionary_key(name) for id, name in names.items()}.get
    return dictionary_key if kind.stored_as == "TEXT" and kind.empty == "" else None


def dictionary_key(text: str | None) -> bytes | None:
    """Orders as a Chinese dictionary does: in GB 18030 the usual characters stand by pinyin."""
    return text[:KEY_LENGTH].lower().encode("gb18030", "replace") if text else None


def _as_it_is(value: str | None) -> str:
    return value or ""
