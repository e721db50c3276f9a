"""A copied campaign has the old one's plan and people at a new start, and none of its work."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, datetime
from pathlib import Path
from typing import Any

import pytest

from model import sample
from model.campaign_copying import copy_of, precisions
from model.changes import Change
from model.fields import Record
from model.kinds import Ref
from model.records import KINDS, Campaign, Category, Member, Person, Phase, Task
from model.refused import Refused
from model.store import Store
from model.templates import campaign_from
from model.words import Precision

NEW_START = date(2012, 2, 20)
WAY = NEW_START - date(2011, 2, 18)
COPIED = (Campaign, Phase, Category, Task, Member)
RESULTS = ("actual_amount", "done_on", "document_no", "issued_on", "valid_from", "valid_to")


@pytest.fixture
def full(tmp_path: Path) -> Iterator[Store]:
    """The sample: a campaign in the middle of its work."""
    path = tmp_path / "台账.db"
    path.write_bytes(sample.FILE.read_bytes())
    opened = Store(path, user="周涛", now=lambda: datetime(2012, 2, 1, 9, 0))
    yield opened
    opened.close()


def copied(store: Store, campaign: Campaign, start: date = NEW_START) -> Campaign:
    """The copy, stored by one operation."""
    changes = copy_of(campaign, store, start)
    store.apply(changes, "复制活动")
    return store.get(Campaign, changes[0].record.id)


def own(store: Store, kind: type[Record], campaign: Campaign) -> list[Any]:
    where = {"id": campaign.id} if kind is Campaign else {"campaign": campaign.id}
    return list(store.all(kind, **where))


def kept(record: Record) -> dict[str, Any]:
    """What of a record comes along as it is."""
    moved = ("campaign", "phase", "start", "end", "due", *RESULTS)
    return {
        each.name: getattr(record, each.name) for each in record.fields if each.name not in moved
    }


def test_nothing_but_plan_and_people_comes_along(full: Store) -> None:
    (campaign,) = full.all(Campaign)
    kinds = {type(change.record) for change in copy_of(campaign, full, NEW_START)}
    assert kinds == set(COPIED)


@pytest.mark.parametrize("kind", COPIED)
def test_every_record_of_a_kind_comes_along_as_it_was(full: Store, kind: type[Record]) -> None:
    (campaign,) = full.all(Campaign)
    copy = copied(full, campaign)
    before, after = own(full, kind, campaign), own(full, kind, copy)
    assert before
    assert [kept(record) for record in after] == [kept(record) for record in before]
    assert not {record.id for record in before} & {record.id for record in after}


def test_what_was_done_stays_behind(full: Store) -> None:
    (campaign,) = full.all(Campaign)
    assert any(task.done_on for task in own(full, Task, campaign))
    copy = copied(full, campaign)
    assert {task.done_on for task in own(full, Task, copy)} == {None}
    assert {task.actual_amount for task in own(full, Task, copy)} == {None}
    assert (copy.document_no, copy.issued_on) == ("", None)


def test_the_copy_refers_to_its_own_records(full: Store) -> None:
    (campaign,) = full.all(Campaign)
    copy = copied(full, campaign)
    names = {phase.id: phase.name for phase in own(full, Phase, campaign)}
    copies = {phase.id: phase.name for phase in own(full, Phase, copy)}
    before = [names.get(task.phase) for task in own(full, Task, campaign)]
    assert [copies.get(task.phase) for task in own(full, Task, copy)] == before


def test_all_dates_move_to_the_new_start(full: Store) -> None:
    (campaign,) = full.all(Campaign)
    assert campaign.start is not None
    copy = copied(full, campaign)
    assert copy.start == NEW_START
    for kind, names in ((Phase, ("start", "end")), (Task, ("start", "due"))):
        pairs = zip(own(full, kind, campaign), own(full, kind, copy), strict=True)
        for before, after in pairs:
            days = [getattr(before, name) for name in names]
            assert [getattr(after, name) for name in names] == [day and day + WAY for day in days]


def test_one_undo_takes_the_whole_copy_back(full: Store) -> None:
    before = {kind: len(full.all(kind)) for kind in KINDS}
    copied(full, full.all(Campaign)[0])
    full.undo()
    assert {kind: len(full.all(kind)) for kind in KINDS} == before


def test_a_plan_by_months_stays_by_months(store: Store) -> None:
    store.apply(campaign_from("changluo-2010", store), "建立活动")
    (campaign,) = store.all(Campaign, title="“务实·创新”解放思想大讨论活动")
    copy = copied(store, campaign, date(2011, 3, 15))
    assert (copy.start, copy.end) == (date(2011, 3, 1), date(2011, 5, 31))
    assert [(phase.start, phase.end) for phase in own(store, Phase, copy)] == [
        (date(2011, 3, 1), date(2011, 4, 30)),
        (date(2011, 4, 1), date(2011, 5, 31)),
        (date(2011, 4, 1), date(2011, 5, 31)),
    ]


def test_ends_are_known_as_exactly_as_the_phases_that_lie_there() -> None:
    campaign = Campaign(1, start=date(2011, 2, 1), end=date(2011, 5, 18))
    first = Phase(1, start=date(2011, 2, 1), end=date(2011, 2, 28), precision=Precision.MONTH)
    last = Phase(2, start=date(2011, 5, 8), end=date(2011, 5, 18), precision=Precision.DAY)
    assert precisions(campaign, [first, last]) == (Precision.MONTH, Precision.DAY)
    assert precisions(campaign, []) == (Precision.DAY, Precision.DAY)


def test_a_title_that_names_its_year_names_the_new_one(store: Store) -> None:
    old = replace(store.get(Campaign, 1), title="2011年作风建设活动")
    assert copy_of(old, store, NEW_START)[0].record.title == "2012年作风建设活动"


def test_who_has_left_leaves_an_empty_seat(store: Store) -> None:
    """Persons 1 and 2 are there; 2 leaves, 3 was entered twice and is 1."""
    gone = replace(store.get(Person, 2), left_on=date(2011, 12, 31))
    twice = Person(3, name="张明", merged_into=1)
    seats = [Member(id, campaign=1, person=id, role="成员", seq=id) for id in (1, 2, 3)]
    task = Task(1, campaign=1, title="总结", owner=2)
    changes = [Change(store.get(Person, 2), gone)]
    changes += [Change(None, record) for record in (twice, *seats, task)]
    store.apply(changes, "人员变动")
    copy = copied(store, store.get(Campaign, 1))
    assert [member.person for member in own(store, Member, copy)] == [1, None, 1]
    assert own(store, Task, copy)[0].owner is None


def test_a_member_whose_place_was_taken_over_does_not_come_along(store: Store) -> None:
    early = Member(1, campaign=1, person=2, role="组长", seq=1, valid_to=date(2011, 3, 31))
    later = Member(2, campaign=1, person=1, role="组长", seq=2, valid_to=date(2011, 5, 18))
    store.apply([Change(None, early), Change(None, later)], "换组长")
    copy = copied(store, store.get(Campaign, 1))
    assert [(each.person, each.valid_to) for each in own(store, Member, copy)] == [(1, None)]


def test_an_archived_campaign_can_be_copied(store: Store) -> None:
    campaign = store.get(Campaign, 1)
    archived = replace(campaign, archived=True)
    store.apply([Change(campaign, archived)], "归档")
    assert copied(store, archived).archived is False


def test_the_institution_can_be_another(store: Store) -> None:
    (change, *_rest) = copy_of(store.get(Campaign, 1), store, NEW_START, "某某分院")
    assert isinstance(change.record, Campaign)
    assert change.record.institution == "某某分院"


def test_an_institution_that_its_field_does_not_take_is_refused(store: Store) -> None:
    with pytest.raises(Refused, match="填报单位有1001字"):
        copy_of(store.get(Campaign, 1), store, NEW_START, "院" * 1001)


def test_a_start_beyond_the_calendar_is_refused(store: Store) -> None:
    with pytest.raises(Refused, match="请换一个开始日期"):
        copy_of(store.get(Campaign, 1), store, date(2999, 12, 1))


def test_every_reference_of_what_is_copied_is_thought_of() -> None:
    """A new reference of these kinds needs a decision in the copy."""
    known = {"campaign", "phase", "owner", "person"}
    found = {field.name for kind in COPIED for field in kind.fields if isinstance(field.kind, Ref)}
    assert found == known
