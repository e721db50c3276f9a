"""操作历史: every operation, what the chosen one changed, and the way back to it."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, QTimer
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from gui.history.frame import PastDialog
from gui.history.rows import (
    Lines,
    change_lines,
    changes_table,
    moment,
    operation_rows,
    operations_table,
)
from gui.look.buttons import DIALOG_HEIGHT, flat_button, plain_button
from gui.look.fields import SearchField
from gui.look.panels import Hairline, label
from gui.office import Office
from gui.places import living_place
from gui.record_table.search import matched
from model.changes import Operation
from model.fields import Record
from model.records import Campaign
from model.refused import Place, Refused
from model.store.history import Entry
from model.telling import issue_of, named, past_context

SIZE = QSize(1240, 660)
LEFT = 560
SEARCH_WIDTH = 320
FAMILY_WIDTH = 300
GO = "关闭这个窗口，显示这条记录（双击也可以）"
GONE = "这条记录已不在台账里，可以到“回收站”里找"
FROM_MENU = "这条记录不在四个页面里，请从菜单“活动”打开"
TYPING_MILLISECONDS = 200  # of rest before the whole history is searched


def show_history(parent: QWidget | None, office: Office, campaign: Campaign) -> Place | None:
    """Let the user look through the history; the place to go to, or None."""
    dialog = OperationHistory(parent, office, campaign)
    try:
        dialog.exec()
        return dialog.place
    finally:
        dialog.deleteLater()


class OperationHistory(PastDialog):
    """All operations at the left, newest first; the changes of the chosen one at the right."""

    def __init__(self, parent: QWidget | None, office: Office, campaign: Campaign) -> None:
        super().__init__(parent, office.look, "operation_history", "操作历史", SIZE)
        self.place: Place | None = None
        self._office = office
        year = campaign.start.year if campaign.start else None
        self._context = past_context(office.store, year)
        self._only: Record | None = None
        self._operation: Operation | None = None
        self._lines = Lines([], {})
        self.operations = operations_table(office.look, office.settings)
        self.changes = changes_table(office.look)
        self.search_edit = SearchField(office.look, "history_search", "搜索操作和记录里的文字")
        self._done = ""  # what was just done here
        self._typing = QTimer(self, singleShot=True, interval=TYPING_MILLISECONDS)
        self._news = QTimer(self, singleShot=True, interval=0)  # many operations are read once
        self._build()
        self._wire()
        self._read()
        self.operations.setFocus(Qt.FocusReason.OtherFocusReason)

    # -- building ----------------------------------------------------------------------------

    def _build(self) -> None:
        look = self.look
        self.search_edit.setFixedWidth(SEARCH_WIDTH)
        self._only_button = flat_button(look, "history_only", "", icon="close")
        self._back_button = plain_button(
            look, "history_back", "撤销到这里", icon="undo", height=DIALOG_HEIGHT
        )
        self._go_button = plain_button(look, "history_go", "转到", height=DIALOG_HEIGHT)
        self.operations.setFixedWidth(LEFT)
        body = QHBoxLayout()
        body.setSpacing(0)
        body.addWidget(self.operations)
        body.addWidget(Hairline(look.tokens.line2, upright=True))
        body.addLayout(self._right_part(), 1)
        tools = [self._only_button, self.search_edit]
        self.lay_out(tools, body, [self._back_button, self._go_button])

    def _right_part(self) -> QVBoxLayout:
        look = self.look
        self._name: QLabel = label(look, "history_name", "", "heading")
        self._name.setWordWrap(True)
        self._fact: QLabel = label(look, "history_fact", "", "label", "ink2")
        self._family_button: QPushButton = flat_button(look, "history_family", "", icon="filter")
        facts = QHBoxLayout()
        facts.addWidget(self._fact)
        facts.addStretch(1)
        facts.addWidget(self._family_button)
        head = QVBoxLayout()
        head.setContentsMargins(16, 12, 20, 8)
        head.setSpacing(4)
        head.addWidget(self._name)
        head.addLayout(facts)
        part = QVBoxLayout()
        part.setSpacing(0)
        part.addLayout(head)
        part.addWidget(self.changes, 1)
        return part

    def _wire(self) -> None:
        self.operations.current_changed.connect(self._show_operation)
        self.operations.opened.connect(lambda _id: self._go())
        self.changes.current_changed.connect(lambda _id: self._refresh_place())
        self.changes.opened.connect(lambda _id: self._go())
        self.search_edit.textChanged.connect(self._begin_search)
        self._typing.timeout.connect(self._filter)
        self._back_button.clicked.connect(self._undo_to_here)
        self._go_button.clicked.connect(self._go)
        self._family_button.clicked.connect(self._choose_family)
        self._only_button.clicked.connect(self._leave_family)
        self._news.timeout.connect(self._read)
        self._office.bridge.changed.connect(lambda _operation: self._news.start())

    # -- the list ----------------------------------------------------------------------------

    def _read(self) -> None:
        """Read all operations again and keep the chosen one."""
        history = self._office.store.history
        self._entries = {entry.id: entry for entry in history.entries()}
        self._course = history.course()
        today = self._office.today()
        self.operations.records.show_rows(
            operation_rows(self._entries.values(), self._course, today)
        )
        self._filter()

    def _filter(self) -> None:
        """Show what the search and the chosen record leave."""
        self._only_button.setVisible(self._only is not None)
        found = self._found()
        accepts = None if found is None else lambda row: row[0] in found
        self.operations.records.filter(accepts)
        rows = self.operations.records.rows
        whole, shown = len(self._entries), len(rows)
        fact = f"{shown}条" if self.search_edit.text() else ""
        self.search_edit.set_fact(fact)
        counts = f"显示 {shown} / {whole} 步" if shown < whole else f"共 {whole} 步"
        self.hint.setText(self._done or counts)
        if self.operations.current_id() == 0 and shown:
            self.operations.select_id(rows.id_at(0))
        self._show_operation(self.operations.current_id())

    def _begin_search(self) -> None:
        self._done = ""
        self._typing.start()

    def _found(self) -> set[int] | None:
        """The ids that search and record leave; None for all."""
        text = self.search_edit.text().strip()
        found = self._searched(text) if text else None
        if self._only is None:
            return found
        store = self._office.store
        own = store.history.touching(store.family(self._only.table, self._only.id))
        return own if found is None else own & found

    def _searched(self, text: str) -> set[int]:
        """Sought in the labels and names (pinyin initials too), and in the records."""
        needle = text.lower()
        named = {
            entry.id
            for entry in self._entries.values()
            if needle in matched(f"{entry.label} {entry.by}", needle)
        }
        return named | self._office.store.history.mentioning(text)

    def _choose_family(self) -> None:
        change = self._change_record()
        if change is not None:
            self._only = issue_of(change, self._office.store) or change
            named_only = named(self._only, self._office.store, self._context)
            shown = self.look.texts.cut(f"只看{named_only}", "label", FAMILY_WIDTH)[0]
            self._only_button.setText(shown)
            self._only_button.setAccessibleName(f"不再只看{named_only}")
            self._filter()

    def _leave_family(self) -> None:
        self._only = None
        self._filter()

    # -- the chosen operation ----------------------------------------------------------------

    def _show_operation(self, id: int) -> None:
        entry = self._entries.get(id)
        store = self._office.store
        self._operation = store.history.operation(entry) if entry else None
        changes = self._operation.changes if self._operation else ()
        self._lines = change_lines(changes, store, self._context)
        self.changes.records.show_rows(self._lines.rows)
        self._name.setText(entry.label if entry else "没有找到")
        self._fact.setText(self._facts(entry, len(changes)) if entry else "换一个词再找。")
        self._refresh_back(entry)
        self._refresh_place()

    def _facts(self, entry: Entry, count: int) -> str:
        at = moment(entry.at, self._office.today())
        return " · ".join(filter(None, (at, entry.by, f"改动{count}条记录")))

    def _refresh_back(self, entry: Entry | None) -> None:
        """Name how many operations it would take back, or why it cannot."""
        path = self._course.back_to(entry.id) if entry else None
        self._back_button.setText(f"撤销到这里（{len(path)}步）" if path else "撤销到这里")
        barred = self._office.store.read_only or self._barred(entry, path)
        self._back_button.setEnabled(not barred)
        self._back_button.setToolTip(barred or "这一步保留，撤销它之后做的；之后还能重做")

    def _barred(self, entry: Entry | None, path: list[Entry] | None) -> str:
        if path:
            return ""
        if entry is None or path is not None:
            return "这已经是最后一步" if entry else "先选一步操作"
        if entry.id in self._course.taken_back or entry.reverts is not None:
            return "这一步现在不算数，请选一步没有撤销的操作"
        return "这之后有升级或报送，不能撤销到这里。可以单独改回需要改的内容"

    def _change_record(self) -> Record | None:
        """The record of the chosen line, else of the first."""
        change = self._lines.changes.get(self.changes.current_id() or 1)
        return change.record if change else None

    def _refresh_place(self) -> None:
        record = self._change_record()
        store = self._office.store
        place = living_place(record, store) if record else None
        self._go_button.setEnabled(place is not None)
        self._go_button.setToolTip(GO if place else self._nowhere(record))
        family = record and (issue_of(record, store) or record)
        self._family_button.setVisible(family is not None and self._only is None)
        if family:
            words = f"只看{named(family, store, self._context)}"
            self._family_button.setText(self.look.texts.cut(words, "label", FAMILY_WIDTH)[0])
            self._family_button.setToolTip(words)
            self._family_button.setAccessibleName(words)

    def _nowhere(self, record: Record | None) -> str:
        """Why no tab shows a record."""
        if record is None:
            return "先选一步操作"
        here = self._office.store.find(type(record), record.id) is not None
        return FROM_MENU if here else GONE

    # -- deeds -------------------------------------------------------------------------------

    def _undo_to_here(self) -> None:
        """It can be done again step by step, so nobody is asked."""
        try:
            undone = self._office.store.undo_to(self.operations.current_id())
        except Refused as refusal:
            self._office.ask.refuse(refusal.text)
        else:
            self._done = f"已撤销{len(undone)}步，可以用“重做”逐步恢复"

    def _go(self) -> None:
        record = self._change_record()
        self.place = living_place(record, self._office.store) if record else None
        if self.place is not None:
            self.accept()
