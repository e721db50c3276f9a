"""What can be done with a submission that is kept: open a copy, save it, declare it void."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Any

from PySide6.QtWidgets import QWidget

from gui import desktop
from gui.entry_form import EntryForm, ask_for
from gui.exporting import FOLDER_KEY, export_folder
from gui.office import Office
from model.excel.write import save
from model.kinds import Context
from model.records import Submission
from model.refused import Refused
from model.submissions import kept_file, voided

REASON = replace(
    Submission.field("void_reason"), required=True, locked=False, hint="错在哪里，是否另报"
)


class KeptFiles:
    """Kept files of one ledger; each is checked against its fingerprint before it is given out."""

    def __init__(self, parent: QWidget | None, office: Office) -> None:
        self._parent, self._office = parent, office

    def open(self, submission: Submission) -> None:
        """Open a copy of the file; the kept one is out of reach."""
        self._try(lambda: desktop.open_copy(submission.name, self._content(submission)))

    def save_as(self, submission: Submission) -> None:
        """Ask where, and write the very bytes that were sent."""
        office = self._office
        target = office.ask.save_path(
            "另存报送文件", export_folder(office.settings) / submission.name
        )
        if target is not None:
            office.settings.put(FOLDER_KEY, str(target.parent))
            self._try(lambda: save(self._content(submission), target))

    def void(self, submission: Submission) -> bool:
        """Ask why, and declare it void; whether that was done."""
        return ask_for(self.void_form(submission))

    def void_form(self, submission: Submission) -> EntryForm:
        """The form that asks for the reason."""
        store = self._office.store

        def act(values: dict[str, Any]) -> None:
            current = store.get(Submission, submission.id)
            store.apply(voided(current, values[REASON.name]), f"作废报送的{submission.report}")

        return EntryForm(
            self._parent,
            self._office,
            "void_submission",
            "作废报送",
            [REASON],
            act,
            context=Context,
            values={REASON.name: ""},
            subject=f"{submission.report}，报{submission.recipient}。文件仍然留底，不能恢复为有效。",
            agree="作废",
        )

    def _content(self, submission: Submission) -> bytes:
        return kept_file(self._office.store, submission)

    def _try(self, act: Callable[[], object]) -> None:
        try:
            act()
        except Refused as refusal:
            self._office.ask.refuse(refusal.text)
