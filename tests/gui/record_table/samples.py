"""A small table of made-up issues that needs no ledger: what is edited is only written down."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from gui.record_table import CellEdit, Row, TableColumn
from model.kinds import Context
from model.records import Issue, Rectification
from model.words import Level, State

CONTEXT = Context(
    2011, {"category": {1: "素质能力", 2: "发展环境"}, "person": {1: "张明", 2: "李芳"}}
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


class Written:
    """An Edit that only remembers what it was asked to write."""

    def __init__(self) -> None:
        self.edits: list[CellEdit] = []
        self.labels: list[str] = []

    def __call__(self, edits: Sequence[CellEdit], label: str) -> None:
        self.edits.extend(edits)
        self.labels.append(label)
