"""A dialog with all records of a kind in a table: 阶段, 问题类别, 人员."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from functools import partial
from typing import Any

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QPushButton, QWidget

from gui.look.buttons import plain_button
from gui.office import Office
from gui.record_form import edit_record, typed_fields
from gui.record_table import SHEET, RecordTable, Row, StoreEdits, TableColumn, TableModel
from gui.sheet_dialog import SheetDialog
from model.changes import Change, Operation
from model.deletion import deletion
from model.fields import Field, Record
from model.records import Campaign
from model.refused import Refused

SIZE = QSize(960, 560)
CHARACTER = 13  # px of a 汉字 in body type
ORDER = "seq"
BELONGS = "campaign"
HEADINGS = {"phase": "阶段", "category": "问题类别", "person": "人员"}


class RecordList(SheetDialog):
    """Cells are typed in place; every alteration is stored at once, so there is only 关闭."""

    help_page = "plan"

    def __init__(
        self, parent: QWidget | None, office: Office, campaign: Campaign, kind: type[Record]
    ) -> None:
        super().__init__(parent, office.look, f"{kind.table}_list", HEADINGS[kind.table], SIZE)
        self._office, self._campaign, self._kind = office, campaign, kind
        self._columns = _columns(kind)
        self.table = self._made_table()
        self._buttons = self._made_buttons()
        self.hint.setText("直接在格子里改，随改随存")
        self.lay_out(list(self._buttons.values()), self.table)
        self.table.selection_changed.connect(self._refresh_buttons)
        office.bridge.changed.connect(self._follow)
        self._show()

    # -- building ----------------------------------------------------------------------------

    def _made_table(self) -> RecordTable:
        office, kind = self._office, self._kind
        model = TableModel(
            self._columns,
            office.context(self._campaign),
            edit=StoreEdits(office.store, kind, self._made),
            locked=lambda row, column: self._barred(),
            adds=f"新增{kind.noun}",
        )
        return RecordTable(
            model,
            office.look,
            SHEET,
            f"{kind.table}_list_table",
            title=HEADINGS[kind.table],
            menu=True,
            settings=office.settings,
            today=office.today,
        )

    def _made_buttons(self) -> dict[str, QPushButton]:
        deeds: dict[str, tuple[str, str, Callable[[], object]]] = {
            "up": ("上移", "", partial(self._move, -1)),
            "down": ("下移", "", partial(self._move, 1)),
            "delete": ("删除", "trash", self._delete),
            "add": ("新增", "plus", self._add),
        }
        made = {}
        for id, (words, icon, deed) in deeds.items():
            made[id] = plain_button(self._office.look, f"list_{id}", words, icon=icon)
            made[id].clicked.connect(lambda _checked, deed=deed: deed())
        for id in ("up", "down"):
            made[id].setVisible(self._is_ordered())
        return made

    # -- what is shown -----------------------------------------------------------------------

    def _is_ordered(self) -> bool:
        return self._kind.ordered_by == ORDER

    def _barred(self) -> str:
        """Persons can be altered while the campaign is archived."""
        office = self._office
        current = office.store.find(Campaign, self._campaign.id)
        return office.barred(current) if self._where() else office.store.read_only

    def _where(self) -> dict[str, Any]:
        """Persons belong to the institution, the rest to the campaign."""
        own = any(field.name == BELONGS for field in self._kind.fields)
        return {BELONGS: self._campaign.id} if own else {}

    def _records(self) -> list[Record]:
        return list(self._office.store.all(self._kind, **self._where()))

    def _show(self) -> None:
        self.table.records.show_rows(self._rows(), self._office.context(self._campaign))
        self._refresh_buttons()

    def _rows(self) -> Sequence[Row]:
        paths = [column.path for column in self._columns]
        return self._office.store.rows(self._kind, paths, **self._where())

    def _follow(self, operation: Operation) -> None:
        context = self._office.context(self._campaign)
        self.table.records.follow_rows(self._rows(), context)
        self._refresh_buttons()

    def _refresh_buttons(self) -> None:
        barred = self._barred()
        chosen = bool(self.table.selected_ids())
        for id, button in self._buttons.items():
            button.setEnabled(not barred and (chosen or id == "add"))
            button.setToolTip(barred or ("" if button.isEnabled() else "先选一行"))

    # -- deeds -------------------------------------------------------------------------------

    def _fresh(self, **values: Any) -> Record:
        """A record that stands last, with these values."""
        values |= self._where()
        if self._is_ordered():
            # Those of one paste get the same: they stand in the order of their ids.
            values[ORDER] = max([getattr(each, ORDER) for each in self._records()], default=0) + 1
        return self._kind(self._office.store.fresh_id(self._kind), **values)

    def _made(self, cells: Mapping[str, Any]) -> list[Change]:
        return [Change(None, self._fresh(**cells))]

    def _add(self) -> None:
        fresh = self._fresh()
        fields = [column.field for column in self._columns]
        made = edit_record(self, self._office, fresh, f"新增{self._kind.noun}", fields)
        if made is not None:
            self.table.select_id(made.id)

    def _delete(self) -> None:
        store = self._office.store
        try:
            records = [store.get(self._kind, id) for id in self.table.selected_ids()]
        except Refused as refusal:
            self._office.ask.refuse(refusal.text)
            return
        changes = [change for record in records for change in deletion(record, store)]
        named = "、".join(record.title for record in records[:3])
        self._office.do(changes, f"删除{self._kind.noun}{named}")

    def _move(self, by: int) -> None:
        """Put the current record before or after its neighbour; numbers run 1..n after that."""
        records, current = self._records(), self.table.current_id()
        place = next(index for index, record in enumerate(records) if record.id == current)
        if 0 <= place + by < len(records):
            records.insert(place + by, records.pop(place))
            numbered = [replace(record, seq=seq) for seq, record in enumerate(records, 1)]  # type: ignore[call-arg]
            changes = [
                Change(before, after)
                for before, after in zip(records, numbered, strict=True)
                if before != after
            ]
            self._office.do(changes, f"调整{self._kind.noun}顺序")
            self.table.select_id(current)


def _columns(kind: type[Record]) -> list[TableColumn]:
    """The kind's fields as columns; where none of them is long, the widest takes what is left."""
    fields = [field for field in typed_fields(kind) if field.name != ORDER]
    filling = min(fields, key=lambda field: (field.width > 0, -field.width))
    return [
        TableColumn(field.name, field, 0 if field is filling else _width(field), editable=True)
        for field in fields
    ]


def _width(field: Field) -> int:
    return field.width * CHARACTER + 24 if field.width else 0
