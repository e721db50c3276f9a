"""The facts of an issue: who leads, who does it, until when, in two columns; goals across."""

from __future__ import annotations

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from gui.look import Look, paint
from gui.rectification.detail.case import Case
from model.dates import show_date

ROW, LINE = 23, 20
GOAL_LINES = 2
LABEL = 60
HALF_GAP = 8


class Facts(QWidget):
    """Painted, for nothing in it is typed; an empty fact says 未定 in grey."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._pairs: list[tuple[str, str]] = []
        self._goals: list[tuple[str, str]] = []  # too long for a column
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
            ("下次检视", show_date(round.review_on, year)),
        ]
        self._pairs += [pair for pair in extra if pair[1]]
        goals = [("整改目标", round.goal), ("阶段目标", round.stage_goal)]
        self._goals = [pair for pair in goals if pair[1]]
        original = case.original_due()
        self._struck = f"原{show_date(original, year)}" if original else ""
        whole = self._pairs + self._goals
        self.setAccessibleName("；".join(f"{label}{value}" for label, value in whole))
        self.setToolTip("\n".join(f"{label}：{value}" for label, value in whole if value))
        self._fit()
        self.update()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        """As high as the lines that the goals take at this width."""
        halves = (len(self._pairs) + 1) // 2 * ROW
        self.setFixedHeight(halves + sum(self._goal_height(words) for _, words in self._goals) + 4)

    def _goal_height(self, words: str) -> int:
        room = self.width() - LABEL
        lines = self._look.texts.line_count(words, "body", room, GOAL_LINES)
        return ROW + (max(1, lines) - 1) * LINE

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        half = self.width() / 2 + HALF_GAP
        for place, (label, value) in enumerate(self._pairs):
            left = half if place % 2 else 0
            width = self.width() - half if place % 2 else half - 2 * HALF_GAP
            self._paint_pair(painter, QRectF(left, place // 2 * ROW, width, ROW), label, value)
        top = (len(self._pairs) + 1) // 2 * ROW
        for label, words in self._goals:
            height = self._goal_height(words)
            self._paint_goal(painter, QRectF(0, top, self.width(), height), label, words)
            top += height

    def _paint_goal(self, painter: QPainter, place: QRectF, label: str, words: str) -> None:
        tokens, texts = self._look.tokens, self._look.texts
        first = QRectF(place.left(), place.top(), LABEL, ROW)
        texts.line(painter, first, label, "label", tokens.ink3)
        rest = place.adjusted(LABEL, 0, 0, 0)
        texts.lines(painter, rest, words, "body", tokens.ink, GOAL_LINES)

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
