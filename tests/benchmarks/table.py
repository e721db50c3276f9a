"""The table of issues: open, search, sort, filter, paste; each beside a peer of the same run."""

from __future__ import annotations

import gc
import sqlite3
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory
from time import perf_counter

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication

from gui.ledger.issue_page import COLUMNS
from gui.look import Look, apply, load_look
from gui.record_table import SHEET, RecordTable, StoreEdits, TableModel
from main import OBJECTS_TO_LOOK_THROUGH
from model.kinds import Context
from model.lifecycle import register
from model.records import Campaign, Category, Issue
from model.store import Store
from model.store.listing import select
from tests.benchmarks.ledgers import made, sentence
from tests.benchmarks.pairs import Outcome, compare
from tests.benchmarks.plain_table import same_screen

PATHS = [column.path for column in COLUMNS]
SIZE = 1118, 540  # what the sheet has in a window of 1366 × 768
SIZES = 1_000, 10_000, 100_000
GOALS_AT = 10_000
COUNT = len(COLUMNS)
PASTED, FEW = 1_000, 5  # rows, and how often
FROZEN = 0.5  # seconds without an answer after which one thinks that a window hangs
TYPED = "培", "培训", "培训走", "培训走过"


class Bench:
    """A ledger of so many issues, open in a table that is on the screen."""

    def __init__(self, look: Look, path: Path) -> None:
        self.path = path
        self.store = Store(path)
        campaign = self.store.get(Campaign, 1)
        self.context = Context(2011, {"category": self.store.names(Category)})
        self.model = TableModel(
            COLUMNS,
            self.context,
            edit=StoreEdits(
                self.store, Issue, lambda cells: register(self.store, campaign, **cells)
            ),
            adds="新增问题",
        )
        self.table = RecordTable(self.model, look, SHEET, "bench", today=lambda: date(2011, 4, 20))
        self.table.resize(*SIZE)
        self.table.show()
        self.open()
        self.store.subscribe(lambda _: self.model.follow_rows(self.rows(), self.context))
        QApplication.processEvents()
        self.typed = 0
        self.column = 0
        self.random = Random(2)

    def rows(self) -> list[tuple[object, ...]]:
        return self.store.rows(Issue, PATHS, campaign=1)

    def paint(self) -> None:
        self.table.viewport().repaint()

    # -- what is measured ----------------------------------------------------------------

    def open(self) -> float:
        """Seconds from the question to the painted screen."""
        began = perf_counter()
        self.model.show_rows(self.rows())
        self.paint()
        return perf_counter() - began

    def select(self) -> float:
        """The peer: the same rows from SQLite, nothing done to them."""
        statement, _restores = select(Issue, PATHS, ["campaign"])
        connection = sqlite3.connect(self.path)
        began = perf_counter()
        connection.execute(statement, [1]).fetchall()
        taken = perf_counter() - began
        connection.close()
        return taken

    def search(self) -> float:
        """From a keystroke to the painted screen."""
        text = TYPED[self.typed % len(TYPED)]
        self.typed += 1
        began = perf_counter()
        self.table.search(text)
        self.paint()
        return perf_counter() - began

    def filter(self) -> float:
        """The same where the rows without the text are hidden."""
        text = TYPED[self.typed % len(TYPED)]
        self.typed += 1
        began = perf_counter()
        self.model.filter(text=text)
        self.paint()
        return perf_counter() - began

    def sort(self) -> float:
        """By one column after the other."""
        self.column = (self.column + 1) % COUNT
        began = perf_counter()
        self.table.sort_by(COLUMNS[self.column].path)
        self.paint()
        return perf_counter() - began

    def rest(self) -> None:
        """Wait until the table has sorted ahead, as it does while the user looks."""
        while self.model.rows.prepare():
            QApplication.processEvents()

    def sort_text(self) -> float:
        """By the column that takes longest: hardly two texts begin alike."""
        self.table.sort_by("")
        self.model.show_rows(self.model.rows.all)  # which forgets the keys of the last time
        self.paint()
        began = perf_counter()
        self.table.sort_by("content")
        self.paint()
        return perf_counter() - began

    def repaint(self) -> Callable[[], float]:
        """The peer: the same screen painted from Qt's own model."""
        plain = same_screen(self.table)
        QApplication.processEvents()

        def measured() -> float:
            began = perf_counter()
            plain.viewport().repaint()
            return perf_counter() - began

        return measured

    def paste_below(self) -> float:
        """The longest time without the event loop while new rows are pasted below the last."""
        taken = self._paste(self.model.rowCount() - 1, "category")
        self.store.undo()
        return taken

    def paste_over(self) -> float:
        """The same where the rows are there and six of their cells are written over."""
        return self._paste(len(self.model.rows) - PASTED, "content")

    def make_room(self) -> None:
        """Rows that may still be written over."""
        self._paste(self.model.rowCount() - 1, "category")

    def _paste(self, row: int, path: str) -> float:
        first = self.model.column_of(path)
        QApplication.clipboard().setText("\n".join(self._line(first) for _ in range(PASTED)))
        self.table.setCurrentIndex(self.model.index(row, first))
        QApplication.processEvents()
        gaps = Gaps()
        self.table.paste()
        self.paint()
        return gaps.longest()

    def _line(self, first: int) -> str:
        """The cells of an issue from this column on, as WPS copies them."""
        told, why = sentence(self.random), sentence(self.random)
        cells = ("", "素质能力", told, "科室", "自查", "3月9日", why, "药房")
        return "\t".join(cells[first:])

    def close(self) -> None:
        self.table.close()
        self.store.close()


class Gaps:
    """The longest time in which the event loop did not come round."""

    def __init__(self) -> None:
        self._longest, self._last = 0.0, perf_counter()
        self._timer = QTimer()
        self._timer.timeout.connect(self._tick)
        self._timer.start(0)

    def _tick(self) -> None:
        now = perf_counter()
        self._longest, self._last = max(self._longest, now - self._last), now

    def longest(self) -> float:
        QApplication.processEvents()
        self._timer.stop()
        return self._longest


def measure() -> Iterator[Outcome | str]:
    """The ratios at 10,000 issues, then how each grows from 1,000 to 100,000."""
    app = QApplication.instance() or QApplication([])
    assert isinstance(app, QApplication)
    gc.set_threshold(OBJECTS_TO_LOOK_THROUGH)  # as the program does
    look = load_look(dark=False)
    apply(app, look)
    with TemporaryDirectory(prefix="taizhang-") as folder:
        for size in SIZES:
            bench = Bench(look, made(Path(folder) / f"{size}.db", size))
            yield from _ratios(bench, size)
            bench.close()


def _ratios(bench: Bench, size: int) -> Iterator[Outcome | str]:
    """Goals hold at 10,000; the rest shows the growth."""
    goals = size == GOALS_AT
    repaint = bench.repaint()
    yield compare(f"open {size} issues / SELECT", bench.open, bench.select, 1.5 if goals else None)
    goal = 1.8 if goals else None
    yield compare(f"keystroke in search, {size} / repaint", bench.search, repaint, goal)
    bench.table.search("")
    yield compare(f"keystroke that hides rows, {size} / repaint", bench.filter, repaint, None)
    bench.model.filter()
    yield compare(f"sort {size} before the table is at rest", bench.sort_text, repaint, None)
    bench.rest()
    goal = 2.0 if goals else None
    yield compare(f"sort {size} by each column / repaint", bench.sort, repaint, goal, COUNT)
    bench.table.sort_by("")
    bench.make_room()
    goal = 1.0 if goals else None
    for where, pasted in (("below", bench.paste_below), ("over", bench.paste_over)):
        name = f"gap of {PASTED} rows pasted {where} {size} / {FROZEN} s"
        yield compare(name, pasted, lambda: FROZEN, goal, FEW)
