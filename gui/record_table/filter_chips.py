"""The filters that are on, as chips in a row that a room places above its table."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPoint, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractButton,
    QHBoxLayout,
    QLabel,
    QMenu,
    QSizePolicy,
    QWidget,
)

from gui.look import Look, paint
from gui.look.buttons import flat_button
from gui.look.chips import CHIP_HEIGHT, CHIP_PADDING
from gui.look.panels import label
from gui.record_table.filtering import Filtering

CROSS = 14
MOST_WIDTH, LEAST_WIDTH = 360, 132  # narrower a chip would not say what it filters
GAP = 8
GROUP = "(group)"  # stands for the path of the chip that tells of groups; no column has it
FOLDED = "(folded)"  # and of the one for all that find no room


class FilterChips(QWidget):
    """类别：素质能力 ✕ …… 显示 12 / 57 条 · 清除筛选; a click on a chip takes its filter off.

    Where the rows are grouped a chip 分组：问题类别 ✕ stands first. Chips that find no room are
    one chip 筛选2项 whose menu takes them off; 清除筛选 is never cut.
    """

    taken_off = Signal()  # a chip was clicked and is gone, and the focus with it

    def __init__(self, look: Look, filtering: Filtering, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look, self._filtering = look, filtering
        self._chips: list[FilterChip] = []
        self._filters = False  # whether one is on, beside the groups
        self.setObjectName("filter_chips")
        self.setAccessibleName("筛选条件")
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self._shown: QLabel = label(look, "filter_shown", "", "label", "ink2")
        self._clear = flat_button(look, "filter_clear_all", "清除筛选", icon="close")
        self._clear.clicked.connect(filtering.clear)
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(GAP)
        self._folded = FilterChip(look, FOLDED, "", self)
        self._folded.clicked.connect(self._open_menu)
        self._row.addWidget(self._folded)
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
        self._filters = bool(filters)
        self._clear.setVisible(self._filters)
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

    # -- the room there is -------------------------------------------------------------------

    def least_width(self) -> int:
        """What they need so that nothing has to be folded; without the count, which may go."""
        return self._needed(len(self._chips), counted=False)

    def _share(self) -> None:
        """Give the chips as much width as there is; the count goes first, then the last chips."""
        every = len(self._chips)
        counted = self._needed(every, counted=True) <= self.width()
        fits = (kept for kept in range(every, 0, -1) if self._needed(kept) <= self.width())
        kept = every if counted else next(fits, 0)
        self._fold(kept)
        counted = self._filters and self._needed(kept, counted=True) <= self.width()
        self._shown.setVisible(counted)
        self.setMinimumWidth(self._needed(0))
        left = self.width() - self._needed(0, counted=counted, folded=kept < every)
        by_width = sorted(self._chips[:kept], key=lambda chip: chip.sizeHint().width())
        for others, chip in zip(range(kept, 0, -1), by_width, strict=True):
            most = min(max(left // others - GAP, LEAST_WIDTH), MOST_WIDTH)
            chip.setMaximumWidth(most)
            left -= min(most, chip.sizeHint().width()) + GAP

    def _needed(self, kept: int, *, counted: bool = False, folded: bool | None = None) -> int:
        """The width that so many chips need at least, with one for the others, and the rest."""
        widths = [chip.minimumSizeHint().width() for chip in self._chips[:kept]]
        if kept < len(self._chips) if folded is None else folded:
            widths.append(self._folded.sizeHint().width())
        if self._filters:
            widths.append(self._clear.sizeHint().width())
            if counted:
                widths.append(self._shown.sizeHint().width())
        return sum(widths) + GAP * len(widths)

    def _fold(self, kept: int) -> None:
        """Show so many chips, and one for the others."""
        rest = self._chips[kept:]
        for place, chip in enumerate(self._chips):
            chip.setVisible(place < kept)
        kind = "条件" if rest and rest[0].path == GROUP else "筛选"
        self._folded.say(f"{'另' if kept else kind}{len(rest)}项", [chip.text() for chip in rest])
        self._folded.setVisible(bool(rest))

    def menu(self) -> QMenu:
        """The chips that find no room; each entry takes one off."""
        menu = QMenu(self)
        menu.setObjectName("folded_filters")
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for chip in filter(QWidget.isHidden, self._chips):
            entry = menu.addAction(f"取消 {chip.text()}".replace("&", "&&"))
            entry.triggered.connect(lambda _checked, path=chip.path: self._take_off(path))
        return menu

    def _open_menu(self) -> None:
        self.menu().popup(self._folded.mapToGlobal(QPoint(0, self._folded.height() + 2)))


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
        self._icon = "down" if path == FOLDED else "close"
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setProperty("radius", CHIP_HEIGHT / 2)

    def say(self, words: str, parts: Sequence[str]) -> None:
        """Stand for several: their words are in the tooltip, and in the menu a click opens."""
        self.setText(words)
        self.setToolTip("\n".join([*parts, "点一下，选择要取消的一项"]))
        self.setAccessibleName(f"{words}：{'、'.join(parts)}")
        self.updateGeometry()

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
        self._look.paint_icon(painter, cross, self._icon, tokens.on_chip, CROSS)
