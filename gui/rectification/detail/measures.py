"""整改措施 of the current round: a tick when done, who, until when."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QAction, QContextMenuEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QMenu, QSizePolicy, QWidget

from gui.look import Look, paint
from gui.rectification.detail.case import Case
from gui.rectification.detail.section import Section
from model.dates import show_date
from model.judgements.lights import Light
from model.records import Measure

BOX = 26  # the tick box and the gap behind it
OWNER, DAY = 56, 52
LINE = 20
EDGE = 3
INKS = {Light.RED: "red_t", Light.AMBER: "amber_t"}


class MeasureRow(QAbstractButton):
    """One measure; space or a click ticks it off, Enter or a double click opens it."""

    ticked = Signal(object)  # the Measure
    opened = Signal(object)
    removed = Signal(object)

    def __init__(self, look: Look, measure: Measure, case: Case) -> None:
        super().__init__()
        self.measure = measure
        self._look = look
        self._owner = case.name(measure.owner)
        self._day_ink = INKS.get(case.measure_lights.get(measure.id, Light.NONE), "ink2")
        self._day = show_date(measure.done_on or measure.due, case.context.year)
        self.setObjectName(f"measure_{measure.id}")
        self.setText(measure.content)
        self.setCheckable(True)
        self.setChecked(measure.done_on is not None)
        done = f"{self._day}完成" if measure.done_on else f"时限{self._day or '未定'}"
        self.setAccessibleName(f"{measure.content}，{self._owner}，{done}")
        self.setToolTip(f"{measure.content}\n{self._owner} · {done}\n单击勾选，双击修改")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        policy = self.sizePolicy()
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        # The store decides whether the tick stands, not the button.
        self.clicked.connect(self._ask)

    def sizeHint(self) -> QSize:
        return QSize(200, LINE + 2 * EDGE)

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        room = width - BOX - OWNER - DAY
        lines = self._look.texts.line_count(self.text(), "body", room, 2)
        return max(1, lines) * LINE + 2 * EDGE

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        tokens, texts = self._look.tokens, self._look.texts
        rect = QRectF(self.rect())
        if self.underMouse() or self.hasFocus():
            painter.fillRect(rect, tokens.hover)
        paint.tick_box(painter, self._look, QRectF(0, EDGE, 16, LINE), self.isChecked())
        words = rect.adjusted(BOX, EDGE, -OWNER - DAY, -EDGE)
        texts.lines(painter, words, self.text(), "body", tokens.ink)
        right = Qt.AlignmentFlag.AlignRight
        top = QRectF(rect.right() - OWNER - DAY, EDGE, OWNER - 8, LINE)
        texts.line(painter, top, self._owner, "label", tokens.ink2, right)
        day = QRectF(rect.right() - DAY, EDGE, DAY, LINE)
        texts.line(painter, day, self._day, "label", getattr(tokens, self._day_ink), right)
        paint.across(painter, tokens.line, BOX, rect.right(), rect.bottom() - 1)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        if event.position().x() > BOX:
            self.opened.emit(self.measure)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        # The words select, only the box ticks: a double click on the words must not tick twice.
        self.setFocus(Qt.FocusReason.MouseFocusReason)
        if event.position().x() <= BOX:
            super().mousePressEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        menu = QMenu(self)
        for text, signal in (("修改…", self.opened), ("删除", self.removed)):
            action = QAction(text, menu)
            action.triggered.connect(lambda _=False, signal=signal: signal.emit(self.measure))
            menu.addAction(action)
        menu.popup(event.globalPos() + QPoint(1, 1))

    def _ask(self) -> None:
        self.setChecked(self.measure.done_on is not None)
        self.ticked.emit(self.measure)


class MeasureSection(Section):
    """The measures of the current round."""

    ticked = Signal(object)
    opened = Signal(object)
    removed = Signal(object)

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(look, "measures", "整改措施", "添加措施", parent=parent)

    def show_case(self, case: Case, barred: str = "") -> None:
        """Show the measures of the case's current round; ``barred`` says why none is altered."""
        self.bar(barred)
        measures = case.dossier.measures
        done = sum(measure.done_on is not None for measure in measures)
        self.heading.set_fact(f"{done} / {len(measures)} 已完成" if measures else "还没有")
        rows: list[QWidget] = []
        for measure in measures:
            row = MeasureRow(self.look, measure, case)
            row.ticked.connect(self.ticked)
            row.opened.connect(self.opened)
            row.removed.connect(self.removed)
            row.setEnabled(not barred)
            rows.append(row)
        self.show_rows(rows)
