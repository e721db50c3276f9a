"""The columns and rows of the tables on the past."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date, datetime
from typing import Any

from gui.look import Look
from gui.record_table import LIST, RecordTable, TableColumn, TableModel
from gui.record_table.columns import Row
from gui.settings import Settings
from model.changes import Change, Way
from model.dates import show_date
from model.fields import Field
from model.frozen import Frozen
from model.kinds import Context, LongText, Text
from model.store import Store
from model.store.course import Course
from model.store.history import Entry
from model.telling import alterations, named

EMPTY = "（空）"
GONE, DONE_AGAIN = "已撤销", "已重做"
MOST_CHANGES = 400
"""Records that are told of one operation; an import of thousands is not read line by line."""

_MARKS = {Way.UNDO: "撤销", Way.REDO: "重做", Way.UPGRADE: "升级"}
TALL = replace(LIST, most=12)


def words_column(path: str, title: str, width: int = 0, **more: Any) -> TableColumn:
    """A column of words, which takes what is left where no width is given."""
    kind = Text() if width else LongText()
    return TableColumn(path, Field(path, title, kind), width, **more)


def time_column() -> TableColumn:
    """When it was done; sorted by the order of the deeds, for a PC's clock can be set back."""
    return words_column(
        "at", "时间", 164, quiet=True, show=lambda at: str(at[1]), order=lambda at: at[0]
    )


def when(entry: Entry, today: date) -> tuple[int, str]:
    """The value of a cell in the time column."""
    return entry.id, moment(entry.at, today)


def moment(at: datetime, today: date) -> str:
    """4月20日 10:32, with the year where it is another than this."""
    return f"{show_date(at.date(), today.year)} {at:%H:%M}"


OPERATION_COLUMNS = (
    time_column(),
    words_column("label", "操作"),
    words_column("by", "操作人", 76, quiet=True),
    words_column("mark", "情况", 68, quiet=True),
)
CHANGE_COLUMNS = (
    words_column("record", "记录", share=30),
    words_column("field", "项目", 96, quiet=True),
    words_column("before", "原来", share=35),
    words_column("after", "改为", share=35),
)


def operation_rows(entries: Iterable[Entry], course: Course, today: date) -> list[Row]:
    """One row for each operation."""
    return [
        (entry.id, when(entry, today), entry.label, entry.by, mark(entry, course))
        for entry in entries
    ]


def mark(entry: Entry, course: Course) -> str:
    """撤销, 重做 or 升级; for what does not stand any more 已撤销, for such an undo 已重做."""
    if entry.id not in course.taken_back:
        return _MARKS.get(entry.way, "")
    return DONE_AGAIN if entry.way is Way.UNDO else GONE


class Lines(Frozen):
    """The rows of a table of changes, and the change behind each of them by its id."""

    rows: list[Row]
    changes: dict[int, Change]


def change_lines(changes: Sequence[Change], store: Store, context: Context) -> Lines:
    """One row for each altered field; a record's name stands in its first row."""
    lines = Lines([], {})
    for change in changes[:MOST_CHANGES]:
        name = named(change.record, store, context) + _deed(change)
        for words in told(change, context) or [("", "", "")]:
            id = len(lines.rows) + 1
            lines.rows.append((id, name, *words))
            lines.changes[id] = change
            name = ""
    if len(changes) > MOST_CHANGES:
        rest = f"另有{len(changes) - MOST_CHANGES}条记录没有列出"
        lines.rows.append((len(lines.rows) + 1, rest, "", "", ""))
    return lines


def told(change: Change, context: Context) -> list[tuple[str, str, str]]:
    """Field, words before, words after; what an edit left blank is said to be blank."""
    edited = change.before is not None and change.after is not None
    blank = EMPTY if edited else ""
    return [
        (each.label, each.before or blank, each.after or blank)
        for each in alterations(change, context)
    ]


def _deed(change: Change) -> str:
    if change.before is None:
        return "（新增）"
    return "（删除）" if change.after is None else ""


def operations_table(look: Look, settings: Settings) -> RecordTable:
    """The table of all operations; those that do not stand any more are paler."""
    model = TableModel(OPERATION_COLUMNS, faded=lambda row: row[-1] in (GONE, DONE_AGAIN))
    return RecordTable(model, look, LIST, "operations_table", title="操作历史", settings=settings)


def changes_table(look: Look) -> RecordTable:
    """The table of an operation's changes, in the order in which they were made."""
    table = RecordTable(TableModel(CHANGE_COLUMNS), look, TALL, "changes_table", title="改动")
    table.horizontalHeader().setSectionsClickable(False)
    return table
