"""The facts of an issue in two columns: who leads, who does it, until when."""

from __future__ import annotations

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from gui.look import Look, paint
from gui.rectification.detail.case import Case
from model.dates import show_date

ROW = 23
LABEL = 60
HALF_GAP = 8


class Facts(QWidget):
    """Painted, for nothing in it is typed; an empty fact says 未定 in grey."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._pairs: list[tuple[str, str]] = []
        self._struck = ""
        self.setObjectName("facts")
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_case(self, case: Case) -> None:
        """Show who and when of the current round."""
        round = case.dossier.round
        year = case.context.year
        self._pairs = [
            ("牵头领导", case.name(round.leader, post=True)),
            ("责任科室", round.department),
            ("责任人", case.name(round.owner)),
            ("整改时限", show_date(round.due, year)),
        ]
        extra = [
            ("问题类别", case.context.names["category"].get(case.issue.category or 0, "")),
            ("问题来源", case.issue.source),
            ("配合人员", round.helpers),
            ("整改目标", round.goal),
            ("下次检视", show_date(round.review_on, year)),
            ("阶段目标", round.stage_goal),
        ]
        self._pairs += [pair for pair in extra if pair[1]]
        original = case.original_due()
        self._struck = f"原{show_date(original, year)}" if original else ""
        self.setFixedHeight((len(self._pairs) + 1) // 2 * ROW + 4)
        self.setAccessibleName("；".join(f"{label}{value}" for label, value in self._pairs))
        self.setToolTip("\n".join(f"{label}：{value}" for label, value in self._pairs if value))
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        half = self.width() / 2 + HALF_GAP
        for place, (label, value) in enumerate(self._pairs):
            left = half if place % 2 else 0
            width = self.width() - half if place % 2 else half - 2 * HALF_GAP
            self._paint_pair(painter, QRectF(left, place // 2 * ROW, width, ROW), label, value)

    def _paint_pair(self, painter: QPainter, place: QRectF, label: str, value: str) -> None:
        tokens, texts = self._look.tokens, self._look.texts
        texts.line(painter, place, label, "label", tokens.ink3)
        words = place.adjusted(LABEL, 0, 0, 0)
        ink = tokens.ink if value else tokens.ink3
        used = texts.line(painter, words, value or "未定", "body", ink)
        if label == "整改时限" and self._struck:
            rest = words.adjusted(used + 8, 0, 0, 0)
            width = texts.line(painter, rest, self._struck, "label", tokens.ink3)
            paint.across(
                painter, tokens.ink3, rest.left(), rest.left() + width, rest.center().y() + 1
            )
