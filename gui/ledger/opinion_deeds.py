"""What the user does with opinions: each deed asks for what it needs and is one operation."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from typing import Any

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from gui.entry_form import EntryForm, ask_for
from gui.issue_names import issue_names
from gui.ledger.opinion_verbs import is_raised, listed
from gui.office import Office
from gui.record_form import edit_record
from model import opinions as work
from model.changes import Change
from model.fields import Field
from model.kinds import Context, Ref
from model.records import Campaign, Issue, Opinion, Origin, Rectification
from model.refused import Place, Refused
from model.words import GONE

TARGET = Field("issue", "问题", Ref(Issue.table), required=True, hint="编号或内容里的几个字")
SPLIT = "一条意见说了几件事，这样分成几个问题。"
REASON = replace(Opinion.field("declined_reason"), required=True, hint="写给提意见的人看得懂")


class OpinionDeeds(QObject):
    """Deeds on selected opinions of one campaign."""

    done = Signal(str, object)  # what was done, and the Place it led to, or None

    def __init__(self, parent: QWidget, office: Office) -> None:
        super().__init__(parent)
        self._window, self._office = parent, office

    def register(self, campaign: Campaign, opinions: Sequence[Opinion]) -> None:
        """立项: one new issue of them all. Opinions that are in an issue get one more, as one that
        says several things must: the form says so."""
        store = self._office.store
        fresh, first_round = (each.record for each in work.draft(store, campaign, opinions))
        assert isinstance(fresh, Issue)
        assert isinstance(first_round, Rectification)
        try:
            work.links(store, opinions, fresh.id)
        except Refused as refusal:
            self._office.ask.refuse(refusal.text)
            return

        def changes(issue: Issue) -> Iterable[Change]:
            begun = replace(first_round, department=issue.department)
            linked = work.links(store, opinions, issue.id)
            return [Change(None, issue), Change(None, begun), *linked]

        before, count = work.raised(store, opinions), len(opinions)
        notes = {"content": f"{is_raised(count, before)}，再立一个问题？{SPLIT}"} if before else {}
        verb = "再立一个问题" if before else "立项"
        title = verb if count == 1 else f"{count}条意见{verb}"
        called = f"{_said(opinions)}{verb}"
        made = edit_record(
            self._window, self._office, fresh, title, changes=changes, notes=notes, called=called
        )
        if made is not None:
            several = "" if count == 1 else f"，合并了{count}条意见"
            self.done.emit(f"已{verb}：{made.number}{several}", Place(Issue.table, made.id))

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
            self._say_merged(values["issue"], len(opinions))

        return self._form(
            "merge_opinions", "并入问题", TARGET, act, opinions, Context(names={"issue": names})
        )

    def _say_merged(self, issue: int, count: int) -> None:
        """Say how many opinions the issue has now: where there are several, all of them read
        已合并, also those that were not chosen."""
        store = self._office.store
        heard = len(store.all(Origin, issue=issue))
        several = f"，这个问题现在合并了{heard}条意见" if heard > 1 else ""
        words = f"{count}条意见已并入{store.get(Issue, issue).number}{several}"
        self.done.emit(words, Place(Issue.table, issue))

    def decline(self, opinions: Sequence[Opinion]) -> bool:
        """不予立项, with its reason."""
        return ask_for(self.decline_form(opinions))

    def decline_form(self, opinions: Sequence[Opinion]) -> EntryForm:
        """The form that asks for the reason."""

        def act(values: dict[str, Any]) -> None:
            changes = work.declined(self._office.store, opinions, values[REASON.name])
            if changes:
                self._office.store.apply(changes, f"{_said(opinions)}不予立项")
                self.done.emit(f"{len(opinions)}条意见不予立项", None)

        return self._form("decline_opinions", "不予立项", REASON, act, opinions, Context())

    def withdraw(self, opinions: Sequence[Opinion]) -> None:
        """取消处理: they are 待处理 again. It can be undone, so nobody is asked."""
        store = self._office.store
        numbers = work.raised(store, opinions)
        dealt = [each for each in opinions if each.declined_reason or work.raised(store, [each])]
        try:
            changes = work.withdrawn(store, dealt)
        except Refused as refusal:
            self._office.ask.refuse(refusal.text)
            return
        if self._office.do(changes, f"取消处理{_said(dealt)}") is not None:
            self.done.emit(_withdrawn(dealt, numbers), None)

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
            self._window,
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


def _withdrawn(opinions: Sequence[Opinion], numbers: Sequence[str]) -> str:
    """What 取消处理 has undone, and what stays: of a clerk's own words and numbers nothing is lost
    unsaid."""
    parts = [f"{_said(opinions)}已回到待处理"]
    if any(each.declined_reason for each in opinions):
        parts.append("不予立项的理由已清空")
    if numbers:
        parts.append(f"{listed(numbers)}还在问题台账里")
    return "，".join(parts)
