"""The row of chips: states and lights that filter, what is shown, and the way back to all."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from PySide6.QtCore import QPoint, Signal
from PySide6.QtGui import QAction, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QMenu, QToolButton, QWidget

from gui.look import Look
from gui.look.buttons import flat_button, icon_button
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
RARER = (State.LONG_TERM, State.REGISTERED, State.AWAITING_CLOSING, State.CLOSED)
"""The states that go into 更多状态 one after the other where the row is too narrow."""
FOLDING = (*RARER, State.AWAITING_ACCEPTANCE, State.RECTIFYING)
LIGHTS = {Light.RED: "逾期", Light.AMBER: "临期"}
HEIGHT, MARGIN, GAP = 44, 16, 8


class ChipRow(QWidget):
    """Several states may be on at once; none on means all."""

    altered = Signal()  # another choice of chips
    cleared = Signal()

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("chips")
        self.setFixedHeight(HEIGHT)
        self.setMinimumWidth(1)  # what does not fit is folded
        self._all = Chip(look, "chip_all", "全部")
        self._states = {
            state: Chip(look, f"chip_{state.name.lower()}", str(state)) for state in STATES
        }
        self._lights = {
            light: Chip(look, f"chip_{light.value}", words, light=light.value)
            for light, words in LIGHTS.items()
        }
        self._more = icon_button(look, "more_states", "more", "更多状态")
        self._more.setMenu(self._menu())
        self._more.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self._gathered = Chip(look, "gathered_states", "")
        self._gathered.clicked.connect(self._open_gathered)
        self._shown: QLabel = label(look, "shown", "", "label", "ink2")
        self._clear = flat_button(look, "clear_filters", "清除筛选", icon="close")
        self._lay_out(look)
        self._wire()

    def _lay_out(self, look: Look) -> None:
        line = Hairline(look.tokens.line2, upright=True)
        line.setFixedHeight(20)
        row = self._row = QHBoxLayout(self)
        row.setContentsMargins(MARGIN, 0, MARGIN, 0)
        row.setSpacing(GAP)
        for widget in (self._all, *self._states.values(), self._gathered, self._more, line):
            row.addWidget(widget)
        for chip in self._lights.values():
            row.addWidget(chip)
        row.addStretch()
        row.addWidget(self._shown)
        row.addWidget(self._clear)

    def _wire(self) -> None:
        self._clear.clicked.connect(self.cleared)
        self._all.clicked.connect(self.cleared)
        for chip in (*self._states.values(), *self._lights.values()):
            chip.clicked.connect(self.altered)

    def _menu(self) -> QMenu:
        """The folded states; each entry presses its chip."""
        menu = QMenu(self)
        menu.setObjectName("more_states_menu")
        self._entries: dict[State, QAction] = {}
        for state in STATES:
            entry = menu.addAction(str(state), self._states[state].click)
            entry.setCheckable(True)
            self._entries[state] = entry
        menu.aboutToShow.connect(self._mirror)
        return menu

    def _mirror(self) -> None:
        for state, entry in self._entries.items():
            entry.setChecked(self._states[state].isChecked())
            entry.setVisible(self._states[state].isHidden())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fold()

    def _fold(self) -> None:
        """Hide as many of the rarer states as the width asks for, then the count, then the other
        states; one that filters stays as long as it can."""
        rare = len(RARER)
        for counted, most in ((True, rare), (False, len(FOLDING))):
            self._shown.setVisible(counted)  # the status bar says it too
            for folded in range(0 if counted else rare, most + 1):
                self._hide(FOLDING[:folded])
                if self._fits():
                    return
        self._gather()

    def _hide(self, states: Sequence[State]) -> None:
        for state, chip in self._states.items():
            chip.setVisible(state not in states or chip.isChecked())
        self._gathered.hide()
        self._more.setVisible(bool(states))

    def _gather(self) -> None:
        """One chip in place of all states: how many filter, and which in its tooltip."""
        chosen = [str(state) for state, chip in self._states.items() if chip.isChecked()]
        self._gathered.setText(f"状态{len(chosen)}项" if chosen else "状态")
        self._gathered.setToolTip("、".join(chosen))
        self._gathered.setAccessibleName(f"状态：{'、'.join(chosen) or '全部'}")
        self._gathered.setChecked(bool(chosen))
        self._gathered.show()
        self._more.hide()
        for chip in self._states.values():
            if chip.hasFocus():
                self._gathered.setFocus()
            chip.hide()

    def _open_gathered(self) -> None:
        self._gathered.setChecked(any(chip.isChecked() for chip in self._states.values()))
        below = QPoint(0, self._gathered.height() + 2)
        self._more.menu().popup(self._gathered.mapToGlobal(below))

    def _fits(self) -> bool:
        self._row.invalidate()
        return self._row.minimumSize().width() <= self.width()

    def accepts(self, track: Track, verdict: Verdict) -> bool:
        """Whether an issue is among those the chips ask for."""
        states = {state for state, chip in self._states.items() if chip.isChecked()}
        lights = {light for light, chip in self._lights.items() if chip.isChecked()}
        return (not states or track.state in states) and (not lights or verdict.light in lights)

    def chosen(self) -> tuple[list[State], list[Light]]:
        """The chips that are on."""
        states = [state for state, chip in self._states.items() if chip.isChecked()]
        return states, [light for light, chip in self._lights.items() if chip.isChecked()]

    def choose(self, states: Iterable[State] = (), lights: Iterable[Light] = ()) -> None:
        """Turn on exactly these chips, without telling."""
        wanted_states, wanted_lights = set(states), set(lights)
        for state, chip in self._states.items():
            chip.setChecked(state in wanted_states)
        for light, chip in self._lights.items():
            chip.setChecked(light in wanted_lights)
        self._all.setChecked(not self.is_filtering())

    def is_filtering(self) -> bool:
        chips = (*self._states.values(), *self._lights.values())
        return any(chip.isChecked() for chip in chips)

    def show_counts(self, judged: list[tuple[Track, Verdict]], shown: int, filtering: bool) -> None:
        """How many issues each chip stands for, and how many are shown."""
        for state, chip in self._states.items():
            chip.set_count(sum(track.state is state for track, _ in judged))
        for light, chip in self._lights.items():
            chip.set_count(sum(verdict.light is light for _, verdict in judged))
        self._all.set_count(len(judged))
        self._all.setChecked(not filtering)
        self._shown.setText(f"显示 {shown} / {len(judged)} 条" if filtering else f"共 {shown} 条")
        self._clear.setVisible(filtering)
        self._fold()
