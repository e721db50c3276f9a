"""The 1.5 px line around whatever has the focus, which a style sheet cannot draw."""

from __future__ import annotations

from PySide6.QtCore import QObject, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QApplication, QHBoxLayout, QLayout, QSizePolicy, QWidget
from shiboken6 import isValid

from gui.look.paint import smooth
from gui.look.palette import Tokens

WIDTH = 1.5
# By name, for each class of Qt that is imported costs the start some time.
FIELDS = ("QLineEdit", "QAbstractSpinBox", "QComboBox", "QPlainTextEdit", "QTextEdit")
BARE = ("QCheckBox", "QRadioButton")  # their indicator shows the focus (style sheet)


class FocusRings(QObject):
    """Shows a ring in each button and field that gets the focus, until it loses it."""

    def __init__(self, app: QApplication, tokens: Tokens) -> None:
        super().__init__(app)
        self.setObjectName("focus_rings")
        self._tokens = tokens
        self._shown: Ring | None = None
        # Without the widgets that the signal names: the one before may be half destroyed.
        app.focusChanged.connect(self._move)

    def _move(self) -> None:
        if self._shown is not None and isValid(self._shown):
            self._shown.hide()
        now = QApplication.focusWidget()
        self._shown = self._ring(now) if now is not None and _wants_ring(now) else None
        if self._shown is not None:
            self._shown.raise_()
            self._shown.show()

    def _ring(self, target: QWidget) -> Ring:
        direct = Qt.FindChildOption.FindDirectChildrenOnly
        made = target.findChild(Ring, "focus_ring", direct)
        return made if isinstance(made, Ring) else Ring(target, self._tokens)


class Ring(QWidget):
    """Lies over the target, as large as it, and lets the mouse through.

    A layout keeps its size, not an event filter: those are called for half destroyed widgets, too.
    """

    def __init__(self, target: QWidget, tokens: Tokens) -> None:
        super().__init__(target)
        self._target = target
        self._edge = tokens.accent
        primary = target.property("role") == "primary"
        self._gap: QColor | None = tokens.surface if primary else None
        self.setObjectName("focus_ring")
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Ignored)
        # A text edit's padding is part of its frame: the ring lies over that as well.
        target.setAttribute(Qt.WidgetAttribute.WA_LayoutOnEntireRect)
        over = QHBoxLayout(target)
        over.setContentsMargins(0, 0, 0, 0)
        over.setSizeConstraint(QLayout.SizeConstraint.SetNoConstraint)
        over.addWidget(self)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        if self._gap is not None:
            self._line(painter, self._gap, WIDTH)
        self._line(painter, self._edge, 0)

    def _line(self, painter: QPainter, colour: QColor, inset: float) -> None:
        inset += WIDTH / 2
        radius = max(0.0, _radius(self._target) - inset + 0.25)
        painter.setPen(QPen(colour, WIDTH))
        with smooth(painter):
            rect = QRectF(self.rect()).adjusted(inset, inset, -inset, -inset)
            painter.drawRoundedRect(rect, radius, radius)


def _radius(target: QWidget) -> float:
    radius = target.property("radius")
    return float(radius) if radius is not None else 4.0


def _wants_ring(widget: QWidget) -> bool:
    if widget.isWindow() or _edits_a_cell(widget):
        return False
    if any(map(widget.inherits, FIELDS)):
        return widget.property("ring") is not False
    # A button that was clicked needs no ring; one that was reached by keyboard does.
    pressed = QApplication.mouseButtons() != Qt.MouseButton.NoButton
    is_bare = any(map(widget.inherits, BARE))
    return widget.inherits("QAbstractButton") and not is_bare and not pressed


def _edits_a_cell(widget: QWidget) -> bool:
    holder = widget.parentWidget()
    while holder is not None and not holder.inherits("QAbstractItemView"):
        holder = None if holder.isWindow() else holder.parentWidget()
    return holder is not None
