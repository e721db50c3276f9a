"""Sorts ahead while the user looks: a click on a heading then costs no more than the painting."""

from __future__ import annotations

from PySide6.QtCore import QObject, QTimer

from gui.record_table.model import TableModel

REST = 80  # ms without news after which the table is at rest


class Preparing(QObject):
    """One column at a time, so that no keystroke waits."""

    def __init__(self, model: TableModel, parent: QObject) -> None:
        super().__init__(parent)
        self._model = model
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self._prepare)
        for news in (model.modelReset, model.dataChanged, model.rowsInserted, model.rowsRemoved):
            news.connect(lambda *_: self._timer.start(REST))

    def _prepare(self) -> None:
        if self._model.rows.prepare():
            self._timer.start(0)
