"""What a report can list, and what a column can show of each: the parts of a declaration."""

from collections.abc import Callable, Mapping
from enum import StrEnum
from typing import Any

from model.excel.sheet import Cell
from model.fields import Field
from model.frozen import Frozen
from model.reports.campaign_records import CampaignRecords


class Value(Frozen):
    """Something a column can show of a line, with its usual heading.

    A ``private`` one is shown only by a report that is expressly allowed to.
    """

    heading: str
    of: Callable[[Any], Cell]
    private: bool = False


class Source(Frozen):
    """One sort of lines.

    ``items`` are what the lines are made of, by the id that a table on the screen knows them by,
    in the order of the office; ``line`` makes the line of one, given its 序号. ``word`` is what
    ``only`` of a declaration chooses items by (a state, a kind of task), one of ``words``.
    """

    items: Callable[[CampaignRecords], Mapping[Any, Any]]
    line: Callable[[int, Any, CampaignRecords], Any]
    values: Mapping[str, Value]
    words: type[StrEnum] | None = None
    word: Callable[[Any], StrEnum | None] = lambda item: None


def from_field(field: Field, read: Callable[[Any], Any]) -> Value:
    """A declared field as a value, private where the field is."""
    return Value(field.label, lambda line: cell(read(line)), field.private)


def cell(value: Any) -> Cell:
    """A record's value as a cell: flags and fixed words as plain text."""
    if isinstance(value, bool):
        return "是" if value else "否"
    if isinstance(value, StrEnum):
        return value.value
    shown: Cell = value
    return shown
