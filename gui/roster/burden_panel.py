"""The right side: the table 职责与负担, its heading, and what is never carried out of the house."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from gui.look import Look
from gui.look.panels import PanelHeading
from gui.office import Office
from gui.record_form import suggestions
from gui.record_table import LIST, RecordTable, Row, TableColumn, TableModel
from gui.roster.columns import PERSON, POST, Names, columns, rows
from gui.roster.edits import RosterEdits
from model.judgements.roster import BURDEN_MEANS, Seat
from model.kinds import Context

MARGIN = 16
ROW_HEIGHT = 48
FOOT_HEIGHT = 36
LOCK = 16
VACANT_POST = "这个席位还没有人。请先填姓名，再填单位职务。"
PRIVACY = "联系电话只在本机显示；上报名单按需勾选，公示表永不带出。"


class BurdenPanel(QWidget):
    """A row for each place;小组职务, name, post and duties are typed in place."""

    def __init__(
        self, office: Office, barred: Callable[[], str], parent: QWidget | None = None
    ) -> None:
        """``barred`` says why nothing can be typed now; blank where it can."""
        super().__init__(parent)
        self._barred = barred
        self.setObjectName("burden_panel")
        self.setAccessibleName("职责与负担")
        self.setProperty("ground", "surface")
        # A plain widget does not paint the ground that the style sheet gives it.
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        names = Names()
        self._ended: frozenset[int] = frozenset()
        self.model = TableModel(
            columns(names),
            edit=RosterEdits(office.store),
            locked=self._locked,
            faded=lambda row: row[0] in self._ended,
        )
        style = replace(LIST, least=ROW_HEIGHT)
        self.table = RecordTable(
            self.model,
            office.look,
            style,
            "roster_table",
            title="职责与负担",
            settings=office.settings,
            suggest=suggestions(office),
            # The list offers to add a new name; the person is made when the cell is written.
            add=lambda _field, _name: True,
            today=office.today,
        )
        names.hits = self._hits
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(_heading(office.look))
        column.addWidget(self.table, 1)
        column.addWidget(Footnote(office.look, "roster_privacy", "private", PRIVACY))

    def show_seats(self, seats: Sequence[Seat], context: Context) -> None:
        """Show these places, in their order, from now on."""
        self._ended = frozenset(seat.member for seat in seats if seat.ended)
        self.model.show_rows(rows(seats), context)

    def follow_seats(self, seats: Sequence[Seat], context: Context) -> None:
        """Bring the rows up to date; nothing jumps while the same members are shown."""
        shown = {row[0] for row in self.model.rows.all}
        now = {seat.member for seat in seats}
        self._ended = frozenset(seat.member for seat in seats if seat.ended)
        if context != self.model.context:
            self.model.set_context(context)
        if shown == now:
            self.model.update_rows(rows(seats))
        else:
            self.model.show_rows(rows(seats))

    def _locked(self, row: Row, column: TableColumn) -> str:
        """Why a cell of this place cannot be typed into now."""
        vacant = column.path == POST and row[2] is None
        return self._barred() or (VACANT_POST if vacant else "")

    def _hits(self, member: int) -> Iterator[tuple[int, int, bool]]:
        """Where the sought text stands in the name of a member."""
        row, finder = self.model.rows.row_of(member), self.table.finder
        if row is not None:
            for hit in finder.places(row, self.model.column_of(PERSON)):
                yield hit.start, hit.length, hit == finder.current


class Footnote(QWidget):
    """An icon and one quiet line."""

    def __init__(
        self, look: Look, name: str, icon: str, text: str, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._look = look
        self._icon = icon
        self._text = text
        self.setObjectName(name)
        self.setAccessibleName(text)
        self.setFixedHeight(FOOT_HEIGHT)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        ink = self._look.tokens.ink3
        place = QRectF(MARGIN, 0, self.width() - 2 * MARGIN, self.height())
        spot = QRectF(place.left(), 0, LOCK, self.height())
        self._look.paint_icon(painter, spot, self._icon, ink, LOCK)
        words = place.adjusted(LOCK + 4, 0, 0, 0)
        self._look.texts.line(painter, words, self._text, "label", ink)


def _heading(look: Look) -> QWidget:
    heading = PanelHeading(look, "burden_heading", "职责与负担", "heading")
    heading.set_fact(BURDEN_MEANS)
    heading.setContentsMargins(MARGIN, 0, MARGIN, 0)
    heading.setFixedHeight(44)
    return heading
