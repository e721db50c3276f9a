"""A small table of made-up issues that needs no ledger: what is edited is only written down."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from gui.record_table import CellEdit, Row, TableColumn, TableModel
from model.kinds import Context
from model.records import Issue, Rectification
from model.refused import Place, Refused
from model.words import Level, State

CONTEXT = Context(
    2011, {"category": {2: "发展环境", 1: "素质能力"}, "person": {1: "张明", 2: "李芳"}}
)
COLUMNS = (
    TableColumn("number", Issue.field("number"), 80),
    TableColumn("content", Issue.field("content"), editable=True),
    TableColumn("category", Issue.field("category"), 112, editable=True),
    TableColumn("level", Issue.field("level"), 64, editable=True),
    TableColumn("found_on", Issue.field("found_on"), 84, editable=True),
    TableColumn("requires_publicity", Issue.field("requires_publicity"), 64, editable=True),
    TableColumn("round.owner", Rectification.field("owner"), 84, editable=True),
    TableColumn("state", Issue.field("state"), 72, optional=1),
)
REGISTERED, CLOSED = State.REGISTERED, State.CLOSED
ROWS: tuple[Row, ...] = (
    (
        11,
        "2011-001",
        "候诊区座椅破损。",
        2,
        Level.DEPARTMENT,
        date(2011, 3, 9),
        True,
        2,
        REGISTERED,
    ),
    (12, "2011-002", "培训走过场。", 1, Level.PERSON, None, False, None, REGISTERED),
    (13, "2011-003", "院内培训不考核，培训无记录。", 1, None, date(2011, 3, 2), False, 1, CLOSED),
)


def locked(row: Row, column: TableColumn) -> str:
    """Closed issues are read-only."""
    return "已销号，只能查看。" if row[-1] == CLOSED else ""


class Written:
    """An Edit that remembers what it was asked and tells the model, as the store's news would."""

    def __init__(self) -> None:
        self.edits: list[CellEdit] = []
        self.labels: list[str] = []
        self.model: TableModel | None = None
        self.refusing: Refused | None = None
        self.refusing_all: Refused | None = None

    def __call__(self, edits: Sequence[CellEdit], label: str) -> None:
        if self.refusing_all:
            raise self.refusing_all
        if self.refusing and self.refusing.place and self._meets(edits, self.refusing.place):
            raise self.refusing
        self.edits.extend(edits)
        self.labels.append(label)
        if self.model is not None:
            for edit in edits:
                self._tell(self.model, edit)

    def _meets(self, edits: Sequence[CellEdit], place: Place) -> bool:
        return any(edit.id == place.id for edit in edits)

    def _tell(self, model: TableModel, edit: CellEdit) -> None:
        row = list(next(row for row in model.rows.all if row[0] == edit.id))
        row[model.column_of(edit.path) + 1] = edit.value
        model.update_rows([tuple(row)])
