"""Who reached what everybody has to reach."""

from datetime import date

import pytest

from model.judgements.tallies import Turnout, has_reached, turnout, turnouts
from model.records import Person, Tally, Task

TODAY = date(2012, 4, 20)
STUDY = Task(1, title="学习", per_person=True, target_amount=20, target_unit="小时")
PEOPLE = [Person(id, name=name) for id, name in enumerate(("张明", "李芳", "王强"), 1)]


def found(*tallies: Tally, people: list[Person] = PEOPLE) -> Turnout:
    return turnout(STUDY, tallies, people, TODAY)


def test_everybody_is_missing_at_first() -> None:
    assert found().words == "0/3人达标"
    assert found().missing == ("张明", "李芳", "王强")
    assert [each.words for each in found().standings] == ["未登记"] * 3


def test_who_reached_the_target_is_counted_and_the_rest_is_named() -> None:
    judged = found(Tally(1, task=1, person=1, amount=20), Tally(2, task=1, person=3, amount=19.5))
    assert (judged.words, judged.missing) == ("1/3人达标", ("李芳", "王强"))
    assert [each.words for each in judged.standings] == ["达标", "未登记", "未达标"]
    assert judged.share == pytest.approx(1 / 3)


def test_another_task_s_tallies_do_not_count() -> None:
    assert found(Tally(1, task=2, person=1, amount=50)).reached == 0


def test_who_left_or_was_merged_is_not_asked() -> None:
    people = [
        PEOPLE[0],
        Person(2, name="李芳", left_on=TODAY),
        Person(3, name="王强", left_on=date(2012, 4, 21)),
        Person(4, name="张 明", merged_into=1),
    ]
    assert [each.name for each in found(people=people).standings] == ["张明", "王强"]


def test_nobody_is_no_turnout() -> None:
    assert (found(people=[]).words, found(people=[]).share) == ("", 0.0)


@pytest.mark.parametrize(
    ("target", "amount", "done_on", "reached"),
    [
        (20, 20, None, True),
        (20, None, TODAY, False),
        (None, None, TODAY, True),
        (None, 3, None, False),
    ],
)
def test_a_target_is_reached_by_amount_else_by_date(
    target: float | None, amount: float | None, done_on: date | None, reached: bool
) -> None:
    assert has_reached(Task(1, target_amount=target), amount, done_on) is reached


def test_only_per_person_tasks_have_a_turnout() -> None:
    assert turnouts([STUDY, Task(2, title="大会")], [], PEOPLE, TODAY).keys() == {1}
