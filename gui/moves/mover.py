"""The way of a move through the window: what is missing first, then its form, then the store."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Any

from PySide6.QtWidgets import QDialog, QWidget

from gui.moves.form import MoveForm
from gui.moves.refused import RefusedMove
from gui.office import Office
from gui.record_form import edit_record
from model.changes import Change
from model.fields import Record
from model.lifecycle import (
    Missing,
    Readiness,
    Remedy,
    Transition,
    gather,
    readiness,
    transition,
)
from model.records import BY_TABLE, Issue, Measure, Step
from model.refused import Place, Refused
from model.words import Move

GoTo = Callable[[Place], None]
REASON = "step.reason"


class Mover:
    """Carries a move out with the user, one issue at a time.

    ``go_to`` shows the place of a missing thing that no form supplies.
    """

    def __init__(self, office: Office, go_to: GoTo, parent: QWidget | None = None) -> None:
        self._office = office
        self._go_to = go_to
        self._parent = parent

    def carry_out(self, issue_id: int, move: Move) -> None:
        """Make the move: at once its form, unless something outside the form is missing."""
        try:
            issue = self._office.store.get(Issue, issue_id)
            wanted = transition(issue.state, move)
        except Refused as refusal:
            self._office.ask.refuse(refusal.text)
            return
        if _outside(wanted, self._ready(issue_id, move)).missing:
            self._show_refused(wanted, issue)
        else:
            self._show_form(wanted, issue_id)

    def _show_form(self, wanted: Transition, issue_id: int) -> None:
        dossier = gather(self._office.store, issue_id)
        form = MoveForm(self._office, wanted, dossier, self._parent)
        form.finished.connect(form.deleteLater)
        form.open()

    def _show_refused(self, wanted: Transition, issue: Issue) -> None:
        dialog = RefusedMove(self._office.look, wanted.move, issue, self._parent)

        def refresh() -> None:
            found = _outside(wanted, self._ready(issue.id, wanted.move), listed=True)
            excused = all(each.path == REASON for each in found.missing)
            dialog.show_readiness(found, excused=excused)

        def mend(missing: Missing) -> None:
            if not self._mended(missing, dialog):
                dialog.reject()
                self._go_to(missing.place)

        def go_on() -> None:
            dialog.accept()
            self._show_form(wanted, issue.id)

        dialog.wanted.connect(mend)
        dialog.go_on.connect(go_on)
        self._office.bridge.changed.connect(dialog.update)
        dialog.wanted.connect(lambda _missing: refresh())
        dialog.finished.connect(dialog.deleteLater)
        refresh()
        dialog.open()

    def _ready(self, issue_id: int, move: Move) -> Readiness:
        return readiness(self._office.store, issue_id, move, {}, self._office.today())

    def _mended(self, missing: Missing, dialog: QDialog) -> bool:
        """Mend a missing thing on the spot where that is possible."""
        place = missing.place
        if not _is_free(place):
            return False
        record = self._office.store.get(BY_TABLE[place.table], place.id)
        if missing.remedy in (Remedy.TODAY, Remedy.DONE_TODAY):
            mended: dict[str, Any] = {place.field: self._office.today()}
            after: Record = replace(record, **mended)
            label = f"{missing.remedy.removeprefix('标为')}：{record.field(place.field).label}"
            self._office.do([Change(record, after)], label)
            return True
        if missing.remedy is Remedy.FILL_IN and not isinstance(record, Measure):
            field = record.field(place.field)
            edit_record(dialog, self._office, record, f"填写{field.label}", [field])
            return True
        return False


def _outside(wanted: Transition, ready: Readiness, *, listed: bool = False) -> Readiness:
    """What no field of the form supplies, though a reason given there may excuse it.

    ``listed`` adds what can as well be filled in now.
    """
    missing = tuple(
        each
        for each in ready.missing
        if each.path not in wanted.inputs
        or (each.path == REASON and each.place.table != Step.table)
        or (listed and _is_free(each.place))
    )
    return Readiness(missing, ready.present)


def _is_free(place: Place) -> bool:
    """Whether the place is a field that may be written without a move."""
    kind = BY_TABLE[place.table]
    known = any(field.name == place.field and not field.locked for field in kind.fields)
    return known and kind is not Step
