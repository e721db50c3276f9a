"""The form of one move: its few fields, and all that is still missing, said as one types."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from typing import Any

from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from gui.issue_names import issue_names
from gui.look.buttons import DIALOG_HEIGHT, plain_button, primary_button
from gui.look.keys import send_by_ctrl_enter
from gui.look.panels import label
from gui.moves.entries import ON, first_values, form_fields, required
from gui.office import Office
from gui.record_form import RecordForm, person_adder, suggestions
from gui.record_form.form_area import FormDialog
from model.fields import Field
from model.judgements.tracks import GONE
from model.kinds import Context
from model.lifecycle import Dossier, NotReady, Readiness, Transition, move
from model.records import Campaign, Issue
from model.refused import Refused

WIDTH = 600
MERGED_INTO = "issue.merged_into"
MARGIN = 28


class MoveForm(FormDialog):
    """Asks for what a move needs and makes it; it stays open until the move is stored."""

    help_page = "closing"

    def __init__(
        self, office: Office, wanted: Transition, dossier: Dossier, parent: QWidget | None
    ) -> None:
        super().__init__(parent)
        self._office, self._wanted, self._dossier = office, wanted, dossier
        self.setObjectName("move_form")
        self.setWindowTitle(str(wanted.move))
        self.setFixedWidth(WIDTH)
        self.setProperty("ground", "surface")
        self._build()

    def reject(self) -> None:
        """Close without the move; what was typed is not thrown away without a question."""
        if not self.form.is_altered() or self._office.ask.discard():
            super().reject()

    def focus(self, path: str) -> None:
        """Put the cursor into this entry."""
        self.form.focus_field(path)

    def _build(self) -> None:
        look, issue = self._office.look, self._dossier.issue
        campaign = self._campaign()
        column = QVBoxLayout(self)
        column.setContentsMargins(MARGIN, 24, MARGIN, 24)
        column.setSpacing(12)
        column.addWidget(label(look, "move_title", str(self._wanted.move), "dialog_title"))
        subject = f"{issue.number} {issue.content}".replace("\n", " ")
        line: QLabel = label(look, "move_subject", "", "label", "ink2")
        line.setText(look.texts.cut(subject, "label", WIDTH - 2 * MARGIN)[0])
        line.setToolTip(subject)
        column.addWidget(line)
        self.form = RecordForm(
            look,
            self._fields(),
            lambda: self._context(campaign),
            suggest=suggestions(self._office),
            add=person_adder(self._office),
            starred=required(self._wanted),
            today=self._office.today,
        )
        self.form.show_values(first_values(self._wanted, self._dossier, self._office.today()))
        column.addWidget(self.form)
        self._missing: QLabel = label(look, "move_missing", "", "label", "ink2")
        self._missing.setWordWrap(True)
        column.addWidget(self._missing)
        column.addLayout(self._buttons())
        send_by_ctrl_enter(self, self._send)

    def _buttons(self) -> QHBoxLayout:
        look = self._office.look
        cancel = plain_button(look, "move_cancel", "取消", height=DIALOG_HEIGHT)
        cancel.clicked.connect(self.reject)
        send = primary_button(look, "move_send", str(self._wanted.move))
        send.clicked.connect(self._send)
        send.setDefault(True)
        row = QHBoxLayout()
        row.setSpacing(12)
        row.addStretch()
        row.addWidget(cancel)
        row.addWidget(send)
        return row

    def _send(self) -> None:
        values = self.form.values()
        if values is None:
            return
        office = self._office
        on: date | None = values.pop(ON)
        if on is None or on > office.today():
            self.form.refuse(ON, f"日期不晚于今天（{office.today()}）。")
            return
        entries = _filled(values)
        try:
            issue = self._dossier.issue
            changes = move(office.store, issue.id, self._wanted.move, entries, on, office.user)
            office.store.apply(changes, f"{issue.number}{self._wanted.move}")
        except NotReady as refusal:
            self._say(Readiness(refusal.missing, refusal.present))
        except Refused as refusal:
            self._missing.setText(refusal.text)
        else:
            self.accept()

    def _say(self, found: Readiness) -> None:
        """Each missing thing at its field, those without a field below; jump to the first."""
        self.form.clear_refusals()
        elsewhere = []
        shown = {field.name for field in form_fields(self._wanted, self._dossier)}
        for each in reversed(found.missing):
            if each.path in shown:
                self.form.refuse(each.path, f"{each.text}：{each.wanted}")
        for each in found.missing:
            if each.path not in shown or each.path == "step.reason":
                elsewhere.append(f"· {each.text}：{each.wanted}")
        count = f"还差{len(found.missing)}项，补齐后再办，没有改动任何内容。"
        self._missing.setText("\n".join([count, *elsewhere]))

    def _context(self, campaign: Campaign) -> Context:
        """With the other issues by name: one may be merged into them."""
        context, own = self._office.context(campaign), self._dossier.issue.id
        if not any(field.name == MERGED_INTO for field in self._fields()):
            return context
        others = [
            each
            for each in self._office.store.all(Issue, campaign=campaign.id)
            if each.id != own and each.state not in GONE
        ]
        return replace(context, names={**context.names, Issue.table: issue_names(others)})

    def _fields(self) -> list[Field]:
        return form_fields(self._wanted, self._dossier)

    def _campaign(self) -> Campaign:
        return self._office.store.get(Campaign, self._dossier.issue.campaign)


def _filled(values: Mapping[str, Any]) -> dict[str, Any]:
    """The entries without an unwritten first measure."""
    return {path: value for path, value in values.items() if value or path != "measure.content"}
