"""The filters that are on, as chips in a row that a room places above its table."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractButton, QHBoxLayout, QLabel, QSizePolicy, QWidget

from gui.look import Look, paint
from gui.look.buttons import flat_button
from gui.look.chips import CHIP_HEIGHT, CHIP_PADDING
from gui.look.panels import label
from gui.record_table.filtering import Filtering

CROSS = 14
MOST_WIDTH, LEAST_WIDTH = 360, 96
GAP = 8
GROUP = "(group)"  # stands for the path of the chip that tells of groups; no column has it


class FilterChips(QWidget):
    """类别：素质能力 ✕ …… 显示 12 / 57 条 · 清除筛选; a click on a chip takes its filter off.

    Where the rows are grouped a chip 分组：问题类别 ✕ stands first.
    """

    taken_off = Signal()  # a chip was clicked and is gone, and the focus with it

    def __init__(self, look: Look, filtering: Filtering, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look, self._filtering = look, filtering
        self._chips: list[FilterChip] = []
        self.setObjectName("filter_chips")
        self.setAccessibleName("筛选条件")
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self._shown: QLabel = label(look, "filter_shown", "", "label", "ink2")
        self._clear = flat_button(look, "filter_clear_all", "清除筛选", icon="close")
        self._clear.clicked.connect(filtering.clear)
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(GAP)
        self._row.addStretch(1)
        self._row.addWidget(self._shown)
        self._row.addWidget(self._clear)
        filtering.changed.connect(self._show)
        self._show()

    def chips(self) -> list[FilterChip]:
        """Those that are shown, from left to right."""
        return list(self._chips)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._share()

    def _show(self) -> None:
        filters, grouped = self._filtering.words(), self._filtering.group_words()
        wanted = [(GROUP, grouped), *filters] if grouped else filters
        if wanted != [(chip.path, chip.text()) for chip in self._chips]:
            self._replace(wanted)
        self._shown.setText(self._filtering.shown_words())
        self._shown.setVisible(bool(filters))
        self._clear.setVisible(bool(filters))
        self._share()

    def _replace(self, wanted: list[tuple[str, str]]) -> None:
        for chip in self._chips:
            self._row.removeWidget(chip)
            chip.hide()
            chip.deleteLater()
        self._chips = [FilterChip(self._look, path, words, self) for path, words in wanted]
        before = self._before_in_chain()
        for place, chip in enumerate(self._chips):
            chip.clicked.connect(lambda _checked, path=chip.path: self._take_off(path))
            self._row.insertWidget(place, chip)
            QWidget.setTabOrder(before, chip)  # else it would come last in the window
            before = chip
            chip.show()

    def _before_in_chain(self) -> QWidget:
        """What Tab meets before the chips; Qt takes nothing in that cannot be met."""
        widget = self._clear.previousInFocusChain() or self._clear
        while widget.focusPolicy() == Qt.FocusPolicy.NoFocus and widget is not self._clear:
            widget = widget.previousInFocusChain() or self._clear
        return widget

    def _take_off(self, path: str) -> None:
        if path == GROUP:
            self._filtering.ungrouping_wanted.emit()
        else:
            self._filtering.put(path, None)
        self.taken_off.emit()

    def _share(self) -> None:
        """Give the chips as much width as there is, each at least LEAST_WIDTH."""
        if not self._chips:
            return
        used = self._shown.sizeHint().width() + self._clear.sizeHint().width() + 2 * GAP
        each = (self.width() - used) // len(self._chips) - GAP
        for chip in self._chips:
            chip.setMaximumWidth(min(max(each, LEAST_WIDTH), MOST_WIDTH))


class FilterChip(QAbstractButton):
    """The words of one filter and a cross; words that do not fit are cut, whole in the tooltip."""

    def __init__(self, look: Look, path: str, words: str, parent: QWidget) -> None:
        super().__init__(parent)
        self._look, self.path = look, path
        self.setText(words)
        deed = "分组" if path == GROUP else "筛选"
        self.setToolTip(f"{words}\n点一下，取消这个{deed}")
        self.setObjectName(f"filter_chip_{path}")
        self.setAccessibleName(f"取消{deed} {words}")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setProperty("radius", CHIP_HEIGHT / 2)

    def sizeHint(self) -> QSize:
        width = self._look.fonts.width("label", self.text())
        return QSize(round(width) + 2 * CHIP_PADDING + CROSS + 4, CHIP_HEIGHT)

    def minimumSizeHint(self) -> QSize:
        return QSize(min(LEAST_WIDTH, self.sizeHint().width()), CHIP_HEIGHT)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        tokens = self._look.tokens
        rect = QRectF(self.rect())
        paint.outline(painter, rect, tokens.chip, tokens.chip, CHIP_HEIGHT / 2)
        place = rect.adjusted(CHIP_PADDING, 0, -CHIP_PADDING - CROSS - 2, 0)
        self._look.texts.line(painter, place, self.text(), "label", tokens.on_chip)
        cross = QRectF(rect.right() - CHIP_PADDING - CROSS + 2, 0, CROSS, rect.height())
        self._look.paint_icon(painter, cross, "close", tokens.on_chip, CROSS)
