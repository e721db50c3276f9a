"""Reports that list what goes upward: each task to send something, and what was sent besides."""

from datetime import date
from typing import Any, NamedTuple

from model.frozen import Frozen
from model.judgements.tasks import is_submission
from model.records import Phase, Submission, Task
from model.reports.campaign_records import CampaignRecords
from model.reports.source import Source, Value
from model.reports.tasks import due_of, items, phase_name


class Sending(NamedTuple):
    """A task to send something, the phase it lies in, and the last that was sent of it."""

    phase: Phase | None
    task: Task
    sent: Submission | None


class Line(Frozen):
    """Something to send or sent, in a report."""

    serial: int
    sending: Sending
    records: CampaignRecords

    @property
    def sent_on(self) -> date | None:
        """The day it went out: as it was kept, else as the task was ticked."""
        sent = self.sending.sent
        return sent.submitted_on if sent else self.sending.task.done_on


def _items(records: CampaignRecords) -> dict[Any, Sending]:
    """In the order of the plan; what was sent without a task comes last. Void ones do not count."""
    valid = [each for each in records.submissions.values() if not each.void_reason]
    last = {each.task: each for each in valid if each.task}
    found: dict[Any, Sending] = {
        id: Sending(item.phase, item.task, last.get(item.task.id))
        for id, item in items(records).items()
        if item.task and is_submission(item.task)
    }
    stray = [each for each in valid if each.task not in found]
    return found | {("submission", each.id): Sending(None, Task(0), each) for each in stray}


def _phase(line: Line) -> str:
    return phase_name(line.sending.phase) if line.sending.task.id else ""


def _material(line: Line) -> str:
    _phase, task, sent = line.sending
    return task.material or task.title.removeprefix("报送") or (sent.report if sent else "")


def _recipient(line: Line) -> str:
    _phase, task, sent = line.sending
    return sent.recipient if sent else task.recipient


def _status(line: Line) -> str:
    """已报送, 已报送（逾期2天）, 待报送, 逾期2天未报."""
    task, sent_on, today = line.sending.task, line.sent_on, line.records.today
    late = ((sent_on or today) - task.due).days if task.due else 0
    if sent_on is None:
        return f"逾期{late}天未报" if late > 0 else "待报送"
    return f"已报送（逾期{late}天）" if late > 0 else "已报送"


SUBMISSIONS = Source(
    items=_items,
    line=Line,
    values={
        "serial": Value("序号", lambda line: line.serial),
        "phase": Value("阶段", _phase),
        "material": Value("报送材料", _material),
        "recipient": Value("报送对象", _recipient),
        "due": Value("报送时限", lambda line: due_of(line.sending.task, line.records.year)),
        "sent_on": Value("实际报送时间", lambda line: line.sent_on),
        "status": Value("状态", _status),
        "note": Value("备注", lambda line: line.sending.task.note),
    },
)
