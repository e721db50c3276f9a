"""The sample rows in a model that every test leaves valid, and tables that show it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date

import pytest
from PySide6.QtTest import QAbstractItemModelTester
from pytestqt.qtbot import QtBot

from gui.look import Look
from gui.record_table import LIST, SHEET, RecordTable, TableModel, TableStyle
from gui.settings import Settings
from tests.gui.conftest import show_active
from tests.gui.record_table.samples import COLUMNS, CONTEXT, ROWS, Written, locked

Tables = Callable[..., RecordTable]


@pytest.fixture
def written() -> Written:
    return Written()


@pytest.fixture
def model(qapp: object, written: Written) -> Iterator[TableModel]:
    """Qt's own tester watches the model through the whole test."""
    made = TableModel(COLUMNS, CONTEXT, edit=written, locked=locked)
    made.show_rows(ROWS)
    tester = QAbstractItemModelTester(made, QAbstractItemModelTester.FailureReportingMode.Fatal)
    written.model = made
    yield made
    del tester


@pytest.fixture
def table_of(qtbot: QtBot, look: Look, model: TableModel) -> Tables:
    """Shows the model in a window of its own."""
    kept = []

    def shown(
        style: TableStyle = SHEET,
        settings: Settings | None = None,
        width: int = 900,
        model: TableModel = model,
        frozen: str = "",
    ) -> RecordTable:
        table = RecordTable(
            model,
            look,
            style,
            "issue_table",
            title="问题台账",
            settings=settings,
            frozen=frozen,
            today=lambda: date(2011, 4, 20),
        )
        qtbot.addWidget(table)
        table.resize(width, 400)
        show_active(qtbot, table)
        table.setFocus()
        kept.append(table)
        return table

    return shown


@pytest.fixture
def sheet(table_of: Tables) -> RecordTable:
    return table_of(SHEET)


@pytest.fixture
def list_(table_of: Tables) -> RecordTable:
    return table_of(LIST)
