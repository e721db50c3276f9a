"""What the marks of the chart mean, at the right of the tool row."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from gui.look import Look, paint
from gui.timeline import marks

GAP = 20  # between two entries
INSET = 6  # from a mark to its words
HEIGHT = 20

Painted = Callable[[QPainter, Look, QRectF], None]


def _open_bar(painter: QPainter, look: Look, rect: QRectF) -> None:
    marks.task_bar(painter, look, _bar(rect), 0)


def _done_bar(painter: QPainter, look: Look, rect: QRectF) -> None:
    marks.task_bar(painter, look, _bar(rect), 1)


def _to_send(painter: QPainter, look: Look, rect: QRectF) -> None:
    marks.diamond(painter, look, rect.center(), False)


def _sent(painter: QPainter, look: Look, rect: QRectF) -> None:
    marks.diamond(painter, look, rect.center(), True)


def _today(painter: QPainter, look: Look, rect: QRectF) -> None:
    marks.today_line(painter, look, rect.center().x(), rect.top() + 3, rect.bottom() - 3)


def _planned(painter: QPainter, look: Look, rect: QRectF) -> None:
    middle = rect.center().y()
    marks.base_line(painter, look, QRectF(rect.left(), middle - 1.5, rect.width(), 3))


def _bar(rect: QRectF) -> QRectF:
    return QRectF(rect.left(), rect.center().y() - 5, rect.width(), 10)


ENTRIES: tuple[tuple[str, int, Painted], ...] = (
    ("未完成", 20, _open_bar),
    ("已完成", 20, _done_bar),
    ("待报送", 14, _to_send),
    ("已报送", 14, _sent),
    ("原计划", 18, _planned),
    ("今天", 6, _today),
)


class Legend(QWidget):
    """The marks and their words in one line, right-aligned; the first ones go when it is narrow."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self.setObjectName("timeline_legend")
        self.setAccessibleName("图例：" + "、".join(words for words, _, _ in ENTRIES))
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        width = sum(self._width(words, mark) for words, mark, _ in ENTRIES)
        return QSize(round(width) + GAP * (len(ENTRIES) - 1), HEIGHT)

    def minimumSizeHint(self) -> QSize:
        return QSize(0, HEIGHT)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        right = float(self.width())
        for words, mark, painted in reversed(ENTRIES):
            left = right - self._width(words, mark)
            if left < -0.5:
                return
            painted(painter, self._look, QRectF(paint.on_device(painter, left), 0, mark, HEIGHT))
            place = QRectF(left + mark + INSET, 0, right - left - mark - INSET + 1, HEIGHT)
            ink = self._look.tokens.ink2
            self._look.texts.line(painter, place, words, "label", ink)
            right = left - GAP

    def _width(self, words: str, mark: int) -> float:
        return mark + INSET + self._look.fonts.width("label", words)
