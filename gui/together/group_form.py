"""A form whose deed concerns many issues: the report of who is held back comes before it stores."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping, Sequence
from typing import Any

from PySide6.QtWidgets import QWidget

from gui.entry_form import EntryForm
from gui.office import Office
from gui.record_form.form import NONE
from gui.together.held import HeldReport
from model.changes import Change
from model.fields import Field
from model.frozen import Frozen
from model.kinds import Context
from model.lifecycle.together import Held
from model.refused import Refused

Tell = Callable[[str], object]
"""Says afterwards what was done: 已启动整改2个问题."""


class Plan(Frozen):
    """What would be stored for ``count`` issues under ``label``, and who is held back.

    ``note`` is said besides when it is done.
    """

    changes: tuple[Change, ...]
    held: tuple[Held, ...]
    count: int
    label: str
    note: str = ""


Work = Callable[[dict[str, Any]], Plan]


class GroupForm(EntryForm):
    """``work`` makes the plan of what was typed (it may raise Refused); ``verb`` names the deed."""

    help_page = "closing"

    def __init__(
        self,
        parent: QWidget | None,
        office: Office,
        name: str,
        title: str,
        fields: Sequence[Field],
        work: Work,
        tell: Tell,
        *,
        verb: str,
        context: Callable[[], Context],
        values: Mapping[str, Any] | None = None,
        subject: str = "",
        notes: Mapping[str, str] = NONE,
        starred: Collection[str] = (),
    ) -> None:
        super().__init__(
            parent,
            office,
            name,
            title,
            fields,
            lambda _values: None,
            context=context,
            values=values,
            subject=subject,
            notes=notes,
            starred=starred,
            agree=verb,
        )
        self._work, self._tell, self._verb = work, tell, verb

    def carry_out(self, values: dict[str, Any]) -> None:
        """Store it at once where nobody is held back."""
        plan = self._work(values)
        if plan.held:
            self._report(plan)
        elif plan.changes:
            self._store(plan)
        else:
            raise Refused("选中的问题已经是这样，没有什么要改。")

    def _report(self, plan: Plan) -> None:
        report = HeldReport(self._office.look, self._verb, plan.count, plan.held, self)
        report.agreed.connect(lambda: self._store_some(plan))
        report.rejected.connect(self.form.focus_gap)
        report.dropped.connect(lambda: self.done(self.DialogCode.Rejected))
        report.finished.connect(report.deleteLater)
        report.open()

    def _store_some(self, plan: Plan) -> None:
        try:
            self._store(plan)
        except Refused as refusal:
            self.say(refusal.text)

    def _store(self, plan: Plan) -> None:
        self._office.store.apply(plan.changes, plan.label)
        self.accept()
        self._tell(f"已{plan.label}{plan.note}")
