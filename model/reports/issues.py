"""Reports that list issues: a line, and what a column can show of it."""

from collections.abc import Sequence

from model.dates import show_date
from model.excel.sheet import Cell
from model.frozen import Frozen
from model.lifecycle.table import TRANSITIONS
from model.records import Issue, Measure, Progress, Publicity, Rectification, Step
from model.refused import DAMAGED, Refused
from model.reports.campaign_records import CampaignRecords
from model.reports.source import Source, Value, from_field
from model.spans import show_span
from model.words import Move, PublicityKind, State

_ROUND_OPENING = {transition.move for transition in TRANSITIONS if transition.new_round}


class Line(Frozen):
    """An issue in a report; ``serial`` is its 序号 there."""

    serial: int
    issue: Issue
    records: CampaignRecords

    @property
    def round(self) -> Rectification:
        """The current round; every issue has one."""
        if rounds := self.records.rounds.get(self.issue.id):
            return rounds[-1]
        raise Refused(DAMAGED)

    @property
    def measures(self) -> list[Measure]:
        """Those of the current round."""
        return self.records.measures.get(self.round.id, [])

    @property
    def progress(self) -> list[Progress]:
        """That of the current round."""
        return self.records.progress.get(self.round.id, [])

    @property
    def publicity(self) -> list[Publicity]:
        return self.records.publicity.get(self.issue.id, [])

    @property
    def steps(self) -> list[Step]:
        return self.records.steps.get(self.issue.id, [])

    def person(self, id: int | None) -> str:
        """The name of a person; blank for none."""
        return self.records.person(id)


def _issue(name: str) -> Value:
    return from_field(Issue.field(name), lambda line: getattr(line.issue, name))


def _round(name: str) -> Value:
    return from_field(Rectification.field(name), lambda line: getattr(line.round, name))


def _person(name: str) -> Value:
    return from_field(
        Rectification.field(name), lambda line: line.person(getattr(line.round, name))
    )


def _category(line: Line) -> str:
    category = line.records.categories.get(line.issue.category or 0)
    return category.name if category else ""


def _measures(line: Line) -> str:
    """1.…；2.…； as the bureau's forms have it; a single measure without a number."""
    contents = [measure.content.rstrip("；;。 ") for measure in line.measures]
    if len(contents) < 2:
        return "".join(f"{content}。" for content in contents)
    return "；".join(f"{seq}.{content}" for seq, content in enumerate(contents, start=1)) + "。"


def _last_progress(line: Line) -> str:
    if not line.progress:
        return ""
    last = line.progress[-1]
    return f"{show_date(last.on, line.records.year)}，{last.content}"


def _publicity(line: Line) -> str:
    """When and where the result was shown publicly; where it was not, the measures."""
    results = [each for each in line.publicity if each.kind is PublicityKind.RESULTS]
    shown = (results or line.publicity)[-1:]
    return "".join(_when_and_where(each, line.records.year) for each in shown)


def _when_and_where(publicity: Publicity, year: int | None) -> str:
    span = show_span(publicity.start, publicity.end, year=year)
    return "，".join(filter(None, (span, publicity.place)))


def _extra_rounds(line: Line) -> int:
    """补课次数: every move that opened another round."""
    return sum(step.move in _ROUND_OPENING for step in line.steps)


def _closing(line: Line) -> Step | None:
    """The move that struck the issue off, while it is struck off."""
    if line.issue.state is not State.CLOSED:
        return None
    return _last(line.steps, Move.CLOSE)


def _last(steps: Sequence[Step], move: Move) -> Step | None:
    return next((step for step in reversed(steps) if step.move is move), None)


def _signer(line: Line) -> str:
    closing = _closing(line)
    return line.person(closing.approver) if closing else ""


def _closed_on(line: Line) -> Cell:
    closing = _closing(line)
    return closing.on if closing else None


_VALUES: dict[str, Value] = {
    "serial": Value("序号", lambda line: line.serial),
    "number": _issue("number"),
    "content": _issue("content"),
    "category": Value("问题类别", _category),
    "level": _issue("level"),
    "subject": _issue("subject"),
    "source": _issue("source"),
    "found_on": _issue("found_on"),
    "proposer": _issue("proposer"),
    "concerned": _issue("department"),
    "cause": _issue("cause"),
    "quick_fix": _issue("quick_fix"),
    "state": _issue("state"),
    "note": _issue("note"),
    "round": _round("round"),
    "goal": _round("goal"),
    "measures": Value("整改措施", _measures),
    "leader": _person("leader"),
    "department": _round("department"),
    "owner": _person("owner"),
    "helpers": _round("helpers"),
    "due": _round("due"),
    "last_progress": Value("整改进展", _last_progress),
    "result": _round("result"),
    "completed_on": _round("completed_on"),
    "accepted_by": _person("accepted_by"),
    "accepted_on": _round("accepted_on"),
    "effect": _round("effect"),
    "verdict": _round("verdict"),
    "lacking": _round("lacking"),
    "stage_goal": _round("stage_goal"),
    "review_on": _round("review_on"),
    "publicity": Value("公示时间及方式", _publicity),
    "extra_rounds": Value("补课次数", _extra_rounds),
    "signer": Value("审签人", _signer),
    "closed_on": Value("销号时间", _closed_on),
}

ISSUES = Source(
    items=lambda records: records.issues,
    line=Line,
    values=_VALUES,
    words=State,
    word=lambda issue: issue.state,
)
