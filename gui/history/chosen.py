"""The right side of 操作历史: what the chosen operation changed, and where that can be seen."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from gui.history.rows import Lines, change_lines, changes_table, moment
from gui.look.buttons import flat_button
from gui.look.panels import label
from gui.office import Office
from gui.places import living_place
from model.fields import Record
from model.kinds import Context
from model.refused import Place
from model.store.history import Entry
from model.telling import issue_of, named

ONLY_WIDTH = 300
GO = "关闭这个窗口，显示这条记录（双击也可以）"
GONE = "这条记录已不在台账里，可以到“回收站”里找"
FROM_MENU = "这条记录不在四个页面里，请从菜单“活动”打开"


class ChosenOperation(QWidget):
    """One row for each altered field; the chosen row's record is the one that is meant."""

    place_changed = Signal()
    go_wanted = Signal()
    only_wanted = Signal(object)  # the Record whose operations alone shall be shown

    def __init__(self, office: Office, context: Context) -> None:
        super().__init__()
        self._office, self._context = office, context
        self._lines = Lines([], {})
        self._is_only = False
        self.setObjectName("chosen_operation")
        self.changes = changes_table(office.look)
        self._build()
        self.changes.current_changed.connect(lambda _id: self._refresh())
        self.changes.opened.connect(lambda _id: self.go_wanted.emit())
        self._only_button.clicked.connect(lambda: self.only_wanted.emit(self._whole()))

    def show_entry(self, entry: Entry | None, is_only: bool) -> None:
        """Show an operation; ``is_only``: one record's operations alone are shown already."""
        store = self._office.store
        changes = store.history.operation(entry).changes if entry else ()
        self._lines = change_lines(changes, store, self._context)
        self._is_only = is_only
        self.changes.records.show_rows(self._lines.rows)
        self._name.setText(entry.label if entry else "没有找到")
        self._fact.setText(self._facts(entry, len(changes)) if entry else "换一个词再找。")
        self._refresh()

    def place(self) -> Place | None:
        """Where the record that is meant can be seen now."""
        record = self._record()
        return living_place(record, self._office.store) if record else None

    def why_not(self) -> str:
        """What the button that goes there says: what it does, or why it cannot."""
        record = self._record()
        if record is None:
            return "先选一步操作"
        if self.place() is not None:
            return GO
        here = self._office.store.find(type(record), record.id) is not None
        return FROM_MENU if here else GONE

    def words(self, record: Record) -> str:
        """只看问题2011-001, as long as there is room for."""
        words = f"只看{named(record, self._office.store, self._context)}"
        return self._office.look.texts.cut(words, "label", ONLY_WIDTH)[0]

    def _facts(self, entry: Entry, count: int) -> str:
        at = moment(entry.at, self._office.today())
        return " · ".join(filter(None, (at, entry.by, f"改动{count}条记录")))

    def _record(self) -> Record | None:
        """The record of the chosen row, else of the first."""
        change = self._lines.changes.get(self.changes.current_id() or 1)
        return change.record if change else None

    def _whole(self) -> Record | None:
        """The issue that the record belongs to, else itself."""
        record = self._record()
        return record and (issue_of(record, self._office.store) or record)

    def _refresh(self) -> None:
        whole = self._whole()
        self._only_button.setVisible(whole is not None and not self._is_only)
        if whole is not None:
            self._only_button.setText(self.words(whole))
            self._only_button.setAccessibleName(self.words(whole))
        self.place_changed.emit()

    def _build(self) -> None:
        look = self._office.look
        self._name: QLabel = label(look, "history_name", "", "heading")
        self._name.setWordWrap(True)
        self._fact: QLabel = label(look, "history_fact", "", "label", "ink2")
        self._only_button: QPushButton = flat_button(look, "history_family", "", icon="filter")
        facts = QHBoxLayout()
        facts.addWidget(self._fact)
        facts.addStretch(1)
        facts.addWidget(self._only_button)
        head = QVBoxLayout()
        head.setContentsMargins(16, 12, 20, 8)
        head.setSpacing(4)
        head.addWidget(self._name)
        head.addLayout(facts)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(head)
        column.addWidget(self.changes, 1)
