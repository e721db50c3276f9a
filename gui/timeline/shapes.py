"""Where the marks of a row lie on the chart, and what the mouse holds there: pure geometry."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF

from gui.timeline.drag import Grip, Span
from gui.timeline.marks import DIAMOND, PHASE_HEIGHT, TASK_HEIGHT
from gui.timeline.scale import Scale
from model.judgements.timeline import Row, RowKind

RISE = 1  # px that the bar of a phase stands above the middle, for its feet hang below
EDGE = 5  # how near to an edge the mouse holds that edge
REACH = DIAMOND / 2 + 3


def span_of(row: Row) -> Span:
    return Span(row.start, row.end, row.precision)


def bar(span: Span, scale: Scale, middle: float, thickness: int) -> QRectF | None:
    """The bar of a span around a height; None without dates."""
    if span.start is None or span.end is None:
        return None
    left, right = scale.left(span.start), scale.right(max(span.start, span.end))
    return QRectF(left, middle - thickness / 2, right - left, thickness)


def bar_of(row: Row, scale: Scale, middle: float) -> QRectF | None:
    """The bar of a row; None for a submission and for what has no dates."""
    if row.kind is RowKind.SUBMISSION:
        return None
    if row.kind is RowKind.TASK:
        return bar(span_of(row), scale, middle, TASK_HEIGHT)
    return bar(span_of(row), scale, middle - RISE, PHASE_HEIGHT)


def diamond_of(row: Row, scale: Scale, middle: float) -> QPointF | None:
    """The middle of a submission's diamond: its last day."""
    if row.kind is not RowKind.SUBMISSION or row.end is None:
        return None
    return QPointF(scale.middle(row.end), middle)


def mark_of(row: Row, scale: Scale, middle: float) -> QRectF | None:
    """What can be seen of a row: its bar or its diamond."""
    centre = diamond_of(row, scale, middle)
    if centre is None:
        return bar_of(row, scale, middle)
    half = QPointF(DIAMOND / 2, DIAMOND / 2)
    return QRectF(centre - half, centre + half)


def grip_at(row: Row, scale: Scale, x: float, is_chosen: bool) -> Grip | None:
    """What is held at ``x`` of a row; the left edge only where its handle is shown.

    The whole campaign is not dragged, and what is done stays where it was done.
    """
    if row.kind is RowKind.CAMPAIGN or (row.table == "task" and row.done):
        return None
    rect = mark_of(row, scale, 0)
    if rect is None:
        return Grip.BLANK
    if row.kind is RowKind.SUBMISSION:
        return Grip.WHOLE if abs(x - rect.center().x()) <= REACH else None
    return _grip(rect.left(), rect.right(), x, is_chosen)


def _grip(left: float, right: float, x: float, is_chosen: bool) -> Grip | None:
    inside = min(EDGE, (right - left) / 3)
    if right - inside <= x <= right + EDGE:
        return Grip.END
    if is_chosen and left - EDGE <= x <= left + inside:
        return Grip.START
    return Grip.WHOLE if left <= x <= right else None
