"""Who is in the leading group, what weighs on each, and the paragraph for the notice."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from typing import NamedTuple

from model.judgements.lights import Verdict
from model.judgements.lists import is_overdue
from model.judgements.tracks import Track
from model.records import Member, Person
from model.words import ROLES, SETTLED

HEAD, DEPUTY, ORDINARY = ROLES[:3]
OFFICE_HEAD, OFFICE_MEMBER, LIAISON = ROLES[3:6]
OFFICE = (OFFICE_HEAD, OFFICE_MEMBER, LIAISON)
"""Roles of the leading group's office; all others belong to the group itself."""
VACANT = "（待定）"
BURDEN_MEANS = "责任数为本人牵头或负责、尚未销号的问题"


class Burden(NamedTuple):
    """Issues that one person leads or owns and that are not settled; those of them overdue."""

    open: int = 0
    overdue: int = 0


class Seat(NamedTuple):
    """A place in the group; ``person`` is None while nobody fills it."""

    member: int
    role: str
    person: int | None
    name: str
    post: str
    department: str
    duties: str
    burden: Burden
    since: date | None
    ended: bool = False
    """Whether the term is over; such a place is on the list, not in the group."""

    @property
    def in_office(self) -> bool:
        return self.role in OFFICE


def burdens(tracks: Iterable[Track], verdicts: Iterable[Verdict]) -> dict[int, Burden]:
    """What weighs on each person, by id; an issue led and owned by the same one counts once."""
    found: dict[int, Burden] = {}
    for track, verdict in zip(tracks, verdicts, strict=True):
        if track.state in SETTLED:
            continue
        late = is_overdue(verdict)
        for person in {track.leader, track.owner} - {None}:
            assert person is not None
            before = found.get(person, Burden())
            found[person] = Burden(before.open + 1, before.overdue + late)
    return found


def seats(
    members: Sequence[Member],
    people: Mapping[int, Person],
    weights: Mapping[int, Burden],
    today: date,
) -> list[Seat]:
    """The group by rank, then its office, then those whose term is over."""
    found = [_seat(member, people, weights, today) for member in members]
    place = {member.id: member.seq or 0 for member in members}
    return sorted(
        found, key=lambda each: (each.ended, _rank(each.role), place[each.member], each.member)
    )


def serving(found: Iterable[Seat]) -> list[Seat]:
    """Those of the places that are in the group today."""
    return [seat for seat in found if not seat.ended]


def notice(found: Sequence[Seat]) -> str:
    """组长：张明。副组长：李芳。… as the notice that founds the group writes it."""
    found = serving(found)
    group = [seat for seat in found if not seat.in_office]
    sentences = [f"{role}：{_named(group, role)}。" for role in _roles(group)]
    office = [seat for seat in found if seat.in_office]
    if office:
        sentences.append(f"领导小组下设办公室，{'，'.join(_office(office))}。")
    return "".join(sentences)


def _office(office: Sequence[Seat]) -> list[str]:
    roles = _roles(office)
    parts = []
    if OFFICE_HEAD in roles:
        parts.append(f"{OFFICE_HEAD}由{_named(office, OFFICE_HEAD)}兼任")
    if OFFICE_MEMBER in roles:
        parts.append(f"成员{_named(office, OFFICE_MEMBER)}")
    if LIAISON in roles:
        parts.append(f"{LIAISON}{_named(office, LIAISON)}")
    return [*parts, "具体负责统筹协调、计划安排、任务落实"]


def _roles(found: Iterable[Seat]) -> list[str]:
    return list(dict.fromkeys(seat.role for seat in found))


def _named(found: Iterable[Seat], role: str) -> str:
    """The names of all in one role; empty places last, and once: 王强、陈静、（待定2人）."""
    places = [seat for seat in found if seat.role == role]
    names = [seat.name for seat in places if seat.name]
    vacant = len(places) - len(names)
    if vacant:
        names.append(VACANT if vacant == 1 else f"（待定{vacant}人）")
    return "、".join(names)


def _seat(
    member: Member, people: Mapping[int, Person], weights: Mapping[int, Burden], today: date
) -> Seat:
    person = people.get(member.person or 0)
    return Seat(
        member.id,
        member.role,
        person.id if person else None,
        person.name if person else "",
        person.post if person else "",
        person.department if person else "",
        member.duties,
        weights.get(person.id, Burden()) if person else Burden(),
        member.valid_from,
        member.valid_to is not None and member.valid_to < today,
    )


def _rank(role: str) -> int:
    """The group before its office, each by rank; typed roles after the group's ordinary ones."""
    if role in OFFICE:
        return len(ROLES) + OFFICE.index(role)
    return ROLES.index(role) if role in ROLES else len(ROLES) - 1
