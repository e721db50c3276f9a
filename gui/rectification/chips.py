"""The row of chips: states and lights that filter, what is shown, and the way back to all."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QWidget

from gui.look import Look
from gui.look.buttons import flat_button
from gui.look.chips import Chip
from gui.look.panels import Hairline, label
from model.judgements.lights import Light, Verdict
from model.judgements.tracks import Track
from model.words import State

STATES = (
    State.REGISTERED,
    State.RECTIFYING,
    State.AWAITING_ACCEPTANCE,
    State.AWAITING_CLOSING,
    State.LONG_TERM,
    State.CLOSED,
)
LIGHTS = {Light.RED: "逾期", Light.AMBER: "临期"}
HEIGHT = 44


class ChipRow(QWidget):
    """Several states may be on at once; none on means all."""

    altered = Signal()  # another choice of chips
    cleared = Signal()

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("chips")
        self.setFixedHeight(HEIGHT)
        self._states = {
            state: Chip(look, f"chip_{state.name.lower()}", str(state)) for state in STATES
        }
        self._lights = {
            light: Chip(look, f"chip_{light.value}", words, light=light.value)
            for light, words in LIGHTS.items()
        }
        self._shown: QLabel = label(look, "shown", "", "label", "ink2")
        self._clear = flat_button(look, "clear_filters", "清除筛选", icon="close")
        self._clear.clicked.connect(self.cleared)
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 0, 16, 0)
        row.setSpacing(8)
        for chip in self._states.values():
            row.addWidget(chip)
        line = Hairline(look.tokens.line2, upright=True)
        line.setFixedHeight(20)
        row.addWidget(line)
        for chip in self._lights.values():
            row.addWidget(chip)
        row.addStretch()
        row.addWidget(self._shown)
        row.addWidget(self._clear)
        for chip in (*self._states.values(), *self._lights.values()):
            chip.clicked.connect(self.altered)

    def accepts(self, track: Track, verdict: Verdict) -> bool:
        """Whether an issue is among those the chips ask for."""
        states = {state for state, chip in self._states.items() if chip.isChecked()}
        lights = {light for light, chip in self._lights.items() if chip.isChecked()}
        return (not states or track.state in states) and (not lights or verdict.light in lights)

    def choose(self, states: Iterable[State] = (), lights: Iterable[Light] = ()) -> None:
        """Turn on exactly these chips, without telling."""
        wanted_states, wanted_lights = set(states), set(lights)
        for state, chip in self._states.items():
            chip.setChecked(state in wanted_states)
        for light, chip in self._lights.items():
            chip.setChecked(light in wanted_lights)

    def is_filtering(self) -> bool:
        chips = (*self._states.values(), *self._lights.values())
        return any(chip.isChecked() for chip in chips)

    def show_counts(self, judged: list[tuple[Track, Verdict]], shown: int, filtering: bool) -> None:
        """How many issues each chip stands for, and how many are shown."""
        for state, chip in self._states.items():
            chip.set_count(sum(track.state is state for track, _ in judged))
        for light, chip in self._lights.items():
            chip.set_count(sum(verdict.light is light for _, verdict in judged))
        self._shown.setText(f"显示 {shown} / {len(judged)} 条" if filtering else f"共 {shown} 条")
        self._clear.setVisible(filtering)
