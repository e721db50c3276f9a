"""The form of one member: the place in the group, and the person who fills it, together."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget

from gui.look.buttons import DIALOG_HEIGHT, plain_button, primary_button
from gui.look.keys import send_by_ctrl_enter
from gui.look.panels import label
from gui.office import Office
from gui.record_form import RecordForm, suggestions
from gui.record_form.barring import bar
from gui.record_form.form_area import FormArea
from gui.roster.columns import PERSON, AnyName
from gui.roster.edits import PERSON_FIELDS, Altering
from model.fields import Field
from model.records import Campaign, Member, Person
from model.refused import Refused

WIDTH = 720
MARGIN = 28
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


class MemberForm(QDialog):
    """Stays open until what was typed is stored or given up."""

    def __init__(self, office: Office, member: Member, title: str, parent: QWidget | None) -> None:
        super().__init__(parent)
        self._office, self._member, self._title = office, member, title
        self._shown = first_values(member, office.store.find(Person, member.person))
        self.setObjectName("member_form")
        self.setWindowTitle(title)
        self.setMinimumWidth(WIDTH)
        self.refusal_label = label(office.look, "member_refusal", "", "label", "red")
        self.refusal_label.setWordWrap(True)
        self.refusal_label.hide()
        self.form = self._made_form()
        column = QVBoxLayout(self)
        column.setContentsMargins(MARGIN, 24, MARGIN, 24)
        column.setSpacing(16)
        column.addWidget(label(office.look, "member_title", title, "dialog_title"))
        column.addWidget(FormArea(self.form), 1)
        column.addWidget(self.refusal_label)
        column.addLayout(self._buttons())
        send_by_ctrl_enter(self, self.send)
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
            self.refusal_label.setText(refusal.text)
            self.refusal_label.show()
        else:
            self.accept()

    def reject(self) -> None:
        """Ask first where something typed would be lost."""
        if not self.form.is_altered() or self._office.ask.discard():
            super().reject()

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

    def _buttons(self) -> QHBoxLayout:
        look = self._office.look
        cancel = plain_button(look, "member_cancel", "取消", height=DIALOG_HEIGHT)
        cancel.clicked.connect(self.reject)
        send = primary_button(look, "member_send", "确定")
        send.clicked.connect(self.send)
        send.setToolTip("Ctrl+Enter")
        send.setDefault(True)
        barred = self._office.barred(self._office.store.find(Campaign, self._member.campaign))
        bar(self.form, fields(), send, barred)
        row = QHBoxLayout()
        row.setSpacing(12)
        row.addWidget(label(look, "member_barred", barred, "label", "ink2"))
        row.addStretch()
        row.addWidget(cancel)
        row.addWidget(send)
        return row
