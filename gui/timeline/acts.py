"""What the user asks of the board, carried out: each act is one operation of the store."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, QPoint, Qt, Signal
from PySide6.QtWidgets import QWidget

from gui.office import Office
from gui.timeline import deeds
from gui.timeline.board import Board
from gui.timeline.deeds import Deed
from gui.timeline.drag import Drag, Grip, step
from gui.timeline.menu import menu
from gui.timeline.outline import DRAFT, key_of
from model.changes import Operation
from model.judgements.timeline import Row, RowKind
from model.records import Campaign, Phase, Task
from model.refused import Refused


class Acts(QObject):
    """Acts on the rows of one campaign. Refusals are told; of a name by whoever shows the name."""

    added = Signal(str, int)  # table and id of a record that was just made here
    name_refused = Signal(object, str)  # Row, the words
    done = Signal(str)  # what a drag brought with it, for the foot

    def __init__(self, office: Office, board: Board, parent: QWidget) -> None:
        super().__init__(parent)
        self._office = office
        self._board = board
        self._window = parent
        self._draft_head: Row | None = None
        self.campaign = Campaign(0)
        self._wire()

    def _wire(self) -> None:
        tree, chart = self._board.tree, self._board.chart
        for asker in (tree, chart):
            asker.open_wanted.connect(self._open)
            asker.menu_wanted.connect(self._show_menu)
        chart.drag_wanted.connect(self._drag)
        tree.act_wanted.connect(self.perform)
        # Queued: the editor has to be gone before the rows that it belongs to are.
        queued = Qt.ConnectionType.QueuedConnection
        tree.plan.rename_wanted.connect(self._rename, queued)

    def perform(self, id: str) -> None:
        """One entry of the menu (see ``menu.entries``), on the current row."""
        row = self._board.tree.current_row()
        if id in WITHOUT_ROW:
            WITHOUT_ROW[id](self, row)
        elif row is not None and (id == "open" or self._board.chart.editable):
            ACTS[id](self, row)

    def _show_menu(self, place: QPoint) -> None:
        row = self._board.tree.current_row()
        made = menu(row, self._board.chart.editable, self._window)
        made.triggered.connect(lambda action: self.perform(action.data()))
        made.aboutToHide.connect(made.deleteLater)
        made.popup(place)

    # -- dates and names -------------------------------------------------------------------

    def _drag(self, row: Row, drag: Drag) -> None:
        operation = self._do(lambda: deeds.dragged(row, drag, self._office.store))
        if operation is not None:
            self._tell_dragged(operation)

    def _tell_dragged(self, operation: Operation) -> None:
        """Say what is not seen where the mouse is."""
        record = operation.changes[0].after
        if isinstance(record, Phase) and len(operation.changes) > 1:
            self.done.emit(f"已{operation.label}")
        phase = deeds.astray(record, self._office.store) if isinstance(record, Task) else None
        if record is not None and phase is not None:
            self.done.emit(f"已{operation.label}，超出所在阶段“{phase.name}”")

    def _nudge(self, row: Row, grip: Grip, units: int) -> None:
        """Move a bar, or its end, by whole days, thirds of a month or months."""
        if row.kind is RowKind.CAMPAIGN or row.end is None or (row.table == "task" and row.done):
            return
        if row.kind is not RowKind.SUBMISSION or grip is Grip.WHOLE:
            self._drag(row, step(grip, units, row.precision))

    def _toggle_done(self, row: Row) -> None:
        """Mark a task as done today, or a done one as not done."""
        if row.table == Task.table:
            on = None if row.done else self._office.today()
            self._do(lambda: deeds.done(row, on, self._office.store))

    def _begin_rename(self, row: Row) -> None:
        self._board.tree.edit(self._board.tree.plan.index_of(key_of(row)))

    def _rename(self, row: Row, text: str) -> None:
        if key_of(row) == DRAFT:
            self._add_named(text)
            return
        try:
            deed = deeds.renamed(row, text, self._office.store)
        except Refused as refusal:
            self.name_refused.emit(row, refusal.text)
            return
        if deed is not None:
            self._office.do(*deed)

    def _delete(self, row: Row) -> None:
        if row.kind is not RowKind.CAMPAIGN:
            self._do(lambda: deeds.deleted(row, self._office.store))

    # -- what is new -----------------------------------------------------------------------

    def _insert(self, row: Row | None) -> None:
        if self._board.chart.editable:
            self._draft_head = self._board.begin_draft()

    def _add_named(self, name: str) -> None:
        """A task under the heading where it was typed; blank means nothing was meant."""
        if not name.strip():
            return
        operation = self._do(lambda: deeds.added(self._new_task(self._draft_head), name))
        if operation is not None:
            self.added.emit(Task.table, operation.changes[0].record.id)

    def _add_task(self, row: Row | None) -> None:
        """A new task in a form; it lies in the phase of the current row until told otherwise."""
        group = self._board.tree.plan.group_at(self._board.tree.currentIndex())
        self._add(self._new_task(group.head if group else None), "新增任务")

    def _add_phase(self, row: Row | None) -> None:
        self._add(deeds.new_phase(self.campaign, self._office.store), "新增阶段")

    def _new_task(self, head: Row | None) -> Task:
        store = self._office.store
        is_phase = head is not None and head.kind is RowKind.PHASE
        phase = store.find(Phase, head.id) if head is not None and is_phase else None
        return deeds.new_task(self.campaign, phase, store)

    # -- in forms --------------------------------------------------------------------------

    def _open(self, row: Row) -> None:
        """Who has done how much of a per-person task; of anything else the form."""
        if not row.per_person:
            self._open_form(row)
            return
        from gui.timeline.tally_dialog import show_tallies  # loaded with the first one

        task = self._office.store.find(Task, row.id)
        if task is not None:
            show_tallies(self._window, self._office, task)

    def _open_form(self, row: Row) -> None:
        """Everything of a row's record, in a form."""
        from gui.record_form import edit_record  # forms are loaded with the first one

        try:
            record = deeds.record_of(row, self._office.store)
        except Refused as refusal:
            self._office.ask.refuse(refusal.text)
            return
        title = "活动信息" if isinstance(record, Campaign) else f"修改{record.noun}"
        edit_record(self._window, self._office, record, title)

    def _add(self, record: Task | Phase, title: str) -> None:
        from gui.record_form import edit_record  # forms are loaded with the first one

        made = edit_record(self._window, self._office, record, title)
        if made is not None:
            self.added.emit(made.table, made.id)

    def _do(self, make: Callable[[], Deed]) -> Operation | None:
        """Store a deed; None when it was refused, which the user has then been told."""
        try:
            deed = make()
        except Refused as refusal:
            self._office.ask.refuse(refusal.text)
            return None
        return self._office.do(*deed)


WITHOUT_ROW: dict[str, Callable[[Acts, Row | None], None]] = {
    "add": Acts._add_task,
    "add_phase": Acts._add_phase,
    "insert": Acts._insert,
}
ACTS: dict[str, Callable[[Acts, Row], None]] = {
    "open": Acts._open,
    "form": Acts._open_form,
    "rename": Acts._begin_rename,
    "done": Acts._toggle_done,
    "delete": Acts._delete,
    "earlier": lambda acts, row: acts._nudge(row, Grip.WHOLE, -1),
    "later": lambda acts, row: acts._nudge(row, Grip.WHOLE, 1),
    "shorter": lambda acts, row: acts._nudge(row, Grip.END, -1),
    "longer": lambda acts, row: acts._nudge(row, Grip.END, 1),
}
