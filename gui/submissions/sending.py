"""The dialog 报送: a report is written once, kept with its values, and its task ticked."""

from __future__ import annotations

from dataclasses import replace
from enum import StrEnum
from functools import partial
from typing import Any

from PySide6.QtGui import QFontDatabase
from PySide6.QtWidgets import QWidget

from gui.background import Watch
from gui.entry_form import EntryForm
from gui.office import Office
from gui.preferences import recall
from gui.preferences.effects import official_look
from model import reports
from model.excel.look import Look
from model.excel.sheet import Sheet
from model.excel.write import Rendered, render
from model.fields import Field
from model.judgements.tasks import is_submission
from model.kinds import Choice, Context, Ref
from model.namesakes import told_apart
from model.records import Campaign, Submission, Task
from model.refused import Refused
from model.report_names import report_names
from model.submissions import Sending, next_due, submit, values_of

Reports = StrEnum("Reports", [(id, name) for id, name in report_names().items()])  # type: ignore[misc]
FIELDS = (
    Field("report", "报送材料", Choice(Reports), required=True, hint="从报表里选"),
    Field("task", "报送任务", Ref(Task.table), hint="选了就同时标为已报送"),
    replace(Submission.field("recipient"), locked=False),
    replace(Submission.field("submitted_on"), locked=False),
    replace(Submission.field("by"), locked=False),
)
KEPT = "生成的文件原样留底，以后可以再打开，也可以与下次报送比较"


class SendingDialog(EntryForm):
    """``submission`` is what was stored, once it is; the dialog closes then."""

    help_page = "reports"

    def __init__(self, parent: QWidget | None, office: Office, campaign: Campaign) -> None:
        self._campaign = campaign
        tasks = office.store.all(Task, campaign=campaign.id)
        self._tasks = {each.id: each for each in tasks if is_submission(each)}
        self._next = next_due(self._tasks)
        self._busy = False
        self.submission: Submission | None = None
        self.remarks: tuple[str, ...] = ()
        today = {
            "submitted_on": office.today(),
            "by": recall(office.settings).prepared_by or office.user,
        }
        task = self._next.id if self._next else None
        super().__init__(
            parent,
            office,
            "sending_dialog",
            "报送",
            FIELDS,
            lambda values: None,
            context=self._context,
            values={"task": task, **self._told_by(self._next), **today},
            subject=KEPT,
            agree="生成并报送",
        )
        self.form.altered.connect(self._follow_task)

    # -- what it shows -----------------------------------------------------------------------

    def _context(self) -> Context:
        return Context(self._campaign.year, {Task.table: self._titles()})

    def _titles(self) -> dict[int, str]:
        return told_apart({id: task.title for id, task in self._tasks.items()})

    def _told_by(self, task: Task | None) -> dict[str, Any]:
        """What a task says of its report and its recipient."""
        material = (task.material or task.title) if task else ""
        report = next((name for name in Reports if name in material), None)
        recipient = task.recipient if task else ""
        return {"report": report, "recipient": recipient or self._campaign.superior}

    def _follow_task(self) -> None:
        """Another task was chosen: its report and its recipient are meant."""
        typed = self.form.editor("task").property("text")
        titles = self._titles()
        chosen = next((each for id, each in self._tasks.items() if titles[id] == typed), None)
        if chosen is not None and chosen != self._next:
            self._next = chosen
            told = self._told_by(chosen)
            self.form.show_values({name: value for name, value in told.items() if value})

    # -- sending -----------------------------------------------------------------------------

    def carry_out(self, values: dict[str, Any]) -> None:
        """Write the file in the background; it is stored when it is whole."""
        if self._busy:
            return
        report = reports.find(values["report"])
        office, campaign, on = self._office, self._campaign, values["submitted_on"]
        sheet = reports.build(office.store, campaign.id, report, on, prepared_by=values["by"])
        sending = Sending(
            campaign=campaign.id,
            report=report.name,
            task=values["task"],
            recipient=values["recipient"],
            on=on,
            by=values["by"],
            name=reports.file_name(campaign, report, on),
        )
        # Refused at once, before a file is made for nothing.
        submit(office.store, sending, b"", b"", office.today())
        self._start(sending, sheet, values_of(office.store, campaign, sheet, on))

    def _start(self, sending: Sending, sheet: Sheet, values: bytes) -> None:
        self._set_busy(True)
        look = official_look(recall(self._office.settings))
        work = partial(_rendered, sheet, look, frozenset(QFontDatabase.families()))
        job = self._office.background.start(f"正在生成{sending.report}", work)
        job.succeeded.connect(partial(self._store, sending, values))
        job.refused.connect(self.say)
        job.ended.connect(partial(self._set_busy, False))

    def _store(self, sending: Sending, values: bytes, rendered: Rendered) -> None:
        office = self._office
        try:
            deed = submit(office.store, sending, rendered.content, values, office.today())
            operation = office.store.apply(*deed)
        except Refused as refusal:
            self.say(refusal.text)
            return
        made = operation.changes[0].record
        assert isinstance(made, Submission)
        self.submission, self.remarks = made, rendered.remarks
        self._busy = False
        self.accept()

    def _set_busy(self, busy: bool) -> None:
        self._busy = busy
        self.form.setEnabled(not busy)
        self.agree_button.setEnabled(not busy)
        self.agree_button.setText("正在生成…" if busy else "生成并报送")

    def reject(self) -> None:
        """What is being stored is waited for."""
        if not self._busy:
            super().reject()


def _rendered(sheet: Sheet, look: Look, families: frozenset[str], watch: Watch) -> Rendered:
    """In the other thread: values in, bytes out."""
    return render(
        sheet, look, progress=watch.progress, cancelled=watch.cancelled, installed=families
    )
