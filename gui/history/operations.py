"""操作历史: every operation, what the chosen one changed, and the way back to it."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, QTimer
from PySide6.QtWidgets import QHBoxLayout, QWidget

from gui.history.chosen import ChosenOperation
from gui.history.rows import operation_rows, operations_table
from gui.look.buttons import DIALOG_HEIGHT, flat_button, plain_button
from gui.look.fields import SearchField
from gui.look.panels import Hairline
from gui.office import Office
from gui.record_table.search import matched
from gui.sheet_dialog import SheetDialog
from model.fields import Record
from model.records import Campaign
from model.refused import Place, Refused
from model.store.history import Entry
from model.telling import past_context

SIZE = QSize(1240, 660)
LEFT = 560
SEARCH_WIDTH = 320
TYPING_MILLISECONDS = 200  # of rest before the whole history is searched


def show_history(parent: QWidget | None, office: Office, campaign: Campaign) -> Place | None:
    """Let the user look through the history; the place to go to, or None."""
    dialog = OperationHistory(parent, office, campaign)
    try:
        dialog.exec()
        return dialog.place
    finally:
        dialog.deleteLater()


class OperationHistory(SheetDialog):
    """All operations at the left, newest first; the changes of the chosen one at the right."""

    help_page = "safety"

    def __init__(self, parent: QWidget | None, office: Office, campaign: Campaign) -> None:
        super().__init__(parent, office.look, "operation_history", "操作历史", SIZE)
        self.place: Place | None = None
        self._office = office
        self._only: Record | None = None
        self._done = ""  # what was just done here
        self._chosen = ChosenOperation(office, past_context(office.store, campaign.year))
        self.operations = operations_table(office.look, office.settings)
        self.changes = self._chosen.changes
        self.search_edit = SearchField(office.look, "history_search", "搜索操作和记录里的文字")
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
        body.addWidget(self._chosen, 1)
        tools = [self._only_button, self.search_edit]
        self.lay_out(tools, body, [self._back_button, self._go_button])

    def _wire(self) -> None:
        self.operations.current_changed.connect(self._show_operation)
        self.operations.opened.connect(lambda _id: self._go())
        self.operations.filters_changed.connect(self._count)
        self._chosen.place_changed.connect(self._refresh_go)
        self._chosen.go_wanted.connect(self._go)
        self._chosen.only_wanted.connect(self._show_only)
        self.search_edit.textChanged.connect(self._begin_search)
        self._typing.timeout.connect(self._filter)
        self._back_button.clicked.connect(self._undo_to_here)
        self._go_button.clicked.connect(self._go)
        self._only_button.clicked.connect(lambda: self._show_only(None))
        self._news.timeout.connect(self._read)
        self._office.bridge.changed.connect(lambda _operation: self._news.start())

    # -- the list ----------------------------------------------------------------------------

    def _read(self) -> None:
        """Read all operations again and keep the chosen one."""
        history = self._office.store.history
        self._entries = {entry.id: entry for entry in history.entries()}
        self._course = history.course()
        rows = operation_rows(self._entries.values(), self._course, self._office.today())
        self.operations.records.show_rows(rows)
        self._filter()

    def _begin_search(self) -> None:
        self._done = ""
        self._typing.start()

    def _show_only(self, record: Record | None) -> None:
        """Show the operations of one record alone, of an issue with its parts; None: all."""
        self._only = record
        if record is not None:
            self._only_button.setText(self._chosen.words(record))
            self._only_button.setAccessibleName(f"不再{self._chosen.words(record)}")
        self._filter()

    def _filter(self) -> None:
        """Show what the search and the chosen record leave."""
        self._only_button.setVisible(self._only is not None)
        found = self._found()
        accepts = None if found is None else lambda row: row[0] in found
        self.operations.records.filter(accepts)
        self._count()
        rows = self.operations.records.rows
        if self.operations.current_id() == 0 and len(rows):
            self.operations.select_id(rows.id_at(0))
        self._show_operation(self.operations.current_id())

    def _count(self) -> None:
        """Say how many are shown; the funnels of the headings leave rows out as well."""
        whole, shown = len(self._entries), len(self.operations.records.rows)
        self.search_edit.set_fact(f"{shown}条" if self.search_edit.text() else "")
        counts = f"显示 {shown} / {whole} 步" if shown < whole else f"共 {whole} 步"
        self.hint.setText(self._done or counts)

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
        needle, known = text.lower(), self._office.context(None)
        named = {
            entry.id
            for entry in self._entries.values()
            if any(needle in matched(text, needle, known) for text in (entry.label, entry.by))
        }
        return named | self._office.store.history.mentioning(text)

    # -- the chosen operation ----------------------------------------------------------------

    def _show_operation(self, id: int) -> None:
        entry = self._entries.get(id)
        self._chosen.show_entry(entry, self._only is not None)
        self._refresh_back(entry)

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

    def _refresh_go(self) -> None:
        self._go_button.setEnabled(self._chosen.place() is not None)
        self._go_button.setToolTip(self._chosen.why_not())

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
        self.place = self._chosen.place()
        if self.place is not None:
            self.accept()
