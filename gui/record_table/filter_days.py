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
    grown = Signal()  # it says something below the fields

    def __init__(self, look: Look, now: ColumnFilter, read: Read, year: int | None) -> None:
        super().__init__()
        self._read = read
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
        column.addLayout(self._chips(look, now.span))
        column.addLayout(self._between(look))
        column.addWidget(self._note)

    def is_filled(self) -> bool:
        """Whether a day was typed."""
        return bool(self.since.typed().strip() or self.until.typed().strip())

    def chosen(self) -> ColumnFilter | None:
        """What was typed; None, said beside it, where that is no day."""
        days = [self._day(edit) for edit in (self.since, self.until)]
        if any(edit.property("refused") for edit in (self.since, self.until)):
            return None
        since, until = days
        if since and until and since > until:
            since, until = until, since
        return ColumnFilter(since=since, until=until)

    def _day(self, edit: LineEditor) -> date | None:
        try:
            return self._read(edit.typed())
        except Refused as refusal:
            edit.set_refused(True)
            self._note.setText(refusal.text)
            self._note.setMinimumHeight(self._note.heightForWidth(self.width() - 2 * MARGIN))
            self._note.show()
            self._grow()
            return None

    def _grow(self) -> None:
        layout = self.layout()
        if layout is not None:
            layout.activate()
        self.grown.emit()

    def _edit(self, look: Look, name: str) -> LineEditor:
        edit = LineEditor(look)
        edit.setObjectName(f"filter_{name}")
        edit.setAccessibleName({"since": "从哪一天", "until": "到哪一天"}[name])
        edit.altered.connect(lambda: edit.set_refused(False))
        return edit

    def _chips(self, look: Look, span: str) -> QGridLayout:
        grid = QGridLayout()
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setSpacing(6)
        for place, name in enumerate(SPANS):
            chip = Chip(look, f"filter_span_{place}", name)
            chip.setChecked(name == span)
            chip.clicked.connect(lambda _checked, name=name: self.picked.emit(name))
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
