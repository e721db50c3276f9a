"""Sending upward (报送): the exact file and the ledger's rows of that moment are kept for ever."""

import hashlib
import json
from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from typing import Any, NamedTuple, Protocol

from model.changes import Change
from model.excel.sheet import Cell, Sheet
from model.frozen import Frozen
from model.judgements.tasks import is_submission
from model.reader import Reader
from model.records import Campaign, Submission, Task
from model.refused import Refused
from model.reports.campaign_records import CampaignRecords
from model.reports.issues import ISSUES, Line


class Sending(Frozen):
    """What is sent: which report under which name of file, to whom, when, by whom.

    ``task`` is the task that is done by it, or None.
    """

    campaign: int
    report: str
    task: int | None
    recipient: str
    on: date
    by: str
    name: str


class Deed(NamedTuple):
    """What ``Store.apply`` takes: changes, their label, and the bytes that are kept."""

    changes: list[Change]
    label: str
    blobs: list[bytes]


class Keeper(Protocol):
    """Whoever has the kept bytes by their SHA-256."""

    def blob(self, sha256: str) -> bytes: ...


def submit(reader: Reader, sending: Sending, content: bytes, values: bytes, today: date) -> Deed:
    """Keep the file ``content`` and the ``values`` behind it, and tick the task, all at once.

    Raises Refused without a recipient, and for a day after ``today``.
    """
    if not sending.recipient:
        raise Refused("请填写报送对象。")
    if sending.on > today:
        raise Refused(f"报送时间不能晚于今天（{today}）。")
    made = Submission(
        reader.fresh_id(Submission),
        campaign=sending.campaign,
        task=sending.task,
        report=sending.report,
        recipient=sending.recipient,
        submitted_on=sending.on,
        by=sending.by,
        name=sending.name,
        file=_fingerprint(content),
        values=_fingerprint(values),
    )
    changes = [Change(None, made), *_ticked(reader, sending)]
    return Deed(changes, f"报送{sending.report}", [content, values])


def values_of(reader: Reader, campaign: Campaign, sheet: Sheet, on: date) -> bytes:
    """The rows of ``sheet`` and how every issue stands, as JSON: what later reports compare with.

    Nothing private is in it but what the sheet itself shows.
    """
    records = CampaignRecords(reader, campaign, on)
    kept = {
        "on": on.isoformat(),
        "headings": [column.heading for column in sheet.columns],
        "rows": [[_plain(value) for value in row] for row in sheet.rows],
        "issues": [_standing(ISSUES.line(0, issue, records)) for issue in records.issues.values()],
    }
    return json.dumps(kept, ensure_ascii=False).encode("utf-8")


def next_due(tasks: Mapping[int, Task]) -> Task | None:
    """The next thing to send: that with the earliest date of those not sent."""
    waiting = [each for each in tasks.values() if is_submission(each) and not each.done_on]
    return min(waiting, key=lambda each: (each.due or date.max, each.id), default=None)


def kept_file(keeper: Keeper, submission: Submission) -> bytes:
    """The bytes that were sent. Raises Refused where they are not what they were."""
    content = keeper.blob(submission.file)
    if _fingerprint(content) != submission.file:
        raise Refused(
            f"“{submission.name}”与报送时的指纹不符，数据文件可能受损。请从备份恢复后再打开。"
        )
    return content


def voided(submission: Submission, reason: str) -> list[Change]:
    """The changes that declare a submission void; its bytes stay, its task stays as it is.

    Raises Refused without a reason, and for one that is void already.
    """
    if submission.void_reason:
        raise Refused("这条报送已经作废了。")
    if not reason:
        raise Refused("作废要写明原因。")
    return [Change(submission, replace(submission, void_reason=reason))]


def _ticked(reader: Reader, sending: Sending) -> list[Change]:
    task = reader.get(Task, sending.task) if sending.task else None
    if task is None or task.done_on:
        return []
    return [Change(task, replace(task, done_on=sending.on))]


def _standing(line: Line) -> dict[str, Any]:
    """What tells 新增 推进 销号 退回补课 延期 apart, of one issue."""
    return {
        "number": line.issue.number,
        "state": str(line.issue.state),
        "round": line.round.round,
        "due": _plain(line.round.due),
        "measures": len(line.measures),
        "measures_done": sum(each.done_on is not None for each in line.measures),
        "progress": len(line.progress),
        "steps": len(line.steps),
    }


def _plain(value: Cell) -> Any:
    return value.isoformat() if isinstance(value, date) else value


def _fingerprint(content: bytes) -> str:
    return hashlib.sha256(content).hexdigest()
