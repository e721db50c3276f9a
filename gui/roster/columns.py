"""The columns of the table 职责与负担, and the rows that judgements make for it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from typing import Any, NamedTuple

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter

from gui.look import Look, paint
from gui.record_table import Cell, Row, TableColumn
from model.fields import Field
from model.judgements.roster import Seat
from model.kinds import PLAIN, Context, Ref, Unclear, Whole, clean
from model.records import Member, Person
from model.refused import Refused

PERSON, POST = "person", "person.post"
BAR_WIDTH = 56
BAR_GAP = 6
LEFT = -1  # instead of a count of overdue issues: the term is over


class AnyName(Ref):
    """A person by name; a name that nobody has yet is read as it stands, for a new person.

    Refused for a name that several have.
    """

    def parse(self, text: str, context: Context = PLAIN) -> Any:
        try:
            return super().parse(text, context)
        except Unclear:
            raise
        except Refused:
            return " ".join(clean(text).split())


class Weight(NamedTuple):
    """How many issues weigh on a person, beside the most that weigh on anybody."""

    open: int
    most: int


class Names:
    """Paints names bold; ``hits`` answers where the sought text stands in the name of a member.

    A hit is its first character, its length, and whether it is the current one.
    """

    def __init__(self) -> None:
        self.hits: Callable[[int], Iterable[tuple[int, int, bool]]] = lambda member: ()

    def __call__(self, painter: QPainter, look: Look, cell: Cell) -> None:
        if not cell.text:
            look.texts.line(painter, cell.rect, "待定", "body", look.tokens.ink3)
            return
        for start, length, current in self.hits(cell.row[0]):
            span = [(start, length)]
            places = look.texts.places(cell.rect, cell.text, "strong", 1, span)
            paint.hits(painter, look, places, current)
        ink = look.tokens.ink2 if cell.faded else look.tokens.ink
        look.texts.line(painter, cell.rect, cell.text, "strong", ink)


def columns(names: Names) -> list[TableColumn]:
    """职务, 姓名, 单位职务, 职责分工 are typed in place; 责任 and 逾期 are judged."""
    name = replace(Member.field(PERSON), kind=AnyName(Person.table))
    post = replace(Person.field("post"), name=POST, label="单位职务")
    return [
        TableColumn("role", Member.field("role"), 116, editable=True, quiet=True),
        TableColumn(PERSON, name, 72, editable=True, paint=names),
        TableColumn(POST, post, 112, editable=True, optional=1),
        TableColumn("duties", Member.field("duties"), editable=True),
        TableColumn("open", Field("open", "责任", Whole()), 104, paint=_paint_weight, show=_open),
        TableColumn(
            "overdue", Field("overdue", "逾期", Whole()), 80, paint=_paint_late, show=_late
        ),
    ]


def rows(seats: Sequence[Seat]) -> list[Row]:
    """A row for each place, in their order; nothing weighs on a place to fill."""
    most = max((seat.burden.open for seat in seats), default=0)
    return [
        (
            seat.member,
            seat.role,
            seat.person,
            seat.post,
            seat.duties,
            Weight(seat.burden.open, most) if seat.person else None,
            _overdue(seat),
        )
        for seat in seats
    ]


def _overdue(seat: Seat) -> int | None:
    if seat.ended and not seat.burden.overdue:
        return LEFT
    return seat.burden.overdue if seat.person else None


def _open(weight: Weight | None) -> str:
    return str(weight.open) if weight else ""


def _late(count: int | None) -> str:
    if count is None or count == LEFT:
        return "" if count is None else "已离任"
    return f"{count}项" if count else "无"


def _paint_weight(painter: QPainter, look: Look, cell: Cell) -> None:
    weight: Weight | None = cell.value
    if weight is None:
        return
    bar = QRectF(cell.rect.left(), cell.rect.top(), BAR_WIDTH, cell.rect.height())
    paint.mini_bar(painter, look, bar, weight.open / weight.most if weight.most else 0.0)
    number = cell.rect.adjusted(BAR_WIDTH + BAR_GAP, 0, 0, 0)
    look.texts.line(painter, number, cell.text, "label", look.tokens.ink2)


def _paint_late(painter: QPainter, look: Look, cell: Cell) -> None:
    if cell.value and cell.value != LEFT:
        paint.light_words(painter, look, cell.rect, "red", cell.text)
    else:
        look.texts.line(painter, cell.rect, cell.text, "label", look.tokens.ink2)
