"""What is done to a block of cells at once, with one undo: copy, paste, clear, fill down."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from datetime import date

from PySide6.QtCore import QItemSelection, QItemSelectionModel, QRect, Qt
from PySide6.QtWidgets import QApplication

from gui.record_form.remarks import TITLE
from gui.record_table.clipboard import from_text, mime_data
from gui.record_table.going import runs
from gui.record_table.note import RefusalNote, parts
from gui.record_table.pasting import Cell, Plan, Refusal, Typed, laid_out, tiled
from gui.record_table.refused_cells import RefusedCells
from gui.record_table.view import PaintedTable
from model.kinds import Day
from model.refused import Refused

MOST_REASONS = 3
MOST_AT_ONCE = 300  # cells that are written within a blink
Select = QItemSelectionModel.SelectionFlag


@contextmanager
def waiting(is_long: bool) -> Iterator[None]:
    """The waiting cursor while something longer is written."""
    if not is_long:
        yield
        return
    QApplication.setOverrideCursor(Qt.CursorShape.WaitCursor)
    try:
        yield
    finally:
        QApplication.restoreOverrideCursor()


class CellWork:
    """The block commands of one table; what is refused is told beside the current cell.

    A pasted block that cannot be written whole is written only when the user says so.
    """

    def __init__(self, table: PaintedTable, note: RefusalNote, today: Callable[[], date]) -> None:
        self._table = table
        self._model = table.records
        self._note = note
        self._today = today

    def copy(self, *, headings: bool = False) -> None:
        """The selected cells, as they read, to the clipboard, perhaps below their headings."""
        rows = self._grid()
        text, columns = self._model.rows.text, self._model.columns
        cells = [[text(row, column) for column in chosen] for row, chosen in rows]
        if headings and rows:
            cells.insert(0, [columns[column].title for column in rows[0][1]])
        if cells:
            QApplication.clipboard().setMimeData(mime_data(cells))

    def clear(self, label: str = "清除") -> None:
        """Empty the selected cells; a row is never deleted this way."""
        chosen = self._selected()
        for _row, column in [cell for cell in chosen if self._model.is_fresh(cell[0])]:
            self._model.commit(len(self._model.rows), column, "")
        self._type([(cell, "") for cell in chosen if not self._model.is_fresh(cell[0])], label)

    def fill_down(self) -> None:
        """The uppermost selected value of each column into the cells below it.

        Where only one cell of a column is selected, what stands above it comes into that.
        """
        rows: dict[int, list[int]] = {}
        for row, column in self._selected():
            rows.setdefault(column, []).append(row)
        tops = {column: at[0] - (len(at) == 1) for column, at in rows.items()}
        text = self._model.rows.text
        typed = [
            ((row, column), text(tops[column], column))
            for column, at in rows.items()
            for row in at
            if 0 <= tops[column] < row
        ]
        self._type(sorted(typed), "向下填充")

    def enter_today(self) -> None:
        """Today into the selected cells that hold days."""
        columns = self._model.columns
        days = [cell for cell in self._selected() if isinstance(columns[cell[1]].field.kind, Day)]
        self._type([(cell, self._today().isoformat()) for cell in days], "填入今天")

    # -- pasting ---------------------------------------------------------------------------

    def paste(self) -> None:
        """Put the clipboard's block where the selection begins; one value goes into all of it.

        Rows behind the last become records, where the table can make some.
        """
        self._note.hide()
        block = from_text(QApplication.clipboard().text())
        chosen = self._selected()
        if not block or not chosen:
            return
        if len(block) == len(block[0]) == 1:
            self._type([(cell, block[0][0]) for cell in chosen], "粘贴")
            return
        rows = self._grid()
        if len({tuple(columns) for _row, columns in rows}) == 1 and len(rows) > 1:
            block = [list(row) for row in tiled(block, len(rows), len(rows[0][1]))]
        self._paste_block(block, chosen[0])

    def _paste_block(self, block: Sequence[Sequence[str]], start: Cell) -> None:
        shown = self._table.shown_columns()
        columns = shown[shown.index(start[1]) :]
        room = len(block) if self._model.adds else len(self._model.rows) - start[0]
        typed, homeless = laid_out(block, start[0], columns, room)
        plan = Plan(self._model)
        plan.refusals += homeless
        plan.read(typed)
        self._ask_or_write(plan, [cell for cell, _text in typed])

    def _ask_or_write(self, plan: Plan, cells: Sequence[Cell]) -> None:
        """Where something was refused the user says whether the rest is written."""
        if not plan.refusals:
            self._carry_out(plan, cells)
            return
        rest = f"{len(plan.edits)}格" if plan.edits else ""
        titles = [column.title for column in self._model.columns]
        dialog = RefusedCells(self._table.look, plan.refusals, titles, rest, self._table)
        dialog.accepted.connect(lambda: self._carry_out(plan, cells))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _carry_out(self, plan: Plan, cells: Sequence[Cell]) -> None:
        if plan.edits:
            try:
                with waiting(len(plan.edits) > MOST_AT_ONCE):
                    self._model.write(list(plan.edits.values()), f"粘贴{plan.rows()}行")
            except Refused as refusal:
                if plan.refuse(refusal):
                    self._ask_or_write(plan, cells)
                else:
                    self._note.say(*parts(refusal.text), self._place())
                return
            if any(edit.id == -1 for edit in plan.edits.values()):
                self._model.forget_fresh()
        self._select(cells)
        self._remark(plan.remarks)

    def _select(self, cells: Sequence[Cell]) -> None:
        """Choose what was pasted, as far as it is there."""
        if self._table.style_of_rows.whole_rows or not cells:
            return
        top, bottom = cells[0][0], min(cells[-1][0], self._model.rowCount() - 1)
        chosen = QItemSelection()
        for left, right in runs(sorted({column for _row, column in cells})):
            chosen.select(self._model.index(top, left), self._model.index(bottom, right))
        self._table.setCurrentIndex(self._model.index(*cells[0]))
        self._table.selectionModel().select(chosen, Select.ClearAndSelect)

    # -- where -----------------------------------------------------------------------------

    def _selected(self) -> list[Cell]:
        """The selected cells that are shown, row by row."""
        return [(row, column) for row, columns in self._grid() for column in columns]

    def _grid(self) -> list[tuple[int, list[int]]]:
        shown = self._table.shown_columns()
        chosen: dict[int, set[int]] = {}
        for top, left, bottom, right in self._table.blocks():
            for row in range(top, bottom + 1):
                chosen.setdefault(row, set()).update(range(left, right + 1))
        if len(chosen) > 1:  # an empty row below the chosen ones is not meant
            chosen.pop(len(self._model.rows), None)
        return [
            (row, [column for column in shown if column in chosen[row]]) for row in sorted(chosen)
        ]

    def _place(self) -> QRect:
        return self._table.visualRect(self._table.currentIndex())

    # -- writing ---------------------------------------------------------------------------

    def _type(self, typed: Iterable[Typed], label: str) -> None:
        """Write all that is accepted as one operation, and say what was not."""
        entered = list(typed)
        if len(entered) == 1 and self._model.is_fresh(entered[0][0][0]):
            self._type_fresh(*entered[0])
            return
        plan = Plan(self._model)
        plan.read(entered)
        self._write(plan, label)
        self._tell(plan)

    def _type_fresh(self, cell: Cell, text: str) -> None:
        """A cell of the row that is no record yet waits for the others."""
        try:
            self._model.commit(*cell, text)
        except Refused as refusal:
            self._note.say(*parts(refusal.text), self._place())

    def _write(self, plan: Plan, label: str) -> None:
        """A row that the store refuses is left out, then once more."""
        while plan.edits:
            try:
                self._model.write(list(plan.edits.values()), f"{label}{len(plan.edits)}格")
            except Refused as refusal:
                if not plan.refuse(refusal):
                    row, column = next(iter(plan.edits))
                    plan.refusals.append(Refusal(row, column, "", refusal.text))
                    plan.edits = {}
            else:
                return

    def _tell(self, plan: Plan) -> None:
        reasons = [self._said(each) for each in plan.refusals]
        if not reasons:
            self._note.hide()
            self._remark(plan.remarks)
            return
        said = reasons[:MOST_REASONS]
        if len(reasons) > len(said):
            said.append(f"……共{len(reasons)}处。")
        title = f"有{len(reasons)}处没有写入" + ("，其余已写入" if plan.edits else "")
        self._note.say(title, "\n".join(said), self._place())

    def _said(self, refusal: Refusal) -> str:
        title = self._model.columns[refusal.column].title
        return f"第{refusal.row + 1}行“{title}”：{refusal.reason}"

    def _remark(self, remarks: Sequence[str]) -> None:
        """Say what of the texts could not be kept as it was."""
        counted = Counter(remarks)
        if counted:
            said = [f"{words}（{times}格）。" for words, times in counted.items()]
            self._note.say(TITLE, "\n".join(said), self._place())
