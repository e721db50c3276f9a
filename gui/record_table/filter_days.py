"""The part of a filter that goes by days: usual stretches, or from one day to another."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from gui.look import Look
from gui.look.chips import Chip
from gui.look.panels import label
from gui.record_form.line_editor import LineEditor
from gui.record_table.filters import SPANS, ColumnFilter
from model.dates import show_date
from model.refused import Refused

COLUMNS, MARGIN = 3, 11
Read = Callable[[str], date | None]


class FilterDays(QWidget):
    """A chip is taken at once; what is typed is taken with 确定."""

    picked = Signal(str)  # a name in SPANS
    altered = Signal()  # something was typed
    grown = Signal()  # it says something below the fields

    def __init__(self, look: Look, now: ColumnFilter, read: Read, year: int | None) -> None:
        super().__init__()
        self._read = read
        self._span = now.span
        self._chips: list[Chip] = []
        self.setObjectName("filter_days")
        self.setAccessibleName("按日期")
        self.since, self.until = self._edit(look, "since"), self._edit(look, "until")
        self.since.fill(show_date(now.since, year))
        self.until.fill(show_date(now.until, year))
        self._note: QLabel = label(look, "filter_days_note", "", "label", "red")
        self._note.setWordWrap(True)
        self._note.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(MARGIN, MARGIN, MARGIN, MARGIN - 1)
        column.setSpacing(8)
        column.addLayout(self._spans(look))
        column.addLayout(self._between(look))
        column.addWidget(self._note)

    def is_filled(self) -> bool:
        """Whether days are chosen here."""
        typed = self.since.typed() + self.until.typed()
        return bool(self._span or typed.strip())

    def so_far(self) -> ColumnFilter | None:
        """What is chosen now; None while what is typed is no day."""
        if self._span:
            return ColumnFilter(span=self._span)
        try:
            since, until = self._read(self.since.typed()), self._read(self.until.typed())
        except Refused:
            return None
        if since and until and since > until:
            since, until = until, since
        return ColumnFilter(since=since, until=until)

    def chosen(self) -> ColumnFilter | None:
        """What is chosen; None, said beside it, where that is no day."""
        for edit in (self.since, self.until):
            self._check(edit)
        return self.so_far()

    def clear(self) -> None:
        """Choose no days."""
        self._leave_span()
        for edit in (self.since, self.until):
            edit.fill("")
            edit.set_refused(False)
        if not self._note.isHidden():
            self._note.hide()
            self._grow()

    def _leave_span(self) -> None:
        self._span = ""
        for chip in self._chips:
            chip.setChecked(False)

    def _typed(self, edit: LineEditor) -> None:
        edit.set_refused(False)
        self._leave_span()
        self.altered.emit()

    def _check(self, edit: LineEditor) -> None:
        try:
            self._read(edit.typed())
        except Refused as refusal:
            edit.set_refused(True)
            self._note.setText(refusal.text)
            self._note.setMinimumHeight(self._note.heightForWidth(self.width() - 2 * MARGIN))
            self._note.show()
            self._grow()

    def _grow(self) -> None:
        layout = self.layout()
        if layout is not None:
            layout.activate()
        self.grown.emit()

    def _edit(self, look: Look, name: str) -> LineEditor:
        edit = LineEditor(look)
        edit.setObjectName(f"filter_{name}")
        edit.setAccessibleName({"since": "从哪一天", "until": "到哪一天"}[name])
        edit.altered.connect(lambda: self._typed(edit))
        return edit

    def _spans(self, look: Look) -> QGridLayout:
        grid = QGridLayout()
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setSpacing(6)
        for place, name in enumerate(SPANS):
            chip = Chip(look, f"filter_span_{place}", name)
            chip.setChecked(name == self._span)
            chip.clicked.connect(lambda _checked, name=name: self.picked.emit(name))
            self._chips.append(chip)
            where = place // COLUMNS, place % COLUMNS
            grid.addWidget(chip, *where, Qt.AlignmentFlag.AlignLeft)
        return grid

    def _between(self, look: Look) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(8)
        for name, edit in (("从", self.since), ("到", self.until)):
            row.addWidget(label(look, f"{edit.objectName()}_label", name, "label", "ink3"))
            row.addWidget(edit, 1)
        return row
