"""What the lines of a report share: the campaign's records, read when a column asks for them."""

from collections import defaultdict
from datetime import date
from functools import cached_property

from model.fields import R
from model.judgements.opinions import Fate, fates
from model.judgements.roster import Seat, seats, serving
from model.judgements.tallies import Turnout, turnouts
from model.reader import Reader
from model.records import (
    Campaign,
    Category,
    Issue,
    Measure,
    Member,
    Opinion,
    Origin,
    Person,
    Phase,
    Progress,
    Publicity,
    Rectification,
    Step,
    Submission,
    Tally,
    Task,
)


class CampaignRecords:
    """Records of one campaign by their ids, and whole kinds by the id of their owner.

    Of what an owner has, and of persons, those of other campaigns are read too: nobody asks for
    them by an id of this one. A kind is read when a column first asks for it, and not again.
    ``today`` is the day of the report.
    """

    def __init__(self, reader: Reader, campaign: Campaign, today: date) -> None:
        self._reader = reader
        self.campaign = campaign
        self.today = today

    @property
    def year(self) -> int | None:
        """The year that dates are written without."""
        return self.campaign.year

    # -- issues ----------------------------------------------------------------------------

    @cached_property
    def issues(self) -> dict[int, Issue]:
        return self._own(Issue)

    @cached_property
    def categories(self) -> dict[int, Category]:
        return self._own(Category)

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

    # -- opinions --------------------------------------------------------------------------

    @cached_property
    def opinions(self) -> dict[int, Opinion]:
        return self._own(Opinion)

    @cached_property
    def fates(self) -> dict[int, Fate]:
        """What became of each opinion."""
        origins = self._reader.all(Origin)
        return fates(self.opinions.values(), origins, self.issues.values())

    # -- plan and people -------------------------------------------------------------------

    @cached_property
    def phases(self) -> dict[int, Phase]:
        return self._own(Phase)

    @cached_property
    def tasks(self) -> dict[int, Task]:
        return self._own(Task)

    @cached_property
    def turnouts(self) -> dict[int, Turnout]:
        """How people stand in the per-person tasks."""
        tallies, people = self._reader.all(Tally), list(self.persons.values())
        return turnouts(self.tasks.values(), tallies, people, self.today)

    @cached_property
    def submissions(self) -> dict[int, Submission]:
        return self._own(Submission)

    @cached_property
    def persons(self) -> dict[int, Person]:
        return {record.id: record for record in self._reader.all(Person)}

    @cached_property
    def seats(self) -> list[Seat]:
        """The places of the leading group today, by rank."""
        members = list(self._own(Member).values())
        return serving(seats(members, self.persons, {}, self.today))

    def person(self, id: int | None) -> str:
        """The name of a person; blank for none."""
        found = self.persons.get(id) if id else None
        return found.name if found else ""

    # -- reading ---------------------------------------------------------------------------

    def _own(self, kind: type[R]) -> dict[int, R]:
        found = self._reader.all(kind, campaign=self.campaign.id)
        return {record.id: record for record in found}

    def _by_owner(self, kind: type[R], owner: str) -> dict[int, list[R]]:
        owned = defaultdict(list)
        for record in self._reader.all(kind):
            owned[getattr(record, owner)].append(record)
        return owned
