"""What the windows around a sheet have in common: title, tools, and the foot."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QDialog, QHBoxLayout, QLayout, QPushButton, QVBoxLayout, QWidget

from gui.look import Look
from gui.look.buttons import DIALOG_HEIGHT, plain_button
from gui.look.panels import Hairline, label

MARGIN = 28
AROUND = QSize(40, 80)  # px of the screen's bars and the window's frame
LEAST = QSize(1080, 600)


class SheetDialog(QDialog):
    """A title with tools at its right, the sheet, and a foot with a hint and the buttons."""

    def __init__(
        self, parent: QWidget | None, look: Look, name: str, title: str, size: QSize
    ) -> None:
        super().__init__(parent)
        self.look = look
        self.setObjectName(name)
        self.setAccessibleName(title)
        self.setWindowTitle(title)
        room = self.screen().availableSize() - AROUND
        self.resize(size.boundedTo(room).expandedTo(LEAST.boundedTo(size)))
        self.hint = label(look, f"{name}_hint", "", "label", "ink2")
        self.title = label(look, f"{name}_title", title, "dialog_title")
        self.close_button = plain_button(look, f"{name}_close", "关闭", height=DIALOG_HEIGHT)
        self.close_button.clicked.connect(self.reject)

    def lay_out(
        self,
        tools: Sequence[QWidget],
        body: QLayout | QWidget,
        buttons: Sequence[QPushButton] = (),
    ) -> None:
        """Put the parts in their places; 关闭 stands before the other ``buttons``."""
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(_row([self.title], tools, 20, 16))
        column.addWidget(Hairline(self.look.tokens.line))
        if isinstance(body, QLayout):
            column.addLayout(body, 1)
        else:
            column.addWidget(body, 1)
        column.addWidget(Hairline(self.look.tokens.line))
        column.addLayout(_row([self.hint], [self.close_button, *buttons], 12, 16))


def _row(left: Sequence[QWidget], right: Sequence[QWidget], top: int, bottom: int) -> QHBoxLayout:
    row = QHBoxLayout()
    row.setContentsMargins(MARGIN, top, MARGIN, bottom)
    row.setSpacing(8)
    for widget in left:
        row.addWidget(widget)
    row.addStretch(1)
    for widget in right:
        row.addWidget(widget)
    return row
