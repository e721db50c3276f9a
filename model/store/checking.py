"""Holds a ledger against all that is known of it: SQLite's checks, the schema, its own history.

SQLite's check does not see a bit that flipped inside a value; the history keeps every value a
second time, so the two are compared. Nothing is repaired.
"""

import hashlib
import json
import sqlite3
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import Any

from model.fields import Record
from model.frozen import Frozen
from model.records import KINDS, Evidence, Submission
from model.refused import Refused
from model.store.faults import DAMAGED, told_damaged
from model.store.history import History
from model.store.identity import VERSION
from model.store.rows import stored
from model.store.summary import columns, reading

MOST_FAULTS = 20  # of one kind; who has more needs a backup and no list
SHOWN = 40  # characters of a value

Values = dict[str, Any]


class Checked(Frozen):
    """One thing that was checked: its name, what was looked at, and each fault in a sentence."""

    name: str
    fact: str
    faults: tuple[str, ...] = ()


def glance(path: Path) -> tuple[Checked, ...]:
    """The checks that take a moment: the file's structure and its tables."""
    return _all(path, (("文件结构", _quick), ("表结构", _schema)))


def check(path: Path, stopped: Callable[[], bool] = lambda: False) -> tuple[Checked, ...]:
    """Every check, until ``stopped`` says that nobody wants them any more.

    Faults are in the answer; Refused only where it is no ledger of ours.
    """
    return _all(
        path,
        (
            ("文件结构", _integrity),
            ("记录之间的引用", _references),
            ("表结构", _schema),
            ("记录与变更历史", _rows),
            ("变更历史", _past),
            ("附件内容", _blobs),
        ),
        stopped,
    )


_Check = Callable[[sqlite3.Connection], Checked]


def _all(
    path: Path,
    checks: Iterable[tuple[str, _Check]],
    stopped: Callable[[], bool] = lambda: False,
) -> tuple[Checked, ...]:
    return tuple(_one(path, name, look) for name, look in checks if not stopped())


def _one(path: Path, name: str, look: _Check) -> Checked:
    """Each check on a connection of its own: what breaks one does not hinder the next."""
    try:
        with reading(path) as connection:
            # Texts that are no UTF-8 any more are shown, not stumbled over.
            connection.text_factory = _text
            with told_damaged():
                return look(connection)
    except Refused as refusal:
        if refusal.text != DAMAGED:
            raise
        return Checked(name, "读不全", (DAMAGED,))


def _text(raw: bytes) -> str:
    return raw.decode("utf-8", "replace")


# -- the file ------------------------------------------------------------------------------


def _quick(connection: sqlite3.Connection) -> Checked:
    return _pragma(connection, "quick_check")


def _integrity(connection: sqlite3.Connection) -> Checked:
    return _pragma(connection, "integrity_check")


def _pragma(connection: sqlite3.Connection, name: str) -> Checked:
    rows = connection.execute(f"PRAGMA {name}({MOST_FAULTS})").fetchall()
    (pages,) = connection.execute("PRAGMA page_count").fetchone()
    faults = () if rows == [("ok",)] else tuple(f"SQLite 报告：{row[0]}" for row in rows)
    return Checked("文件结构", f"{pages}页", faults)


def _references(connection: sqlite3.Connection) -> Checked:
    rows = connection.execute("PRAGMA foreign_key_check").fetchall()
    faults = (f"表 {table} 第{id}行指向的 {parent} 记录不在。" for table, id, parent, _n in rows)
    return Checked("记录之间的引用", f"{len(rows)}处断开" if rows else "全部对得上", _few(faults))


def _schema(connection: sqlite3.Connection) -> Checked:
    (version,) = connection.execute("PRAGMA user_version").fetchone()
    if version != VERSION:
        when = "更新" if version > VERSION else "旧"
        return Checked("表结构", f"由{when}版本建立（第{version}版），没有核对")
    found, expected = _tables(connection), _declared()
    wrong = [name for name in expected if found.get(name) != expected[name]]
    faults = (f"表 {name} 和程序声明的不一致。" for name in wrong)
    return Checked("表结构", f"{len(expected)}张表，第{version}版", _few(faults))


def _declared() -> dict[str, Any]:
    """The tables of a new, empty ledger."""
    # sqlite-utils takes 70 ms to load: only a check pays for it.
    from model.store.schema import bring_up_to_date

    connection = sqlite3.connect(":memory:", isolation_level=None)
    try:
        bring_up_to_date(connection)
        return _tables(connection)
    finally:
        connection.close()


def _tables(connection: sqlite3.Connection) -> dict[str, Any]:
    """Of every table the columns (name, type, whether it must be filled), in any order."""
    names = connection.execute("SELECT name FROM sqlite_schema WHERE type = 'table'").fetchall()
    return {
        name: {tuple(row[1:4]) for row in connection.execute(f'PRAGMA table_info("{name}")')}
        for (name,) in names
        if not name.startswith(("sqlite_", "_"))
    }


# -- the rows ------------------------------------------------------------------------------


def _rows(connection: sqlite3.Connection) -> Checked:
    """Every row as the last change in the history left it."""
    present = [kind for kind in KINDS if columns(connection, kind.table)]
    kept = _kept(connection)
    faults: list[str] = []
    count = 0
    for kind in present:
        rows = dict(_of(connection, kind))
        count += len(rows)
        ids = sorted(rows.keys() | {id for table, id in kept if table == kind.table})
        for id in ids:
            faults += _compared(kind, id, rows.get(id), kept.get((kind.table, id)))
    return Checked("记录与变更历史", f"{count}条记录", _few(faults))


def _kept(connection: sqlite3.Connection) -> dict[tuple[str, int], tuple[Any, Any]]:
    """Before and after of the last change of every record."""
    rows = connection.execute(
        'SELECT "kind", "record", "before", "after" FROM "change" '
        'WHERE "id" IN (SELECT max("id") FROM "change" GROUP BY "kind", "record")'
    ).fetchall()
    return {(kind, id): (before, after) for kind, id, before, after in rows}


def _of(connection: sqlite3.Connection, kind: type[Record]) -> Iterator[tuple[int, Values]]:
    names = ["id", "deleted", *columns(connection, kind.table)]
    listed = ", ".join(f'"{name}"' for name in names)
    for row in connection.execute(f'SELECT {listed} FROM "{kind.table}"').fetchall():
        yield row[0], dict(zip(names, row, strict=True))


def _compared(
    kind: type[Record], id: int, row: Values | None, kept: tuple[Any, Any] | None
) -> Iterator[str]:
    named = f"{kind.noun}（编号{id}）"
    if kept is None:
        yield f"{named}在表里有，变更历史里没有。"
        return
    is_deleted = kept[1] is None
    values = _values(kept[0] if is_deleted else kept[1])
    if values is None:
        yield f"{named}的变更历史读不出来：{_cut(kept[0] if is_deleted else kept[1])}"
        return
    if row is None:
        yield f"{named}在变更历史里有，表里没有。"
        return
    if (row["deleted"] is not None) != is_deleted:
        there, told = ("已删除", "没有删除") if row["deleted"] else ("没有删除", "已删除")
        yield f"{named}：表里{there}，变更历史里{told}。"
    for field in kind.fields:
        if field.name not in row:
            continue  # an older ledger
        expected = values.get(field.name, stored(field.kind.empty))
        if row[field.name] != expected:
            found = _cut(row[field.name])
            yield f"{named}的“{field.label}”：表里是“{found}”，变更历史里是“{_cut(expected)}”。"


def _values(text: Any) -> Values | None:
    try:
        found = json.loads(text)
    except (ValueError, TypeError):
        return None
    return found if isinstance(found, dict) else None


def _cut(value: Any) -> str:
    text = "" if value is None else str(value).replace("\n", " ")
    return text if len(text) <= SHOWN else text[:SHOWN] + "…"


def _past(connection: sqlite3.Connection) -> Checked:
    """Every operation as it was written, and as many as the file counted."""
    altered = History(connection).altered()
    ((count, written),) = connection.execute(
        """SELECT count(*), count(*) FILTER (WHERE "way" <> 'upgrade') FROM "operation" """
    ).fetchall()
    counted = [row[0] for row in connection.execute('SELECT "generation" FROM "file"')]
    faults = [f"第{id}次操作的记录和写入时不一样。" for id in altered]
    if counted != [written]:
        faults.append("文件里记的写入次数和变更历史对不上，可能是使用中复制出来的半份。")
    return Checked("变更历史", f"{count}次操作", _few(faults))


# -- the bytes -----------------------------------------------------------------------------


def _blobs(connection: sqlite3.Connection) -> Checked:
    """The bytes of every file give the key that they lie under, and all that is named is there."""
    keys = {key for (key,) in connection.execute('SELECT "sha256" FROM "blob"').fetchall()}
    faults = [fault for key in sorted(keys) for fault in _blob(connection, key)]
    faults += [
        f"{kind.noun}（编号{id}）的文件“{name}”不在台账里。"
        for kind, field in ((Evidence, "sha256"), (Submission, "file"), (Submission, "values"))
        if columns(connection, kind.table)
        for id, name, key in connection.execute(
            f'SELECT "id", "name", "{field}" FROM "{kind.table}"'
        ).fetchall()
        if key not in keys
    ]
    return Checked("附件内容", f"{len(keys)}个文件", _few(faults))


def _blob(connection: sqlite3.Connection, key: str) -> Iterator[str]:
    """One at a time: a writer does not wait for all of them."""
    size, data = connection.execute(
        'SELECT "size", "bytes" FROM "blob" WHERE "sha256" = ?', [key]
    ).fetchone() or (0, b"")
    if size != len(data) or hashlib.sha256(data).hexdigest() != key:
        yield f"文件内容和它的指纹不符：{key[:12]}…（{len(data)}字节）"


def _few(faults: Iterable[str]) -> tuple[str, ...]:
    found = tuple(faults)
    more = len(found) - MOST_FAULTS
    return (*found[:MOST_FAULTS], f"还有{more}处，没有列出。") if more > 0 else found
