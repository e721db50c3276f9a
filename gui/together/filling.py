"""批量填写: one field of the chosen issues gets the same value."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from PySide6.QtWidgets import QComboBox, QGridLayout, QWidget

from gui.look.panels import FieldRow
from gui.office import Office
from gui.together.group_form import GroupForm, Plan, Tell
from gui.together.moving import subject_of
from model.fields import Field
from model.filling import FILLABLE, fill_many, fillable, value_at
from model.kinds import Flag
from model.records import Campaign, Issue

CAPTION = 72


class FillForm(GroupForm):
    """A drop-down of fields above the editor of the one that is chosen."""

    help_page = "issues"

    def __init__(
        self, parent: QWidget | None, office: Office, issues: Sequence[Issue], tell: Tell
    ) -> None:
        self._issues = issues
        campaign = office.store.get(Campaign, issues[0].campaign)
        super().__init__(
            parent,
            office,
            "fill_form",
            f"批量填写 · {len(issues)}个问题",
            [],
            self._plan,
            tell,
            verb="填写",
            context=lambda: office.context(campaign),
            subject=subject_of([each.number for each in issues]),
        )
        self.field_box = self._made_box()
        self.put_above(FieldRow(office.look, "栏目", self.field_box, label_width=CAPTION))
        self.field_box.currentIndexChanged.connect(self._show_field)
        self._show_field()
        self.field_box.setFocus()

    def choose(self, path: str) -> None:
        """Fill this field."""
        self.field_box.setCurrentIndex(FILLABLE.index(path))

    def _show_field(self) -> None:
        field = self._field()
        # To empty a field of many is hardly ever meant; a tick box has no third state.
        required = not isinstance(field.kind, Flag)
        shown = [replace(field, label="填成", required=required)]
        self.show_fields(shown, {}, self._note(field))
        grid = self.form.layout()
        assert isinstance(grid, QGridLayout)
        grid.setColumnMinimumWidth(0, CAPTION)

    def _note(self, field: Field) -> dict[str, str]:
        store, empty = self._office.store, field.kind.empty
        held = [value_at(store, each.id, field.name) != empty for each in self._issues]
        count = sum(held)
        if not count or isinstance(field.kind, Flag):
            return {}
        return {field.name: f"其中{count}个问题的“{field.label}”已经填过，会换成这里写的。"}

    def _field(self) -> Field:
        return fillable(FILLABLE[self.field_box.currentIndex()])

    def _plan(self, values: dict[str, Any]) -> Plan:
        field = self._field()
        ids = [each.id for each in self._issues]
        changes, held = fill_many(self._office.store, ids, field.name, values[field.name])
        count = len(changes)
        same = len(ids) - count - len(held)
        note = f"，另{same}个本来就是这样" if same else ""
        return Plan(tuple(changes), held, count, f"填写{count}个问题的{field.label}", note)

    def _made_box(self) -> QComboBox:
        box = QComboBox()
        box.setObjectName("fill_field_box")
        box.setAccessibleName("栏目")
        box.addItems([fillable(path).label for path in FILLABLE])
        box.setMaxVisibleItems(len(FILLABLE))
        return box
