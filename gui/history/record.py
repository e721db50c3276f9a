"""这条记录的历史: every change of one record, for an issue of all that belongs to it."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QWidget

from gui.history.rows import TALL, mark, time_column, told, when, words_column
from gui.look.fields import SearchField
from gui.office import Office
from gui.record_table import RecordTable, TableModel
from gui.record_table.columns import Row
from gui.sheet_dialog import SheetDialog
from model.changes import Change
from model.fields import Record
from model.records import Issue
from model.store.course import Course
from model.store.history import Entry
from model.telling import campaign_once, named, own_name, past_context

SIZE = QSize(1080, 600)
COLUMNS = (
    time_column(),
    words_column("by", "操作人", 76, quiet=True),
    words_column("label", "操作", share=22, quiet=True),
    words_column("record", "记录", share=22),
    words_column("field", "项目", 92, quiet=True),
    words_column("before", "原来", share=26),
    words_column("after", "改为", share=26),
)


def show_record_history(parent: QWidget | None, office: Office, record: Record) -> None:
    """Show what became of a record."""
    dialog = RecordHistory(parent, office, record)
    try:
        dialog.exec()
    finally:
        dialog.deleteLater()


class RecordHistory(SheetDialog):
    """One row for each altered field, newest first; what does not stand any more is paler."""

    help_page = "safety"

    def __init__(self, parent: QWidget | None, office: Office, record: Record) -> None:
        campaign = campaign_once(record, office.store)
        self._office, self._record = office, record
        self._whole = isinstance(record, Issue)  # with all that belongs to it
        self._gone: set[int] = set()
        self._context = past_context(office.store, campaign.year if campaign else None)
        title = f"{named(record, office.store, self._context)}的变更历史"
        super().__init__(parent, office.look, "record_history", title, SIZE)
        self.title.setText(office.look.texts.cut(title, "dialog_title", SIZE.width() - 420)[0])
        self.title.setToolTip(title)
        self.changes = self._made_table()
        search = SearchField(office.look, "record_history_search", "搜索变更历史")
        search.setFixedWidth(280)
        search.textChanged.connect(self._search)
        self.lay_out([search], self.changes, [])
        self._show()
        self.changes.setFocus(Qt.FocusReason.OtherFocusReason)

    def _made_table(self) -> RecordTable:
        # Of a plain record all rows are its own; its name says nothing new.
        columns = [column for column in COLUMNS if self._whole or column.path != "record"]
        model = TableModel(columns, faded=lambda row: row[0] in self._gone)
        style = replace(TALL, most=8)
        table = RecordTable(model, self.look, style, "record_changes_table", title="变更历史")
        table.horizontalHeader().setSectionsClickable(False)
        return table

    def _show(self) -> None:
        history = self._office.store.history
        keys = self._office.store.family(self._record.table, self._record.id)
        found = history.of_records(keys if self._whole else keys[:1])
        course = history.course()
        rows: list[Row] = []
        for entry, change in found:
            for row in self._rows(entry, change, course):
                rows.append((len(rows) + 1, *row))
                self._gone |= {len(rows)} if entry.id in course.taken_back else set()
        self.changes.records.show_rows(rows)
        self._say(len(rows))

    def _rows(self, entry: Entry, change: Change, course: Course) -> list[Row]:
        today = self._office.today()
        marked = mark(entry, course)
        label = f"{entry.label}（{marked}）" if marked else entry.label
        name = (own_name(change.record, self._context),) if self._whole else ()
        head = (when(entry, today), entry.by, label, *name)
        return [(*head, *words) for words in self._words(change)]

    def _words(self, change: Change) -> list[tuple[str, str, str]]:
        """Field, before, after; what was added or deleted stands in one line."""
        lines = told(change, self._context)
        if change.before is None:
            return [("新增", "", "；".join(f"{field}：{after}" for field, _, after in lines))]
        if change.after is None:
            return [("删除", "；".join(f"{field}：{before}" for field, before, _ in lines), "")]
        return lines

    def _search(self, text: str) -> None:
        self.changes.records.filter(text=text)
        self._say(len(self.changes.records.rows.all))

    def _say(self, whole: int) -> None:
        shown = len(self.changes.records.rows)
        self.hint.setText(f"显示 {shown} / {whole} 处" if shown < whole else f"共 {whole} 处改动")
