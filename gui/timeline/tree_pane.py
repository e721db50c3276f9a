"""The left side of the board: the tree above a foot as high as the chart's scroll bar."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QScrollBar, QVBoxLayout, QWidget

from gui.timeline.tree import Tree


class TreePane(QWidget):
    """The foot is there when the scroll bar is, so that tree and chart show as many rows."""

    def __init__(self, tree: Tree, bar: QScrollBar) -> None:
        super().__init__()
        self._bar = bar
        self._foot = QWidget()
        self._foot.setProperty("ground", "surface")
        self._foot.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._foot.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(tree, 1)
        column.addWidget(self._foot)
        bar.rangeChanged.connect(self._fit)

    def _fit(self, least: int, most: int) -> None:
        self._foot.setFixedHeight(self._bar.sizeHint().height())
        self._foot.setVisible(most > least)
