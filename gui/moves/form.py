"""The form of one move: its few fields, and all that is still missing, said as one types."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from typing import Any

from PySide6.QtWidgets import QWidget

from gui.issue_names import issue_names
from gui.look.panels import label
from gui.moves.entries import ON, first_values, form_fields, required
from gui.office import Office
from gui.record_form import RecordForm, person_adder, suggestions
from gui.record_form.form_dialog import FormDialog
from model.dates import show_date
from model.fields import Field
from model.kinds import Context
from model.lifecycle import Dossier, NotReady, Readiness, Transition, move
from model.records import Campaign, Issue
from model.refused import Refused
from model.words import GONE

WIDTH = 600
MERGED_INTO = "issue.merged_into"


class MoveForm(FormDialog):
    """Asks for what a move needs and makes it; it stays open until the move is stored."""

    help_page = "closing"
    refusals = ("label", "ink2")  # what is missing is a list of things to do

    def __init__(
        self, office: Office, wanted: Transition, dossier: Dossier, parent: QWidget | None
    ) -> None:
        super().__init__(parent, office, "move_form", str(wanted.move))
        self._wanted, self._dossier = wanted, dossier
        self.setFixedWidth(WIDTH)
        issue = dossier.issue
        self.lay_out(self._made_form(), str(wanted.move), f"{issue.number} {issue.content}")
        if "round.result" not in wanted.inputs:
            self._tell_result()

    def focus(self, path: str) -> None:
        """Put the cursor into this entry."""
        self.form.focus_field(path)

    def _tell_result(self) -> None:
        """Below the subject: what the round came to that is being judged."""
        round = self._dossier.round
        if round.result and round.completed_on:
            year = self._office.context(self._campaign()).year
            number = f"第{round.round}轮" if len(self._dossier.rounds) > 1 else ""
            said = f"{number}{show_date(round.completed_on, year)}完成：{round.result}"
            words = label(self._office.look, "move_result", said, "label", "ink2")
            words.setWordWrap(True)
            self.put_above(words)

    def _made_form(self) -> RecordForm:
        office, campaign = self._office, self._campaign()
        form = RecordForm(
            office.look,
            self._fields(),
            lambda: self._context(campaign),
            suggest=suggestions(office),
            add=person_adder(office),
            starred=required(self._wanted),
            today=office.today,
        )
        form.show_values(first_values(self._wanted, self._dossier, office.today()))
        return form

    def send(self) -> None:
        """Make the move, or say all that is missing."""
        values = self.form.values()
        if values is None:
            return
        office = self._office
        on: date | None = values.pop(ON)
        if on is None or on > office.today():
            self.form.refuse(ON, f"办理日期不晚于今天（{office.today()}）。")
            return
        entries = _filled(values)
        try:
            issue = self._dossier.issue
            changes = move(office.store, issue.id, self._wanted.move, entries, on, office.user)
            office.store.apply(changes, f"{issue.number}{self._wanted.move}")
        except NotReady as refusal:
            self._tell(Readiness(refusal.missing, refusal.present))
        except Refused as refusal:
            self.say(refusal.text)
        else:
            self.accept()

    def _tell(self, found: Readiness) -> None:
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
        self.say("\n".join([count, *elsewhere]))

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
