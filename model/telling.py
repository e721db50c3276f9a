"""Telling the past in the office's words: which record, which field, what it was and became."""

from collections import Counter
from collections.abc import Iterable
from typing import Protocol

from model.changes import Change
from model.fields import Field, R, Record
from model.frozen import Frozen
from model.kinds import Context, Ref
from model.records import BY_TABLE, Campaign, Issue, Rectification

TITLE = 24  # characters of a title; what is told in whole stands in the fields
UNTOLD = ("指纹", "大小", "视图内容")  # for the program, not for people


class Past(Protocol):
    """Reads records as they are or were last."""

    def recall(self, kind: type[R], id: int | None) -> R | None:
        """The record as it is or, deleted, as it was last."""
        ...

    def names(self, kind: type[Record], *, gone: bool = False) -> dict[int, str]:
        """The shown names by id, with ``gone`` of deleted records too."""
        ...


class Alteration(Frozen):
    """One field, its words before and after; of a new or deleted record one of them is blank."""

    label: str
    before: str
    after: str


def past_context(past: Past, year: int | None) -> Context:
    """What fields are shown against, with the names of what was deleted since."""
    tables = {
        field.kind.table
        for kind in BY_TABLE.values()
        for field in kind.fields
        if isinstance(field.kind, Ref) and (not field.kind.owned or field.kind.table == "opinion")
    }
    return Context(year, {table: past.names(BY_TABLE[table], gone=True) for table in tables})


def alterations(change: Change, context: Context) -> list[Alteration]:
    """The altered fields; of a record that was created or deleted those that were filled in."""
    return [
        Alteration(
            field.label,
            _words(field, change.before, context),
            _words(field, change.after, context),
        )
        for field in change.altered()
        if _is_told(field) and (_is_filled(field, change.before) or _is_filled(field, change.after))
    ]


def named(record: Record, past: Past, context: Context) -> str:
    """By noun and title, behind the issue it belongs to: 问题2011-001 · 整改措施“…”."""
    issue = issue_of(record, past)
    own = own_name(record, context)
    return f"{issue.noun}{issue.number} · {own}" if issue else own


def own_name(record: Record, context: Context) -> str:
    """The record by its noun and title alone."""
    if isinstance(record, Issue):
        return f"{record.noun}{record.number}"
    if isinstance(record, Rectification):
        return f"第{record.round}轮整改"
    return f"{record.noun}“{_title(record, context)}”"


def issue_of(record: Record, past: Past) -> Issue | None:
    """The issue that a record is or was part of."""
    owner = owner_of(record, past)
    while owner is not None and not isinstance(owner, Issue):
        owner = owner_of(owner, past)
    return owner


def owner_of(record: Record, past: Past) -> Record | None:
    """What a record is or was part of; None for a campaign and a person."""
    for field in record.fields:
        if isinstance(field.kind, Ref) and field.kind.owned and getattr(record, field.name):
            return past.recall(BY_TABLE[field.kind.table], getattr(record, field.name))
    return None


def campaign_once(record: Record, past: Past) -> Campaign | None:
    """The campaign that a record belongs or belonged to; None for a person."""
    found: Record | None = record
    while found is not None and not isinstance(found, Campaign):
        found = owner_of(found, past)
    return found


def counted(records: Iterable[Record]) -> str:
    """含整改措施3条、整改进展2条; blank for none. Bare rounds and links are not worth a word."""
    counts = Counter(record.noun for record in records if record.table not in _SILENT)
    return "含" + "、".join(f"{noun}{count}条" for noun, count in counts.items()) if counts else ""


_SILENT = ("rectification", "origin")


def _title(record: Record, context: Context) -> str:
    shown = record.field(record.shown_by).show(getattr(record, record.shown_by), context)
    line = " ".join(shown.split())
    return line if len(line) <= TITLE else line[: TITLE - 1] + "…"


def _is_told(field: Field) -> bool:
    is_owner = isinstance(field.kind, Ref) and field.kind.owned and field.kind.table != "opinion"
    return not is_owner and not field.label.endswith(UNTOLD)


def _is_filled(field: Field, record: Record | None) -> bool:
    return record is not None and getattr(record, field.name) != field.kind.empty


def _words(field: Field, record: Record | None, context: Context) -> str:
    return "" if record is None else field.show(getattr(record, field.name), context)
