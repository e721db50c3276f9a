"""What the mouse holds on the chart and how far it has pulled: no widget, only places."""

from __future__ import annotations

from gui.timeline.drag import Drag, Grip, Span
from gui.timeline.scale import Scale
from gui.timeline.shapes import grip_at, span_of
from model.frozen import Frozen
from model.judgements.timeline import Row
from model.refused import Refused

SLACK = 4  # px that a click may slip before it becomes a drag
BLANK_SLACK = 10  # the same where there is nothing to hold


class Ghost(Frozen):
    """Where the held bar would come to lie."""

    row: Row
    span: Span


class Hand:
    """From ``take`` to ``let_go``; all places are px of the scale."""

    def __init__(self) -> None:
        self._row: Row | None = None
        self._grip = Grip.WHOLE
        self._from = 0.0
        self._drag: Drag | None = None
        self._ghost: Ghost | None = None

    @property
    def ghost(self) -> Ghost | None:
        return self._ghost

    def take(self, row: Row, scale: Scale, x: float, is_chosen: bool) -> None:
        """The button went down at ``x`` of a row; nothing is held where there is nothing."""
        grip = grip_at(row, scale, x, is_chosen)
        self.drop()
        if grip is not None:
            self._row, self._grip, self._from = row, grip, x

    def pull(self, scale: Scale, x: float) -> bool:
        """The mouse went to ``x``; whether a bar is being dragged."""
        slack = BLANK_SLACK if self._grip is Grip.BLANK else SLACK
        if self._row is None or (self._ghost is None and abs(x - self._from) < slack):
            return False
        drag = self._dragged(scale, x)
        try:
            self._ghost = Ghost(self._row, drag.applied(span_of(self._row)))
            self._drag = drag
        except Refused:
            # Beyond the calendar: the ghost stays where it was last possible.
            pass
        return self._ghost is not None

    def let_go(self) -> tuple[Row, Drag] | None:
        """What was dragged and how; None for a mere click or what came to lie where it was."""
        row, drag, ghost = self._row, self._drag, self._ghost
        self.drop()
        if row is None or drag is None or ghost is None or ghost.span == span_of(row):
            return None
        return row, drag

    def drop(self) -> None:
        """Forget it all."""
        self._row = self._drag = self._ghost = None

    def _dragged(self, scale: Scale, x: float) -> Drag:
        if self._grip is Grip.BLANK:
            return Drag(Grip.BLANK, drawn=(scale.day(self._from), scale.day(x)))
        return Drag(self._grip, round((x - self._from) / scale.pixels))
