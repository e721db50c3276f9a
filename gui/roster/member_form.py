"""The form of one member: the place in the group, and the person who fills it, together."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from PySide6.QtWidgets import QDialog, QWidget

from gui.look.panels import label
from gui.office import Office
from gui.record_form import RecordForm, suggestions
from gui.record_form.barring import bar
from gui.record_form.form_dialog import FormDialog
from gui.roster.columns import PERSON, AnyName
from gui.roster.edits import PERSON_FIELDS, Altering
from model.fields import Field
from model.records import Campaign, Member, Person
from model.refused import Refused

WIDTH = 720
# Words that need no table around them.
_LABELS = {
    "post": "单位职务",
    "department": "所在科室",
    "phone": "联系电话",
    "valid_from": "任职从",
    "valid_to": "任职到",
}
ADDING, EDITING = "新增成员", "修改成员"


def new_member(parent: QWidget | None, office: Office, campaign: Campaign) -> int | None:
    """Ask for a new member of the campaign's group; its id, or None when given up."""
    members = office.store.all(Member, campaign=campaign.id)
    last = max((member.seq or 0 for member in members), default=0)
    fresh = Member(
        office.store.fresh_id(Member),
        campaign=campaign.id,
        role="成员" if members else "组长",
        seq=last + 1,
    )
    return fresh.id if _filled(parent, office, fresh, ADDING) else None


def edit_member(parent: QWidget | None, office: Office, member: int) -> None:
    """Let the user alter a member and the person in that place."""
    _filled(parent, office, office.store.get(Member, member), EDITING)


def fields() -> list[Field]:
    """What the form asks for, in its order."""
    name = replace(Member.field(PERSON), kind=AnyName(Person.table), hint="选人，或写新姓名")
    return [
        Member.field("role"),
        name,
        *(replace(Person.field(path), label=_LABELS[path]) for path in PERSON_FIELDS),
        Member.field("duties"),
        *(replace(Member.field(path), label=_LABELS[path]) for path in ("valid_from", "valid_to")),
    ]


def first_values(member: Member, person: Person | None) -> dict[str, Any]:
    """What the form shows at first."""
    return {
        field.name: getattr(person, field.name, "")
        if field.name in PERSON_FIELDS
        else getattr(member, field.name)
        for field in fields()
    }


def _filled(parent: QWidget | None, office: Office, member: Member, title: str) -> bool:
    form = MemberForm(office, member, title, parent)
    done = form.exec() == QDialog.DialogCode.Accepted
    form.deleteLater()
    return done


class MemberForm(FormDialog):
    """Stays open until what was typed is stored or given up."""

    def __init__(self, office: Office, member: Member, title: str, parent: QWidget | None) -> None:
        super().__init__(parent, office, "member_form", title)
        self._member, self._title = member, title
        self._shown = first_values(member, office.store.find(Person, member.person))
        self.setMinimumWidth(WIDTH)
        self.lay_out(self._made_form())
        bar(self.form, fields(), self.agree_button, self._barred())
        self.form.focus_field(PERSON)

    def send(self) -> None:
        """Store what was typed; a refusal is told here and nothing typed is lost."""
        values = self.form.values()
        if values is None:
            return
        work = Altering(self._office.store)
        try:
            work.fill(self._member, values, self._shown)
            if changes := work.changes():
                self._office.store.apply(changes, f"{self._title}{values['role']}")
        except Refused as refusal:
            self.say(refusal.text)
        else:
            self.accept()

    def _made_form(self) -> RecordForm:
        campaign = self._office.store.get(Campaign, self._member.campaign)
        form = RecordForm(
            self._office.look,
            fields(),
            lambda: self._office.context(campaign),
            suggest=suggestions(self._office),
            # The list offers to add a new name; the person is made when the form is sent.
            add=lambda _field, _name: True,
            pairs=True,
            today=self._office.today,
        )
        form.show_values(self._shown)
        return form

    def beside_buttons(self) -> list[QWidget]:
        return [label(self._office.look, "dialog_barred", self._barred(), "label", "ink2")]

    def _barred(self) -> str:
        """Why nothing can be altered."""
        return self._office.barred(self._office.store.find(Campaign, self._member.campaign))
