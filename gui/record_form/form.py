"""A form made of the declared fields of a record."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping, Sequence
from datetime import date
from types import MappingProxyType
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QWidget

from gui.look import Look
from gui.look.panels import label
from gui.record_form.editors import Add, Suggest, Surroundings
from gui.record_form.form_row import FormRow
from model.fields import Field
from model.kinds import Context
from model.refused import Refused

GAP = 12
BROAD = 18  # characters from which on a field takes the whole width
BETWEEN_PAIRS = 20
ABOVE_HEADING = 8
Write = Callable[[str, Any], None]
NONE: Mapping[str, str] = MappingProxyType({})


class RecordForm(QWidget):
    """One editor for each field, in their order.

    With ``write`` each field is written when it is left (it may raise Refused); else the whole is
    read by ``values``. ``context`` is asked anew each time, so names added meanwhile are known.
    ``pairs``: short fields stand two in a row. ``headings`` stand above the fields of their names,
    ``notes`` below them. ``starred`` ones bear the mark of a required field, though the form
    itself takes them blank: whoever reads it asks for them.
    """

    altered = Signal()  # the user typed or chose something

    def __init__(
        self,
        look: Look,
        fields: Sequence[Field],
        context: Callable[[], Context],
        *,
        write: Write | None = None,
        suggest: Suggest | None = None,
        add: Add | None = None,
        pairs: bool = False,
        headings: Mapping[str, str] = NONE,
        notes: Mapping[str, str] = NONE,
        starred: Collection[str] = (),
        today: Callable[[], date] = date.today,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setObjectName("record_form")
        self._context = context
        self._write = write
        around = Surroundings(look, context, suggest, add, today)
        self._rows = {
            field.name: FormRow(field, around, self, field.name in starred) for field in fields
        }
        for name, note in notes.items():
            self._rows[name].explain(note)
        self._own: dict[str, Any] = {}  # the values whose words are shown
        self._headings = {
            name: label(look, f"{name}_heading", words, "heading")
            for name, words in headings.items()
        }
        self._lay_out(pairs)
        for row in self._rows.values():
            row.altered.connect(self.altered)
            if write is not None:
                row.left.connect(lambda row=row: self._write_one(row))

    # -- values ----------------------------------------------------------------------------

    def show_values(self, values: Mapping[str, Any], *, anew: bool = False) -> None:
        """Show these values by field name.

        A field that is being typed in or was refused is left alone, unless all are shown ``anew``.
        """
        context = self._context()
        for name, value in values.items():
            if name in self._rows:
                row = self._rows[name]
                show = row.written if anew else row.show_text
                show(row.field.show(value, context))
                if not row.is_altered():
                    self._own[name] = value

    def values(self) -> dict[str, Any] | None:
        """The values by field name; None when some are refused, which then stands at them."""
        read: dict[str, Any] = {}
        refused: list[FormRow] = []
        for name, row in self._rows.items():
            try:
                read[name] = self._read(row)
                row.refuse("")
            except Refused as refusal:
                row.refuse(refusal.text)
                refused.append(row)
        if refused:
            self.focus_field(refused[0].field.name)
            return None
        return read

    def write(self) -> bool:
        """Write what is typed and not written yet; False: refused, and the cursor is there."""
        for row in self._rows.values():
            self._write_one(row)
        refused = [row for row in self._rows.values() if row.is_altered()]
        if refused:
            self.focus_field(refused[0].field.name)
        return not refused

    def is_altered(self) -> bool:
        """Whether anything typed is not written yet."""
        return any(row.is_altered() for row in self._rows.values())

    # -- refusals --------------------------------------------------------------------------

    def refuse(self, name: str, text: str) -> bool:
        """Say at a field why its value was refused and go there; False: no such field here."""
        if name not in self._rows:
            return False
        self._rows[name].refuse(text)
        self.focus_field(name)
        return True

    def clear_refusals(self) -> None:
        for row in self._rows.values():
            row.refuse("")

    def focus_field(self, name: str) -> None:
        """Put the cursor into a field."""
        self._rows[name].editor.setFocus(Qt.FocusReason.OtherFocusReason)

    def focus_gap(self) -> None:
        """Put the cursor into the first field that must be filled in and is blank, if any."""
        for name, row in self._rows.items():
            if row.starred and not row.editor.typed().strip():
                self.focus_field(name)
                return

    def focus_first(self) -> None:
        if self._rows:
            self.focus_field(next(iter(self._rows)))

    def editor(self, name: str) -> QWidget:
        """The editor of a field."""
        return self._rows[name].editor

    def type_text(self, name: str, text: str) -> None:
        """Put a text into a field as if the user had typed it."""
        self._rows[name].editor.fill(text)
        self._rows[name].refuse("")
        self.altered.emit()

    def add_beside(self, name: str, widget: QWidget) -> None:
        """Put a button at the right of a field's editor."""
        self._rows[name].add_beside(widget)

    # -- inside ----------------------------------------------------------------------------

    def _read(self, row: FormRow) -> Any:
        row.editor.settle()
        own = self._own.get(row.field.name)
        if not row.is_altered() and own not in (None, row.field.kind.empty):
            return own  # its words may say less than it: two persons may have one name
        return row.field.parse(row.editor.typed(), self._context())

    def _write_one(self, row: FormRow) -> None:
        if self._write is None or not row.is_altered():
            return
        try:
            value = self._read(row)
            self._write(row.field.name, value)
        except Refused as refusal:
            row.refuse(refusal.text)
        else:
            if row.is_altered():  # else what was stored led to another record being shown here
                row.written(row.field.show(value, self._context()))
                self._own[row.field.name] = value

    def _lay_out(self, pairs: bool) -> None:
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(0)
        grid.setVerticalSpacing(GAP)
        line, right = 0, False
        for row in self._rows.values():
            half = pairs and row.field.kind.short and row.field.width < BROAD
            heading = self._headings.get(row.field.name)
            if right and (heading or not half):
                line, right = line + 1, False
            if heading:
                heading.setContentsMargins(0, ABOVE_HEADING if line else 0, 0, 0)
                grid.addWidget(heading, line, 0, 1, -1)
                line += 1
            left = 3 if right else 0
            grid.addWidget(row.caption, line, left, Qt.AlignmentFlag.AlignTop)
            grid.addWidget(row.place, line, left + 1, 1, 1 if half or not pairs else 4)
            right = half and not right
            line += 0 if right else 1
        grid.setRowStretch(line + 1, 1)  # what is left over stands below
        grid.setColumnStretch(1, 1)
        if pairs:
            grid.setColumnMinimumWidth(2, BETWEEN_PAIRS)
            grid.setColumnStretch(4, 1)
