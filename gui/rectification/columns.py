"""The columns of the tracking table: light, work done beside time elapsed, the date in red."""

from __future__ import annotations

from datetime import date
from typing import NamedTuple

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter

from gui.look import Look, paint
from gui.record_table import Cell, Row, TableColumn, TableModel
from model.fields import Field
from model.judgements.lights import Light, Verdict, order
from model.judgements.tracks import Track, deadline, elapsed
from model.kinds import Text
from model.records import Issue, Progress, Rectification

BAR = 42
SORTS = {
    Light.RED: "逾期",
    Light.AMBER: "临期",
    Light.GREEN: "正常",
    Light.GREY: "已销号",
    Light.NONE: "未启动",
}


IN_FORMS = frozenset(("content", "department", "owner", "due"))
"""The columns whose values F2 opens for typing: in the form of the issue or of its round."""


class TrackModel(TableModel):
    """Nothing is typed into this table itself; a letter is told where it belongs."""

    def locked(self, row: int, column: int) -> str:
        way = "按 F2 打开表单来改。" if self.columns[column].path in IN_FORMS else ""
        return super().locked(row, column) + way


class Work(NamedTuple):
    """Measures done of all, and which part of the time is over."""

    done: int
    planned: int
    elapsed: float | None


def _paint_light(painter: QPainter, look: Look, cell: Cell) -> None:
    verdict: Verdict = cell.value[0]
    paint.light_words(painter, look, cell.rect, verdict.light.value, verdict.words)


def _paint_due(painter: QPainter, look: Look, cell: Cell) -> None:
    late = cell.row[1][0].light is Light.RED
    usual = look.tokens.ink2 if cell.faded else look.tokens.ink
    ink = look.tokens.red_t if late else usual
    look.texts.line(painter, cell.rect, cell.text, "body", ink)


def _paint_work(painter: QPainter, look: Look, cell: Cell) -> None:
    work: Work = cell.value
    bar = QRectF(cell.rect.left(), cell.rect.top(), BAR, cell.rect.height())
    share = work.done / work.planned if work.planned else 0.0
    paint.mini_bar(painter, look, bar, share, work.elapsed)
    words = cell.rect.adjusted(BAR + 6, 0, 0, 0)
    look.texts.line(painter, words, f"{work.done}/{work.planned}", "label", look.tokens.ink2)


def _share(work: Work) -> float:
    return work.done / work.planned if work.planned else -1.0


COLUMNS = (
    TableColumn(
        "light", Field("light", "红黄绿灯", Text()), 132, paint=_paint_light,
        show=lambda value: value[0].words, order=lambda value: value[1],
        filed_under=lambda value: SORTS[value[0].light],
    ),
    TableColumn("number", Issue.field("number"), 84),
    TableColumn("content", Issue.field("content"), share=60),
    TableColumn("department", Rectification.field("department"), 96, optional=2),
    TableColumn("owner", Rectification.field("owner"), 68),
    TableColumn("due", Rectification.field("due"), 76, paint=_paint_due, label="时限"),
    TableColumn(
        "work", Field("work", "进展", Text()), 92, paint=_paint_work,
        show=lambda work: f"{work.done}/{work.planned}", order=_share,
    ),
    TableColumn("last", Progress.field("content"), 292, label="最近进展", shown_from=1200),
    TableColumn("state", Issue.field("state"), 76, optional=1),
)  # fmt: skip


def row_of(track: Track, verdict: Verdict, today: date) -> Row:
    """The row of one issue, in the order of COLUMNS after the id."""
    work = Work(track.measures_done, track.measures, elapsed(track, today))
    return (
        track.id,
        (verdict, order(track, verdict)),
        track.number,
        track.content,
        track.responsible or track.department,
        track.owner,
        deadline(track),
        work,
        track.progress or "",
        track.state,
    )
