"""The cards of the leading group and of its office, joined by lines."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QSize, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from gui.look import Look
from gui.roster.arrangement import Arrangement, group, office
from gui.roster.card import Card
from model.judgements.roster import DEPUTY, HEAD, Seat

LINE = 1.5
Arrange = Callable[[Sequence[Seat], int], Arrangement]


def by_rank(seats: Sequence[Seat], width: int) -> Arrangement:
    """组长 above 副组长 above the others."""
    heads = sum(seat.role == HEAD for seat in seats)
    deputies = sum(seat.role == DEPUTY for seat in seats)
    return group((heads, deputies, len(seats) - heads - deputies), width)


def in_rows(seats: Sequence[Seat], width: int) -> Arrangement:
    """The office, from the left."""
    return office(len(seats), width)


class Chart(QWidget):
    """Cards where ``arrange`` puts them; they are made anew only when other members are shown."""

    chosen = Signal(int)  # id of the member
    opened = Signal(int)

    def __init__(
        self,
        look: Look,
        name: str,
        meaning: str,
        arrange: Arrange,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._look = look
        self._arrange = arrange
        self._seats: list[Seat] = []
        self._arrangement = Arrangement([], [], 0)
        self.cards: list[Card] = []
        self.setObjectName(name)
        self.setAccessibleName(meaning)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_seats(self, seats: Sequence[Seat]) -> None:
        """Show these places, in their order."""
        if [seat.member for seat in seats] != [card.seat.member for card in self.cards]:
            self._make_cards(seats)
        self._seats = list(seats)
        for card, seat in zip(self.cards, seats, strict=True):
            card.show_seat(seat)
        self._place()

    def choose(self, member: int) -> None:
        """Show the card of this member as the chosen one; 0 for none."""
        for card in self.cards:
            card.set_chosen(card.seat.member == member)

    def sizeHint(self) -> QSize:
        return QSize(320, self._arrangement.height)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setPen(QPen(self._look.tokens.line2, LINE))
        painter.drawLines(self._arrangement.lines)

    def _make_cards(self, seats: Sequence[Seat]) -> None:
        for card in self.cards:
            # Not now: the click that led here may still be on its way through the card.
            card.hide()
            card.deleteLater()
        self.cards = [Card(self._look, seat, self) for seat in seats]
        for card in self.cards:
            member = card.seat.member
            card.clicked.connect(lambda _checked, member=member: self.chosen.emit(member))
            card.opened.connect(lambda member=member: self.opened.emit(member))
            card.show()

    def _place(self) -> None:
        self._arrangement = self._arrange(self._seats, self.width())
        for card, place in zip(self.cards, self._arrangement.cards, strict=True):
            card.setGeometry(place)
        self.setFixedHeight(max(self._arrangement.height, 1))
        self.update()
