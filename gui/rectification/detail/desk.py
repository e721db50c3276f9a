"""What is done at the detail: each verb reads the case and writes one operation."""

from __future__ import annotations

import hashlib
import mimetypes
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from PySide6.QtWidgets import QWidget

from gui import desktop
from gui.office import Office
from gui.record_form import RecordDialog, edit_record
from gui.rectification.detail.case import Case
from gui.rectification.detail.publicity_form import PublicityForm, last_day
from model.changes import Change
from model.deletion import deletion
from model.fields import Record
from model.judgements.lights import publicity_days
from model.records import Evidence, Issue, Measure, Progress, Publicity, Rectification
from model.refused import Refused
from model.words import EvidenceKind, PublicityKind, State

LARGEST = 20 * 1024 * 1024
"""A file over 20 MB is not taken in: the ledger must stay one that fits on a USB stick."""
RUNNABLE = {".exe", ".bat", ".cmd", ".com", ".scr", ".msi", ".js", ".vbs", ".ps1", ".lnk", ".sh"}


class Desk:
    """The verbs of the detail panel."""

    def __init__(self, office: Office, parent: QWidget) -> None:
        self._office = office
        self._parent = parent

    def add_measure(self, case: Case) -> None:
        """Ask for a measure of the current round."""
        round = case.dossier.round
        measure = Measure(
            self._office.store.fresh_id(Measure),
            rectification=round.id,
            seq=max((each.seq or 0 for each in case.dossier.measures), default=0) + 1,
            owner=round.owner,
            due=round.due,
        )
        edit_record(self._parent, self._office, measure, "添加整改措施")

    def tick(self, measure: Measure) -> None:
        """Tick a measure off today, or take the tick back."""
        done = None if measure.done_on else self._office.today()
        label = "完成整改措施" if done else "取消完成整改措施"
        self._office.do([Change(measure, replace(measure, done_on=done))], label)

    def add_progress(self, case: Case, text: str) -> bool:
        """Record today's line; False when it was refused."""
        round = case.dossier.round
        line = Progress(
            self._office.store.fresh_id(Progress),
            rectification=round.id,
            on=self._office.today(),
            content=Progress.field("content").parse(text),
            by=self._writer(case),
        )
        label = f"记录{case.issue.number}进展"
        return self._office.do([Change(None, line)], label) is not None

    def add_publicity(self, case: Case) -> None:
        """Ask for a publicity; it starts today and lasts the campaign's working days."""
        today, days = self._office.today(), publicity_days(case.campaign)
        closing = case.issue.state is State.AWAITING_CLOSING
        shown = Publicity(
            self._office.store.fresh_id(Publicity),
            issue=case.issue.id,
            kind=PublicityKind.RESULTS if closing else PublicityKind.ISSUES_AND_MEASURES,
            start=today,
            end=last_day(self._office.calendar, today, days),
        )
        form = PublicityForm(self._parent, self._office, shown, days)
        form.exec()
        form.deleteLater()

    def choose_evidence(self, case: Case) -> None:
        """Ask for files that prove the work."""
        self.add_evidence(case, self._office.ask.open_paths("添加佐证材料", Path.home()))

    def add_evidence(self, case: Case, paths: Sequence[Path]) -> None:
        """Take files in, as one operation; what cannot be taken is said, the rest stays."""
        contents: list[tuple[Path, bytes]] = []
        refused: list[str] = []
        for path in paths:
            try:
                size = path.stat().st_size
                if size > LARGEST:
                    refused.append(f"“{path.name}”超过20MB，请缩小。")
                else:
                    contents.append((path, path.read_bytes()))
            except OSError:
                refused.append(f"“{path.name}”读不出来，请检查文件是否还在、能否打开。")
        if contents:
            changes = [Change(None, self._evidence(case, path, data)) for path, data in contents]
            self._office.do(changes, "添加佐证材料", [data for _, data in contents])
        if refused:
            self._office.ask.refuse("\n".join(refused))

    def open_evidence(self, evidence: Evidence) -> None:
        """Open a copy, so that nothing done there reaches what is kept here."""
        if Path(evidence.name).suffix.lower() in RUNNABLE:
            self._office.ask.refuse(f"“{evidence.name}”是程序文件，为安全起见不打开。")
            return
        try:
            desktop.open_copy(evidence.name, self._office.store.blob(evidence.sha256))
        except Refused as refusal:
            self._office.ask.refuse(refusal.text)

    def open(self, record: Record) -> None:
        """Edit a measure, a line, a publicity in its form."""
        edit_record(self._parent, self._office, record, f"修改{record.noun}")

    def open_issue(self, case: Case) -> None:
        """Edit what was registered of the issue."""
        fields = [field for field in Issue.fields if not field.locked]
        edit_record(self._parent, self._office, case.issue, f"问题{case.issue.number}", fields)

    def open_round(self, case: Case, at: str = "") -> None:
        """Edit who, what for and until when; once begun the date is moved by 延期.

        The cursor begins in the field ``at``, if it is there.
        """
        begun = case.issue.state is not State.REGISTERED
        fields = [
            field
            for field in Rectification.fields
            if not field.locked and not (begun and field.name == "due")
        ]
        title = f"问题{case.issue.number}的整改安排"
        form = RecordDialog(self._parent, self._office, case.dossier.round, title, fields, None)
        if at in (field.name for field in fields):
            form.form.focus_field(at)
        form.exec()
        form.deleteLater()

    def show_history(self, case: Case) -> None:
        """What became of the issue and of all that belongs to it."""
        # Few look at it: not loaded with the room.
        from gui.history.record import show_record_history

        show_record_history(self._parent, self._office, case.issue)

    def remove(self, record: Record) -> None:
        """Delete a part; it can be undone, so nobody is asked."""
        self._office.do(deletion(record, self._office.store), f"删除{record.noun}")

    def _evidence(self, case: Case, path: Path, data: bytes) -> Evidence:
        picture = (mimetypes.guess_type(path.name)[0] or "").startswith("image/")
        begun = case.issue.state is not State.REGISTERED
        kind = EvidenceKind.AFTER if begun else EvidenceKind.BEFORE
        return Evidence(
            self._office.store.fresh_id(Evidence),
            issue=case.issue.id,
            kind=kind if picture else EvidenceKind.DOCUMENT,
            name=Evidence.field("name").parse(path.name),
            sha256=hashlib.sha256(data).hexdigest(),
            size=len(data),
            added_on=self._office.today(),
        )

    def _writer(self, case: Case) -> int | None:
        """Who sits at this keyboard, if it is somebody of the institution and only one of it."""
        user = self._office.user
        found = [each.id for each in case.persons.values() if each.name == user]
        return found[0] if len(found) == 1 else None
