"""The left side: chart of the group, its office, and the paragraph for the notice."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QScrollArea, QStackedWidget, QVBoxLayout, QWidget

from gui.look import Look
from gui.look.buttons import allow, plain_button
from gui.look.panels import EmptyState, Hairline, PanelHeading
from gui.roster.chart import Chart, by_rank, in_rows
from gui.roster.notice import Notice
from model.dates import show_date
from model.judgements.roster import OFFICE_HEAD, Seat, notice, serving

MARGIN = 24
SCROLL_BAR = 10
BELOW = 8  # so that the usual group needs no scrolling in a low window


class GroupPanel(QStackedWidget):
    """Shows places as cards; without any it says how to begin."""

    chosen = Signal(int)  # id of the member
    opened = Signal(int)
    add_wanted = Signal()

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("group_panel")
        self.setAccessibleName("领导小组")
        self.group_chart = Chart(look, "group_chart", "领导小组成员", by_rank)
        self.office_chart = Chart(look, "office_chart", "领导小组办公室成员", in_rows)
        self.notice = Notice(look)
        self._group_heading = PanelHeading(look, "group_heading", "领导小组", "heading")
        self._office_heading = PanelHeading(look, "office_heading", "领导小组办公室")
        self._office_part = self._made_office_part(look)
        self.addWidget(self._made_page(look))
        self.addWidget(self._made_empty(look))
        for chart in (self.group_chart, self.office_chart):
            chart.chosen.connect(self.chosen)
            chart.opened.connect(self.opened)

    def show_seats(self, seats: Sequence[Seat], issued_on: date | None) -> None:
        """Show these places; ``issued_on`` is when the notice that named them was issued."""
        seats = serving(seats)
        office = [seat for seat in seats if seat.in_office]
        self.group_chart.show_seats([seat for seat in seats if not seat.in_office])
        self.office_chart.show_seats(office)
        self._group_heading.set_fact(_group_fact(seats, issued_on))
        self._office_heading.set_fact(_office_fact(office))
        self._office_part.setVisible(bool(office))
        self.notice.show_words(notice(seats))
        self.setCurrentIndex(0 if seats else 1)

    def bar(self, why_not: str) -> None:
        """Say why nobody can be added now; blank where it can be."""
        allow(self._first_button, why_not)

    def choose(self, member: int) -> None:
        """Show the card of this member as the chosen one and bring it into sight; 0 for none."""
        for chart in (self.group_chart, self.office_chart):
            chart.choose(member)
            for card in chart.cards:
                if card.chosen:
                    self._scroll.ensureWidgetVisible(card, 0, MARGIN)

    def _made_page(self, look: Look) -> QWidget:
        page = QWidget()
        self._page_column = column = QVBoxLayout(page)
        column.setContentsMargins(MARGIN, 0, MARGIN, BELOW)
        column.setSpacing(0)
        self._group_heading.setFixedHeight(44)
        column.addWidget(self._group_heading)
        column.addSpacing(4)
        column.addWidget(self.group_chart)
        column.addSpacing(16)
        column.addWidget(self._office_part)
        column.addWidget(Hairline(look.tokens.line2))
        column.addSpacing(8)
        column.addWidget(self.notice)
        column.addStretch(1)
        self._scroll = _scrolling(page)
        self._scroll.verticalScrollBar().rangeChanged.connect(self._make_room)
        return self._scroll

    def _make_room(self, _least: int, most: int) -> None:
        """Take the scroll bar's width from the margin: else the words would wrap anew, and more."""
        right = MARGIN - (SCROLL_BAR if most else 0)
        self._page_column.setContentsMargins(MARGIN, 0, right, BELOW)

    def _made_office_part(self, look: Look) -> QWidget:
        part = QWidget()
        column = QVBoxLayout(part)
        column.setContentsMargins(0, 0, 0, 12)
        column.setSpacing(0)
        column.addWidget(Hairline(look.tokens.line2))
        self._office_heading.setFixedHeight(40)
        column.addWidget(self._office_heading)
        column.addWidget(self.office_chart)
        return part

    def _made_empty(self, look: Look) -> QWidget:
        self._first_button = button = plain_button(
            look, "add_first_member", "新增成员", icon="plus"
        )
        button.clicked.connect(self.add_wanted)
        return EmptyState(
            look, "no_members", "people", "还没有领导小组成员，先把组长填上。", button
        )


def _scrolling(page: QWidget) -> QScrollArea:
    area = QScrollArea()
    area.setObjectName("group_scroll")
    area.setFrameShape(QFrame.Shape.NoFrame)
    area.setWidgetResizable(True)
    area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    area.setWidget(page)
    return area


def _group_fact(seats: Sequence[Seat], issued_on: date | None) -> str:
    """9人 · 1个席位待定 · 2011年2月20日起"""
    filled = {seat.person for seat in seats if seat.person}
    vacant = sum(seat.person is None for seat in seats)
    since = min((seat.since for seat in seats if seat.since), default=issued_on)
    facts = [f"{len(filled)}人"]
    if vacant:
        facts.append(f"{vacant}个席位待定")
    if since:
        facts.append(f"{show_date(since)}起")
    return " · ".join(facts)


def _office_fact(office: Sequence[Seat]) -> str:
    """设在院办公室: where its head works."""
    rooms = [seat.department for seat in office if seat.role == OFFICE_HEAD and seat.department]
    return f"设在{rooms[0]}" if rooms else ""
