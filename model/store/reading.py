"""Reading the ledger: live records and rows; a deleted one is as if it were not there."""

import sqlite3
from collections.abc import Iterable, Mapping, Sequence
from functools import cache
from typing import Any

from model.deletion import referring
from model.fields import R, Record
from model.kinds import Ref
from model.refused import Refused
from model.store.faults import said_plainly
from model.store.listing import select
from model.store.rows import from_row, of_types, stored, types_of
from model.store.search_column import readings

LIVE = '"deleted" IS NULL'


class Ledger:
    """The Reader that rules and judgements ask, on an open connection."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection
        self._fresh: dict[str, int] = {}
        self._readings: Mapping[str, str] | None = None

    def get(self, kind: type[R], id: int | None) -> R:
        found = self.find(kind, id)
        if found is None:
            raise Refused(f"这条{kind.noun}已不在台账里，可能刚被删除。请刷新后再试。")
        return found

    def find(self, kind: type[R], id: int | None) -> R | None:
        found = self._records(kind, ' AND "id" = ?', [id])
        return found[0] if found else None

    def all(self, kind: type[R], **where: Any) -> Sequence[R]:
        conditions = "".join(f' AND "{name}" IS ?' for name in where)
        order = f' ORDER BY "{kind.ordered_by}", "id"'
        return self._records(kind, conditions + order, [stored(value) for value in where.values()])

    def rows(
        self,
        kind: type[Record],
        paths: Sequence[str],
        ids: Iterable[int] | None = None,
        **where: Any,
    ) -> list[tuple[Any, ...]]:
        """``(id, value of each path…)`` for every live record that equals ``where``.

        A path is a field's name, ``round.NAME`` for an issue's current round,
        or one of ``listing.COMPUTED``. With ``ids`` only these are read.
        """
        statement, restores = select(kind, paths, list(where), chosen=ids is not None)
        values = [stored(value) for value in where.values()]
        if ids is not None:
            values.append(f"[{','.join(map(str, ids))}]")
        with said_plainly():
            rows = self._connection.execute(statement, values).fetchall()
        if not rows:
            return rows
        ids_read, *columns = zip(*rows, strict=True)
        restored = (restore(column) for restore, column in zip(restores, columns, strict=True))
        return list(zip(ids_read, *restored, strict=True))

    def recall(self, kind: type[R], id: int | None) -> R | None:
        """The record as it is or, deleted, as it was last; for what tells of the past."""
        found = self._records(kind, ' AND "id" = ?', [id], live="1")
        return found[0] if found else None

    def family(self, table: str, id: int) -> list[tuple[str, int]]:
        """(table, id) of a record and of all that it owns or owned, owners first."""
        found = [(table, id)]
        for kind, field in referring(table):
            if isinstance(field.kind, Ref) and field.kind.owned:
                for part in self._records(kind, f' AND "{field.name}" = ?', [id], live="1"):
                    found += self.family(kind.table, part.id)
        return found

    def names(self, kind: type[Record], *, gone: bool = False) -> dict[int, str]:
        """The shown name of every live record of a kind, by id; with ``gone`` of deleted too."""
        with said_plainly():
            rows = self._connection.execute(
                f'SELECT "id", "{kind.shown_by}" FROM "{kind.table}" '
                f"WHERE {'1' if gone else LIVE} "
                f'ORDER BY "{kind.ordered_by}", "id"'
            ).fetchall()
        of_types(types_of(kind.field(kind.shown_by).kind), [name for _id, name in rows])
        return dict(rows)

    def readings(self) -> Mapping[str, str]:
        """How texts are read that are read otherwise than by their characters: their initials.

        Read with the first search; where the file is out of reach, the usual readings serve.
        """
        if self._readings is None:
            # Loaded with the first search: the start does without.
            from model.initials import words

            try:
                with said_plainly():
                    self._readings = {**words(), **readings(self._connection)}
            except Refused:
                self._readings = words()
        return self._readings

    def fresh_id(self, kind: type[R]) -> int:
        if kind.table not in self._fresh:
            with said_plainly():
                (last,) = self._connection.execute(
                    f'SELECT coalesce(max("id"), 0) FROM "{kind.table}"'
                ).fetchone()
            self._fresh[kind.table] = last
        self._fresh[kind.table] += 1
        return self._fresh[kind.table]

    def _pass_over(self, records: Iterable[Record]) -> None:
        """Their ids are taken, whoever stored them."""
        for record in records:
            if record.id > self._fresh.get(record.table, record.id):
                self._fresh[record.table] = record.id

    def blob(self, sha256: str) -> bytes:
        """The bytes of an evidence file."""
        with said_plainly():
            row = self._connection.execute(
                'SELECT "bytes" FROM "blob" WHERE "sha256" = ?', [sha256]
            ).fetchone()
        if row is None:
            raise Refused("这件佐证材料的内容不在文件里。请重新添加。")
        return bytes(row[0])

    def _records(
        self, kind: type[R], conditions: str, values: list[Any], live: str = LIVE
    ) -> list[R]:
        columns = _columns(kind)  # type: ignore[arg-type]  # a class can be hashed
        with said_plainly():
            rows = self._connection.execute(
                f'SELECT {columns} FROM "{kind.table}" WHERE {live}{conditions}', values
            ).fetchall()
        return [from_row(kind, row) for row in rows]


@cache
def _columns(kind: type[Record]) -> str:
    """What is read of a record; asked for every one."""
    return ", ".join(f'"{name}"' for name in ["id", *(field.name for field in kind.fields)])
