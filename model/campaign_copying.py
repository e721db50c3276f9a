"""Makes a new campaign of a former one: its plan and people at a new start, nothing done yet."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import date

from model.changes import Change
from model.fields import Record
from model.reader import Reader
from model.records import Campaign, Category, Member, Person, Phase, Task
from model.shifting import Shift
from model.words import Precision


def copy_of(campaign: Campaign, reader: Reader, start: date, institution: str = "") -> list[Change]:
    """The changes that enter the copy of ``campaign``, the new campaign first.

    Phases, categories, tasks, the leading group and the settings come along, every date moved to
    ``start`` in its own unit; issues, opinions, what was done and what was sent do not, nor the
    number and date of the old plan's document. ``institution`` replaces who reports. Refused for a
    start that moves a date out of the calendar and for an ``institution`` that its field does not
    take.
    """
    copy = _Copy(campaign, reader, start)
    return [Change(None, record) for record in copy.records(institution)]


def precisions(campaign: Campaign, phases: Iterable[Phase]) -> tuple[Precision, Precision]:
    """How exactly the start and the end of a campaign are known: as the phases that lie there."""
    known = list(phases)
    first = [phase.precision for phase in known if phase.start == campaign.start]
    last = [phase.precision for phase in known if phase.end == campaign.end]
    return _coarsest(first), _coarsest(last)


_COARSENESS = tuple(Precision)


def _coarsest(found: Sequence[Precision | None]) -> Precision:
    return max((each for each in found if each), key=_COARSENESS.index, default=Precision.DAY)


class _Copy:
    """One campaign being written down anew."""

    def __init__(self, campaign: Campaign, reader: Reader, start: date) -> None:
        self._old, self._reader = campaign, reader
        self._start = start
        self._shift = Shift(campaign.start or start, start)
        self._id = reader.fresh_id(Campaign)
        self._phases: dict[int, int] = {}

    def records(self, institution: str) -> Iterator[Record]:
        reader, old = self._reader, self._old
        phases = reader.all(Phase, campaign=old.id)
        yield self._campaign(phases, institution)
        for phase in phases:
            yield self._phase(phase)
        for category in reader.all(Category, campaign=old.id):
            yield replace(category, id=reader.fresh_id(Category), campaign=self._id)
        for task in reader.all(Task, campaign=old.id):
            yield self._task(task)
        for member in reader.all(Member, campaign=old.id):
            if not self._left_early(member):
                yield self._member(member)

    def _campaign(self, phases: Iterable[Phase], institution: str) -> Campaign:
        old = self._old
        first, last = precisions(old, phases)
        return replace(
            old,
            id=self._id,
            title=self._title(),
            institution=Campaign.field("institution").parse(institution) or old.institution,
            document_no="",
            issued_on=None,
            start=self._first(old.start, first),
            end=self._last(old.end, last),
            archived=False,
        )

    def _title(self) -> str:
        """A title that names its year names the new one."""
        return self._old.title.replace(str(self._shift.old.year), str(self._start.year))

    def _phase(self, phase: Phase) -> Phase:
        id = self._phases[phase.id] = self._reader.fresh_id(Phase)
        start, end = self._span(phase.start, phase.end, phase.precision)
        return replace(phase, id=id, campaign=self._id, start=start, end=end)

    def _task(self, task: Task) -> Task:
        start, due = self._span(task.start, task.due, task.precision)
        return replace(
            task,
            id=self._reader.fresh_id(Task),
            campaign=self._id,
            phase=self._phases.get(task.phase or 0),
            owner=self._still_here(task.owner),
            start=start,
            due=due,
            actual_amount=None,
            done_on=None,
        )

    def _member(self, member: Member) -> Member:
        return replace(
            member,
            id=self._reader.fresh_id(Member),
            campaign=self._id,
            person=self._still_here(member.person),
            valid_from=None,
            valid_to=None,
        )

    def _left_early(self, member: Member) -> bool:
        """Whether somebody else had taken over the place before the old campaign was over."""
        ended, end = member.valid_to, self._old.end
        return ended is not None and end is not None and ended < end

    def _still_here(self, id: int | None) -> int | None:
        """The person, or whoever the record was merged into; None for one who has left by then."""
        person = self._reader.find(Person, id)
        while person is not None and person.merged_into is not None:
            person = self._reader.find(Person, person.merged_into)
        if person is None or (person.left_on is not None and person.left_on <= self._start):
            return None
        return person.id

    def _span(
        self, start: date | None, end: date | None, precision: Precision | None
    ) -> tuple[date | None, date | None]:
        known = precision or Precision.DAY
        return self._first(start, known), self._last(end, known)

    def _first(self, day: date | None, precision: Precision) -> date | None:
        return day and self._shift.first(day, precision)

    def _last(self, day: date | None, precision: Precision) -> date | None:
        return day and self._shift.last(day, precision)
