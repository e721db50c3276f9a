"""A plan to look at: two phases, five tasks of every sort, on the day TODAY."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from gui.office import Office
from gui.timeline.room import TimelineRoom
from model.calendar import Calendar
from model.changes import Change
from model.judgements.timeline import Plan, timeline
from model.records import Campaign, Person, Phase, Task
from model.store import Store
from model.words import TaskKind
from tests.gui.conftest import TODAY

DONE, LATE, SENDING, WIDE, UNDATED = range(1, 6)
"""The ids of the tasks."""


@pytest.fixture
def tasks(store: Store) -> list[Task]:
    """One that is done, one that is late, one to send, one for all phases, one without dates."""
    april = replace(
        Task(LATE, campaign=1, phase=2, title="走访座谈", owner=1),
        start=date(2011, 4, 13),
        due=date(2011, 4, 18),
        target_amount=2.0,
        target_unit="次",
        actual_amount=1.0,
    )
    made = [
        Task(
            DONE,
            campaign=1,
            phase=1,
            title="制定方案",
            start=date(2011, 2, 18),
            due=date(2011, 2, 22),
            done_on=date(2011, 2, 24),
        ),
        april,
        Task(
            SENDING,
            campaign=1,
            phase=2,
            title="报送台账",
            kind=TaskKind.SUBMISSION,
            due=date(2011, 4, 25),
        ),
        Task(WIDE, campaign=1, title="宣传", start=date(2011, 3, 1), due=date(2011, 5, 10)),
        Task(UNDATED, campaign=1, phase=2, title="理论研讨", owner=2),
    ]
    store.apply([Change(None, task) for task in made], "排出任务")
    return made


@pytest.fixture
def plan(store: Store, tasks: list[Task]) -> Plan:
    """The plan as the judgement gives it."""
    return timeline(
        store.get(Campaign, 1),
        store.all(Phase),
        store.all(Task),
        store.names(Person),
        TODAY,
        Calendar(),
    )


@pytest.fixture
def room(
    qtbot: QtBot, office: Office, campaign: Campaign, tasks: list[Task]
) -> Iterator[TimelineRoom]:
    """The room as it stands in a window of 1366 px, following the store."""
    made = TimelineRoom(office)
    qtbot.addWidget(made)
    office.bridge.changed.connect(made.follow)
    made.resize(1366, 560)
    made.show_campaign(campaign)
    with qtbot.waitExposed(made):
        made.show()
    yield made
    office.bridge.changed.disconnect(made.follow)


class Mouse:
    """A mouse over a widget: its events reach the widget as a real one's do."""

    def __init__(self, widget: QWidget) -> None:
        self._widget = widget

    def press(self, place: QPoint) -> None:
        left = Qt.MouseButton.LeftButton
        self._send(QEvent.Type.MouseButtonPress, place, left, left)

    def move(self, place: QPoint, held: bool = True) -> None:
        button = Qt.MouseButton.LeftButton if held else Qt.MouseButton.NoButton
        self._send(QEvent.Type.MouseMove, place, Qt.MouseButton.NoButton, button)

    def release(self, place: QPoint) -> None:
        none = Qt.MouseButton.NoButton
        self._send(QEvent.Type.MouseButtonRelease, place, Qt.MouseButton.LeftButton, none)

    def drag(self, place: QPoint, by: int) -> None:
        """Press, move in two steps, let go."""
        end = place + QPoint(by, 0)
        self.press(place)
        self.move(place + QPoint(by // 2, 0))
        self.move(end)
        self.release(end)

    def _send(
        self, kind: QEvent.Type, place: QPoint, button: Qt.MouseButton, held: Qt.MouseButton
    ) -> None:
        on_screen = QPointF(self._widget.mapToGlobal(place))
        plain = Qt.KeyboardModifier.NoModifier
        event = QMouseEvent(kind, QPointF(place), on_screen, button, held, plain)
        QApplication.sendEvent(self._widget, event)


@pytest.fixture
def mouse(room: TimelineRoom) -> Mouse:
    """The mouse over the chart."""
    return Mouse(room.board.chart.viewport())


@pytest.fixture
def bar(room: TimelineRoom) -> Callable[[int], QPoint]:
    """The middle of a task's bar in the chart, by id."""

    def middle(task: int) -> QPoint:
        return room.board.chart.place_of(("task", task)).center()

    return middle
