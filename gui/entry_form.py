"""A small dialog that asks for a few values and does one thing with them."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping, Sequence
from typing import Any

from PySide6.QtWidgets import QWidget

from gui.office import Office
from gui.record_form import RecordForm, person_adder, suggestions
from gui.record_form.form import NONE
from gui.record_form.form_dialog import FormDialog
from model.fields import Field
from model.kinds import Context
from model.refused import Refused

WIDTH = 560

Act = Callable[[dict[str, Any]], object]


class EntryForm(FormDialog):
    """Stays open, with the reason, until ``act`` is done with what was typed; then it closes.

    ``act`` gets the values by field name and may raise Refused. ``subject`` is a line under the
    title that says what it is about, ``notes`` stand below the fields that they are named by,
    ``starred`` ones bear the mark of a required field. ``agree`` are the words of the filled
    button.
    """

    def __init__(
        self,
        parent: QWidget | None,
        office: Office,
        name: str,
        title: str,
        fields: Sequence[Field],
        act: Act,
        *,
        context: Callable[[], Context],
        values: Mapping[str, Any] | None = None,
        subject: str = "",
        notes: Mapping[str, str] = NONE,
        starred: Collection[str] = (),
        agree: str = "确定",
    ) -> None:
        super().__init__(parent, office, name, title)
        self._starred = starred
        self._act, self._context = act, context
        self.setFixedWidth(WIDTH)
        self.lay_out(self._made_form(fields, values or {}, notes), agree, subject)
        self.form.focus_first()

    def send(self) -> None:
        """Do it, or say why not."""
        self.say("")
        values = self.form.values()
        if values is None:
            return
        try:
            self.carry_out(values)
        except Refused as refusal:
            self.say(refusal.text)

    def carry_out(self, values: dict[str, Any]) -> None:
        """Do what the form is for, and close. Raises Refused, and then it stays open."""
        self._act(values)
        self.accept()

    def show_fields(
        self, fields: Sequence[Field], values: Mapping[str, Any], notes: Mapping[str, str] = NONE
    ) -> None:
        """Ask for other values from now on."""
        self.show_form(self._made_form(fields, values, notes))

    def _made_form(
        self, fields: Sequence[Field], values: Mapping[str, Any], notes: Mapping[str, str]
    ) -> RecordForm:
        office = self._office
        form = RecordForm(
            office.look,
            fields,
            self._context,
            suggest=suggestions(office),
            add=person_adder(office),
            today=office.today,
            notes=notes,
            starred=self._starred,
        )
        form.show_values(values)
        return form


def ask_for(form: EntryForm) -> bool:
    """Show the form; whether it did what it was for."""
    try:
        return form.exec() == EntryForm.DialogCode.Accepted
    finally:
        form.deleteLater()
