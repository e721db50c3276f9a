"""The context menu of a row: everything that can be done with it, each with its key."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QMenu, QWidget

from model.frozen import Frozen
from model.judgements.timeline import Row, RowKind
from model.words import Precision


class Entry(Frozen):
    """One line of the menu: the id of a deed of the room, its words and its key."""

    id: str
    text: str
    key: str = ""


SEPARATOR = Entry("", "")
_UNIT = {Precision.DAY: "一天", Precision.TEN_DAYS: "一旬", Precision.MONTH: "一个月"}


def entries(row: Row | None) -> list[Entry]:
    """What can be done with a row, or, without one, with the plan."""
    if row is None:
        return [Entry("add", "新增任务…"), Entry("add_phase", "新增阶段…")]
    made = [Entry("open", "个人完成…" if row.per_person else _form_words(row), "Return")]
    if row.per_person:
        made.append(Entry("form", _form_words(row)))
    if row.kind is not RowKind.CAMPAIGN:
        made += [Entry("rename", "改名", "F2"), *_done_entries(row), SEPARATOR, *_moves(row)]
    made += [
        SEPARATOR,
        Entry("insert", "在此新增任务", "Ins"),
        Entry("add_phase", "新增阶段…"),
    ]
    if row.kind is not RowKind.CAMPAIGN:
        noun = "阶段" if row.kind is RowKind.PHASE else "任务"
        made += [SEPARATOR, Entry("delete", f"删除{noun}", "Del")]
    return made


def menu(row: Row | None, editable: bool, parent: QWidget) -> QMenu:
    """The menu of a row; each action's object name ends in the id of its entry."""
    made = QMenu(parent)
    made.setObjectName("timeline_menu")
    for entry in entries(row):
        if entry is SEPARATOR:
            made.addSeparator()
            continue
        action = made.addAction(entry.text)
        action.setObjectName(f"timeline_{entry.id}")
        action.setData(entry.id)
        action.setShortcut(QKeySequence(entry.key))
        action.setEnabled(editable or entry.id in ("open", "form"))
    return made


def _form_words(row: Row) -> str:
    return {RowKind.CAMPAIGN: "活动信息…", RowKind.PHASE: "修改阶段…"}.get(row.kind, "修改任务…")


def _done_entries(row: Row) -> Iterator[Entry]:
    if row.kind is RowKind.PHASE:
        return
    sent = row.kind is RowKind.SUBMISSION
    verb = "标为未报送" if sent else "标为未完成"
    if not row.done:
        verb = "标为今天报送" if sent else "标为今天完成"
    yield Entry("done", verb, "Space")


def _moves(row: Row) -> Iterator[Entry]:
    """What the mouse does by dragging; what is done or has no dates is not moved."""
    if row.end is None or (row.table == "task" and row.done):
        return
    unit = _UNIT[row.precision]
    yield Entry("earlier", f"提前{unit}", "Alt+Left")
    yield Entry("later", f"推后{unit}", "Alt+Right")
    if row.kind is not RowKind.SUBMISSION:
        yield Entry("shorter", f"缩短{unit}", "Alt+Shift+Left")
        yield Entry("longer", f"延长{unit}", "Alt+Shift+Right")
