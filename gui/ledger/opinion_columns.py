"""The columns of the opinions, and what is offered while one of their cells is typed."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace

from gui.record_form import typed_fields
from gui.record_table import Row, TableColumn
from model.changes import Change
from model.fields import Field
from model.judgements.opinions import Fate, FateKind
from model.kinds import LongText, Suggested
from model.records import Issue, Opinion

KINDS = tuple(FateKind)
# Who said it is typed a hundred times as 匿名. The record declares no usual names: what it
# declares is offered from the whole ledger, and names may not go from one campaign to another.
PROPOSER = replace(Opinion.field("proposer"), kind=Suggested())
COLUMNS = (
    TableColumn("channel", Opinion.field("channel"), 104, editable=True),
    TableColumn("received_on", Opinion.field("received_on"), 84, editable=True),
    TableColumn("content", Opinion.field("content"), editable=True, share=64),
    TableColumn("proposer", PROPOSER, 92, editable=True),
    TableColumn(
        "fate",
        Field("fate", "处理", LongText()),  # its words wrap: there may be several numbers
        148,
        show=lambda fate: fate.words,
        order=lambda fate: (KINDS.index(fate.kind), fate.numbers),
        filed_under=lambda fate: str(fate.kind),
    ),
    TableColumn("declined_reason", Opinion.field("declined_reason"), editable=True, share=36),
)
PLACES = {column.path: place for place, column in enumerate(COLUMNS, 1)}  # in a row
FATE = PLACES["fate"]
FOLLOWED = frozenset(("opinion", "origin", "campaign"))
DECIDING = frozenset(("number", "state", "merged_into"))  # what of an issue a fate tells


def row_of(opinion: Opinion, fate: Fate) -> Row:
    """An opinion as it stands in the sheet."""
    typed = (fate if path == "fate" else getattr(opinion, path) for path in PLACES)
    return (opinion.id, *typed)


def proposers(rows: Iterable[Row]) -> list[str]:
    """Who said the opinions of these rows, the usual first."""
    said = Counter(row[PLACES["proposer"]] for row in rows)
    del said[""]
    return [name for name, _count in said.most_common()]


def suggesting(
    rows: Callable[[], Iterable[Row]], usual: Callable[[Field], Sequence[str]]
) -> Callable[[Field], Sequence[str]]:
    """What a cell of the sheet offers: ``usual``, but names only from the sheet's own ``rows``.

    Who said something is private: a name is offered only in the field, and beside the rows, in
    which it stands already.
    """
    return lambda field: proposers(rows()) if field == PROPOSER else usual(field)


def form_fields(rows: Iterable[Row]) -> list[Field]:
    """What the form of an opinion asks for; the names it offers are those of the sheet."""
    named = replace(PROPOSER, kind=Suggested(tuple(proposers(rows))))
    return [named if field.name == named.name else field for field in typed_fields(Opinion)]


def bears_on_fates(change: Change) -> bool:
    """Whether the rows may differ now: an issue that had an opinion comes and goes with its origin.

    To ask is cheap; to judge anew reads every issue.
    """
    if change.record.table in FOLLOWED:
        return True
    is_edited = isinstance(change.record, Issue) and change.before and change.after
    return bool(is_edited) and any(field.name in DECIDING for field in change.altered())
