"""Holds a form in a dialog: where the screen is too low for it the form scrolls."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QSize, Qt
from PySide6.QtWidgets import QScrollArea

from gui.record_form.form import RecordForm

SCROLL_BAR = 10
LEAST = 120  # px of height: two fields


class FormArea(QScrollArea):
    """As high as its form where there is room, and never scrolled sideways."""

    def __init__(self, form: RecordForm) -> None:
        super().__init__()
        self.setObjectName("form_area")
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.show_form(form)

    def show_form(self, form: RecordForm) -> None:
        """Hold this form; the one before goes."""
        self._form = form
        self.setWidget(form)
        for each in (form, self.viewport()):
            each.setAutoFillBackground(False)  # the dialog's ground is theirs, too
        self.updateGeometry()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self._form and event.type() == QEvent.Type.LayoutRequest:
            self.updateGeometry()
        return super().eventFilter(watched, event)

    def sizeHint(self) -> QSize:
        wanted = self._form.sizeHint()
        wrapped = self._form.heightForWidth(self.viewport().width())
        return QSize(wanted.width() + SCROLL_BAR, max(wanted.height(), wrapped))

    def minimumSizeHint(self) -> QSize:
        return QSize(super().minimumSizeHint().width(), min(LEAST, self.sizeHint().height()))
