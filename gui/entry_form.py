"""A small dialog that asks for a few values and does one thing with them."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping, Sequence
from typing import Any

from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from gui.look.buttons import DIALOG_HEIGHT, plain_button, primary_button
from gui.look.keys import send_by_ctrl_enter
from gui.look.panels import label
from gui.office import Office
from gui.record_form import RecordForm, person_adder, suggestions
from gui.record_form.form import NONE
from gui.record_form.form_area import FormDialog
from model.fields import Field
from model.kinds import Context
from model.refused import Refused

WIDTH = 560
MARGIN = 28

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
        super().__init__(parent)
        self._starred = starred
        self._office, self._act, self._context = office, act, context
        self.setObjectName(name)
        self.setAccessibleName(title)
        self.setWindowTitle(title)
        self.setFixedWidth(WIDTH)
        self.form = self._made_form(fields, values or {}, notes)
        self._build(title, subject, agree)
        self.form.focus_first()

    def send(self) -> None:
        """Do it, or say why not."""
        self._say("")
        values = self.form.values()
        if values is None:
            return
        try:
            self.carry_out(values)
        except Refused as refusal:
            self._say(refusal.text)

    def carry_out(self, values: dict[str, Any]) -> None:
        """Do what the form is for, and close. Raises Refused, and then it stays open."""
        self._act(values)
        self.accept()

    def reject(self) -> None:
        """Close without doing it; what was typed is not thrown away without a question."""
        if not self.form.is_altered() or self._office.ask.discard():
            super().reject()

    def show_fields(
        self, fields: Sequence[Field], values: Mapping[str, Any], notes: Mapping[str, str] = NONE
    ) -> None:
        """Ask for other values from now on."""
        before, self.form = self.form, self._made_form(fields, values, notes)
        column = self.layout()
        assert column is not None
        column.replaceWidget(before, self.form)
        before.hide()
        before.deleteLater()
        self._say("")

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

    def _say(self, text: str) -> None:
        self._refusal_label.setText(text)
        self._refusal_label.setVisible(bool(text))

    def _build(self, title: str, subject: str, agree: str) -> None:
        look = self._office.look
        column = QVBoxLayout(self)
        column.setContentsMargins(MARGIN, 24, MARGIN, 24)
        column.setSpacing(12)
        column.addWidget(label(look, "entry_title", title, "dialog_title"))
        if subject:
            cut, _width = look.texts.cut(subject.replace("\n", " "), "label", WIDTH - 2 * MARGIN)
            line: QLabel = label(look, "entry_subject", cut, "label", "ink2")
            line.setToolTip(subject)
            column.addWidget(line)
        column.addWidget(self.form)
        self._refusal_label: QLabel = label(look, "entry_refusal", "", "body", "red")
        self._refusal_label.setWordWrap(True)
        column.addWidget(self._refusal_label)
        self._say("")
        column.addLayout(self._buttons(agree))
        send_by_ctrl_enter(self, self.send)

    def _buttons(self, agree: str) -> QHBoxLayout:
        look = self._office.look
        cancel = plain_button(look, "entry_cancel", "取消", height=DIALOG_HEIGHT)
        cancel.clicked.connect(self.reject)
        self.send_button = primary_button(look, "entry_send", agree)
        self.send_button.setToolTip("Ctrl+Enter")
        self.send_button.clicked.connect(self.send)
        self.send_button.setDefault(True)
        row = QHBoxLayout()
        row.setSpacing(12)
        row.addStretch()
        row.addWidget(cancel)
        row.addWidget(self.send_button)
        return row


def ask_for(form: EntryForm) -> bool:
    """Show the form; whether it did what it was for."""
    try:
        return form.exec() == EntryForm.DialogCode.Accepted
    finally:
        form.deleteLater()
