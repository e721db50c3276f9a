"""The leading group: its order, what weighs on each, the paragraph for the notice."""

from datetime import date

from model.judgements.lights import judge
from model.judgements.roster import Burden, Seat, burdens, notice, seats, serving
from model.records import Member, Person
from model.words import State
from tests.model.judgements.facts import CALENDAR, TODAY, track

NAMES = ("张明", "李芳", "王强", "陈静", "刘洋", "孙丽", "周涛", "吴霞", "郑伟")
PEOPLE = {id: Person(id, name=name, post="干事") for id, name in enumerate(NAMES, 1)}
ROLES = ("组长", "副组长", *["成员"] * 4, "办公室主任", "办公室成员", "联络员")


def group(*roles: str, people: bool = True) -> list[Seat]:
    members = [
        Member(id, campaign=1, role=role, person=id if people else None, seq=id)
        for id, role in enumerate(roles, 1)
    ]
    return seats(members, PEOPLE, {}, TODAY)


def test_the_notice() -> None:
    assert notice(group(*ROLES)) == (
        "组长：张明。副组长：李芳。成员：王强、陈静、刘洋、孙丽。"
        "领导小组下设办公室，办公室主任由周涛兼任，成员吴霞，联络员郑伟，"
        "具体负责统筹协调、计划安排、任务落实。"
    )


def test_empty_places_are_said() -> None:
    assert notice(group("组长", "成员", "成员", "办公室主任", people=False)) == (
        "组长：（待定）。成员：（待定2人）。"
        "领导小组下设办公室，办公室主任由（待定）兼任，具体负责统筹协调、计划安排、任务落实。"
    )


def test_without_an_office_none_is_named() -> None:
    assert notice(group("组长", "顾问")) == "组长：张明。顾问：李芳。"
    assert notice([]) == ""


def test_the_group_by_rank_then_its_office() -> None:
    found = group("联络员", "顾问", "成员", "办公室主任", "组长")
    assert [seat.role for seat in found] == ["组长", "成员", "顾问", "办公室主任", "联络员"]
    assert [seat.in_office for seat in found] == [False, False, False, True, True]


def test_whose_term_is_over_stands_last_and_not_in_the_notice() -> None:
    left = Member(1, campaign=1, role="组长", person=1, valid_to=date(2011, 4, 19))
    last_day = Member(2, campaign=1, role="组长", person=2, valid_to=TODAY)
    coming = Member(3, campaign=1, role="成员", person=3, valid_from=date(2011, 5, 1))
    found = seats([left, last_day, coming], PEOPLE, {}, TODAY)
    assert [(seat.name, seat.ended) for seat in found] == [
        ("李芳", False),
        ("王强", False),
        ("张明", True),
    ]
    assert [seat.name for seat in serving(found)] == ["李芳", "王强"]
    assert notice(found) == "组长：李芳。成员：王强。"


def test_what_weighs_on_each() -> None:
    tracks = [
        track(leader=1, owner=2),
        track(leader=1, owner=1, due=date(2011, 4, 18)),
        track(leader=1, owner=None, state=State.REGISTERED),
        track(leader=1, owner=2, state=State.CLOSED),
        track(leader=1, owner=2, state=State.MERGED),
    ]
    verdicts = [judge(each, TODAY, CALENDAR, 3, 5) for each in tracks]
    assert burdens(tracks, verdicts) == {1: Burden(3, 1), 2: Burden(1, 0)}


def test_a_seat_shows_its_person() -> None:
    member = Member(7, campaign=1, role="组长", person=1, duties="全面负责。")
    [seat] = seats([member], PEOPLE, {1: Burden(6, 1)}, TODAY)
    assert (seat.name, seat.post, seat.duties, seat.burden) == (
        "张明",
        "干事",
        "全面负责。",
        (6, 1),
    )
    assert seats([Member(7, role="组长")], PEOPLE, {}, TODAY)[0].name == ""
