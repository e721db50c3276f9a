"""The form of a member: place and person together, in one step that can be taken back."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from gui.office import Office
from gui.roster.member_form import MemberForm, edit_member, new_member
from model.records import Campaign, Member, Person
from model.store import Store
from tests.gui.prepared import PreparedAsk
from tests.gui.roster.conftest import VACANT


def meanwhile(act: Callable[[MemberForm], None]) -> None:
    """Do this in the form once it is open."""

    def now() -> None:
        form = QApplication.activeModalWidget()
        assert isinstance(form, MemberForm)
        act(form)

    QTimer.singleShot(0, now)


def fill(form: MemberForm, **texts: str) -> None:
    for name, text in texts.items():
        editor = form.form.editor(name)
        editor.setFocus()
        editor.fill(text)  # type: ignore[attr-defined]


@pytest.fixture
def vacant(qtbot: QtBot, office: Office, roster: Store) -> MemberForm:
    """The form of the place to fill."""
    form = MemberForm(office, roster.get(Member, VACANT), "修改成员", None)
    qtbot.addWidget(form)
    return form


def test_a_new_member_with_a_new_person(office: Office, roster: Store, campaign: Campaign) -> None:
    def act(form: MemberForm) -> None:
        fill(form, role="联络员", person="何平", post="检验科主任", phone="0550-1")
        form.send()

    meanwhile(act)
    made = new_member(None, office, campaign)
    member = roster.get(Member, made)
    person = roster.get(Person, member.person)
    assert (member.role, member.seq) == ("联络员", VACANT + 1)
    assert (person.name, person.post, person.phone) == ("何平", "检验科主任", "0550-1")
    roster.undo()
    assert roster.find(Member, made) is None
    assert roster.find(Person, person.id) is None


def test_the_first_member_is_the_head(office: Office, store: Store, campaign: Campaign) -> None:
    meanwhile(lambda form: form.send())
    assert store.get(Member, new_member(None, office, campaign)).role == "组长"


def test_giving_up_stores_nothing(office: Office, roster: Store, campaign: Campaign) -> None:
    before = len(roster.all(Member))
    meanwhile(lambda form: form.reject())
    assert new_member(None, office, campaign) is None
    assert len(roster.all(Member)) == before


def test_what_was_typed_is_not_lost_unasked(vacant: MemberForm, ask: PreparedAsk) -> None:
    vacant.form.editor("person").insert("何平")  # type: ignore[attr-defined]
    ask.expect("confirm", False)
    vacant.reject()
    assert ask.asked[0][0] == "confirm"


def test_facts_about_nobody_are_told_in_the_form(vacant: MemberForm, roster: Store) -> None:
    fill(vacant, phone="0550-1")
    vacant.send()
    assert "请先填姓名" in vacant._refusal_label.text()
    assert roster.get(Member, VACANT).person is None


def test_a_role_must_be_given(vacant: MemberForm, roster: Store) -> None:
    fill(vacant, role="")
    vacant.send()
    assert roster.get(Member, VACANT).role == "成员"


def test_an_edit_that_alters_nothing_stores_nothing(office: Office, roster: Store) -> None:
    before = roster.undoable()
    meanwhile(lambda form: form.send())
    edit_member(None, office, 1)
    assert roster.undoable() == before
