"""个人完成: what every person has done of a per-person task, typed in place."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from PySide6.QtWidgets import QDialog, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from gui.look.buttons import DIALOG_HEIGHT, flat_button, plain_button
from gui.look.panels import Hairline, label
from gui.office import Office
from gui.record_form import edit_record
from gui.record_table import SHEET, CellEdit, RecordTable, Row, TableColumn, TableModel
from model.changes import Change, Operation
from model.fields import Field
from model.judgements.tallies import Turnout, turnout
from model.kinds import Amount, Text
from model.records import Campaign, Person, Tally, Task
from model.refused import Place, Refused
from model.store import Store

SIZE = (760, 560)
MARGIN = 28
FOLLOWED = frozenset(("tally", "task", "person"))
AMOUNT = Amount()


class TallyEdits:
    """Writes cells of persons into their tallies: made when first typed into, gone when empty."""

    def __init__(self, store: Store, task: int) -> None:
        self._store, self._task = store, task

    def __call__(self, edits: Sequence[CellEdit], label: str) -> None:
        """Raises Refused; nothing is written then."""
        typed: dict[int, dict[str, Any]] = {}
        for edit in edits:
            typed.setdefault(edit.id, {})[edit.path] = edit.value
        changes = [change for id, values in typed.items() for change in self._change(id, values)]
        if not changes:
            return
        try:
            self._store.apply(changes, "登记个人完成")
        except Refused as refusal:
            place = Place(Person.table, edits[0].id, edits[0].path)
            raise Refused(refusal.text, place) from refusal

    def _change(self, person: int, values: dict[str, Any]) -> list[Change]:
        found = self._store.all(Tally, task=self._task, person=person)
        before = found[0] if found else None
        now = before or Tally(self._store.fresh_id(Tally), task=self._task, person=person)
        after = replace(now, **values)
        kept = after if after.amount is not None or after.done_on is not None else None
        return [] if before == kept else [Change(before, kept)]


class TallyDialog(QDialog):
    """All who are there, one line each; every cell is stored at once, so there is only 关闭."""

    def __init__(self, parent: QWidget | None, office: Office, task: Task) -> None:
        super().__init__(parent)
        self._office, self._task = office, task
        self._campaign = office.store.get(Campaign, task.campaign)
        self.setObjectName("tally_dialog")
        self.setAccessibleName("个人完成")
        self.setWindowTitle("个人完成")
        self.resize(*SIZE)
        self.table = self._made_table()
        self._build()
        office.bridge.changed.connect(self._follow)
        self._show(office.context(self._campaign))
        if len(self.table.records.rows):
            self.table.select_id(self.table.records.rows.id_at(0), "amount")
        self.table.setFocus()

    # -- what is shown -----------------------------------------------------------------------

    def _follow(self, operation: Operation) -> None:
        if any(change.record.table in FOLLOWED for change in operation.changes):
            self._show()

    def _show(self, context: Any = None) -> None:
        store = self._office.store
        task = store.find(Task, self._task.id)
        if task is None:  # deleted meanwhile, by an undo
            self.accept()
            return
        self._task = task
        found = turnout(
            task, store.all(Tally, task=task.id), store.all(Person), self._office.today()
        )
        rows: list[Row] = [
            (each.person, each.name, each.department, each.amount, each.done_on, each.words)
            for each in found.standings
        ]
        if context is None and len(rows) == len(self.table.records.rows.all):
            self.table.records.update_rows(rows)
        else:
            self.table.records.show_rows(rows, context)
        self._say(found)

    def _say(self, found: Turnout) -> None:
        """The target, how many reached it, and who has not."""
        task = self._task
        self._title_label.setText(task.title)
        target = AMOUNT.show(task.target_amount) + task.target_unit if task.target_amount else ""
        facts = [f"每人{target}" if target else "每人完成一次", found.words]
        self._facts_label.setText(" · ".join(facts))
        words = f"未达标：{'、'.join(found.missing)}" if found.missing else "全部达标"
        cut, _width = self._office.look.texts.cut(words, "label", self._missing_width())
        self._missing_label.setText(cut)
        self._missing_label.setToolTip(words)

    def _missing_width(self) -> int:
        return max(self.width() - 2 * MARGIN - 220, 120)

    # -- building ----------------------------------------------------------------------------

    def _made_table(self) -> RecordTable:
        office, unit = self._office, self._task.target_unit
        amount = f"完成量（{unit}）" if unit else "完成量"
        columns = (
            TableColumn("name", Person.field("name"), 120),
            TableColumn("department", Person.field("department"), 0),
            TableColumn("amount", Tally.field("amount"), 136, editable=True, label=amount),
            TableColumn("done_on", Tally.field("done_on"), 120, editable=True),
            TableColumn("reached", Field("reached", "是否达标", Text()), 100, quiet=True),
        )
        model = TableModel(
            columns,
            edit=TallyEdits(office.store, self._task.id),
            locked=lambda row, column: office.barred(self._campaign),
        )
        style = replace(SHEET, least=36)
        return RecordTable(
            model, office.look, style, "tally_table", title="个人完成", today=office.today
        )

    def _build(self) -> None:
        look = self._office.look
        self._title_label: QLabel = label(look, "tally_title", "", "dialog_title")
        self._facts_label: QLabel = label(look, "tally_facts", "", "label", "ink2")
        self._missing_label: QLabel = label(look, "tally_missing", "", "label", "ink3")
        top = QVBoxLayout()
        top.setContentsMargins(MARGIN, 20, MARGIN, 14)
        top.setSpacing(4)
        top.addWidget(self._title_label)
        top.addWidget(self._facts_label)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(top)
        column.addWidget(Hairline(look.tokens.line))
        column.addWidget(self.table, 1)
        column.addWidget(Hairline(look.tokens.line))
        column.addLayout(self._foot())

    def _foot(self) -> QHBoxLayout:
        look = self._office.look
        form = flat_button(look, "tally_form", "修改任务…")
        form.clicked.connect(self._open_form)
        close = plain_button(look, "tally_close", "关闭", height=DIALOG_HEIGHT)
        close.clicked.connect(self.accept)
        foot = QHBoxLayout()
        foot.setContentsMargins(MARGIN, 12, MARGIN, 16)
        foot.setSpacing(12)
        foot.addWidget(self._missing_label)
        foot.addStretch(1)
        foot.addWidget(form)
        foot.addWidget(close)
        return foot

    def _open_form(self) -> None:
        edit_record(self, self._office, self._task, "修改任务")

    def accept(self) -> None:
        """Close; what is being typed is written first, and where it is refused it stays open."""
        if self.table.leave_cell():
            super().accept()

    def reject(self) -> None:
        self.accept()


def show_tallies(parent: QWidget, office: Office, task: Task) -> None:
    """Open the dialog and wait until it is closed."""
    dialog = TallyDialog(parent, office, task)
    try:
        dialog.exec()
    finally:
        dialog.deleteLater()
