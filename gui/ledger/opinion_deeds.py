"""What the user does with opinions: each deed asks for what it needs and is one operation."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from typing import Any

from PySide6.QtWidgets import QWidget

from gui.entry_form import EntryForm, ask_for
from gui.issue_names import issue_names
from gui.office import Office
from gui.record_form import edit_record
from model import opinions as work
from model.changes import Change
from model.fields import Field
from model.judgements.tracks import GONE
from model.kinds import Context, Ref
from model.records import Campaign, Issue, Opinion, Rectification
from model.refused import Refused

TARGET = Field("issue", "问题", Ref(Issue.table), required=True, hint="编号或内容里的几个字")
REASON = replace(Opinion.field("declined_reason"), required=True, hint="写给提意见的人看得懂")


class OpinionDeeds:
    """Deeds on selected opinions of one campaign."""

    def __init__(self, parent: QWidget, office: Office) -> None:
        self._parent, self._office = parent, office

    def register(self, campaign: Campaign, opinions: Sequence[Opinion]) -> int | None:
        """立项: one new issue of them all; its id, or None when nothing was made of it."""
        store = self._office.store
        fresh, first_round = (each.record for each in work.draft(store, campaign, opinions))
        assert isinstance(fresh, Issue)
        assert isinstance(first_round, Rectification)
        try:
            work.links(store, opinions, fresh.id)
        except Refused as refusal:
            self._office.ask.refuse(refusal.text)
            return None

        def changes(issue: Issue) -> Iterable[Change]:
            begun = replace(first_round, department=issue.department)
            linked = work.links(store, opinions, issue.id)
            return [Change(None, issue), Change(None, begun), *linked]

        title = "立项" if len(opinions) == 1 else f"{len(opinions)}条意见立项"
        made = edit_record(self._parent, self._office, fresh, title, changes=changes)
        return made.id if made else None

    def merge(self, campaign: Campaign, opinions: Sequence[Opinion]) -> bool:
        """并入问题: add them to an issue that is there."""
        return ask_for(self.merge_form(campaign, opinions))

    def merge_form(self, campaign: Campaign, opinions: Sequence[Opinion]) -> EntryForm:
        """The form that asks which issue they are added to."""
        issues = self._office.store.all(Issue, campaign=campaign.id)
        names = issue_names(each for each in issues if each.state not in GONE)

        def act(values: dict[str, Any]) -> None:
            changes = work.merged_into(self._office.store, opinions, values["issue"])
            self._office.store.apply(changes, f"{_said(opinions)}并入问题")

        return self._form(
            "merge_opinions", "并入问题", TARGET, act, opinions, Context(names={"issue": names})
        )

    def decline(self, campaign: Campaign, opinions: Sequence[Opinion]) -> bool:
        """不予立项, with its reason."""
        return ask_for(self.decline_form(opinions))

    def decline_form(self, opinions: Sequence[Opinion]) -> EntryForm:
        """The form that asks for the reason."""

        def act(values: dict[str, Any]) -> None:
            changes = work.declined(self._office.store, opinions, values[REASON.name])
            if changes:
                self._office.store.apply(changes, f"{_said(opinions)}不予立项")

        return self._form("decline_opinions", "不予立项", REASON, act, opinions, Context())

    def withdraw(self, campaign: Campaign, opinions: Sequence[Opinion]) -> bool:
        """取消处理: they are 待处理 again. It can be undone, so nobody is asked."""
        try:
            changes = work.withdrawn(self._office.store, opinions)
        except Refused as refusal:
            self._office.ask.refuse(refusal.text)
            return False
        return self._office.do(changes, f"取消处理{_said(opinions)}") is not None

    def _form(
        self,
        name: str,
        title: str,
        field: Field,
        act: Callable[[dict[str, Any]], None],
        opinions: Sequence[Opinion],
        context: Context,
    ) -> EntryForm:
        return EntryForm(
            self._parent,
            self._office,
            name,
            title,
            [field],
            act,
            context=lambda: context,
            values={field.name: field.kind.empty},
            subject="；".join(each.content for each in opinions),
            agree=title,
        )


def _said(opinions: Sequence[Opinion]) -> str:
    return "意见" if len(opinions) == 1 else f"{len(opinions)}条意见"
