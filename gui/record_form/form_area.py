"""Holds a form in a dialog: a long one scrolls while the dialog's buttons stay in sight."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QSize, Qt
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QDialog, QScrollArea

from gui.record_form.form import RecordForm

AROUND = 200  # px of the dialog's other parts and of the screen's bars
SCROLL_BAR = 10


class FormArea(QScrollArea):
    """As high as its form while the screen has room, and never scrolled sideways."""

    def __init__(self, form: RecordForm) -> None:
        super().__init__()
        self.setObjectName("form_area")
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._form = form
        self.setWidget(form)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self._form and event.type() == QEvent.Type.LayoutRequest:
            self.updateGeometry()
        return super().eventFilter(watched, event)

    def sizeHint(self) -> QSize:
        most = self.screen().availableGeometry().height() - AROUND
        wanted = self._form.sizeHint()
        wrapped = self._form.heightForWidth(self.viewport().width())
        return QSize(wanted.width() + SCROLL_BAR, min(max(wanted.height(), wrapped), most))


class FormDialog(QDialog):
    """A dialog that grows with its form, as long as the screen has room, and shrinks with it.

    Longer text and what was refused need more height than the form had; when they are gone, it has
    that again.
    """

    _own = 0  # px of height that it was opened with
    _fitted = 0  # that it grew to; where it has another now, the user chose that

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._own = self._own or self.height()

    def event(self, event: QEvent) -> bool:
        done = super().event(event)
        if event.type() == QEvent.Type.LayoutRequest and self._own:
            # Wrapped lines are known to the least height only.
            self._fit(max(self.sizeHint().height(), self.minimumHeight()))
        return done

    def _fit(self, wanted: int) -> None:
        if wanted > self.height() or self.height() == self._fitted:
            self.resize(self.width(), max(wanted, self._own))
        self._fitted = wanted if wanted == self.height() else 0
