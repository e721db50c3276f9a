"""报送记录: everything that was sent, newest first; each file can be had again as it was."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QPushButton, QWidget

from gui.look.buttons import plain_button
from gui.office import Office
from gui.record_table import LIST, RecordTable, Row, TableColumn, TableModel
from gui.sheet_dialog import SheetDialog
from gui.submissions.keeping import KeptFiles
from model.changes import Operation
from model.records import Campaign, Submission

SIZE = QSize(1040, 520)
HINT = "留底的文件不会改动；打开的是副本"
COLUMNS = (
    TableColumn("submitted_on", Submission.field("submitted_on"), 104),
    TableColumn("report", Submission.field("report"), 132),
    TableColumn("recipient", Submission.field("recipient"), share=40),
    TableColumn("by", Submission.field("by"), 76),
    TableColumn("name", Submission.field("name"), share=60, quiet=True),
    TableColumn("void_reason", Submission.field("void_reason"), 132, label="作废"),
)
VOID = len(COLUMNS)  # the place of the reason in a row


class SubmissionList(SheetDialog):
    """Void ones stay in the list, paler, with their reason."""

    help_page = "reports"

    def __init__(self, parent: QWidget | None, office: Office, campaign: Campaign) -> None:
        super().__init__(parent, office.look, "submission_list", "报送记录", SIZE)
        self._office, self._campaign = office, campaign
        self.kept = KeptFiles(self, office)
        model = TableModel(COLUMNS, faded=lambda row: bool(row[VOID]))
        self.table = RecordTable(
            model, office.look, LIST, "submission_table", title="报送记录", settings=office.settings
        )
        self._buttons = self._made_buttons()
        self.hint.setText(HINT)
        self.lay_out(list(self._buttons.values()), self.table)
        self.table.selection_changed.connect(self._refresh_buttons)
        self.table.opened.connect(lambda id: self.kept.open(office.store.get(Submission, id)))
        office.bridge.changed.connect(self._follow)
        self._show()
        if len(model.rows):
            self.select(model.rows.id_at(0))
        self.table.setFocus()

    def select(self, id: int) -> None:
        """Make this one the current one."""
        self.table.select_id(id)

    # -- what is shown -----------------------------------------------------------------------

    def _show(self) -> None:
        paths = [column.path for column in COLUMNS]
        store, campaign = self._office.store, self._campaign
        rows: list[Row] = store.rows(Submission, paths, campaign=campaign.id)
        self.table.records.show_rows(reversed(rows), self._office.context(campaign))
        self._refresh_buttons()

    def _follow(self, operation: Operation) -> None:
        if any(isinstance(change.record, Submission) for change in operation.changes):
            self._show()

    def _current(self) -> Submission | None:
        chosen = self.table.selected_ids()
        return self._office.store.find(Submission, chosen[0]) if chosen else None

    def _refresh_buttons(self) -> None:
        current, barred = self._current(), self._office.barred(self._campaign)
        missing = "" if current else "先选一条"
        said = "这条已经作废了" if current and current.void_reason else ""
        for id, button in self._buttons.items():
            why_not = missing or ((barred or said) if id == "void" else "")
            button.setEnabled(not why_not)
            button.setToolTip(why_not)

    def _on_current(self, act: Callable[[Submission], object]) -> None:
        if (current := self._current()) is not None:
            act(current)

    # -- building ----------------------------------------------------------------------------

    def _made_buttons(self) -> dict[str, QPushButton]:
        deeds: dict[str, tuple[str, str, Callable[[Submission], object]]] = {
            "open": ("打开文件", "folder", self.kept.open),
            "save": ("另存为…", "export", self.kept.save_as),
            "void": ("作废…", "", self.kept.void),
        }
        made = {}
        for id, (words, icon, deed) in deeds.items():
            made[id] = plain_button(self._office.look, f"submissions_{id}", words, icon=icon)
            made[id].clicked.connect(lambda _checked, deed=deed: self._on_current(deed))
        return made
