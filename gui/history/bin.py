"""回收站: what was deleted, each line with what went with it, and the way back."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QStackedWidget, QWidget

from gui.history.rows import time_column, when, words_column
from gui.look.buttons import primary_button
from gui.look.fields import SearchField
from gui.look.panels import EmptyState
from gui.office import Office
from gui.places import living_place
from gui.record_table import LIST, RecordTable, TableModel
from gui.record_table.columns import Row
from gui.sheet_dialog import SheetDialog
from model.changes import Way
from model.records import Campaign, Issue
from model.refused import Place, Refused
from model.store.bin import Deleted
from model.telling import campaign_once, counted, named, past_context

SIZE = QSize(1080, 600)
COLUMNS = (
    time_column(),
    words_column("by", "删除人", 84, quiet=True),
    words_column("noun", "类别", 108, quiet=True),
    words_column("name", "名称", share=50),
    words_column("parts", "一起删除的", share=30),
    words_column("label", "怎么删的", share=20, quiet=True),
)


def show_bin(parent: QWidget | None, office: Office, campaign: Campaign | None) -> Place | None:
    """Let the user bring deleted records back; the place of what came back, or None."""
    dialog = BinDialog(parent, office, campaign)
    try:
        dialog.exec()
        return dialog.place
    finally:
        dialog.deleteLater()


class BinDialog(SheetDialog):
    """One line each, the last deleted first; several are brought back at once."""

    help_page = "safety"

    def __init__(self, parent: QWidget | None, office: Office, campaign: Campaign | None) -> None:
        """``campaign`` is the one that is shown; what belongs to another says so."""
        super().__init__(parent, office.look, "recycle_bin", "回收站", SIZE)
        self.place: Place | None = None
        self._office = office
        self._campaign = campaign
        self._deleted: dict[int, Deleted] = {}
        self.table = RecordTable(
            TableModel(COLUMNS),
            office.look,
            LIST,
            "bin_table",
            title="回收站",
            settings=office.settings,
        )
        self.search_edit = SearchField(office.look, "bin_search", "搜索名称、类别、删除人")
        self._restore_button = primary_button(office.look, "bin_restore", "恢复")
        self._pages = QStackedWidget()
        self._build()
        self._show()

    def _build(self) -> None:
        empty = EmptyState(self.look, "bin_empty", "trash", "回收站是空的。删除的记录会留在这里。")
        self._pages.addWidget(empty)
        self._pages.addWidget(self.table)
        self.search_edit.setFixedWidth(300)
        self.lay_out([self.search_edit], self._pages, [self._restore_button])
        self.search_edit.textChanged.connect(self._search)
        self.table.selection_changed.connect(self._refresh)
        self.table.opened.connect(lambda _id: self._restore())
        self._restore_button.clicked.connect(self._restore)

    # -- what is shown -----------------------------------------------------------------------

    def _show(self) -> None:
        self._deleted = dict(enumerate(self._office.store.bin.deleted(), 1))
        year = self._campaign.year if self._campaign else None
        self._context = past_context(self._office.store, year)
        self.table.records.show_rows([self._row(*each) for each in self._deleted.items()])
        self._pages.setCurrentIndex(1 if self._deleted else 0)
        self.search_edit.setVisible(bool(self._deleted))
        if self._deleted:
            self.table.select_id(1)
            self.table.setFocus(Qt.FocusReason.OtherFocusReason)
        self._refresh()

    def _row(self, id: int, deleted: Deleted) -> Row:
        entry, record = deleted.entry, deleted.record
        by_undo = {Way.UNDO: "撤销：", Way.REDO: "重做："}.get(entry.way, "")
        return (
            id,
            when(entry, self._office.today()),
            entry.by,
            record.noun,
            self._name(deleted),
            counted(deleted.parts),
            by_undo + entry.label,
        )

    def _name(self, deleted: Deleted) -> str:
        """By name; an issue by its words too, another campaign's record with the campaign."""
        record, store = deleted.record, self._office.store
        words = named(record, store, self._context)
        if isinstance(record, Issue):
            words = f"{record.number} {record.content}"
        campaign = campaign_once(record, store)
        shown = self._campaign and self._campaign.id
        if campaign is not None and campaign != record and campaign.id != shown:
            words += f"（{campaign.title}）"
        return words

    def _search(self, text: str) -> None:
        self.table.records.filter(text=text)
        if len(self.table.records.rows) and not self.table.selected_ids():
            self.table.select_id(self.table.records.rows.id_at(0))
        self._refresh()

    def _refresh(self) -> None:
        chosen = len(self.table.selected_ids())
        shown, whole = len(self.table.records.rows), len(self._deleted)
        self.hint.setText(f"共 {whole} 条" if shown == whole else f"显示 {shown} / {whole} 条")
        self._restore_button.setText(f"恢复{chosen}条" if chosen > 1 else "恢复")
        barred = self._office.store.read_only or ("" if chosen else "先选要恢复的记录")
        self._restore_button.setEnabled(not barred)
        self._restore_button.setToolTip(barred or "放回原处，连同一起删除的；之后可以撤销")

    # -- deeds -------------------------------------------------------------------------------

    def _restore(self) -> None:
        chosen = [self._deleted[id] for id in self.table.selected_ids()]
        if not chosen:
            return
        try:
            self._office.store.restore(*chosen)
        except Refused as refusal:
            self._office.ask.refuse(refusal.text)
            return
        self.place = living_place(chosen[0].record, self._office.store)
        self.accept()
