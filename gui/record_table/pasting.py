"""What a block of texts asks of a table: cells to write, and the refused ones with reasons."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from gui.record_form.remarks import remark
from gui.record_table.columns import Row
from gui.record_table.edits import CellEdit
from gui.record_table.model import TableModel
from model.frozen import Frozen
from model.refused import Refused

Cell = tuple[int, int]
Typed = tuple[Cell, str]


class Refusal(Frozen):
    """A cell (row from 0, column; -1: the whole row or block), its text, and why not."""

    row: int
    column: int
    text: str
    reason: str


class Plan:
    """Reads texts into edits; what is the same already is no edit."""

    def __init__(self, model: TableModel) -> None:
        self._model = model
        self.edits: dict[Cell, CellEdit] = {}
        self.refusals: list[Refusal] = []
        self.remarks: list[str] = []

    def read(self, typed: Iterable[Typed]) -> None:
        rows, columns = self._model.rows, self._model.columns
        for (row, column), text in typed:
            if text == rows.text(row, column):
                continue
            if self._model.is_fresh(row) and not text.strip():
                continue
            try:
                edit = self._model.parse(row, column, text)
            except Refused as refusal:
                self.refusals.append(Refusal(row, column, text, refusal.text))
                continue
            kind = columns[column].field.kind
            if said := remark(kind, text, self._model.context, rows.today):
                self.remarks.append(said)
            if edit.value != rows.value(row, column):
                self.edits[row, column] = edit
        self._hold_back_unfinished()

    def refuse(self, refused: Refused) -> bool:
        """Leave out the row that the store refused; False where it named none."""
        place = refused.place
        out = [cell for cell, edit in self.edits.items() if place and edit.id == place.id]
        if not out:
            return False
        assert place is not None
        paths = [self._model.columns[column].path for _row, column in out]
        named = paths.index(place.field) if place.field in paths else 0
        row, column = out[named]
        text = str(self._model.columns[column].field.show(self.edits[out[named]].value))
        self._leave_out(row, Refusal(row, column, text, refused.text))
        return True

    def rows(self) -> int:
        """How many rows are written."""
        return len({row for row, _column in self.edits})

    def _hold_back_unfinished(self) -> None:
        """A new row that lacks a required cell is not written, and says so."""
        model, fresh = self._model, self._fresh_rows()
        for row, cells in fresh.items():
            lacking = model.lacking(cells)
            if lacking >= 0:
                reason = f"{model.columns[lacking].field.label}不能为空，这一行不能写入。"
                self._tell(Refusal(row, lacking, "", reason))
                fresh[row] = None
        self.edits = {cell: edit for cell, edit in self.edits.items() if fresh.get(cell[0], True)}

    def _fresh_rows(self) -> dict[int, Row | None]:
        """The rows that are to become records, with the cells that were typed before."""
        rows, begun = self._model.rows, len(self._model.rows)
        found: dict[int, list[Any]] = {}
        for (row, column), edit in self.edits.items():
            if row >= begun:
                found.setdefault(row, list(rows.at(row)))[column + 1] = edit.value
        if begun in found:
            for edit in self._model.fresh_edits():
                self.edits.setdefault((begun, self._model.column_of(edit.path)), edit)
        return {row: tuple(cells) for row, cells in found.items()}

    def _leave_out(self, row: int, refusal: Refusal) -> None:
        self.edits = {cell: edit for cell, edit in self.edits.items() if cell[0] != row}
        self._tell(refusal)

    def _tell(self, refusal: Refusal) -> None:
        """One reason for each cell is enough."""
        cell = refusal.row, refusal.column
        if all((each.row, each.column) != cell for each in self.refusals):
            self.refusals.append(refusal)


def laid_out(
    block: Sequence[Sequence[str]], top: int, columns: Sequence[int], rows: int
) -> tuple[list[Typed], list[Refusal]]:
    """Which text goes into which cell, ``columns`` being those from the first on.

    ``rows`` is how many rows there are place for. What has no place is refused.
    """
    typed = [
        ((top + down, column), text)
        for down, row in enumerate(block[:rows])
        for column, text in zip(columns, row, strict=False)
    ]
    refused = []
    over = [row[len(columns) :] for row in block if any(map(str.strip, row[len(columns) :]))]
    if over:
        wide = len(block[0]) - len(columns)
        first = next(text for text in over[0] if text.strip())
        refused.append(Refusal(-1, -1, first, f"右边没有栏目了，多出的{wide}列没有地方写。"))
    left = [row for row in block[rows:] if any(map(str.strip, row))]
    if left:
        reason = f"下面没有行了，还有{len(left)}行没有地方写。"
        refused.append(Refusal(-1, -1, left[0][0], reason))
    return typed, refused


def tiled(block: Sequence[Sequence[str]], rows: int, columns: int) -> Sequence[Sequence[str]]:
    """The block as often as it fits exactly into a selection, as WPS repeats it."""
    high, wide = len(block), len(block[0])
    if (rows, columns) == (high, wide) or rows % high or columns % wide:
        return block
    return [list(row) * (columns // wide) for row in block] * (rows // high)
