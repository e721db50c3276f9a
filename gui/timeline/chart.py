"""The chart under mouse and wheel: choosing, dragging, zooming."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QPoint, Qt, QTimer, Signal
from PySide6.QtGui import (
    QContextMenuEvent,
    QHelpEvent,
    QHideEvent,
    QKeyEvent,
    QMouseEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QWidget

from gui.look import Look
from gui.timeline.canvas import Canvas
from gui.timeline.drag import Grip
from gui.timeline.hand import Ghost, Hand
from gui.timeline.outline import key_of
from gui.timeline.shapes import grip_at, mark_of
from model.calendar import Calendar
from model.judgements.timeline import Row

WHEEL_STEP = 60  # px that one notch of the wheel moves the chart sideways
PULL_EVERY, PULL_BY = 40, 20  # ms and px, while a bar is held at the edge

CURSORS = {
    None: Qt.CursorShape.ArrowCursor,
    Grip.WHOLE: Qt.CursorShape.OpenHandCursor,
    Grip.START: Qt.CursorShape.SizeHorCursor,
    Grip.END: Qt.CursorShape.SizeHorCursor,
    Grip.BLANK: Qt.CursorShape.CrossCursor,
}


class Chart(Canvas):
    """It changes nothing itself: what the mouse asks for is a signal."""

    row_chosen = Signal(object)  # Row
    open_wanted = Signal(object)  # Row
    drag_wanted = Signal(object, object)  # Row, Drag
    menu_wanted = Signal(object)  # place on the screen
    hovered = Signal(object, object)  # Row or None, place on the screen
    zoom_wanted = Signal(int, int)  # 1 closer, -1 farther; place that shall stay

    def __init__(self, look: Look, calendar: Calendar, parent: QWidget | None = None) -> None:
        super().__init__(look, calendar, parent)
        self.setObjectName("timeline_chart")
        self.setAccessibleName("时间轴图")
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # the tree has the keyboard of both
        self._focused_before: QWidget | None = None  # while a bar is dragged
        self.viewport().setMouseTracking(True)
        self.editable = True
        self._hand = Hand()
        self._hovers = False
        self._puller = QTimer(self, interval=PULL_EVERY)
        self._puller.timeout.connect(self._pull_on)
        self._mouse = QPoint()

    def ghost(self) -> Ghost | None:
        return self._hand.ghost

    def row_under(self, place: QPoint) -> Row | None:
        """The row whose mark is at a place of the viewport, or the row that has none yet."""
        line = self.line_at(place.y())
        if line is None:
            return None
        x = place.x() + self.offset.x()
        for row in (*line.pinned, line.row):
            rect = mark_of(row, self.scale, 0)
            if rect is None or rect.left() - 3 <= x <= rect.right() + 3:
                return row
        return None

    # -- pressing and dragging -------------------------------------------------------------

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._hush()
        line = self.line_at(event.position().y())
        if line is None:
            return
        is_chosen = key_of(line.row) == self.chosen
        self.row_chosen.emit(line.row)
        if event.button() == Qt.MouseButton.LeftButton and self.editable:
            self._hand.take(line.row, self.scale, self._x(event.position().x()), is_chosen)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        self._mouse = event.position().toPoint()
        if event.buttons() & Qt.MouseButton.LeftButton:
            self._pull()
            return
        if self._hovers and self.row_under(self._mouse) is None:
            self._hush()
        self.viewport().setCursor(CURSORS[self._grip_under(self._mouse)])

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        done = self._hand.let_go() if event.button() == Qt.MouseButton.LeftButton else None
        self.cancel()
        if done is not None:
            self.drag_wanted.emit(*done)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        line = self.line_at(event.position().y())
        if line is not None and event.button() == Qt.MouseButton.LeftButton:
            self.open_wanted.emit(line.row)

    def cancel(self) -> None:
        """Let go of what is held; nothing comes of it."""
        if self._focused_before is not None:
            self._focused_before.setFocus()
            self._focused_before = None
        self._hand.drop()
        self._puller.stop()
        self.viewport().update()

    def _pull(self) -> None:
        held = self.ghost() is not None
        if not self._hand.pull(self.scale, self._x(self._mouse.x())):
            return
        if not held:
            self._focused_before = self.window().focusWidget()
            self.setFocus()  # for Esc; the tree gets it back
            self.viewport().setCursor(Qt.CursorShape.ClosedHandCursor)
        inside = 0 <= self._mouse.x() < self.viewport().width()
        self._puller.stop() if inside else self._puller.start()
        self.viewport().update()

    def _pull_on(self) -> None:
        """The bar is held beyond the edge: bring more of the time into sight."""
        bar = self.horizontalScrollBar()
        bar.setValue(bar.value() + (PULL_BY if self._mouse.x() > 0 else -PULL_BY))
        self._pull()

    def _grip_under(self, place: QPoint) -> Grip | None:
        line = self.line_at(place.y())
        if line is None or not self.editable:
            return None
        is_chosen = key_of(line.row) == self.chosen
        return grip_at(line.row, self.scale, self._x(place.x()), is_chosen)

    def _x(self, x: float) -> float:
        return x + self.offset.x()

    # -- the rest --------------------------------------------------------------------------

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.cancel()

    def hideEvent(self, event: QHideEvent) -> None:
        self.cancel()
        super().hideEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        self.menu_wanted.emit(event.globalPos())

    def viewportEvent(self, event: QEvent) -> bool:
        if isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip:
            row = self.row_under(event.pos()) if self.ghost() is None else None
            self._hovers = row is not None
            self.hovered.emit(row, event.globalPos())
            return True
        if event.type() == QEvent.Type.Leave:
            self._hush()
        return super().viewportEvent(event)

    def _hush(self) -> None:
        self._hovers = False
        self.hovered.emit(None, QPoint())

    def wheelEvent(self, event: QWheelEvent) -> None:
        self._hush()
        steps = event.angleDelta().y() / 120
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.zoom_wanted.emit(1 if steps > 0 else -1, round(event.position().x()))
        elif event.modifiers() & Qt.KeyboardModifier.ShiftModifier:
            bar = self.horizontalScrollBar()
            bar.setValue(bar.value() - round(steps * WHEEL_STEP))
        else:
            super().wheelEvent(event)
