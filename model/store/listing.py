"""Rows for tables: tuples of the shown columns by one SELECT, no record built."""

from collections.abc import Callable, Iterable, Sequence
from functools import partial
from typing import Any

from model.fields import Field, Record
from model.kinds import Day, Serial, Text, Whole
from model.lifecycle.table import TRANSITIONS
from model.records import Issue, Rectification
from model.store.rows import restored_column
from model.words import State

CURRENT_ROUND = "round."
"""Prefix that names a field of an issue's current round: ``round.due``."""

Restore = Callable[[Sequence[Any]], Iterable[Any]]

_ROUND_JOIN = (
    'LEFT JOIN "rectification" AS "round" ON "round"."id" = ('
    'SELECT "id" FROM "rectification" WHERE "issue" = "issue"."id" AND "deleted" IS NULL '
    'ORDER BY "round" DESC LIMIT 1)'
)
_OF_ROUND = 'WHERE "rectification" = "round"."id" AND "deleted" IS NULL'


def _moves_to(target: State | None) -> str:
    """The moves that lead to a state, as words of SQL; None: those that leave it as it is."""
    moves = {each.move: None for each in TRANSITIONS if each.target is target}
    return ", ".join(f"'{move}'" for move in moves)


_STAYING = _moves_to(None)
_SETTING_TO_WORK = _moves_to(State.RECTIFYING)

# What a table may show of an issue beyond its own fields, each as a field with its SQL.
COMPUTED: dict[str, tuple[Field, str]] = {
    "measures.count": (
        Field("measures.count", "措施数", Whole()),
        f'(SELECT count(*) FROM "measure" {_OF_ROUND})',
    ),
    "measures.done": (
        Field("measures.done", "已完成措施", Whole()),
        f'(SELECT count("done_on") FROM "measure" {_OF_ROUND})',
    ),
    "measures.next_due": (
        Field("measures.next_due", "最早未完成措施时限", Day()),
        f'(SELECT min("due") FROM "measure" {_OF_ROUND} AND "done_on" IS NULL)',
    ),
    "progress.last_on": (
        Field("progress.last_on", "最近进展日期", Day()),
        f'(SELECT max("on") FROM "progress" {_OF_ROUND})',
    ),
    "progress.last": (
        Field("progress.last", "最近进展", Text(), width=0),
        f'(SELECT "content" FROM "progress" {_OF_ROUND} ORDER BY "on" DESC, "id" DESC LIMIT 1)',
    ),
    "steps.last_on": (
        Field("steps.last_on", "最近流转日期", Day()),
        '(SELECT max("on") FROM "step" WHERE "issue" = "issue"."id" AND "deleted" IS NULL '
        f'AND "move" NOT IN ({_STAYING}))',
    ),
    "steps.round_on": (
        Field("steps.round_on", "本轮开始日期", Day()),
        # It began with the last move that set to work, or to work again after 长期整改.
        '(SELECT max("on") FROM "step" WHERE "issue" = "issue"."id" AND "deleted" IS NULL '
        f'AND "move" IN ({_SETTING_TO_WORK}))',
    ),
    "publicity.end": (
        Field("publicity.end", "公示结束", Day()),
        '(SELECT max("end") FROM "publicity" WHERE "issue" = "issue"."id" AND "deleted" IS NULL)',
    ),
}


def field_at(kind: type[Record], path: str) -> Field:
    """The declaration behind a column path such as ``number``, ``round.due``, ``measures.done``."""
    if path in COMPUTED:
        return COMPUTED[path][0]
    if path.startswith(CURRENT_ROUND):
        return Rectification.field(path.removeprefix(CURRENT_ROUND))
    return kind.field(path)


def select(
    kind: type[Record], paths: Sequence[str], where: Sequence[str], *, chosen: bool = False
) -> tuple[str, list[Restore]]:
    """The SELECT for ``id`` and the ``paths`` of live records, and how each column is restored.

    ``where`` names the fields that are compared with the statement's parameters, in order; the
    last parameter of a ``chosen`` one is a JSON list of ids.
    """
    table = f'"{kind.table}"'
    joined = kind is Issue and any(_needs_round(path) for path in paths)
    conditions = [f'{table}."deleted" IS NULL', *(f'{table}."{name}" = ?' for name in where)]
    if chosen:
        conditions.append(f'{table}."id" IN (SELECT "value" FROM json_each(?))')
    statement = (
        f'SELECT {table}."id"{"".join(", " + _expression(table, path) for path in paths)} '
        f"FROM {table} {_ROUND_JOIN if joined else ''} "
        f'WHERE {" AND ".join(conditions)} ORDER BY {_order(table, kind)}, {table}."id"'
    )
    return statement, [
        partial(restored_column, field_at(kind, path).kind, _needs_round(path)) for path in paths
    ]


def _order(table: str, kind: type[Record]) -> str:
    value = f'{table}."{kind.ordered_by}"'
    is_serial = kind.ordered_by != "id" and isinstance(kind.field(kind.ordered_by).kind, Serial)
    return f"length({value}), {value}" if is_serial else value


def _needs_round(path: str) -> bool:
    return path.startswith(CURRENT_ROUND) or path in COMPUTED


def _expression(table: str, path: str) -> str:
    if path in COMPUTED:
        return COMPUTED[path][1]
    if path.startswith(CURRENT_ROUND):
        return f'"round"."{path.removeprefix(CURRENT_ROUND)}"'
    return f'{table}."{path}"'
