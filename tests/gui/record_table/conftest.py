"""The sample rows in a model that every test leaves valid."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtTest import QAbstractItemModelTester

from gui.record_table import TableModel
from tests.gui.record_table.samples import COLUMNS, CONTEXT, ROWS, Written


@pytest.fixture
def written() -> Written:
    return Written()


@pytest.fixture
def model(qapp: object, written: Written) -> Iterator[TableModel]:
    """Qt's own tester watches the model through the whole test."""
    made = TableModel(
        COLUMNS,
        CONTEXT,
        edit=written,
        locked=lambda row, column: "已销号，只能查看。" if row[-1] == "已销号" else "",
    )
    made.show_rows(ROWS)
    tester = QAbstractItemModelTester(made, QAbstractItemModelTester.FailureReportingMode.Fatal)
    yield made
    del tester
