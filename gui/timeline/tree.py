"""The tree at the left of the chart: names, persons, how it stands; keyboard and folding."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QEvent, QModelIndex, QPoint, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QFrame, QHeaderView, QTreeView, QWidget

from gui.look import Look
from gui.timeline.outline import Key, key_of
from gui.timeline.tree_delegate import CHEVRON, TreeDelegate
from gui.timeline.tree_header import TreeHeader
from gui.timeline.tree_model import NAME, OWNER, STATUS, TreeModel
from model.judgements.timeline import Row
from model.kinds import PLAIN, Context

OWNER_WIDTH, STATUS_WIDTH = 64, 128
_PLAIN, _ALT = Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.AltModifier
_ALT_SHIFT = _ALT | Qt.KeyboardModifier.ShiftModifier
ACTS_BY_KEY = {
    (Qt.Key.Key_Return, _PLAIN): "open",
    (Qt.Key.Key_Enter, Qt.KeyboardModifier.KeypadModifier): "open",
    (Qt.Key.Key_Delete, _PLAIN): "delete",
    (Qt.Key.Key_Insert, _PLAIN): "insert",
    (Qt.Key.Key_Space, _PLAIN): "done",
    (Qt.Key.Key_Left, _ALT): "earlier",
    (Qt.Key.Key_Right, _ALT): "later",
    (Qt.Key.Key_Left, _ALT_SHIFT): "shorter",
    (Qt.Key.Key_Right, _ALT_SHIFT): "longer",
}
NARROW = 360  # below this width 责任人 goes


class Tree(QTreeView):
    """A view of ``TreeModel``; what changes records is only asked for."""

    row_chosen = Signal(object)  # Row or None
    open_wanted = Signal(object)  # Row: show its form
    act_wanted = Signal(str)  # id of an entry of the menu, on the current row
    menu_wanted = Signal(object)  # place on the screen
    folds_changed = Signal()
    hovered = Signal(object, object)  # Row or None, place on the screen

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self.setObjectName("timeline_tree")
        self.setAccessibleName("阶段与任务")
        self.plan = TreeModel(self)
        self.setModel(self.plan)
        self.rows = TreeDelegate(look, self)
        self.setItemDelegate(self.rows)
        self._dress(look)
        self._columns(look)
        self.expanded.connect(self.folds_changed)
        self.collapsed.connect(self.folds_changed)

    def _dress(self, look: Look) -> None:
        self.setViewport(QWidget())  # PySide takes 8 ms to find the class of one that Qt made
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setIndentation(0)
        self.setRootIsDecorated(False)
        self.setUniformRowHeights(True)
        self.setExpandsOnDoubleClick(False)
        self.setMouseTracking(True)
        # Only an opaque widget moves what is painted already when it is scrolled.
        self.viewport().setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setEditTriggers(QAbstractItemView.EditTrigger.EditKeyPressed)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.customContextMenuRequested.connect(self._want_menu)

    def _columns(self, look: Look) -> None:
        self.headings = TreeHeader(look, self)
        self.setHeader(self.headings)
        self.headings.setSectionsClickable(True)  # the view took it away again
        self.headings.setStretchLastSection(False)
        self.headings.setSectionResizeMode(NAME, QHeaderView.ResizeMode.Stretch)
        for column, width in ((OWNER, OWNER_WIDTH), (STATUS, STATUS_WIDTH)):
            self.headings.setSectionResizeMode(column, QHeaderView.ResizeMode.Fixed)
            self.headings.resizeSection(column, width)

    def set_row_height(self, height: int) -> None:
        if height != self.rows.row_height:
            self.rows.row_height = height
            self.scheduleDelayedItemsLayout()

    def resizeEvent(self, event: QResizeEvent) -> None:
        self.setColumnHidden(OWNER, self.width() < NARROW)
        super().resizeEvent(event)

    def mark(self, needle: str, context: Context = PLAIN) -> None:
        """Mark these words wherever they stand."""
        self.rows.needle, self.rows.context = needle, context
        self.viewport().update()

    def mark_current(self, key: Key | None) -> None:
        """The row whose words are marked as the current hit."""
        self.rows.current = key
        self.viewport().update()

    # -- rows ------------------------------------------------------------------------------

    def current_row(self) -> Row | None:
        return self.plan.row_at(self.currentIndex())

    def choose(self, key: Key | None) -> None:
        """Make this record's row the current one, unfolding its heading."""
        index = self.plan.index_of(key) if key else QModelIndex()
        if index.parent().isValid():
            self.expand(index.parent())
        self.setCurrentIndex(index)

    def folded(self) -> frozenset[Key]:
        """The headings that are folded now."""
        return frozenset(
            key_of(row)
            for index in self._heads()
            if not self.isExpanded(index) and (row := self.plan.row_at(index)) is not None
        )

    def fold(self, keys: frozenset[Key]) -> None:
        """Fold exactly these headings."""
        for index in self._heads():
            row = self.plan.row_at(index)
            self.setExpanded(index, row is not None and key_of(row) not in keys)

    def _heads(self) -> Iterable[QModelIndex]:
        return (self.plan.index(number, NAME) for number in range(self.plan.rowCount()))

    def currentChanged(self, current: QModelIndex, previous: QModelIndex) -> None:  # type: ignore[override]
        super().currentChanged(current, previous)
        self.row_chosen.emit(self.plan.row_at(current))

    def paintEvent(self, event: QPaintEvent) -> None:
        QPainter(self.viewport()).fillRect(event.rect(), self._look.tokens.surface)
        super().paintEvent(event)

    def scrollContentsBy(self, dx: int, dy: int) -> None:
        """Qt's own paints all rows anew, for it takes the px of ``dy`` for a number of rows."""
        self.viewport().scroll(dx, dy)

    # -- keys and mouse --------------------------------------------------------------------

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """The keys that the context menu tells; all others are Qt's."""
        act = ACTS_BY_KEY.get((Qt.Key(event.key()), event.modifiers()))
        # The Enter that ends an editor arrives here too.
        if act is None or self.state() == QAbstractItemView.State.EditingState:
            super().keyPressEvent(event)
        else:
            self.act_wanted.emit(act)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        index = self.indexAt(event.position().toPoint())
        super().mousePressEvent(event)
        row = self.plan.row_at(index)
        on_chevron = event.position().x() < CHEVRON.right() + 4
        if row is not None and row.depth == 0 and on_chevron:
            head = index.siblingAtColumn(NAME)
            self.setExpanded(head, not self.isExpanded(head))

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        row = self.plan.row_at(self.indexAt(event.position().toPoint()))
        if row is not None and event.button() == Qt.MouseButton.LeftButton:
            self.open_wanted.emit(row)

    def viewportEvent(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ToolTip:
            place: QPoint = event.pos()  # type: ignore[attr-defined]
            self.hovered.emit(
                self.plan.row_at(self.indexAt(place)), self.viewport().mapToGlobal(place)
            )
            return True
        if event.type() in (QEvent.Type.Leave, QEvent.Type.Wheel, QEvent.Type.MouseButtonPress):
            self.hovered.emit(None, QPoint())
        return super().viewportEvent(event)

    def _want_menu(self, place: QPoint) -> None:
        self.menu_wanted.emit(self.viewport().mapToGlobal(place))
