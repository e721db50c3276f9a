"""Which stretch of time the chart shows, how closely, and which day stands where."""

from __future__ import annotations

from datetime import date, timedelta

from PySide6.QtCore import QObject, QRect, Signal

from gui.timeline.canvas import NOWHERE
from gui.timeline.chart import Chart
from gui.timeline.outline import key_of
from gui.timeline.scale import Scale, Zoom, covering
from model.judgements.timeline import Plan, Row

NEAR = timedelta(days=60)  # a today farther off the plan is not shown
THIRD = 1 / 3


class Lens(QObject):
    """Points the chart at a plan."""

    zoomed = Signal(object)  # Zoom, when the wheel asked for another

    def __init__(self, chart: Chart) -> None:
        super().__init__(chart)
        self._chart = chart
        self.plan = Plan((), (), (), NOWHERE.first, NOWHERE.last, "", "")
        self._today = NOWHERE.first
        self._zoom = Zoom.WEEK
        chart.zoom_wanted.connect(self._zoom_by)

    def show(self, plan: Plan, today: date) -> None:
        """Show the time of a plan, from the same place on."""
        self.plan, self._today = plan, today
        self._chart.set_plan(self._scale(), plan.stages, plan.overlaps, today)

    def shows_today(self) -> bool:
        return self._chart.scale.holds(self._today)

    def go_today(self) -> None:
        """Today at a third of the width; the beginning of the plan where today is far away."""
        self._go_to(self._today if self.shows_today() else self.plan.first)

    def go_to_row(self, row: Row) -> None:
        """Bring a row's bar into sight, unless some of it is there."""
        place = self._chart.place_of(key_of(row))
        in_sight = place.right() > 0 and place.left() < self._width
        if row.start is not None and not in_sight:
            self._go_to(row.start)

    def set_zoom(self, zoom: Zoom) -> None:
        """Look so closely; what one looked at stays in sight, away from the edges."""
        place = self._looked_at()
        self._set_zoom(zoom, place, min(max(place, self._width // 4), self._width // 2))

    def _zoom_by(self, step: int, at: int) -> None:
        """One step closer or farther; the day under the mouse stays there."""
        zooms = list(Zoom)
        number = min(max(zooms.index(self._zoom) - step, 0), len(zooms) - 1)
        self._set_zoom(zooms[number], at, at)
        self.zoomed.emit(self._zoom)

    def _set_zoom(self, zoom: Zoom, old: int, new: int) -> None:
        """The day that stands at the place ``old`` comes to stand at ``new``."""
        day = self._chart.scale.day(old + self._chart.offset.x())
        self._zoom = zoom
        self.show(self.plan, self._today)
        self._chart.show_day(day, new)

    def _looked_at(self) -> int:
        """The place of the chosen bar, else of today, else the middle."""
        chosen = self._chart.chosen
        bar = self._chart.place_of(chosen) if chosen is not None else QRect()
        today = round(self._chart.scale.middle(self._today)) - self._chart.offset.x()
        wished = [today] if bar.isEmpty() else [bar.left(), today]
        return next((x for x in wished if 0 <= x < self._width), self._width // 2)

    def _go_to(self, day: date) -> None:
        self._chart.show_day(day, self._width * THIRD)

    @property
    def _width(self) -> int:
        return self._chart.viewport().width()

    def _scale(self) -> Scale:
        first, last = self.plan.first, self.plan.last
        if first - NEAR <= self._today <= last + NEAR:
            first, last = min(first, self._today), max(last, self._today)
        return covering(first, last, self._zoom)
