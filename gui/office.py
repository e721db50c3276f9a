"""What every part of the window works with, in one value that is handed in."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import field
from datetime import date

from gui.ask import Ask
from gui.background import Background
from gui.bridge import Bridge
from gui.look import Look
from gui.settings import Settings
from model.calendar import Calendar, load
from model.changes import Change, Operation
from model.frozen import Frozen
from model.kinds import Context
from model.namesakes import told_apart
from model.records import Campaign, Category, Person, Phase
from model.refused import Refused
from model.store import Store

ARCHIVED = "活动已归档，只能查看。要修改，请先在“活动”菜单里取消归档。"


class Office(Frozen):
    """An open ledger and the means to work on it.

    ``today`` gives the date that lights and counts are judged by; ``user`` is the name of whoever
    sits at this keyboard (blank while nobody said it), ``calendar`` the working days;
    ``keeps_backups`` is what the office's own ledger does and a copy of the sample does not.
    """

    store: Store
    bridge: Bridge
    ask: Ask
    background: Background
    look: Look
    settings: Settings
    today: Callable[[], date] = date.today
    user: str = ""
    calendar: Calendar = field(default_factory=load)
    keeps_backups: bool = False

    def do(
        self, changes: Iterable[Change], label: str, blobs: Iterable[bytes] = ()
    ) -> Operation | None:
        """Store ``changes`` under ``label``; None when refused, which the user has then been told.

        Views do not alter their own rows after this: the bridge tells them, like all others.
        """
        try:
            return self.store.apply(changes, label, blobs)
        except Refused as refusal:
            self.ask.refuse(refusal.text)
            return None

    def barred(self, campaign: Campaign | None) -> str:
        """Why nothing of ``campaign`` can be altered now; blank while it can."""
        if self.store.read_only or campaign is None:
            return self.store.read_only
        return ARCHIVED if campaign.archived else ""

    def context(self, campaign: Campaign | None) -> Context:
        """What the fields of a campaign's records are read and shown against."""
        if campaign is None:
            return Context(names={"person": self._persons()}, readings=self.store.readings)
        names = {
            "person": self._persons(),
            "category": _names(self.store.all(Category, campaign=campaign.id)),
            "phase": _names(self.store.all(Phase, campaign=campaign.id)),
        }
        return Context(campaign.year, names, self.store.readings)

    def _persons(self) -> dict[int, str]:
        names = self.store.names(Person)
        if len(set(names.values())) == len(names):
            return names  # few institutions have two of one name
        persons = self.store.all(Person)
        departments = {each.id: each.department for each in persons}
        return told_apart(names, departments, {each.id: each.post for each in persons})


def _names(records: Iterable[Category | Phase]) -> dict[int, str]:
    return told_apart({record.id: record.title for record in records})
