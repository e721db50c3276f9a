"""The tool row of the timeline: how closely one looks, what is shown, what the marks mean."""

from __future__ import annotations

from PySide6.QtCore import QSignalBlocker, Signal
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QWidget

from gui.look import Look
from gui.look.buttons import flat_button, plain_button
from gui.look.chips import Segments
from gui.timeline.legend import Legend
from gui.timeline.scale import Zoom

HEIGHT = 44


class Toolbar(QWidget):
    """Only asks; the board does."""

    zoom_chosen = Signal(object)  # Zoom
    today_wanted = Signal()
    planned_toggled = Signal(bool)
    open_toggled = Signal(bool)
    all_wanted = Signal()  # no list any more

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("timeline_toolbar")
        self.setFixedHeight(HEIGHT)
        self._zoom = Segments(look, "timeline_zoom", "缩放", {zoom: zoom for zoom in Zoom})
        self._zoom.setToolTip("放大和缩小：Ctrl+滚轮")
        self._zoom.chosen.connect(lambda key: self.zoom_chosen.emit(Zoom(key)))
        self._today_button = plain_button(look, "timeline_today_button", "今天")
        self._today_button.setFixedWidth(60)
        self._today_button.clicked.connect(self.today_wanted)
        self._planned_box = self._box(look, "timeline_planned_box", "显示原计划")
        self.allow_planned("")
        self._planned_box.toggled.connect(self.planned_toggled)
        self._open_box = self._box(look, "timeline_open_box", "只看未完成")
        self._open_box.toggled.connect(self.open_toggled)
        self._list_button = flat_button(look, "timeline_list_button", "", icon="close")
        self._list_button.setToolTip("显示全部任务")
        self._list_button.clicked.connect(self.all_wanted)
        self._list_button.hide()
        self._lay_out(Legend(look))

    def _box(self, look: Look, name: str, text: str) -> QCheckBox:
        box = QCheckBox(text)
        box.setObjectName(name)
        box.setAccessibleName(text)
        box.setFont(look.font("label"))
        return box

    def _lay_out(self, legend: Legend) -> None:
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 0, 16, 0)
        row.setSpacing(0)
        parts: tuple[tuple[QWidget, int], ...] = (
            (self._zoom, 12),
            (self._today_button, 20),
            (self._planned_box, 20),
            (self._open_box, 20),
            (self._list_button, 12),
        )
        for part, gap in parts:
            row.addWidget(part)
            row.addSpacing(gap)
        row.addStretch(1)
        row.addWidget(legend, 100)

    def show_zoom(self, zoom: Zoom) -> None:
        self._zoom.choose(zoom)

    def show_planned(self, on: bool) -> None:
        """Tick the box or not, without telling: what is only recalled is not written again."""
        with QSignalBlocker(self._planned_box):
            self._planned_box.setChecked(on)

    def allow_planned(self, why_not: str) -> None:
        """Disable 显示原计划 with the reason as its tooltip, or, blank, enable it."""
        self._planned_box.setEnabled(not why_not)
        self._planned_box.setToolTip(why_not or "完成时间与时限不同的任务，在下方画出原来的起止")

    def allow_today(self, why_not: str) -> None:
        """Disable 今天 with the reason as its tooltip, or, blank, enable it."""
        self._today_button.setEnabled(not why_not)
        self._today_button.setToolTip(why_not or "回到今天")

    def show_list(self, words: str) -> None:
        """Say which list is shown, and offer to leave it; blank when all is shown."""
        self._list_button.setText(words)
        self._list_button.setAccessibleName(f"{words}，点击显示全部任务")
        self._list_button.setVisible(bool(words))

    def show_only_open(self, on: bool) -> None:
        self._open_box.setChecked(on)
