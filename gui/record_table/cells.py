"""What is done to a block of cells at once, with one undo: copy, paste, clear, fill down."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import date

from PySide6.QtWidgets import QApplication

from gui.record_table.clipboard import from_text, mime_data
from gui.record_table.edits import CellEdit
from gui.record_table.note import RefusalNote
from gui.record_table.view import PaintedTable
from model.kinds import Day
from model.refused import Refused

Cell = tuple[int, int]
MOST_REASONS = 3


class CellWork:
    """The block commands of one table; what is refused is told beside the current cell."""

    def __init__(self, table: PaintedTable, note: RefusalNote, today: Callable[[], date]) -> None:
        self._table = table
        self._model = table.records
        self._note = note
        self._today = today

    def copy(self) -> None:
        """The selected cells, as they read, to the clipboard."""
        rows = self._grid()
        text = self._model.rows.text
        cells = [[text(row, column) for column in columns] for row, columns in rows]
        if cells:
            QApplication.clipboard().setMimeData(mime_data(cells))

    def clear(self, label: str = "清除") -> None:
        """Empty the selected cells; a row is never deleted this way."""
        self._type([(cell, "") for cell in self._selected()], label)

    def paste(self) -> None:
        """Put the clipboard's block where the selection begins; one value goes into all of it."""
        block = from_text(QApplication.clipboard().text())
        chosen = list(self._selected())
        if not block or not chosen:
            return
        if len(block) == len(block[0]) == 1:
            self._type([(cell, block[0][0]) for cell in chosen], "粘贴")
            return
        self._paste_block(block, chosen[0])

    def fill_down(self) -> None:
        """The uppermost selected value of each column into the cells below it."""
        first: dict[int, str] = {}
        typed = []
        for row, column in self._selected():
            first.setdefault(column, self._model.rows.text(row, column))
            typed.append(((row, column), first[column]))
        self._type(typed, "向下填充")

    def enter_today(self) -> None:
        """Today into the selected cells that hold days."""
        columns = self._model.columns
        days = [cell for cell in self._selected() if isinstance(columns[cell[1]].field.kind, Day)]
        self._type([(cell, self._today().isoformat()) for cell in days], "填入今天")

    # -- where -----------------------------------------------------------------------------

    def _columns(self) -> list[int]:
        """The columns that are shown, from left to right."""
        header = self._table.horizontalHeader()
        order = (header.logicalIndex(place) for place in range(header.count()))
        return [column for column in order if not header.isSectionHidden(column)]

    def _selected(self) -> Iterable[Cell]:
        """The selected cells that are shown, row by row."""
        return [(row, column) for row, columns in self._grid() for column in columns]

    def _grid(self) -> list[tuple[int, list[int]]]:
        shown = self._columns()
        chosen: dict[int, set[int]] = {}
        for top, left, bottom, right in self._table.blocks():
            for row in range(top, bottom + 1):
                chosen.setdefault(row, set()).update(range(left, right + 1))
        return [
            (row, [column for column in shown if column in chosen[row]]) for row in sorted(chosen)
        ]

    def _paste_block(self, block: list[list[str]], start: Cell) -> None:
        shown = self._columns()
        columns = shown[shown.index(start[1]) :]
        room = len(self._model.rows) - start[0]
        typed = [
            ((start[0] + down, column), text)
            for down, row in enumerate(block[:room])
            for column, text in zip(columns, row, strict=False)
        ]
        left_over = max(0, len(block) - room)
        more = [f"还有{left_over}行没有粘贴：下面没有行了。"] if left_over else []
        self._type(typed, f"粘贴{len(block) - left_over}行", more)

    # -- writing ---------------------------------------------------------------------------

    def _type(
        self, typed: Iterable[tuple[Cell, str]], label: str, problems: Iterable[str] = ()
    ) -> None:
        """Write all that is accepted as one operation, and say what was not."""
        reasons = list(problems)
        edits: dict[Cell, CellEdit] = {}
        for (row, column), text in typed:
            try:
                edit = self._model.parse(row, column, text)
            except Refused as refusal:
                reasons.append(self._said(row, column, refusal.text))
            else:
                if edit.value != self._model.rows.value(row, column):
                    edits[row, column] = edit
        written = self._write(edits, label, reasons)
        self._tell(reasons, written)

    def _write(self, edits: dict[Cell, CellEdit], label: str, reasons: list[str]) -> int:
        """How many cells were written: a row that the store refuses is left out, then once more."""
        while edits:
            try:
                self._model.write(list(edits.values()), _counted(label, len(edits)))
            except Refused as refusal:
                id = refusal.place.id if refusal.place else None
                out = [cell for cell, edit in edits.items() if id in (None, edit.id)]
                out = out or list(edits)
                reasons.append(self._said(*out[0], refusal.text))
                edits = {cell: edit for cell, edit in edits.items() if cell not in out}
            else:
                break
        return len(edits)

    def _said(self, row: int, column: int, reason: str) -> str:
        return f"第{row + 1}行“{self._model.columns[column].title}”：{reason}"

    def _tell(self, reasons: list[str], written: int) -> None:
        if not reasons:
            self._note.hide()
            return
        said = reasons[:MOST_REASONS]
        if len(reasons) > len(said):
            said.append(f"……共{len(reasons)}处。")
        place = self._table.visualRect(self._table.currentIndex())
        title = f"有{len(reasons)}处没有写入" + ("，其余已写入" if written else "")
        self._note.say(title, "\n".join(said), place)


def _counted(label: str, cells: int) -> str:
    return label if any(char.isdigit() for char in label) else f"{label}{cells}格"
