"""The dialog that adds or edits one record."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import replace

from PySide6.QtWidgets import QWidget

from gui.look.buttons import flat_button
from gui.look.panels import label
from gui.office import Office
from gui.record_form.barring import bar
from gui.record_form.form import RecordForm
from gui.record_form.form_dialog import FormDialog
from gui.record_form.suggesting import person_adder, suggestions
from model.changes import Change
from model.checks import campaign_of
from model.fields import Field, R, Record
from model.kinds import Ref
from model.records import Campaign
from model.refused import Refused

NARROW, WIDE = 480, 720
MANY = 6  # from so many fields on, short ones stand two in a row

NO_NOTES: Mapping[str, str] = {}
Changes = Callable[[R], Iterable[Change]]


def edit_record(
    parent: QWidget | None,
    office: Office,
    record: R,
    title: str,
    fields: Sequence[Field] | None = None,
    *,
    changes: Changes[R] | None = None,
    notes: Mapping[str, str] = NO_NOTES,
    called: str = "",
) -> R | None:
    """Let the user fill in ``record`` and store it; the record as it was stored, or None.

    A record that is not in the store yet is added. ``fields`` are by default all that may be
    typed. ``changes`` gives what is stored together with it, itself included. ``notes`` stand
    below the fields that they are named by. ``called`` is what undo calls it, by default 新增 or
    修改 with the kind.
    """
    dialog = RecordDialog(parent, office, record, title, fields, changes, notes, called)
    try:
        dialog.exec()
        stored = dialog.stored
        return stored if isinstance(stored, type(record)) else None
    finally:
        dialog.deleteLater()


def typed_fields(kind: type[Record]) -> list[Field]:
    """The fields of a kind of record that a form offers."""
    return [
        field
        for field in kind.fields
        if not field.locked and not (isinstance(field.kind, Ref) and field.kind.owned)
    ]


class RecordDialog(FormDialog):
    """确定 stores; when that is refused the form stays as it is, and says why at the field."""

    def __init__(
        self,
        parent: QWidget | None,
        office: Office,
        record: Record,
        title: str,
        fields: Sequence[Field] | None,
        changes: Callable[..., Iterable[Change]] | None,
        notes: Mapping[str, str] = NO_NOTES,
        called: str = "",
    ) -> None:
        super().__init__(parent, office, f"{record.table}_dialog", title)
        self.stored: Record | None = None
        self._record, self._changes, self._called = record, changes, called
        self._before = office.store.find(type(record), record.id)
        self._notes = notes
        self._fields = typed_fields(type(record)) if fields is None else list(fields)
        self.setMinimumWidth(WIDE if len(self._fields) >= MANY else NARROW)
        self.lay_out(self._made_form())
        self._bar()
        self.form.focus_first()
        if self._before is None:  # what is proposed already needs no typing
            self.form.focus_gap()

    # -- storing ---------------------------------------------------------------------------

    def send(self) -> None:
        """Store what was typed, or say what is wrong."""
        if self._store():
            self.accept() if self.stored else super().reject()

    def _store(self) -> bool:
        """Whether what was typed is in the store now; where it is as before, nothing is stored."""
        self.say("")
        values = self.form.values()
        if values is None:
            return False
        after = replace(self._record, **values)
        usual = f"{'修改' if self._before else '新增'}{after.noun}"
        try:
            changes = list(self._changes(after)) if self._changes else self._plain(after)
            if not changes:
                return True
            operation = self._office.store.apply(changes, self._called or usual)
        except Refused as refusal:
            self._refuse(refusal)
            return False
        key = (after.table, after.id)
        kept = [change.after for change in operation.changes]
        self.stored = next((r for r in kept if r and (r.table, r.id) == key), after)
        return True

    def _plain(self, after: Record) -> list[Change]:
        return [] if after == self._before else [Change(self._before, after)]

    def _refuse(self, refusal: Refused) -> None:
        place = refusal.place
        here = place and (place.table, place.id) == (self._record.table, self._record.id)
        if not (here and place and self.form.refuse(place.field, refusal.text)):
            self.say(refusal.text)

    def _show_history(self) -> None:
        # Few look at it, and its tables are built on the forms.
        from gui.history.record import show_record_history

        show_record_history(self, self._office, self._record)

    # -- building --------------------------------------------------------------------------

    def _made_form(self) -> RecordForm:
        office, campaign = self._office, self._campaign()
        form = RecordForm(
            office.look,
            self._fields,
            lambda: office.context(campaign),
            suggest=suggestions(office),
            add=person_adder(office),
            today=self._office.today,
            pairs=len(self._fields) >= MANY,
            notes=self._notes,
        )
        form.show_values({field.name: getattr(self._record, field.name) for field in self._fields})
        return form

    def _campaign(self) -> Campaign | None:
        record = self._record
        return record if isinstance(record, Campaign) else campaign_of(record, self._office.store)

    def beside_buttons(self) -> list[QWidget]:
        look, beside = self._office.look, list[QWidget]()
        if self._before is not None:
            history = flat_button(look, "dialog_history", "变更历史", icon="history")
            history.clicked.connect(self._show_history)
            beside.append(history)
        return [*beside, label(look, "dialog_barred", self._barred(), "label", "ink2")]

    def _barred(self) -> str:
        """Why nothing can be altered."""
        return self._office.barred(self._campaign())

    def _bar(self) -> None:
        """Close the form where nothing can be altered."""
        bar(self.form, self._fields, self.agree_button, self._barred())
