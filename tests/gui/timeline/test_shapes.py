"""Where marks lie and what the mouse holds."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

import pytest

from gui.timeline.drag import Grip
from gui.timeline.scale import Scale, Zoom, covering
from gui.timeline.shapes import bar_of, diamond_of, grip_at, mark_of
from model.judgements.timeline import Plan, Row
from tests.gui.timeline.conftest import DONE, LATE, SENDING, UNDATED


@dataclass
class Rows:
    """The rows of a plan by key."""

    plan: Plan

    def __call__(self, id: int, table: str = "task") -> Row:
        return next(row for row in self.plan.rows if (row.table, row.id) == (table, id))


@pytest.fixture
def rows(plan: Plan) -> Rows:
    return Rows(plan)


@pytest.fixture
def scale(plan: Plan) -> Scale:
    return covering(plan.first, plan.last, Zoom.WEEK)


def test_a_task_is_a_bar_of_12_in_the_middle(rows: Rows, scale: Scale) -> None:
    bar = bar_of(rows(LATE), scale, 14)
    assert bar is not None
    assert (bar.top(), bar.height(), bar.width()) == (8, 12, 60)
    assert bar.left() == scale.left(date(2011, 4, 13))


def test_a_phase_is_a_bar_of_8_a_little_higher(rows: Rows, scale: Scale) -> None:
    bar = bar_of(rows(1, "phase"), scale, 14)
    assert bar is not None
    assert (bar.top(), bar.height()) == (9, 8)


def test_a_submission_is_a_diamond_in_the_middle_of_its_day(rows: Rows, scale: Scale) -> None:
    centre = diamond_of(rows(SENDING), scale, 14)
    assert centre is not None
    assert (centre.x(), centre.y()) == (scale.middle(date(2011, 4, 25)), 14)
    assert bar_of(rows(SENDING), scale, 14) is None


def test_what_has_no_dates_has_no_mark(rows: Rows, scale: Scale) -> None:
    assert mark_of(rows(UNDATED), scale, 14) is None


@pytest.mark.parametrize(
    ("from_left", "grip"),
    [(-3, None), (0, Grip.WHOLE), (30, Grip.WHOLE), (56, Grip.END), (64, Grip.END), (66, None)],
)
def test_a_bar_is_held_by_its_body_or_its_right_edge(
    rows: Rows, scale: Scale, from_left: int, grip: Grip | None
) -> None:
    left = scale.left(date(2011, 4, 13))
    assert grip_at(rows(LATE), scale, left + from_left, is_chosen=False) is grip


def test_the_left_edge_is_held_where_its_handle_is_shown(rows: Rows, scale: Scale) -> None:
    left = scale.left(date(2011, 4, 13))
    assert grip_at(rows(LATE), scale, left - 2, is_chosen=True) is Grip.START


def test_even_the_narrowest_bar_has_a_body(rows: Rows, plan: Plan) -> None:
    scale = covering(plan.first, plan.last, Zoom.MONTH)
    row = rows(LATE)._replace(end=date(2011, 4, 13))
    assert grip_at(row, scale, scale.left(date(2011, 4, 13)) + 1, is_chosen=True) is not None


def test_a_row_without_dates_is_drawn_anywhere(rows: Rows, scale: Scale) -> None:
    assert grip_at(rows(UNDATED), scale, 5, is_chosen=False) is Grip.BLANK


def test_neither_the_campaign_nor_what_is_done_is_held(rows: Rows, scale: Scale) -> None:
    x = scale.left(date(2011, 2, 20))
    assert grip_at(rows(1, "campaign"), scale, x, is_chosen=False) is None
    assert grip_at(rows(DONE), scale, x, is_chosen=False) is None
