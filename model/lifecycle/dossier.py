"""Everything about one issue that its life depends on, as one frozen value."""

from collections.abc import Iterator

from model.changes import Change
from model.fields import Record
from model.frozen import Frozen
from model.reader import Reader
from model.records import (
    Evidence,
    Issue,
    Measure,
    Origin,
    Publicity,
    Rectification,
    Step,
)
from model.refused import DAMAGED, Refused


class Dossier(Frozen):
    """An issue with its rounds, the measures of the current round, and its papers.

    ``step`` is the move being made, not yet stored; None while nothing moves.
    """

    issue: Issue
    rounds: tuple[Rectification, ...]
    measures: tuple[Measure, ...]
    evidence: tuple[Evidence, ...]
    publicity: tuple[Publicity, ...]
    steps: tuple[Step, ...]
    origins: tuple[Origin, ...] = ()
    step: Step | None = None
    target: Issue | None = None

    @property
    def round(self) -> Rectification:
        """The current round."""
        return self.rounds[-1]

    @property
    def moving(self) -> Step:
        """The move being made."""
        assert self.step is not None
        return self.step

    def records(self) -> Iterator[Record]:
        """Every record a move may write."""
        yield self.issue
        yield from self.rounds
        yield from self.measures
        yield from self.origins
        if self.step:
            yield self.step

    def changes_to(self, after: "Dossier") -> list[Change]:
        """What must be stored to get from this dossier to ``after``."""
        old = {record.key: record for record in self.records()}
        changes = []
        for record in after.records():
            before = old.get(record.key)
            if before != record:
                changes.append(Change(before, record))
        return changes


def gather(reader: Reader, issue_id: int, *, up_to_round: int | None = None) -> Dossier:
    """The dossier of an issue; ``up_to_round`` leaves out the rounds opened later.

    Raises Refused for an issue without a round, which this program never leaves.
    """
    issue = reader.get(Issue, issue_id)
    rounds = tuple(
        each
        for each in reader.all(Rectification, issue=issue_id)
        if up_to_round is None or (each.round or 0) <= up_to_round
    )
    if not rounds:
        raise Refused(DAMAGED)
    return Dossier(
        issue,
        rounds,
        tuple(reader.all(Measure, rectification=rounds[-1].id)),
        tuple(reader.all(Evidence, issue=issue_id)),
        tuple(reader.all(Publicity, issue=issue_id)),
        tuple(reader.all(Step, issue=issue_id)),
        tuple(reader.all(Origin, issue=issue_id)),
        target=reader.find(Issue, issue.merged_into),
    )
