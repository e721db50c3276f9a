"""Cells of the roster become changes of members and persons."""

from __future__ import annotations

import pytest

from gui.record_table import CellEdit
from gui.roster.columns import POST, AnyName
from gui.roster.edits import Altering, RosterEdits
from model.kinds import Context
from model.records import Member, Person
from model.refused import Refused
from model.store import Store
from tests.gui.roster.conftest import VACANT

NAMES = Context(names={"person": {1: "张明", 2: "李芳"}})


def test_a_name_is_read_as_a_person_or_as_it_stands() -> None:
    kind = AnyName("person")
    assert kind.parse("李芳", NAMES) == 2
    assert kind.parse(" 何 平 ", NAMES) == "何 平"
    assert kind.parse("", NAMES) is None


def test_a_name_that_several_have_makes_no_third() -> None:
    names = Context(names={"person": {1: "王伟（1）", 2: "王伟（2）"}})
    with pytest.raises(Refused, match="哪一个"):
        AnyName("person").parse("王伟", names)


def test_a_new_name_adds_the_person(roster: Store) -> None:
    RosterEdits(roster)([CellEdit(VACANT, "person", "何平")], "修改姓名")
    person = roster.get(Person, roster.get(Member, VACANT).person)
    assert person.name == "何平"
    roster.undo()
    assert roster.get(Member, VACANT).person is None
    assert roster.find(Person, person.id) is None


def test_the_same_new_name_twice_is_one_person(roster: Store) -> None:
    RosterEdits(roster)([CellEdit(id, "person", "何平") for id in (8, VACANT)], "粘贴")
    assert roster.get(Member, 8).person == roster.get(Member, VACANT).person
    assert len(roster.all(Person, name="何平")) == 1


def test_a_post_is_the_persons(roster: Store) -> None:
    RosterEdits(roster)([CellEdit(3, POST, "副院长")], "修改单位职务")
    assert roster.get(Person, 3).post == "副院长"


def test_name_and_post_in_one_stroke(roster: Store) -> None:
    edits = [CellEdit(VACANT, POST, "检验科主任"), CellEdit(VACANT, "person", "何平")]
    RosterEdits(roster)(edits, "粘贴")
    assert roster.get(Person, roster.get(Member, VACANT).person).post == "检验科主任"


def test_nobody_has_no_post(roster: Store) -> None:
    with pytest.raises(Refused, match="先填姓名"):
        RosterEdits(roster)([CellEdit(VACANT, POST, "院长")], "修改单位职务")


def test_a_refusal_names_the_cell(roster: Store) -> None:
    with pytest.raises(Refused) as refused:
        RosterEdits(roster)([CellEdit(1, "role", "")], "修改小组职务")
    assert refused.value.place is not None
    assert (refused.value.place.id, refused.value.place.field) == (1, "role")


def test_what_is_the_same_writes_nothing(roster: Store) -> None:
    last = roster.undoable()
    RosterEdits(roster)([CellEdit(1, "role", "组长")], "修改小组职务")
    assert roster.undoable() == last


NOBODY = {"post": "", "department": "", "phone": ""}
FORM = {"role": "成员", "duties": "", "valid_from": None, "valid_to": None, **NOBODY}


def fill(store: Store, member: Member, shown: dict[str, str], **values: object) -> None:
    work = Altering(store)
    work.fill(member, {**FORM, **values}, shown)
    store.apply(work.changes(), "填写")


def test_a_form_adds_member_and_person_together(roster: Store) -> None:
    fresh = Member(roster.fresh_id(Member), campaign=1, seq=11)
    fill(roster, fresh, NOBODY, person="何平", post="检验科主任", role="联络员")
    person = roster.get(Person, roster.get(Member, fresh.id).person)
    assert (person.name, person.post) == ("何平", "检验科主任")


def test_choosing_another_person_leaves_both_posts_alone(roster: Store) -> None:
    shown = {"post": "医务科主任", "department": "院办公室", "phone": ""}
    fill(roster, roster.get(Member, 3), shown, person=4, **shown)
    assert roster.get(Member, 3).person == 4
    assert roster.get(Person, 4).post == "护理部主任"


def test_a_post_typed_for_another_person_is_his(roster: Store) -> None:
    shown = {"post": "医务科主任", "department": "院办公室", "phone": ""}
    fill(roster, roster.get(Member, 3), shown, person=4, **{**shown, "post": "副院长"})
    assert (roster.get(Person, 4).post, roster.get(Person, 3).post) == ("副院长", "医务科主任")


def test_facts_about_nobody_are_refused(roster: Store) -> None:
    with pytest.raises(Refused, match="联系电话不知是谁的"):
        fill(roster, roster.get(Member, VACANT), NOBODY, person=None, phone="0550")
