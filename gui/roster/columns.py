"""The columns of the table 职责与负担, and the rows that judgements make for it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any, NamedTuple

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter

from gui.look import Look, paint
from gui.record_table import Cell, Row, TableColumn
from model.fields import Field
from model.judgements.roster import Seat
from model.kinds import PLAIN, Context, Ref, Whole, clean
from model.records import Member, Person
from model.refused import Refused

PERSON, POST = "person", "person.post"
BAR_WIDTH = 56
BAR_GAP = 6


@dataclass(frozen=True)
class AnyName(Ref):
    """A person by name; a name that nobody has yet is read as it stands, for a new person."""

    def parse(self, text: str, context: Context = PLAIN) -> Any:
        try:
            return super().parse(text, context)
        except Refused:
            return " ".join(clean(text).split())


class Weight(NamedTuple):
    """How many issues weigh on a person, beside the most that weigh on anybody."""

    open: int
    most: int


def columns() -> list[TableColumn]:
    """职务, 姓名, 单位职务, 职责分工 are typed in place; 责任 and 逾期 are judged."""
    name = replace(Member.field(PERSON), kind=AnyName(Person.table))
    post = replace(Person.field("post"), name=POST, label="单位职务")
    return [
        TableColumn("role", Member.field("role"), 100, editable=True, quiet=True),
        TableColumn(PERSON, name, 72, editable=True, paint=_paint_name),
        TableColumn(POST, post, 112, editable=True),
        TableColumn("duties", Member.field("duties"), editable=True),
        TableColumn("open", Field("open", "责任", Whole()), 104, paint=_paint_weight, show=_open),
        TableColumn(
            "overdue", Field("overdue", "逾期", Whole()), 80, paint=_paint_late, show=_late
        ),
    ]


def rows(seats: Sequence[Seat]) -> list[Row]:
    """A row for each place, in their order."""
    most = max((seat.burden.open for seat in seats), default=0)
    return [
        (
            seat.member,
            seat.role,
            seat.person,
            seat.post,
            seat.duties,
            Weight(seat.burden.open, most),
            seat.burden.overdue,
        )
        for seat in seats
    ]


def _open(weight: Weight) -> str:
    return str(weight.open)


def _late(count: int) -> str:
    return f"{count}项" if count else "无"


def _paint_name(painter: QPainter, look: Look, cell: Cell) -> None:
    if cell.text:
        look.texts.line(painter, cell.rect, cell.text, "strong", look.tokens.ink)
    else:
        look.texts.line(painter, cell.rect, "待定", "body", look.tokens.ink3)


def _paint_weight(painter: QPainter, look: Look, cell: Cell) -> None:
    weight: Weight = cell.value
    bar = QRectF(cell.rect.left(), cell.rect.top(), BAR_WIDTH, cell.rect.height())
    paint.mini_bar(painter, look, bar, weight.open / weight.most if weight.most else 0.0)
    number = cell.rect.adjusted(BAR_WIDTH + BAR_GAP, 0, 0, 0)
    look.texts.line(painter, number, cell.text, "label", look.tokens.ink2)


def _paint_late(painter: QPainter, look: Look, cell: Cell) -> None:
    if cell.value:
        paint.light_words(painter, look, cell.rect, "red", cell.text)
    else:
        look.texts.line(painter, cell.rect, cell.text, "label", look.tokens.ink2)
