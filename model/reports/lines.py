"""One line of a report: an issue with all that a column may show of it."""

from collections import defaultdict
from collections.abc import Iterable
from functools import cached_property

from model.fields import R
from model.frozen import Frozen
from model.reader import Reader
from model.records import (
    Campaign,
    Category,
    Issue,
    Measure,
    Person,
    Progress,
    Publicity,
    Rectification,
    Step,
)


class Ledger:
    """What the lines of a report share: records by their owner, each kind read at most once.

    A kind that no column asks for is not read at all.
    """

    def __init__(self, reader: Reader, campaign: Campaign) -> None:
        self._reader = reader
        self.campaign = campaign

    @property
    def year(self) -> int | None:
        """The year that dates are written without."""
        return self.campaign.start.year if self.campaign.start else None

    @cached_property
    def issues(self) -> dict[int, Issue]:
        return self._by_id(Issue, campaign=self.campaign.id)

    @cached_property
    def categories(self) -> dict[int, Category]:
        return self._by_id(Category, campaign=self.campaign.id)

    @cached_property
    def persons(self) -> dict[int, Person]:
        return self._by_id(Person)

    @cached_property
    def rounds(self) -> dict[int, list[Rectification]]:
        return self._by_owner(Rectification, "issue")

    @cached_property
    def measures(self) -> dict[int, list[Measure]]:
        return self._by_owner(Measure, "rectification")

    @cached_property
    def progress(self) -> dict[int, list[Progress]]:
        return self._by_owner(Progress, "rectification")

    @cached_property
    def publicity(self) -> dict[int, list[Publicity]]:
        return self._by_owner(Publicity, "issue")

    @cached_property
    def steps(self) -> dict[int, list[Step]]:
        return self._by_owner(Step, "issue")

    def lines(self, issues: Iterable[Issue]) -> list["Line"]:
        """The issues as lines, numbered from 1."""
        return [Line(serial, issue, self) for serial, issue in enumerate(issues, start=1)]

    def _by_id(self, kind: type[R], **where: int) -> dict[int, R]:
        return {record.id: record for record in self._reader.all(kind, **where)}

    def _by_owner(self, kind: type[R], owner: str) -> dict[int, list[R]]:
        owned = defaultdict(list)
        for record in self._reader.all(kind):
            owned[getattr(record, owner)].append(record)
        return owned


class Line(Frozen):
    """An issue in a report; ``serial`` is its 序号 there."""

    serial: int
    issue: Issue
    ledger: Ledger

    @property
    def round(self) -> Rectification:
        """The current round."""
        return self.ledger.rounds[self.issue.id][-1]

    @property
    def measures(self) -> list[Measure]:
        """Those of the current round."""
        return self.ledger.measures.get(self.round.id, [])

    @property
    def progress(self) -> list[Progress]:
        """That of the current round."""
        return self.ledger.progress.get(self.round.id, [])

    @property
    def publicity(self) -> list[Publicity]:
        return self.ledger.publicity.get(self.issue.id, [])

    @property
    def steps(self) -> list[Step]:
        return self.ledger.steps.get(self.issue.id, [])

    def person(self, id: int | None) -> str:
        """The name of a person; blank for none."""
        found = self.ledger.persons.get(id) if id else None
        return found.name if found else ""
