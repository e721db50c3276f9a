"""Who has reached the target of a per-person task: 31/38人达标, and who is missing."""

from collections.abc import Iterable, Sequence
from datetime import date
from typing import NamedTuple

from model.records import Person, Tally, Task


class Standing(NamedTuple):
    """What one person has done of a per-person task; ``tally`` is the id of its record."""

    person: int
    name: str
    department: str
    tally: int | None
    amount: float | None
    done_on: date | None
    reached: bool

    @property
    def words(self) -> str:
        """达标, 未达标; 未登记 where nothing was entered."""
        if self.reached:
            return "达标"
        return "未登记" if self.tally is None else "未达标"


class Turnout(NamedTuple):
    """Everybody's standing in one task."""

    standings: tuple[Standing, ...]

    @property
    def reached(self) -> int:
        return sum(each.reached for each in self.standings)

    @property
    def missing(self) -> tuple[str, ...]:
        """The names of those who have not reached the target."""
        return tuple(each.name for each in self.standings if not each.reached)

    @property
    def share(self) -> float:
        """The part of the persons that has reached it, 0 to 1."""
        return self.reached / len(self.standings) if self.standings else 0.0

    @property
    def words(self) -> str:
        """31/38人达标."""
        return f"{self.reached}/{len(self.standings)}人达标" if self.standings else ""


def turnout(task: Task, tallies: Iterable[Tally], people: Iterable[Person], today: date) -> Turnout:
    """How the persons who are there ``today`` stand in a per-person task.

    Those who left or whose record was merged into another's do not count.
    """
    own = {tally.person: tally for tally in tallies if tally.task == task.id}
    return Turnout(
        tuple(_standing(task, own.get(each.id), each) for each in present(people, today))
    )


def turnouts(
    tasks: Iterable[Task], tallies: Sequence[Tally], people: Sequence[Person], today: date
) -> dict[int, Turnout]:
    """The turnout of every per-person task, by the task's id."""
    asked = [task for task in tasks if task.per_person]
    return {task.id: turnout(task, tallies, people, today) for task in asked}


def present(people: Iterable[Person], today: date) -> list[Person]:
    """Those who belong to the institution on this day; the day of leaving is the first without."""
    return [
        each
        for each in people
        if each.merged_into is None and (each.left_on is None or each.left_on > today)
    ]


def has_reached(task: Task, amount: float | None, done_on: date | None) -> bool:
    """Whether this is enough: the amount where the task has a target, else that it was done."""
    if task.target_amount:
        return (amount or 0) >= task.target_amount
    return done_on is not None


def _standing(task: Task, tally: Tally | None, person: Person) -> Standing:
    amount, done_on = (tally.amount, tally.done_on) if tally else (None, None)
    return Standing(
        person.id,
        person.name,
        person.department,
        tally.id if tally else None,
        amount,
        done_on,
        has_reached(task, amount, done_on),
    )
