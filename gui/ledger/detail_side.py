"""The place of the form beside the sheet: opened and closed, following the current row."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, QTimer, Signal
from PySide6.QtGui import QKeySequence, QShortcut, QShowEvent
from PySide6.QtWidgets import QApplication, QHBoxLayout, QWidget

from gui.look.buttons import plain_button
from gui.look.panels import Hairline
from gui.office import Office
from gui.record_table import RecordTable
from gui.rectification.widths import detail_width

if TYPE_CHECKING:
    from gui.ledger.issue_detail import IssueDetail

OPEN = "ledger/detail_open"
KEYS = "Ctrl+I"


class DetailSide(QWidget):
    """Closed until it is asked for, and remembered; the form is built when it is first seen."""

    turned = Signal(bool)  # open or closed now
    menu_wanted = Signal(int, QPoint)  # issue id, where on the screen

    def __init__(self, office: Office, table: RecordTable, parent: QWidget) -> None:
        super().__init__(parent)
        self._office, self._table = office, table
        self.detail: IssueDetail | None = None
        self.setObjectName("detail_side")
        self.button = plain_button(office.look, "show_detail", "详情")
        self.button.setCheckable(True)
        self.button.setToolTip(f"在右边打开当前问题，逐项填写（{KEYS}）")
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(0)
        self._row.addWidget(Hairline(office.look.tokens.line2, upright=True))
        self._show(bool(office.settings.get(OPEN, False)))
        self.button.clicked.connect(self.open)
        QShortcut(QKeySequence(KEYS), parent).activated.connect(self.press_keys)
        table.current_changed.connect(lambda _id: self.follow())

    def is_open(self) -> bool:
        return not self.isHidden()

    def open(self, wanted: bool = True) -> None:
        """Open the form beside the sheet, or close it; what is refused there stays open."""
        if wanted != self.is_open() and self._turn(wanted):
            self._office.settings.put(OPEN, wanted)
        self.button.setChecked(self.is_open())

    def give_way(self) -> bool:
        """Close, unremembered, for what needs the place; False: something refused stands there."""
        return self._turn(False)

    def press_keys(self) -> None:
        """Into the form at the field of the current cell; from there close it."""
        if self.is_open() and self._has_keyboard():
            self.open(False)
            return
        self.open()
        if self.is_open() and self.detail is not None and self.detail.issue_id():
            column = self._table.currentIndex().column()
            columns = self._table.records.columns
            self.detail.go_to_field(columns[column].path if 0 <= column < len(columns) else "")

    def follow(self) -> None:
        """Show the current row as it is now; where a refused text stands, go back to it."""
        if self.detail is None or not self.is_open():
            return
        if not self.detail.show_issue(self._table.current_id()):
            # Not now: the click or key that moved on is still on its way through the table.
            QTimer.singleShot(0, self._go_back)

    def forget(self) -> None:
        """Another campaign is shown now."""
        if self.detail is not None:
            self.detail.forget()

    def fit(self, together: int) -> None:
        """Stand beside the sheet in so many px ``together``."""
        self.setFixedWidth(detail_width(together) + 1)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self.detail is None:
            self.detail = self._built()
            self._row.addWidget(self.detail, 1)
        self.follow()

    def _built(self) -> IssueDetail:
        # Only with the form: its parts would delay the first paint of the sheet.
        from gui.ledger.issue_detail import IssueDetail

        detail = IssueDetail(self._office, self)
        detail.step_wanted.connect(self._step)
        detail.left.connect(self._table.setFocus)
        detail.menu_wanted.connect(lambda where: self.menu_wanted.emit(detail.issue_id(), where))
        return detail

    def _step(self, step: int) -> None:
        """To the row above or below; the cursor stays in its field."""
        rows = self._table.records.rows
        row = rows.row_of(self.detail.issue_id()) if self.detail else None
        if row is not None and 0 <= row + step < len(rows):
            self._table.select_id(rows.id_at(row + step))

    def _go_back(self) -> None:
        if self.detail is not None and self._table.select_id(self.detail.issue_id()):
            self.detail.go_to_refused()

    def _turn(self, wanted: bool) -> bool:
        if wanted != self.is_open():
            shown = self.detail if self.is_open() else None
            if not (shown.show_issue(0) if shown else self._table.leave_cell()):
                return False
            if self._has_keyboard():
                self._table.setFocus()
            self._show(wanted)
            self.turned.emit(wanted)
        return True

    def _show(self, wanted: bool) -> None:
        self.setVisible(wanted)
        self.button.setChecked(wanted)

    def _has_keyboard(self) -> bool:
        focused = QApplication.focusWidget()
        return focused is not None and self.isAncestorOf(focused)
