"""The 1.5 px ring around whatever has the focus, which a style sheet cannot draw."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QMargins, QObject, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractSpinBox,
    QApplication,
    QCheckBox,
    QComboBox,
    QLineEdit,
    QPlainTextEdit,
    QRadioButton,
    QTextEdit,
    QWidget,
)

from gui.look.paint import smooth

WIDTH = 1.5
FIELDS = (QLineEdit, QAbstractSpinBox, QComboBox, QPlainTextEdit, QTextEdit)
BARE = (QCheckBox, QRadioButton)  # their indicator shows the focus (style sheet)
OUTSIDE = QMargins(3, 3, 3, 3)  # the gap and the ring itself


class FocusRings(QObject):
    """Puts a ring on each button and field that gets the focus, until it loses it."""

    def __init__(self, app: QApplication, colour: QColor) -> None:
        super().__init__(app)
        self.setObjectName("focus_rings")
        self._colour = colour
        app.focusChanged.connect(self._show)

    def _show(self, _before: QWidget | None, now: QWidget | None) -> None:
        if now is not None and _wants_ring(now):
            Ring(now, self._colour)


class Ring(QWidget):
    """Lies over the target, lets the mouse through, and goes when the target loses the focus."""

    def __init__(self, target: QWidget, colour: QColor) -> None:
        super().__init__(target.parentWidget())
        self._target = target
        self._colour = colour
        self._outside = target.property("role") == "primary"
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        target.installEventFilter(self)
        self._follow()
        self.show()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in (QEvent.Type.Move, QEvent.Type.Resize):
            self._follow()
        elif event.type() in (QEvent.Type.FocusOut, QEvent.Type.Hide, QEvent.Type.ParentChange):
            watched.removeEventFilter(self)
            self.hide()
            self.deleteLater()
        return False

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setPen(QPen(self._colour, WIDTH))
        inset = WIDTH / 2
        rect = QRectF(self.rect()).adjusted(inset, inset, -inset, -inset)
        radius = _radius(self._target) + (2 if self._outside else -0.5)
        with smooth(painter):
            painter.drawRoundedRect(rect, radius, radius)

    def _follow(self) -> None:
        place = self._target.geometry()
        self.setGeometry(place.marginsAdded(OUTSIDE) if self._outside else place)
        self.raise_()


def _radius(target: QWidget) -> float:
    radius = target.property("radius")
    return float(radius) if radius is not None else 4.0


def _wants_ring(widget: QWidget) -> bool:
    if widget.isWindow() or _edits_a_cell(widget):
        return False
    if isinstance(widget, FIELDS):
        return widget.property("ring") is not False
    # A button that was clicked needs no ring; one that was reached by keyboard does.
    pressed = QApplication.mouseButtons() != Qt.MouseButton.NoButton
    return isinstance(widget, QAbstractButton) and not isinstance(widget, BARE) and not pressed


def _edits_a_cell(widget: QWidget) -> bool:
    holder = widget.parentWidget()
    while holder is not None and not holder.isWindow():
        if isinstance(holder, QAbstractItemView):
            return True
        holder = holder.parentWidget()
    return False
